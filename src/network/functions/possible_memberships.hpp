#pragma once

#include "network/affiliations/yearly_network.hpp"
#include "network/functions/institution_functions.hpp"

namespace tarazy {

/// Memberships of a year as functions need them. The network of a year leaves out institutions in which nobody is known
/// to be; here they stand, since a state that may be in one may be provided for.
struct PossibleMemberships {
    TwoModeNetwork network;
    BitMatrix unknown;  ///< actors x institutions
};

/// @param year  the network of `year.year`, made of the record by the rule
/// O(pairs + actors x institutions)
[[nodiscard]] PossibleMemberships possible_memberships(const AffiliationRecord& record, const YearNetwork& year,
                                                       const YearRule& rule);

/// Nobody is in an institution before it is founded: what is not known of such years is no. Known ties stay.
/// @return the institutions of which that settled something
[[nodiscard]] std::vector<std::string> settle_unfounded(PossibleMemberships& memberships,
                                                        const InstitutionFunctions& functions, int year);

}  // namespace tarazy
