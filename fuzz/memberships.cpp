// Any table of memberships, in all three layouts: spells, or an error of ours. The first byte chooses how it is read. A
// list of institutions may follow behind a line `===`. Every spell leads to rows of the table, and its names are there.
// Run: build/fuzz/memberships -max_total_time=60 -max_len=8192 fuzz/corpus/memberships

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "table/membership_spells.hpp"

#include "fuzz_fault.hpp"
#include "two_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace {

using namespace tarazy;

void check_spells(const MembershipSpells& spells, std::size_t rows) {
    require(spells.complete_to.size() == spells.institutions.size(), "every institution is complete or not");
    require(std::ranges::is_sorted(spells.institutions) && std::ranges::is_sorted(spells.states), "names are sorted");
    for (const MembershipSpell& spell : spells.spells) {
        require(spell.institution < spells.institutions.size() && spell.state < spells.states.size() &&
                    spell.status < spells.statuses.size() && spell.source < spells.sources.size(),
                "names of a spell are there");
        require(!spells.rows_of(spell).empty(), "a spell rests on rows");
        for (const std::uint32_t row : spells.rows_of(spell)) {
            require(row < rows, "a row of the table");
            (void)spells.line(row);
        }
        require(!spell.start || !spell.end || spell.start->first <= spell.end->last, "no spell ends before it starts");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const TwoTexts texts = two_texts({reinterpret_cast<const char*>(data + 1), size - 1});
    try {
        const Table table = read_csv(texts.first, "memberships.csv");
        SpellReading reading;
        reading.leave_out_faulty = (data[0] & 1U) != 0;
        reading.strict = (data[0] & 2U) == 0;
        Table institutions;
        if (!texts.second.empty()) {
            institutions = read_csv(texts.second, "institutions.csv");
            reading.institutions = &institutions;
        }
        std::vector<std::string> warnings;
        check_spells(read_membership_spells(table, reading, warnings), table.rows());
    } catch (const InputError&) {
    } catch (const LimitError&) {
    }
    return 0;
}
