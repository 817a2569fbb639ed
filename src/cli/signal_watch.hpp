#pragma once

#include "base/work.hpp"
#include "cli/progress_line.hpp"

#include <stop_token>
#include <thread>

namespace tarazy {

/// Turns Ctrl-C (SIGINT), SIGTERM and SIGHUP into a stop of the work, and sees to it that the process ends: when the
/// work has not ended most of a second later, inside a library that knows nothing of stops, or at a second signal, it
/// removes what would be left behind and exits with status 130. A signal that was ignored when the program started
/// (`nohup`) stays so. A file that is cut short while it is read (SIGBUS) ends the process the same way, with its name
/// and status 4. Also draws the progress line, since it sleeps in between.
class SignalWatch {
public:
    /// @pre there is none yet
    explicit SignalWatch(ProgressLine& line);
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;
    /// Gives the signals their former meaning.
    ~SignalWatch();

    /// Listens to signals, and tells the line.
    [[nodiscard]] Work work();

    /// "tarazy: interrupted" on standard error, once.
    void say_interrupted();

private:
    void watch();
    [[noreturn]] void end_process();
    [[noreturn]] void end_for_lost_file();

    ProgressLine& line_;
    std::stop_source stop_;
    std::atomic<bool> said_ = false;
    std::thread thread_;
};

}  // namespace tarazy
