#pragma once

#include "serve/own_command.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace tarazy {

/// How far a run of a study is.
struct RunState {
    enum class Phase { idle, running, done, failed, stopped };
    Phase phase = Phase::idle;
    std::uint64_t number = 0;           ///< of the run, since the server started
    std::string command;                ///< as a person would type it
    std::string step;                   ///< what is under way: "analysis votes (3 of 12): bootstrap"
    std::string analysis;               ///< the analysis under way
    std::vector<std::string> finished;  ///< analyses that are done
    std::uint64_t done = 0, total = 0;  ///< of the step; total 0 = not known
    double seconds = 0;
    int status = 0;                 ///< exit status of the command, when it has ended
    std::vector<std::string> said;  ///< lines of messages, the last 200
};
[[nodiscard]] std::string_view to_string(RunState::Phase phase) noexcept;

/// What a line of `--progress lines` says, taken into a state. @return false for other lines
bool take_progress(RunState& state, std::string_view line);

/// The runs that pages have started, one a folder of results at a time.
class StudyRuns {
public:
    StudyRuns() = default;
    StudyRuns(const StudyRuns&) = delete;
    StudyRuns& operator=(const StudyRuns&) = delete;
    /// Stops what still runs.
    ~StudyRuns();

    /// @param place  the folder of results: what the run is known by
    /// @throws RefusedRequest (409) if one is under way there
    RunState begin(const std::string& place, OwnCommand command);
    /// Asks the run to stop, as Ctrl-C does. Nothing happens where there is none.
    void stop(const std::string& place);
    [[nodiscard]] RunState state(const std::string& place) const;

private:
    struct Run {
        mutable std::mutex mutex;
        RunState state;
        std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
        std::stop_source stop;
        std::thread thread;
    };
    static void work(Run& run, const OwnCommand& command);

    mutable std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Run>> runs_;
    std::uint64_t begun_ = 0;
};

}  // namespace tarazy
