#include "base/work.hpp"

#include "base/error.hpp"

#include <utility>

namespace tarazy {

Work::Work(std::stop_token stop, Listener listener)
    : state_(std::make_shared<const State>(State{std::move(stop), std::move(listener)})) {}

void Work::interrupt() {
    throw Interrupted();
}

Work Work::within(double seconds) const {
    using namespace std::chrono;
    Work limited = *this;
    // A time beyond this never comes, and would not fit the clock.
    constexpr double longest = 1e8;
    if (seconds < longest)
        limited.end_ = steady_clock::now() + duration_cast<steady_clock::duration>(duration<double>(seconds));
    return limited;
}

Work Work::part(const std::string& name) const {
    if (!heard()) return *this;
    Work named(state_->stop, [whole = state_, name](const Progress& progress) {
        const std::string what = name + (progress.what.empty() ? "" : ": ") + std::string(progress.what);
        whole->listener({what, progress.done, progress.total});
    });
    named.end_ = end_;
    return named;
}

Work Work::unheard() const {
    if (!heard()) return *this;
    Work silent(state_->stop);
    silent.end_ = end_;
    return silent;
}

WorkStep::WorkStep(const Work& work, std::string_view what, std::uint64_t total)
    : work_(work), what_(work.heard() ? what : std::string_view()), total_(total) {
    work_.tell({what_, 0, total_});
    work_.check();
}

void WorkStep::count(std::uint64_t items) {
    const std::uint64_t done = done_.fetch_add(items) + items;
    if (done < next_.load() && done != total_) return;
    const std::scoped_lock one_at_a_time(telling_);
    // Another thread may have told a later number meanwhile.
    const std::uint64_t now = done_.load();
    if (now <= told_) return;
    told_ = now;
    next_.store(now + total_ / 500);
    work_.tell({what_, now, total_});
    work_.check();  // whoever listens may have asked for the stop
}

}  // namespace tarazy
