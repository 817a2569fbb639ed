#pragma once

#include "base/work.hpp"

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>

namespace tarazy {

/// How far the command is: one line at the foot of a terminal (standard error) that is written over and erased at the
/// end. What takes less than a second shows none.
class ProgressLine {
public:
    ProgressLine();

    /// Is there a terminal to draw on?
    [[nodiscard]] bool possible() const noexcept { return terminal_ || lines_; }
    /// From here on the line is drawn, if that is possible: the user did not ask for quiet.
    void show() noexcept { shown_ = true; }
    /// From here on what is under way is written as lines of JSON, for a program that reads them:
    /// {"progress":"analysis votes (3 of 12): bootstrap","done":20,"total":200}. Ten a second at most, the last of each
    /// step's.
    void write_lines() noexcept { lines_ = true; }

    /// What is under way. From any thread; nothing is drawn here.
    void tell(const Progress& progress);
    /// Draws what was told last. Called some ten times a second.
    void draw();
    /// Before anything else is written to the terminal. What was told is forgotten, so that it does not come back.
    void erase();

private:
    const bool terminal_;
    std::atomic<bool> shown_ = false, lines_ = false;
    const std::chrono::steady_clock::time_point start_;
    std::mutex mutex_;
    std::string text_, drawn_, step_;
};

}  // namespace tarazy
