#include "trace/chronology/source_conflicts.hpp"

#include "base/nearest_name.hpp"
#include "table/table_rows.hpp"
#include "trace/chronology/chronology.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

const std::vector<std::string> conflict_columns = {"event", "attribute", "value_a", "source_a", "value_b", "source_b"};

}  // namespace

std::vector<SourceConflict> read_conflicts(const Table& table, std::span<const std::string> ids,
                                           Diagnostics& diagnostics) {
    require_columns(table, conflict_columns);
    std::vector<std::vector<std::string>> cells;
    for (const std::string& name : conflict_columns) cells.push_back(require_texts(table, name));

    std::vector<SourceConflict> conflicts;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t c = 0; c < conflict_columns.size(); ++c) {
            if (cells[c][row].empty()) {
                diagnostics.add(
                    table.problem(row, conflict_columns[c], conflict_columns[c] + " is empty",
                                  "a conflict names the event, what is disputed, two values and their two sources"));
            }
        }
        SourceConflict conflict{cells[0][row], cells[1][row], cells[2][row],
                                cells[3][row], cells[4][row], cells[5][row]};
        if (!conflict.event.empty() && std::ranges::find(ids, conflict.event) == ids.end()) {
            diagnostics.add(table.problem(row, "event", "there is no event '" + conflict.event + "' in the chronology",
                                          name_hint(conflict.event, ids)));
        }
        if (!conflict.value_a.empty() && conflict.value_a == conflict.value_b) {
            diagnostics.add(table.problem(row, "value_b", "both sources say '" + conflict.value_a + "'",
                                          "leave the row out, or correct the value that is wrong"));
        }
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

Table conflicts_by_event(std::span<const ChronologyEvent> events, std::span<const SourceConflict> conflicts) {
    std::map<std::string, std::vector<const SourceConflict*>> of_event;
    for (const SourceConflict& conflict : conflicts) of_event[conflict.event].push_back(&conflict);

    TableRows rows(TextColumn{"event"}, TextColumn{"title"}, IntegerColumn{"conflicts"}, ListColumn{"attributes"});
    for (const ChronologyEvent& event : events) {
        const auto found = of_event.find(event.id);
        if (found == of_event.end()) continue;
        std::vector<std::string> named;
        for (const SourceConflict* conflict : found->second) {
            if (std::ranges::find(named, conflict->attribute) == named.end()) named.push_back(conflict->attribute);
        }
        rows.add(event.id, event.title, found->second.size(), named);
    }
    return rows.table();
}

}  // namespace tarazy
