#pragma once

#include "network/affiliations/affiliation_status.hpp"
#include "network/affiliations/two_mode_network.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// A tie and what it rests on.
struct YearTie {
    std::uint32_t actor = 0, institution = 0;  ///< places in the network
    bool carried = false;
    std::vector<std::uint32_t> spells;  ///< places in `AffiliationRecord::table.spells`
};

/// The two-mode network of a year: states that are in the COW state system or have a tie, and institutions with a tie.
struct YearNetwork {
    int year = 0;
    TwoModeNetwork network;
    BitMatrix unknown;                       ///< actors x institutions: nobody knows; never set where there is a tie
    BitMatrix carried;                       ///< actors x institutions: ties asserted after their source has ended
    std::vector<YearTie> ties;               ///< by actor, then institution
    std::vector<std::string> nobody_known;   ///< institutions left out: somebody may be in, nobody surely is
    std::vector<std::string> warnings = {};  ///< isolates, institutions with one member, ties carried forward
};

/// O(pairs + actors x institutions)
/// @throws UsageError: a state, an institution or a status of the rule that the table does not have
/// @throws InputError: nobody is in anything in that year
[[nodiscard]] YearNetwork network_of_year(const AffiliationRecord& record, int year, const YearRule& rule);

/// Which states and institutions of the record a rule asks for.
struct ChosenAffiliations {
    std::vector<bool> states, institutions;
};
/// @throws UsageError: a state, an institution or a status of the rule that the table does not have
[[nodiscard]] ChosenAffiliations chosen_affiliations(const AffiliationRecord& record, const YearRule& rule);

/// Is the state in the COW system at some time of the year? @param code  as `member_code` gives it
[[nodiscard]] bool exists_in_year(const std::string& code, int year);

/// The first and the last year for which the table can have ties: the first start, and the last year any source knows
/// (of a spell still running without a last year: its start).
[[nodiscard]] std::pair<int, int> years_of(const AffiliationRecord& record);

/// Rows of the table behind a tie, ascending: of a table of state-years the row of that year.
[[nodiscard]] std::vector<std::uint32_t> rows_behind(const AffiliationRecord& record, const YearTie& tie, int year);
/// Sources behind it, in byte order, without the empty one.
[[nodiscard]] std::vector<std::string> sources_behind(const AffiliationRecord& record, const YearTie& tie);

}  // namespace tarazy
