#include "compare/sets/deadline.hpp"

namespace tarazy {

Deadline Deadline::after(double seconds) {
    using namespace std::chrono;
    Deadline deadline;
    // A time beyond this never comes, and would not fit the clock.
    constexpr double longest = 1e8;
    if (seconds < longest) {
        deadline.end_ = steady_clock::now() + duration_cast<steady_clock::duration>(duration<double>(seconds));
    }
    return deadline;
}

bool Deadline::passed() const {
    return end_ && std::chrono::steady_clock::now() >= *end_;
}

}  // namespace tarazy
