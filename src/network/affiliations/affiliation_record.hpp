#pragma once

#include "table/membership_spells.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// One reading of what is disputed: the spells of one source (of one row, where a source contradicts itself).
struct RivalReading {
    std::string source;                 ///< as the table has it; with the line where one source has several readings
    std::vector<std::uint32_t> spells;  ///< places in the spells
};

/// Spells that contradict one another about one state and institution. Readings stand with those first that the
/// compiler prefers, then as their rows stand in the table.
struct MembershipConflict {
    std::vector<RivalReading> readings;  ///< two at least
};

/// All that is said about one state in one institution.
struct AffiliationPair {
    std::uint32_t institution = 0, state = 0;
    std::vector<std::uint32_t> agreed;  ///< spells that no other contradicts
    std::vector<MembershipConflict> conflicts;
};

/// Spells by state and institution, with what is agreed parted from what is disputed.
///
/// Two spells contradict one another if they surely share a day and differ: in status (steps of joining such as a
/// signature do not count), or in a date that both know (a year agrees with every day in it; a source that ends, or an
/// upper bound, agrees with what lies beyond). Spells one after the other complete one another.
struct AffiliationRecord {
    MembershipSpells table;
    std::vector<AffiliationPair> pairs;  ///< by institution, then state
    [[nodiscard]] std::size_t conflicts() const;
};

/// O(spells log spells, and for each pair of state and institution the square of its spells)
[[nodiscard]] AffiliationRecord affiliation_record(MembershipSpells spells);

}  // namespace tarazy
