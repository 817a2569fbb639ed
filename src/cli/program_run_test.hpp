#pragma once

// For tests only: runs the built program as a user would.

#include "base/tested_program_test.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace tarazy::testing_program {

struct ProgramRun {
    int status = -1;  ///< exit status, or 128 + signal
    std::string out;
    std::string err;
};

/// A folder of the test's own, removed at its end.
class Folder {
public:
    Folder() {
        // The program flushes what it writes to disk; in a file system held in memory that costs nothing.
        std::string pattern = "/dev/shm/tarazy-test-XXXXXX";
        if (::mkdtemp(pattern.data()) == nullptr) {
            pattern = (std::filesystem::temp_directory_path() / "tarazy-test-XXXXXX").string();
            if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the test");
        }
        path_ = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + '/' + name; }
    std::string write(const std::string& name, const std::string& bytes) const {
        const std::string file = *this / name;
        std::filesystem::create_directories(std::filesystem::path(file).parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }
    /// Files and folders in it, however deep.
    [[nodiscard]] std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::recursive_directory_iterator(path_), {}));
    }

private:
    std::string path_;
};

inline std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The program with these words, as a child puts it in its own place.
class CommandLine {
public:
    explicit CommandLine(const std::vector<std::string>& arguments) : words_({tested_program()}) {
        words_.insert(words_.end(), arguments.begin(), arguments.end());
        for (std::string& word : words_) pointers_.push_back(word.data());
        pointers_.push_back(nullptr);
    }
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    /// Comes back only if the program cannot be started.
    void execute() { ::execv(pointers_[0], pointers_.data()); }

private:
    std::vector<std::string> words_;
    std::vector<char*> pointers_;
};

/// Starts the program with its output in these files.
/// @param keep_ignored  signals that this process ignores stay so: those of a test that a shell started behind it would
inline pid_t start_program(const std::vector<std::string>& arguments, const std::string& out, const std::string& err,
                           rlim_t file_size_limit = 0, bool keep_ignored = false) {
    CommandLine command(arguments);
    const pid_t child = ::fork();
    if (child != 0) return child;
    if (!keep_ignored)  // a shell in the background ignores the one, nohup the other
        for (const int signal : {SIGINT, SIGHUP}) ::signal(signal, SIG_DFL);
    ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
    ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
    ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
    if (file_size_limit > 0) {
        const rlimit limit{file_size_limit, file_size_limit};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    command.execute();
    ::_exit(127);
}

/// @param file_size_limit  largest file the program may write, in bytes (0 = no limit): a full disk
inline ProgramRun run_program(const std::vector<std::string>& arguments, rlim_t file_size_limit = 0) {
    const Folder folder;
    const std::string out = folder / "out", err = folder / "err";
    const pid_t child = start_program(arguments, out, err, file_size_limit);
    int state = 0;
    ::waitpid(child, &state, 0);
    ProgramRun run;
    run.status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
    run.out = bytes_of(out);
    run.err = bytes_of(err);
    return run;
}

/// Kills the program (SIGKILL) when the time is up. @returns whether it was still running
inline bool kill_program(const std::vector<std::string>& arguments, std::chrono::microseconds after) {
    const pid_t child = start_program(arguments, "/dev/null", "/dev/null");
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int state = 0;
    ::waitpid(child, &state, 0);
    return WIFSIGNALED(state);
}

/// How long the program takes, so that tests can meet it in the middle on any machine and in any build.
inline std::chrono::microseconds time_of_program(const std::vector<std::string>& arguments) {
    const auto begun = std::chrono::steady_clock::now();
    static_cast<void>(run_program(arguments));
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
}

}  // namespace tarazy::testing_program
