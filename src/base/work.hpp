#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace tarazy {

/// How far one step of a computation has come.
struct Progress {
    std::string_view what;    ///< "bootstrap of session 69"; valid during the call only
    std::uint64_t done = 0;   ///< never falls within a step
    std::uint64_t total = 0;  ///< 0 = not known beforehand
};

/// What a long computation asks whether it is still wanted, and tells how far it has come. A small value that stands
/// among the options; by default nobody stops it and nobody listens. It changes no result: a computation that ends
/// gives the same bytes whoever listens, and one that is stopped gives none.
class Work {
public:
    /// Called from any thread of the computation, by one at a time for each step; should return soon, and not throw.
    using Listener = std::function<void(const Progress&)>;

    Work() = default;
    explicit Work(std::stop_token stop, Listener listener = {});

    [[nodiscard]] bool stop_asked() const noexcept { return state_ && state_->stop.stop_requested(); }
    /// @throws Interrupted if a stop was asked for
    void check() const {
        if (stop_asked()) interrupt();
    }

    /// The same, with a time after which searches that say so stop with what they have found: this is a declared limit
    /// of the result, not an interruption. @pre seconds >= 0
    [[nodiscard]] Work within(double seconds) const;
    [[nodiscard]] bool time_is_up() const { return end_ && std::chrono::steady_clock::now() >= *end_; }

    /// The same for one part of the work, whose name stands before that of its steps ("analysis votes: mode").
    [[nodiscard]] Work part(const std::string& name) const;
    /// The same for a part so small that its steps say nothing (one of a thousand minimisations).
    [[nodiscard]] Work unheard() const;

    [[nodiscard]] bool heard() const noexcept { return state_ && state_->listener; }
    /// Tells the listener, if there is one.
    void tell(const Progress& progress) const {
        if (heard()) state_->listener(progress);
    }

private:
    struct State {
        std::stop_token stop;
        Listener listener;
    };
    [[noreturn]] static void interrupt();

    std::shared_ptr<const State> state_;
    std::optional<std::chrono::steady_clock::time_point> end_;
};

/// One step of the work, whose items are counted as they are done, by any number of threads.
class WorkStep {
public:
    /// @param total  0 = not known
    /// @throws Interrupted if a stop was asked for
    WorkStep(const Work& work, std::string_view what, std::uint64_t total);
    WorkStep(const WorkStep&) = delete;
    WorkStep& operator=(const WorkStep&) = delete;

    /// @throws Interrupted if a stop was asked for
    void advance(std::uint64_t items = 1) {
        work_.check();
        if (work_.heard()) count(items);
    }
    [[nodiscard]] const Work& work() const noexcept { return work_; }

private:
    void count(std::uint64_t items);

    const Work work_;
    const std::string what_;
    const std::uint64_t total_;
    std::atomic<std::uint64_t> done_ = 0;
    std::atomic<std::uint64_t> next_ = 0;  ///< told again from here on
    std::mutex telling_;
    std::uint64_t told_ = 0;
};

/// Asks the work at every 256th step of a search, and remembers that its time is up.
class StepClock {
public:
    explicit StepClock(Work work) : work_(std::move(work)) {}

    /// Counts a step. @return whether the search has to stop with what it has found. @throws Interrupted
    [[nodiscard]] bool stops() {
        if (!stopped_ && (++steps_ & 255U) == 0) ask();
        return stopped_;
    }
    [[nodiscard]] bool stopped() const { return stopped_; }

private:
    void ask() {
        work_.check();
        stopped_ = work_.time_is_up();
    }

    Work work_;
    std::uint64_t steps_ = 0;
    bool stopped_ = false;
};

}  // namespace tarazy
