#include "serve/own_command.hpp"

#include "base/error.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

namespace tarazy {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_errors = std::size_t{1} << 20;

/// The reading and the writing end of a pipe; both are closed at the end.
struct Pipe {
    int reading = -1, writing = -1;
    Pipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw FileError(std::string("no pipe: ") + std::strerror(errno));
        reading = ends[0];
        writing = ends[1];
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        ::close(reading);
        if (writing >= 0) ::close(writing);
    }
    void close_writing() {
        ::close(writing);
        writing = -1;
    }
};

/// In the new process; calls nothing but what is safe between fork and exec.
[[noreturn]] void become(char* const* words, const char* folder, int out, int err, pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // no command outlives the server
    if (::getppid() != parent) ::_exit(127);
    ::setpgid(0, 0);  // Ctrl-C at the terminal is the server's
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::signal(SIGPIPE, SIG_DFL);
    if (folder[0] != '\0' && ::chdir(folder) != 0) ::_exit(127);
    ::execv(words[0], words);
    ::_exit(127);
}

pid_t start(const OwnCommand& command, int out, int err) {
    std::vector<std::string> texts = {command.program};
    texts.insert(texts.end(), command.arguments.begin(), command.arguments.end());
    texts.insert(std::ranges::find(texts, "--"), command.for_server.begin(), command.for_server.end());
    std::vector<char*> words;
    for (std::string& text : texts) words.push_back(text.data());
    words.push_back(nullptr);
    const pid_t parent = ::getpid();
    const pid_t child = ::fork();
    if (child == 0) become(words.data(), command.folder.c_str(), out, err, parent);
    if (child < 0) throw FileError(std::string("no new process: ") + std::strerror(errno));
    return child;
}

/// Reads what there is. @return whether more may come
bool take(int from, std::string& to, std::size_t most) {
    std::array<char, 65536> buffer;
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got > 0) to.append(buffer.data(), std::min(static_cast<std::size_t>(got), most - std::min(most, to.size())));
    return got > 0 || (got < 0 && errno == EINTR);
}

void hand_on_lines(std::string& begun, const std::function<void(std::string_view)>& line) {
    for (std::size_t end = begun.find('\n'); end != std::string::npos; end = begun.find('\n')) {
        line(std::string_view(begun).substr(0, end));
        begun.erase(0, end + 1);
    }
}

int exit_status_of(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status)) return WEXITSTATUS(status);
    return 128 + WTERMSIG(status);
}

}  // namespace

CommandOutcome run_own_command(const OwnCommand& command, const CommandLimits& limits, std::stop_token stop,
                               const std::function<void(std::string_view)>& line) {
    Pipe out, err;
    const pid_t child = start(command, out.writing, err.writing);
    out.close_writing();
    err.close_writing();
    CommandOutcome outcome;
    std::string begun;
    const Clock::time_point end = Clock::now() + limits.time;
    std::optional<Clock::time_point> kill_at;
    bool stopped = false, limited = false;
    std::array<pollfd, 2> open = {pollfd{out.reading, POLLIN, 0}, pollfd{err.reading, POLLIN, 0}};
    while (open[0].fd >= 0 || open[1].fd >= 0) {
        ::poll(open.data(), open.size(), 100);
        if (open[0].fd >= 0 && open[0].revents != 0 && !take(open[0].fd, outcome.output, limits.output + 1))
            open[0].fd = -1;
        if (open[1].fd >= 0 && open[1].revents != 0) {
            std::string piece;
            if (!take(open[1].fd, piece, most_errors)) open[1].fd = -1;
            outcome.errors.append(piece, 0, most_errors - std::min(most_errors, outcome.errors.size()));
            if (line) hand_on_lines(begun += piece, line);
        }
        stopped = stopped || stop.stop_requested();
        limited = limited || Clock::now() >= end || outcome.output.size() > limits.output;
        if ((stopped || limited) && !kill_at) {
            ::kill(child, SIGINT);
            kill_at = Clock::now() + std::chrono::seconds(2);
        }
        if (kill_at && Clock::now() >= *kill_at) ::kill(-child, SIGKILL), ::kill(child, SIGKILL);
    }
    outcome.status = exit_status_of(child);
    if (line && !begun.empty()) line(begun);
    if (stopped) outcome.status = 130;
    if (limited) {
        outcome.status = 5;
        outcome.errors += "the command took more time or wrote more than a page can show; run it in a terminal\n";
    }
    return outcome;
}

std::vector<std::string> option_words(const std::string& name, const std::string& value) {
    if (value.starts_with('-')) return {name + '=' + value};
    return {name, value};
}

std::string as_typed(const OwnCommand& command) {
    std::string text = "tarazy";
    for (const std::string& word : command.arguments) {
        const bool plain =
            !word.empty() &&
            word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=,:+@%") ==
                std::string::npos;
        if (plain) {
            text += ' ' + word;
            continue;
        }
        text += " '";
        for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
        text += '\'';
    }
    return text;
}

}  // namespace tarazy
