#pragma once

#include "cli/command.hpp"
#include "network/functions/carried_functions.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// What `network functions` and `network knockout` read.
struct FunctionWords {
    std::string incidence, functions, states;
};

void add_function_options(CLI::App& app, FunctionWords& words);

/// Memberships and functions as the options say; what was left out is told.
[[nodiscard]] CarriedFunctions read_carried_functions(Session& session, const FunctionWords& words);

/// Places of the states that --states names, in its order; all of them without it.
/// @throws UsageError  a state that is none of the network, one named twice
[[nodiscard]] std::vector<std::uint32_t> chosen_states(const CarriedFunctions& carried, const std::string& list);

/// Places of names in a list: `what` is "institution", `option` is "--remove".
/// @throws UsageError  a name that is none of the list
[[nodiscard]] std::vector<std::uint32_t> places_named(std::span<const std::string> names,
                                                      std::span<const std::string> wanted, const std::string& option);

}  // namespace tarazy
