#include "table/state_codes_load.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

extern "C" {
extern const char tarazy_state_codes_begin[];
extern const char tarazy_state_codes_end[];
extern const char tarazy_state_aliases_begin[];
extern const char tarazy_state_aliases_end[];
extern const char tarazy_not_states_begin[];
extern const char tarazy_not_states_end[];
}

namespace tarazy {
namespace {

constexpr std::array<std::string_view, 16> state_columns = {
    "cow",     "cow_abb",     "gw",        "iso2",     "iso3",     "former_iso", "name_en", "name_ru",
    "name_kk", "other_names", "cow_first", "cow_last", "gw_first", "gw_last",    "note",    "doubtful"};

std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}

std::optional<int> state_number(const std::string& cell) {
    if (cell.empty()) return std::nullopt;
    const auto value = parse_integer(cell);
    if (!value || *value < 1 || *value > 999) throw std::logic_error("state number " + cell);
    return static_cast<int>(*value);
}

std::vector<SystemSpell> spells(const std::string& firsts, const std::string& lasts) {
    const std::vector<std::string> first = split_list(firsts), last = split_list(lasts);
    if (first.size() != last.size()) throw std::logic_error("unpaired spells " + firsts + " and " + lasts);
    std::vector<SystemSpell> result;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first[i].size() != 10 || (last[i] != ".." && last[i] < first[i])) throw std::logic_error("spell " + firsts);
        result.push_back({first[i], last[i] == ".." ? std::string() : last[i]});
    }
    return result;
}

State state_of(const std::vector<std::string>& cell) {
    State state;
    state.cow = state_number(cell[0]);
    state.cow_abb = cell[1];
    state.gw = state_number(cell[2]);
    state.iso2 = cell[3];
    state.iso3 = cell[4];
    state.former_iso = split_list(cell[5]);
    state.name_en = cell[6];
    state.name_ru = cell[7];
    state.name_kk = cell[8];
    state.other_names = split_list(cell[9]);
    state.cow_spells = spells(cell[10], cell[11]);
    state.gw_spells = spells(cell[12], cell[13]);
    state.note = cell[14];
    state.doubtful = split_list(cell[15]);
    return state;
}

}  // namespace

std::vector<std::string> split_list(std::string_view cell) {
    std::vector<std::string> items;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find(';'), cell.size());
        items.emplace_back(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return items;
}

std::vector<std::string> take_record(std::string_view& text) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    std::size_t i = 0;
    for (; i < text.size() && (quoted || text[i] != '\n'); ++i) {
        if (text[i] == '"') {
            if (quoted && i + 1 < text.size() && text[i + 1] == '"')
                cells.back() += text[++i];
            else
                quoted = !quoted;
        } else if (text[i] == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += text[i];
        }
    }
    text.remove_prefix(std::min(i + 1, text.size()));
    return cells;
}

std::vector<State> parse_state_codes(std::string_view csv) {
    std::size_t line = 1;
    try {
        const std::vector<std::string> header = take_record(csv);
        if (!std::equal(header.begin(), header.end(), state_columns.begin(), state_columns.end())) {
            throw std::logic_error("unexpected header");
        }
        std::vector<State> states;
        while (!csv.empty()) {
            ++line;
            const std::vector<std::string> cells = take_record(csv);
            if (cells.size() != state_columns.size()) throw std::logic_error("unexpected number of cells");
            states.push_back(state_of(cells));
        }
        return states;
    } catch (const std::logic_error& error) {
        throw std::logic_error("state_codes.csv, line " + std::to_string(line) + ": " + error.what());
    }
}

void add_aliases(std::vector<State>& states, std::string_view csv) {
    std::size_t line = 1;
    try {
        if (take_record(csv) != std::vector<std::string>{"state", "names"}) throw std::logic_error("unexpected header");
        while (!csv.empty()) {
            ++line;
            const std::vector<std::string> cells = take_record(csv);
            if (cells.size() != 2) throw std::logic_error("unexpected number of cells");
            const auto state = std::ranges::find(states, cells[0], &State::name_en);
            if (state == states.end()) throw std::logic_error("no state " + cells[0]);
            for (std::string& name : split_list(cells[1])) state->other_names.push_back(std::move(name));
        }
    } catch (const std::logic_error& error) {
        throw std::logic_error("state_aliases.csv, line " + std::to_string(line) + ": " + error.what());
    }
}

std::string_view state_codes_csv() {
    return between(tarazy_state_codes_begin, tarazy_state_codes_end);
}

std::string_view state_aliases_csv() {
    return between(tarazy_state_aliases_begin, tarazy_state_aliases_end);
}

std::string_view not_states_csv() {
    return between(tarazy_not_states_begin, tarazy_not_states_end);
}

}  // namespace tarazy
