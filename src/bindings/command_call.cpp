#include "bindings/command_call.hpp"

#include "base/circumstances.hpp"
#include "cli/program.hpp"

#include <chrono>
#include <future>
#include <stop_token>
#include <utility>

namespace tarazy {
namespace {

CallAnswer answer(const std::vector<std::string>& arguments, const GivenTables& tables, std::stop_token stop) {
    CallAnswer answer;
    const auto fail = [&](FailureKind kind, const char* message) { answer.failure = {kind, message}; };
    try {
        try {
            answer.result = run_command(arguments, tables, Work(std::move(stop)));
        } catch (...) {
            rethrow_circumstances();
        }
    } catch (const Interrupted& error) {
        fail(FailureKind::interrupted, error.what());
    } catch (const UsageError& error) {
        fail(FailureKind::usage, error.what());
    } catch (const InputError& error) {
        answer.failure = {FailureKind::input, error.what(), error.problems()};
    } catch (const FileError& error) {
        fail(FailureKind::file, error.what());
    } catch (const LimitError& error) {
        fail(FailureKind::limit, error.what());
    } catch (const std::exception& error) {
        fail(FailureKind::own_bug, error.what());
    }
    return answer;
}

}  // namespace

std::string_view to_string(FailureKind kind) noexcept {
    switch (kind) {
        case FailureKind::usage: return "usage";
        case FailureKind::input: return "input";
        case FailureKind::file: return "file";
        case FailureKind::limit: return "limit";
        case FailureKind::interrupted: return "interrupted";
        case FailureKind::own_bug: break;
    }
    return "own_bug";
}

CallAnswer call_command(const std::vector<std::string>& arguments, const GivenTables& tables,
                        const std::function<bool()>& wanted) {
    std::stop_source stop;
    std::future<CallAnswer> result =
        std::async(std::launch::async, [&, token = stop.get_token()] { return answer(arguments, tables, token); });
    try {
        while (result.wait_for(std::chrono::milliseconds(50)) != std::future_status::ready) {
            if (!wanted()) stop.request_stop();
        }
    } catch (...) {
        stop.request_stop();
        result.wait();
        throw;
    }
    return result.get();
}

}  // namespace tarazy
