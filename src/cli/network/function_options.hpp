#pragma once

#include "cli/network/membership_options.hpp"
#include "network/functions/carried_functions.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// What `network functions` and `network knockout` read.
struct FunctionWords {
    MembershipWords memberships;
    std::string functions, states;
};

void add_function_options(CLI::App& app, FunctionWords& words);

/// Memberships and functions as the options say; what was assumed or left out is told.
[[nodiscard]] CarriedFunctions read_carried_functions(Session& session, const FunctionWords& words);

/// Places of the states that --states names, in its order; all of them without it. A name that the network does not
/// have is taken as a spelling of a state.
/// @throws UsageError  a state that is none of the network, one named twice
[[nodiscard]] std::vector<std::uint32_t> chosen_states(const CarriedFunctions& carried, const std::string& list);

/// The state as the network calls it, by any spelling; nothing when it is not there.
[[nodiscard]] std::optional<std::uint32_t> state_in_network(const CarriedFunctions& carried, const std::string& text);

}  // namespace tarazy
