#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace tarazy {

/// When a search has to stop with what it has found; never, unless a time is given.
class Deadline {
public:
    Deadline() = default;
    /// @pre seconds >= 0
    [[nodiscard]] static Deadline after(double seconds);
    [[nodiscard]] bool passed() const;

private:
    std::optional<std::chrono::steady_clock::time_point> end_;
};

/// Asks a deadline at every 256th step of a search, and remembers that it has passed.
class StepClock {
public:
    explicit StepClock(const Deadline& deadline) : deadline_(deadline) {}

    /// Counts a step. @return whether the search has to stop
    [[nodiscard]] bool stops() {
        if (!stopped_ && (++steps_ & 255U) == 0) stopped_ = deadline_.passed();
        return stopped_;
    }
    [[nodiscard]] bool stopped() const { return stopped_; }

private:
    const Deadline& deadline_;
    std::uint64_t steps_ = 0;
    bool stopped_ = false;
};

}  // namespace tarazy
