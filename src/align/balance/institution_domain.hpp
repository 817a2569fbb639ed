#pragma once

#include "align/balance/balance.hpp"
#include "align/balance/membership_record.hpp"
#include "align/balance/shares.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct InstitutionOptions {
    std::string domain = "institutions";
    std::vector<std::string> states;  ///< ISO alpha-3
    std::vector<PoleMembers> poles;
    YearWindow years;
    std::vector<std::string> statuses = {"member"};  ///< what counts as being in: signatories and observers do not
    Work work = {};
};

/// Members of each pole that the state is compared with in a year: with rows, in the state system, not the state
/// itself.
[[nodiscard]] std::vector<std::vector<std::string>> members_compared(const MembershipRecord& record,
                                                                     const std::vector<PoleMembers>& poles,
                                                                     const std::string& state, int year);

/// Institutions in which the status of the state and of every member of every pole is known.
[[nodiscard]] std::vector<std::string> institutions_compared(const MembershipRecord& record, const std::string& state,
                                                             const std::vector<std::vector<std::string>>& members,
                                                             int year);

/// The domain of shared institutions: closeness of state i to a member p of a pole in year t is the Jaccard index of
/// their memberships (Jaccard 1912), institutions that both are in / institutions that either is in, then the mean over
/// the pole's members. No sampling error, one draw.
///
/// `spells`: `institution,iso3,status,start,end,right_censored_at` (the states as codes or names; the column may be
/// called `state`), and where there are any `preferred` (rows with "no"
/// are alternative readings and left out) and `note`. Dates are years or days; who is in on one day of a year is in
/// that year. `institutions`: `institution` and where there is one `complete_to`; only institutions listed there are
/// compared, so that a list of one kind or function gives the domain of that kind or function.
///
/// What is known of a state in an institution in a year:
/// - in: within a spell, from `start` to `end`, or to `right_censored_at` (last year the source covers) without an end,
///   or without limit when there is neither;
/// - unknown: after `right_censored_at` of a spell without end; before the `end` of a spell without start; before the
///   start of a spell whose note begins "upper bound:" (already in when first listed); after the institution's list
///   ends (next line);
/// - out: none of these, and the year is not after the one to which the list of the institution is complete:
///   `complete_to`, or else the latest `right_censored_at` of its rows, since a source that codes years codes every
///   state. An institution with neither (most treaties) has no row that says who is out: it is never compared, for
///   counting only memberships that happen to be recorded would make every state near to every pole.
/// In each year the institutions compared are those in which the status of the state and of all members of all poles
/// is known, the same for every pole. None: no closeness, and all poles are unknown (NaN). States are compared in years
/// in which they are in the COW state system only; members of poles outside of it, or without any row in `spells`, are
/// left out of the mean, the latter with a warning. A state is not compared with itself.
/// A Jaccard mean of 0 is replaced multiplicatively, the limit being what one shared institution would have given;
/// where memberships are so few that this leaves nothing for the other poles, or nothing is shared with any, all poles
/// are unknown.
/// @throws InputError with all faults: lacking columns, dates that are none, an end before the start, a spell without
/// start and end, a start after the censoring year, spells of one source with different status on the same days
/// @throws UsageError: fewer than two poles, no states, unknown codes, years in the wrong order
/// O(spells log spells + states x years x institutions x members).
[[nodiscard]] DomainSeries institution_domain(const Table& spells, const Table& institutions,
                                              const InstitutionOptions& options);

}  // namespace tarazy
