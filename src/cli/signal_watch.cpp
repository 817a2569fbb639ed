#include "cli/signal_watch.hpp"

#include "base/leftovers.hpp"
#include "base/printable.hpp"
#include "cli/command.hpp"
#include "io/file_bytes.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <system_error>

namespace tarazy {
namespace {

using Clock = std::chrono::steady_clock;

// That the work has, and the destructors behind it; the rest of the second is for giving back memory of gigabytes.
constexpr std::chrono::milliseconds reaction(600);
constexpr int between_drawings = 100;  // milliseconds
constexpr std::array<int, 3> watched = {SIGINT, SIGTERM, SIGHUP};
constexpr char stop_byte = 's', end_byte = 'e', lost_byte = 'l';

// A handler may do little: it writes a byte for the thread that watches. The third signal ends the process in any case.
std::array<int, 2> pipe_ends = {-1, -1};
volatile std::sig_atomic_t signals_met = 0;
std::array<struct sigaction, watched.size()> former{};
struct sigaction former_of_lost {};
std::atomic<void*> lost_address = nullptr;

void send(char byte) {
    while (::write(pipe_ends[1], &byte, 1) < 0 && errno == EINTR) {
    }
}

extern "C" void tarazy_on_signal(int) {
    const int kept = errno;
    signals_met = signals_met + 1;
    if (signals_met > 2) ::_exit(exit_interrupted);
    send(stop_byte);
    errno = kept;
}

/// A mapped file lost its end while it was read. The thread that met it cannot go on; the one that watches says so.
extern "C" void tarazy_on_lost_file(int, siginfo_t* info, void*) {
    lost_address = info->si_addr;
    send(lost_byte);
    for (;;) ::pause();
}

/// The next byte, waited for so long; nothing when none came.
std::optional<char> next_byte(int milliseconds) {
    pollfd wanted{pipe_ends[0], POLLIN, 0};
    if (::poll(&wanted, 1, milliseconds) <= 0) return std::nullopt;
    char byte = 0;
    if (::read(pipe_ends[0], &byte, 1) != 1) return std::nullopt;
    return byte;
}

int milliseconds_until(Clock::time_point moment) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(moment - Clock::now()).count();
    return left < 0 ? 0 : static_cast<int>(left) + 1;
}

}  // namespace

SignalWatch::SignalWatch(ProgressLine& line) : line_(line) {
    if (::pipe2(pipe_ends.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    thread_ = std::thread([this] { watch(); });
    struct sigaction action {};
    action.sa_handler = &tarazy_on_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < watched.size(); ++i) {
        ::sigaction(watched[i], nullptr, &former[i]);
        if (former[i].sa_handler != SIG_IGN) ::sigaction(watched[i], &action, nullptr);
    }
    struct sigaction lost {};
    lost.sa_sigaction = &tarazy_on_lost_file;
    lost.sa_flags = SA_SIGINFO;
    sigemptyset(&lost.sa_mask);
    ::sigaction(SIGBUS, &lost, &former_of_lost);
}

SignalWatch::~SignalWatch() {
    for (std::size_t i = 0; i < watched.size(); ++i) ::sigaction(watched[i], &former[i], nullptr);
    ::sigaction(SIGBUS, &former_of_lost, nullptr);
    send(end_byte);
    thread_.join();
    for (int& end : pipe_ends) {
        ::close(end);
        end = -1;
    }
}

Work SignalWatch::work() {
    // Without a terminal there is nobody to tell, and the work is not held up by it.
    if (!line_.possible()) return Work(stop_.get_token());
    return Work(stop_.get_token(), [this](const Progress& progress) { line_.tell(progress); });
}

void SignalWatch::say_interrupted() {
    line_.erase();
    if (said_.exchange(true)) return;
    constexpr std::string_view words = "tarazy: interrupted\n";
    if (::write(STDERR_FILENO, words.data(), words.size()) < 0) return;  // nobody is there to read it
}

void SignalWatch::watch() {
    std::optional<Clock::time_point> last_moment;
    for (;;) {
        int patience = line_.possible() ? between_drawings : -1;
        if (last_moment) patience = milliseconds_until(*last_moment);
        const auto byte = next_byte(patience);
        if (byte == end_byte) return;
        if (byte == lost_byte) end_for_lost_file();
        const bool late = last_moment && (byte == stop_byte || Clock::now() >= *last_moment);
        if (late) end_process();
        if (byte == stop_byte) {
            last_moment = Clock::now() + reaction;
            line_.erase();
            stop_.request_stop();
        } else if (!last_moment) {
            line_.draw();
        }
    }
}

void SignalWatch::end_process() {
    say_interrupted();
    remove_leftovers();
    ::_exit(exit_interrupted);
}

void SignalWatch::end_for_lost_file() {
    line_.erase();
    const std::string path = mapped_file_at(lost_address).value_or("a file");
    const std::string words =
        printable(path) + ": was cut short while it was read; run again when nothing writes to it\n";
    static_cast<void>(::write(STDERR_FILENO, words.data(), words.size()) < 0);  // nobody may be there to read it
    remove_leftovers();
    ::_exit(exit_file);
}

}  // namespace tarazy
