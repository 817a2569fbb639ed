#pragma once

#include "network/affiliations/two_mode_network.hpp"
#include "network/functions/institution_functions.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Memberships M (state x institution) and functions F (institution x function) over the same institutions.
struct CarriedFunctions {
    std::vector<std::string> states, institutions, functions;  ///< in byte order
    BitMatrix members;                                         ///< states x institutions: known members
    BitMatrix unknown;            ///< states x institutions: not known whether a member; none is in `members`
    BitMatrix carriers;           ///< functions x institutions: carries it at all
    std::vector<double> weights;  ///< institutions x functions
    bool weighted = false;        ///< is any weight neither 0 nor 1?

    [[nodiscard]] double weight(std::size_t institution, std::size_t function) const noexcept {
        return weights[institution * functions.size() + function];
    }
    [[nodiscard]] std::size_t count_unknown() const noexcept;
};

/// Brings memberships and functions to the institutions of the memberships. Functions that only others carry stay, so
/// that nobody's lack of them is passed over.
/// @param unknown   states x institutions that are not known; nullptr: all is known
/// @param warnings  institutions of one side that the other does not have
/// @throws InputError  the two have no institution in common
/// O(institutions x (states + functions))
[[nodiscard]] CarriedFunctions carried_functions(const TwoModeNetwork& memberships, const BitMatrix* unknown,
                                                 const InstitutionFunctions& functions,
                                                 std::vector<std::string>& warnings);

/// The places that are set in both rows, in order.
[[nodiscard]] std::vector<std::uint32_t> shared_places(std::span<const std::uint64_t> a,
                                                       std::span<const std::uint64_t> b);

}  // namespace tarazy
