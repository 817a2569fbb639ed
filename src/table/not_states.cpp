#include "table/not_states.hpp"

#include "table/state_codes_load.hpp"

#include <stdexcept>

namespace tarazy {
namespace {

NotState::Kind kind_of(const std::string& cell) {
    if (cell == "aggregate") return NotState::Kind::aggregate;
    if (cell == "territory") return NotState::Kind::territory;
    if (cell == "historical") return NotState::Kind::historical;
    throw std::logic_error("unknown kind " + cell);
}

}  // namespace

std::vector<NotState> parse_not_states(std::string_view csv) {
    std::size_t line = 1;
    try {
        if (take_record(csv) != std::vector<std::string>{"kind", "name", "codes", "part_of", "other_names"})
            throw std::logic_error("unexpected header");
        std::vector<NotState> entries;
        while (!csv.empty()) {
            ++line;
            const std::vector<std::string> cells = take_record(csv);
            if (cells.size() != 5) throw std::logic_error("unexpected number of cells");
            entries.push_back({kind_of(cells[0]), cells[1], split_list(cells[2]), cells[3], split_list(cells[4])});
        }
        return entries;
    } catch (const std::logic_error& error) {
        throw std::logic_error("not_states.csv, line " + std::to_string(line) + ": " + error.what());
    }
}

const std::vector<NotState>& all_not_states() {
    static const std::vector<NotState> entries = parse_not_states(not_states_csv());
    return entries;
}

std::string describe(const NotState& entry) {
    switch (entry.kind) {
        case NotState::Kind::aggregate: return "an aggregate, no state";
        case NotState::Kind::historical: return "in neither state system and without an ISO code";
        case NotState::Kind::territory: break;
    }
    return entry.part_of.empty() ? "a territory, no state" : "a territory (" + entry.part_of + "), no state";
}

}  // namespace tarazy
