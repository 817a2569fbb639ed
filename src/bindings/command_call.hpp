#pragma once

#include "base/error.hpp"
#include "cli/command.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

enum class FailureKind { usage, input, file, limit, own_bug, interrupted };
[[nodiscard]] std::string_view to_string(FailureKind kind) noexcept;

/// Why a call has no result, as a value: another language makes an exception or a condition of its own of it.
struct CallFailure {
    FailureKind kind = FailureKind::own_bug;
    std::string message;
    std::vector<Problem> problems = {};  ///< of input errors
};

struct CallAnswer {
    CommandResult result;
    std::optional<CallFailure> failure;
};

/// Runs a command (see `run_command`) in a thread of its own. The thread that calls asks meanwhile, twenty times a
/// second, whether the result is still wanted, since an interpreter hears of Ctrl-C only in the thread that it runs in.
/// Several threads may have calls under way at the same time.
/// @param wanted  may throw, too: the command is stopped then, and the exception goes on to the caller
[[nodiscard]] CallAnswer call_command(const std::vector<std::string>& arguments, const GivenTables& tables,
                                      const std::function<bool()>& wanted);

}  // namespace tarazy
