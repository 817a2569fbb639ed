#include "serve/study_runs.hpp"

#include "base/error.hpp"
#include "serve/request.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::size_t most_lines_kept = 200;

/// "analysis votes (3 of 12): bootstrap": the id of the analysis, which may hold blanks but no "(3 of".
std::string analysis_of_step(const std::string& step) {
    constexpr std::string_view word = "analysis ";
    if (!step.starts_with(word)) return {};
    const std::size_t end = step.find(" (", word.size());
    return end == std::string::npos ? std::string() : step.substr(word.size(), end - word.size());
}

}  // namespace

std::string_view to_string(RunState::Phase phase) noexcept {
    switch (phase) {
        case RunState::Phase::idle: return "idle";
        case RunState::Phase::running: return "running";
        case RunState::Phase::done: return "done";
        case RunState::Phase::failed: return "failed";
        case RunState::Phase::stopped: return "stopped";
    }
    return "idle";
}

bool take_progress(RunState& state, std::string_view line) {
    if (!line.starts_with("{\"progress\":")) return false;
    const auto told = nlohmann::json::parse(line, nullptr, false);
    if (told.is_discarded()) return false;
    state.step = told.value("progress", "");
    state.done = told.value("done", std::uint64_t{0});
    state.total = told.value("total", std::uint64_t{0});
    const std::string analysis = analysis_of_step(state.step);
    if (analysis == state.analysis) return true;
    if (!state.analysis.empty()) state.finished.push_back(state.analysis);
    state.analysis = analysis;
    return true;
}

StudyRuns::~StudyRuns() {
    for (auto& [place, run] : runs_) run->stop.request_stop();
    for (auto& [place, run] : runs_) run->thread.join();
}

void StudyRuns::work(Run& run, const OwnCommand& command) {
    CommandLimits limits;
    limits.time = std::chrono::hours(24);
    CommandOutcome outcome;
    try {
        outcome = run_own_command(command, limits, run.stop.get_token(), [&run](std::string_view line) {
            const std::scoped_lock lock(run.mutex);
            if (take_progress(run.state, line)) return;
            if (run.state.said.size() == most_lines_kept) run.state.said.erase(run.state.said.begin());
            run.state.said.emplace_back(line);
        });
    } catch (const FileError& error) {
        outcome.status = 4;
        const std::scoped_lock lock(run.mutex);
        run.state.said.emplace_back(error.what());
    }
    const std::scoped_lock lock(run.mutex);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - run.begun;
    run.state.seconds = taken.count();
    run.state.status = outcome.status;
    run.state.phase = outcome.status == 130 ? RunState::Phase::stopped
                      : outcome.status == 0 ? RunState::Phase::done
                                            : RunState::Phase::failed;
}

RunState StudyRuns::begin(const std::string& place, OwnCommand command) {
    const std::scoped_lock lock(mutex_);
    std::unique_ptr<Run>& run = runs_[place];
    if (run != nullptr) {
        {
            const std::scoped_lock inner(run->mutex);
            if (run->state.phase == RunState::Phase::running)
                throw RefusedRequest{409, "A run is under way already.", ""};
        }
        run->thread.join();
    }
    run = std::make_unique<Run>();
    run->state.phase = RunState::Phase::running;
    run->state.number = ++begun_;
    run->state.command = as_typed(command);
    run->thread = std::thread([&of = *run, command = std::move(command)] { work(of, command); });
    const std::scoped_lock inner(run->mutex);
    return run->state;
}

void StudyRuns::stop(const std::string& place) {
    const std::scoped_lock lock(mutex_);
    if (const auto found = runs_.find(place); found != runs_.end()) found->second->stop.request_stop();
}

RunState StudyRuns::state(const std::string& place) const {
    const std::scoped_lock lock(mutex_);
    const auto found = runs_.find(place);
    if (found == runs_.end()) return {};
    const std::scoped_lock inner(found->second->mutex);
    RunState state = found->second->state;
    if (state.phase == RunState::Phase::running) {
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - found->second->begun;
        state.seconds = taken.count();
    }
    return state;
}

}  // namespace tarazy
