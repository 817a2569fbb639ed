#include "table/state_system.hpp"

#include "base/number_text.hpp"
#include "table/state_codes.hpp"
#include "table/table_rows.hpp"

namespace tarazy {

Table state_system_table() {
    constexpr std::int64_t list_ends = 2016;
    TableRows rows(IntegerColumn{"ccode"}, IntegerColumn{"styear"}, IntegerColumn{"endyear"});
    for (const State& state : all_states()) {
        if (!state.cow) continue;
        for (const SystemSpell& spell : state.cow_spells)
            rows.add(state.cow, parse_integer(spell.first.substr(0, 4)),
                     spell.last.empty() ? list_ends : *parse_integer(spell.last.substr(0, 4)));
    }
    Table table = rows.table();
    table.origin.path = "the program's list of states";
    return table;
}

}  // namespace tarazy
