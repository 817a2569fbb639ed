#pragma once

// For the tests of cases from use only: the files of a case, and the program under circumstances that a user may meet.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy::testing_cases {

using testing_program::bytes_of;
using testing_program::CommandLine;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

inline std::string case_file(const std::string& name) {
    return TARAZY_SOURCE_DIR "/src/cli/cases_from_use/testdata/" + name;
}

/// Files of a case that tests of reading have already.
inline std::string sample_file(const std::string& name) {
    return TARAZY_SOURCE_DIR "/src/io/testdata/" + name;
}

inline void expect_in(const std::string& text, const std::string& part) {
    EXPECT_NE(text.find(part), std::string::npos) << "lacks: " << part << "\nin: " << text.substr(0, 4000);
}

inline void expect_not_in(const std::string& text, const std::string& part) {
    EXPECT_EQ(text.find(part), std::string::npos) << "has: " << part << "\nin: " << text.substr(0, 4000);
}

/// The run, which must end with this status.
inline ProgramRun run_to(int status, const std::vector<std::string>& arguments) {
    ProgramRun run = run_program(arguments);
    EXPECT_EQ(run.status, status) << arguments[0] << ' ' << arguments[1] << '\n' << run.err.substr(0, 4000);
    return run;
}

/// Runs the program in a child that has prepared itself; 126 when it could not.
inline ProgramRun run_prepared(const std::vector<std::string>& arguments, const std::function<bool()>& prepare) {
    const Folder folder;
    const std::string out = folder / "out", err = folder / "err";
    CommandLine command(arguments);
    const pid_t child = ::fork();
    if (child == 0) {
        ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
        ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT, 0600), STDOUT_FILENO);
        ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT, 0600), STDERR_FILENO);
        for (int file = 3; file < 64; ++file) ::close(file);
        if (!prepare()) ::_exit(126);
        command.execute();
        ::_exit(127);
    }
    int state = 0;
    ::waitpid(child, &state, 0);
    return {WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state), bytes_of(out), bytes_of(err)};
}

inline bool limit_to(decltype(RLIMIT_AS) what, rlim_t value) {
    const rlimit limit{value, value};
    return ::setrlimit(what, &limit) == 0;
}

inline ProgramRun run_in_memory(rlim_t megabytes, const std::vector<std::string>& arguments) {
    return run_prepared(arguments, [&] { return limit_to(RLIMIT_AS, megabytes << 20); });
}

/// Whether a limit of memory means something to this build: with AddressSanitizer it does not.
inline bool memory_can_be_limited() {
    return run_in_memory(400, {"--version"}).status == 0;
}
constexpr const char* no_memory_limit = "this build cannot live in little memory";

/// Root is not bound by permissions and numbers of processes: becomes somebody who is.
inline bool become_bound() {
    return ::geteuid() != 0 || (::setgid(65534) == 0 && ::setuid(65534) == 0);
}

}  // namespace tarazy::testing_cases
