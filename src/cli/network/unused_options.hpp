#pragma once

#include "cli/command.hpp"

#include <initializer_list>
#include <string>

namespace tarazy {

/// An option that was typed and does nothing is a misunderstanding: it is refused, not passed over.
/// @param where  when it does nothing: "with --shapley"
/// @throws UsageError
void refuse_unused(const CLI::App& app, std::initializer_list<const char*> options, const std::string& where);

/// Calls what may reach a limit of size, and puts the file before the message, as every message about a file has it.
template <typename Computation>
[[nodiscard]] auto limits_of_file(const std::string& path, const Computation& compute) {
    try {
        return compute();
    } catch (const LimitError& error) {
        const std::string text = error.what();
        throw LimitError(path.empty() || text.starts_with(path) ? text : path + ": " + text);
    }
}

/// Seconds, or another amount: a number, neither below `least` nor above `most`. What `CLI::Range` takes for one and is
/// none (nan) is refused.
[[nodiscard]] CLI::Validator number_between(double least, double most);

/// A number above zero, and no infinity.
[[nodiscard]] CLI::Validator number_above_zero();

}  // namespace tarazy
