#include "text/corpus/limited_process.hpp"

#include "base/error.hpp"
#include "base/leftovers.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <thread>

namespace tarazy {
namespace {

/// A file that has no name from the beginning, so that no kill leaves it; where the file system knows no such files,
/// one that loses its name at once.
class NamelessFile {
public:
    NamelessFile() {
        std::error_code error;
        const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
        if (!error) number_ = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
        if (number_ >= 0) return;
        std::string pattern = (folder / "tarazy-document-XXXXXX").string();
        number_ = error ? -1 : ::mkostemp(pattern.data(), O_CLOEXEC);
        if (number_ < 0) throw FileError("no temporary file; set TMPDIR to a folder that can be written");
        ::unlink(pattern.c_str());
    }
    ~NamelessFile() { ::close(number_); }
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] std::string content(std::uint64_t most) const {
        struct stat known {};
        if (::fstat(number_, &known) != 0) throw FileError("what the program wrote cannot be read");
        std::string bytes(static_cast<std::size_t>(std::min(most, static_cast<std::uint64_t>(known.st_size))), '\0');
        std::size_t done = 0;
        while (done < bytes.size()) {
            const ssize_t got = ::pread(number_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
            if (got < 0 && errno == EINTR) continue;
            if (got <= 0) throw FileError("what the program wrote cannot be read");
            done += static_cast<std::size_t>(got);
        }
        return bytes;
    }

private:
    int number_ = -1;
};

void set_process_limit(__rlimit_resource kind, std::uint64_t most) {
    const rlimit limit{most, most};
    ::setrlimit(kind, &limit);
}

/// In the child, between fork and exec: nothing here may ask for memory or take a lock.
[[noreturn]] void become_program(char* const* arguments, int out, int err, int nothing, const ProcessLimits& limits,
                                 pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(126);  // the parent ended before that
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    set_process_limit(RLIMIT_CORE, 0);
    set_process_limit(RLIMIT_CPU, static_cast<std::uint64_t>(std::max(1.0, std::ceil(limits.cpu_seconds))));
    set_process_limit(RLIMIT_AS, limits.memory);
    set_process_limit(RLIMIT_FSIZE, limits.output);
    ::signal(SIGXFSZ, SIG_DFL);
    ::signal(SIGINT, SIG_IGN);  // Ctrl-C reaches us, and we end the child
    ::execvp(arguments[0], arguments);
    ::_exit(127);
}

void reap_killed(pid_t child, int& status) {
    ::kill(child, SIGKILL);
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
}

ProcessResult::End end_of_signal(int number) {
    if (number == SIGXCPU) return ProcessResult::End::cpu;
    if (number == SIGXFSZ) return ProcessResult::End::output;
    return ProcessResult::End::killed;
}

}  // namespace

ProcessResult run_limited_process(const std::vector<std::string>& words, const ProcessLimits& limits,
                                  const Work& work) {
    work.check();
    std::vector<std::string> copies = words;
    std::vector<char*> arguments;
    for (std::string& word : copies) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const NamelessFile out, err;
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    const pid_t parent = ::getpid();
    const auto begun = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) become_program(arguments.data(), out.number(), err.number(), nothing, limits, parent);
    if (nothing >= 0) ::close(nothing);
    if (child < 0) throw FileError(words.front() + ": no further process can be started");
    ProcessResult result;
    int status = 0;
    {
        const Leftover running([child] { ::kill(child, SIGKILL); });
        for (int pause = 1;;) {
            const pid_t ended = ::waitpid(child, &status, WNOHANG);
            if (ended == child) break;
            if (ended < 0 && errno != EINTR) throw FileError(words.front() + ": its end was not seen");
            if (work.stop_asked()) {
                reap_killed(child, status);
                work.check();
            }
            const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begun;
            if (passed.count() > limits.wall_seconds) {
                reap_killed(child, status);
                result.end = ProcessResult::End::wall;
                break;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(pause));
            pause = std::min(20, pause * 2);
        }
    }
    if (result.end != ProcessResult::End::wall) {
        if (WIFSIGNALED(status)) {
            result.status = WTERMSIG(status);
            result.end = end_of_signal(result.status);
        } else {
            result.status = WEXITSTATUS(status);
            if (result.status == 127) result.end = ProcessResult::End::not_found;
        }
        // A program that ignores the signal sees its write fail at the limit.
        result.output = out.content(limits.output);
        if (result.end == ProcessResult::End::exited && result.output.size() >= limits.output)
            result.end = ProcessResult::End::output;
    }
    result.errors = err.content(std::uint64_t{1} << 16);
    // RLIMIT_CPU with equal soft and hard limits ends in SIGKILL.
    if (result.end == ProcessResult::End::killed && result.status == SIGKILL) result.end = ProcessResult::End::cpu;
    return result;
}

}  // namespace tarazy
