#pragma once

#include "table/membership_spells.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A spell with its names spelt out, before names become places.
struct MembershipRow {
    std::string institution, state, status, source;
    MembershipSpell spell;  ///< dates and marks; places are not set
    std::vector<std::uint32_t> rows;
};

/// What a layout gives.
struct MembershipRows {
    std::vector<MembershipRow> spells;
    std::optional<int> record_ends;  ///< all institutions are complete to this year
    bool tells_absence = false;      ///< the layout can say to which year an institution is complete
};

/// The number as a year, from -9999 to 9999; nothing for another, and for a missing cell.
[[nodiscard]] std::optional<int> year_of_number(std::int64_t number);

/// Faults are added to the diagnostics, or where they are to be left out, to the warnings.
class RowFaults {
public:
    explicit RowFaults(bool leave_out) : leave_out_(leave_out) {}
    void add(Problem problem);
    /// @throws InputError unless faulty rows are to be left out
    void settle(std::vector<std::string>& warnings) const;

private:
    bool leave_out_;
    Diagnostics diagnostics_;
};

/// One of the three layouts of `read_membership_spells`.
[[nodiscard]] bool holds_treaties(const Table& table);
[[nodiscard]] bool holds_state_years(const Table& table);
[[nodiscard]] MembershipRows spell_rows(const Table& table, const SpellReading& reading, RowFaults& faults,
                                        std::vector<std::string>& warnings);
[[nodiscard]] MembershipRows state_year_rows(const Table& table, const SpellReading& reading, RowFaults& faults);
[[nodiscard]] MembershipRows treaty_rows(const Table& table, const SpellReading& reading, RowFaults& faults);

/// The columns that hold institutions and states. @throws InputError when there is none
[[nodiscard]] std::string institution_column(const Table& table);
[[nodiscard]] std::string state_column_of(const Table& table);
/// Cells of states as codes; a cell that means no state is a fault and becomes "", unless such texts are to stay.
[[nodiscard]] std::vector<std::string> member_codes(const Table& table, const std::string& column,
                                                    const SpellReading& reading, RowFaults& faults);
/// Cells of the status as words, all `member` without such a column; as they stand where the reading is not strict. ""
/// where the code says that there is no spell, or is refused.
[[nodiscard]] std::vector<std::string> status_words(const Table& table, const SpellReading& reading, RowFaults& faults);

}  // namespace tarazy
