#include "base/circumstances.hpp"
#include "base/error.hpp"
#include "base/printable.hpp"
#include "base/ranks.hpp"
#include "cli/memory_end.hpp"
#include "cli/program.hpp"
#include "cli/progress_line.hpp"
#include "cli/signal_watch.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <iostream>
#include <iterator>
#include <memory>
#include <new>
#include <optional>

namespace tarazy {
namespace {

int usage_failure(const CLI::App& program, const std::string& message) {
    std::cerr << "tarazy: " << printable(message) << "\nSee 'tarazy" << named_commands(program) << " --help'.\n";
    return exit_usage;
}

/// The status, unless what was written never arrived. A reader that went away is no fault of ours.
int told(int status) {
    std::cout.flush();
    if (std::cout || errno == EPIPE) return status;
    throw FileError(std::string("standard output: cannot be written (") + std::strerror(errno) + ")");
}

/// Commands whose replicates are spread over the processes that mpirun has started. All others are the first one's
/// alone.
bool spreads_over_ranks(const std::vector<std::string>& arguments) {
    if (arguments.size() < 2) return false;
    if (arguments[0] == "study") return arguments[1] == "multiverse";
    if (arguments[0] == "simulate") return arguments[1] == "ensemble";
    return arguments[0] == "network" && (arguments[1] == "brokerage" || arguments[1] == "qap");
}

/// `--progress lines`, looked for before the command line is read: work that nobody listens to is told nothing.
bool asks_for_lines(const std::vector<std::string>& arguments) {
    const auto option = std::ranges::find(arguments, "--progress");
    return std::ranges::find(arguments, "--progress=lines") != arguments.end() ||
           (option != arguments.end() && std::next(option) != arguments.end() && *std::next(option) == "lines");
}

int work_on(const std::vector<std::string>& arguments, ProgressLine& progress, SignalWatch& watch) {
    Session session;
    if (asks_for_lines(arguments)) progress.write_lines();
    session.work = watch.work();
    session.progress = &progress;
    session.arguments = arguments;
    const std::unique_ptr<CLI::App> built = build_program(session);
    CLI::App& program = *built;
    try {
        program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
        progress.erase();
        return session.status;
    } catch (const CLI::Success& success) {  // --help, --version
        return told(program.exit(success));
    } catch (const CLI::ParseError& error) {
        return usage_failure(program, usage_message(program, error, arguments));
    } catch (const UsageError& error) {
        progress.erase();
        return usage_failure(program, error.what());
    } catch (const Interrupted&) {
        watch.say_interrupted();
        return exit_interrupted;
    }
}

int failure(const std::exception& error, ExitStatus status) {
    std::cerr << printable(error.what()) << '\n';
    return status;
}

int run(const std::vector<std::string>& arguments) {
    ProgressLine progress;
    try {
        SignalWatch watch(progress);
        return work_on(arguments, progress, watch);
    } catch (...) {
        progress.erase();
        rethrow_circumstances();
    }
}

/// Runs a command; what stops it is told before this returns.
int run_told(const std::vector<std::string>& arguments) {
    try {
        return run(arguments);
    } catch (const InputError& error) {
        return failure(error, exit_input);
    } catch (const FileError& error) {
        return failure(error, exit_file);
    } catch (const LimitError& error) {
        return failure(error, exit_limit);
    } catch (const std::bad_alloc&) {  // not even for the words
        end_without_memory();
    } catch (const std::exception& error) {
        std::cerr << "tarazy: internal error: " << error.what() << "\nPlease report this with the command you ran.\n";
        return exit_own_bug;
    }
}

}  // namespace
}  // namespace tarazy

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);  // `tarazy ... | head` ends quietly
    std::signal(SIGXFSZ, SIG_IGN);  // a file over the size limit is reported, not a crash
    tarazy::end_without_memory_cleanly();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    // Ends last: mpirun ends all processes when one has failed, and the first must have told the fault by then.
    std::optional<tarazy::SpreadOverRanks> spread;
    if (tarazy::started_ranks().count > 1) {
        if (tarazy::SpreadOverRanks::possible() && tarazy::spreads_over_ranks(arguments))
            spread.emplace();
        else if (tarazy::started_ranks().rank != 0)
            return tarazy::exit_done;
    }
    return tarazy::run_told(arguments);
}
