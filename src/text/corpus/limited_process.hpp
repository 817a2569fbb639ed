#pragma once

#include "base/work.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// What a child process may use up.
struct ProcessLimits {
    double cpu_seconds = 60;
    double wall_seconds = 120;
    std::uint64_t memory = std::uint64_t{2} << 30;    ///< bytes of address space
    std::uint64_t output = std::uint64_t{256} << 20;  ///< bytes of any file that it writes, its standard output too
};

/// How a child process ended.
struct ProcessResult {
    enum class End { exited, not_found, cpu, wall, output, killed };
    End end = End::exited;
    int status = 0;      ///< exit status, or the signal that killed it
    std::string output;  ///< standard output
    std::string errors;  ///< the first 64 kB of standard error
};

/// Runs a program found on PATH without shell, its standard input empty, with these limits. Its outputs go to files
/// without a name, so that nothing is left behind however this process ends; the child ends with it (PDEATHSIG) and is
/// killed when a stop is asked for. May be called from several threads.
/// @pre words is not empty
/// @throws Interrupted, FileError when there is no room for its output
[[nodiscard]] ProcessResult run_limited_process(const std::vector<std::string>& words, const ProcessLimits& limits,
                                                const Work& work);

}  // namespace tarazy
