#pragma once

// For tests only: the program killed at the n-th change that it makes to the disk. Nothing is left to chance of time.

#include "cli/program_run_test.hpp"

#include <sys/ptrace.h>
#include <sys/syscall.h>

namespace tarazy::testing_program {

/// Is a system call, entered with this second argument or third, one that changes files?
inline bool changes_files(const __ptrace_syscall_info& info) {
    const auto argument = [&](int place) { return info.entry.args[place]; };
    switch (info.entry.nr) {
        case SYS_openat: return (argument(2) & O_CREAT) != 0;
        case SYS_write:
        case SYS_pwrite64: return argument(0) > 2;  // not the terminal's
        case SYS_fsync:
        case SYS_fdatasync:
        case SYS_ftruncate:
        case SYS_fchmod:
        case SYS_unlinkat:
        case SYS_mkdirat:
        case SYS_renameat2:
#ifdef SYS_rename
        case SYS_open:
        case SYS_rename:
        case SYS_renameat:
        case SYS_mkdir:
        case SYS_rmdir:
        case SYS_unlink:
        case SYS_chmod:
#endif
            return true;
        default: return false;
    }
}

enum class Killed { yes, ended_before, cannot_trace };

/// Runs the program in this folder and kills it (SIGKILL) as its main thread is about to make its n-th change, counted
/// from 1. Other threads and processes of it are not counted.
inline Killed kill_at_change(const std::vector<std::string>& arguments, const std::string& folder, int number) {
    CommandLine command(arguments);
    const pid_t child = ::fork();
    if (child == 0) {
        const bool ready = ::chdir(folder.c_str()) == 0 && ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            ::dup2(::open("/dev/null", O_RDWR), stream);
        if (ready) command.execute();
        ::_exit(126);
    }
    int state = 0;
    ::waitpid(child, &state, 0);
    if (!WIFSTOPPED(state)) return Killed::cannot_trace;
    if (::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) != 0) {
        ::kill(child, SIGKILL);
        ::waitpid(child, &state, 0);
        return Killed::cannot_trace;
    }
    std::intptr_t signal = 0;
    for (int changes = 0;;) {
        ::ptrace(PTRACE_SYSCALL, child, nullptr, signal);
        if (::waitpid(child, &state, 0) != child || !WIFSTOPPED(state)) return Killed::ended_before;
        signal = WSTOPSIG(state) == (SIGTRAP | 0x80) ? 0 : WSTOPSIG(state);
        if (signal != 0) continue;
        __ptrace_syscall_info info{};
        ::ptrace(PTRACE_GET_SYSCALL_INFO, child, sizeof info, &info);
        if (info.op != PTRACE_SYSCALL_INFO_ENTRY || !changes_files(info) || ++changes < number) continue;
        ::kill(child, SIGKILL);
        ::waitpid(child, &state, 0);
        return Killed::yes;
    }
}

}  // namespace tarazy::testing_program
