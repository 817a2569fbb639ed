#include "analyses/write_study/recognise/coverage.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "io/byte_stream.hpp"
#include "table/membership_spells.hpp"
#include "table/state_codes.hpp"
#include "table/state_name_form.hpp"
#include "table/state_reference.hpp"
#include "table/year_of_column.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace tarazy {
namespace {

bool is_digit_char(char c) {
    return c >= '0' && c <= '9';
}

std::optional<std::string> code_of_state(std::string_view text) {
    const State* state = state_meant(text);
    if (state == nullptr) return std::nullopt;
    return state->iso3.empty() ? state->cow_abb : state->iso3;
}

void widen_years(DataCoverage& coverage, int year) {
    if (!coverage.years) coverage.years = std::pair(year, year);
    coverage.years->first = std::min(coverage.years->first, year);
    coverage.years->second = std::max(coverage.years->second, year);
}

/// Counts the states of cells, each distinct text looked up once.
class StateCells {
public:
    explicit StateCells(DataCoverage& coverage) : coverage_(coverage) {}

    void add(const std::string& cell, std::size_t times = 1) {
        if (cell.empty()) return;
        const auto [entry, fresh] = known_.try_emplace(cell);
        if (fresh) look_up(cell, entry->second);
        for (const std::string& code : entry->second) coverage_.states[code] += times;
    }

private:
    void look_up(const std::string& cell, std::vector<std::string>& codes) {
        // Some lists name several in a cell: "365, 371".
        std::vector<std::string> parts = {cell};
        if (!code_of_state(cell) && cell.find_first_of(",;") != std::string::npos)
            parts = listed(cell, cell.find(';') == std::string::npos ? ',' : ';');
        for (const std::string& part : parts) {
            const auto code = code_of_state(part);
            if (!code) continue;
            codes.push_back(*code);
            coverage_.written.try_emplace(*code, part);
        }
        if (codes.empty()) coverage_.not_states.push_back(cell);
    }

    DataCoverage& coverage_;
    std::unordered_map<std::string, std::vector<std::string>> known_;
};

/// How often each distinct cell stands in a column.
std::vector<std::pair<std::string, std::size_t>> counted_cells(const Column& column) {
    std::vector<std::pair<std::string, std::size_t>> cells;
    if (column.type() == ColumnType::text) {
        std::vector<std::size_t> counts(column.texts().levels.size());
        for (const std::int32_t code : column.texts().codes)
            if (code >= 0) ++counts[static_cast<std::size_t>(code)];
        for (std::size_t k = 0; k < counts.size(); ++k) cells.emplace_back(column.texts().levels[k], counts[k]);
        return cells;
    }
    std::unordered_map<double, std::size_t> places;
    for (std::size_t row = 0; row < column.size(); ++row) {
        const auto number = column.real(row);
        if (!number) continue;
        const auto [place, fresh] = places.try_emplace(*number, cells.size());
        if (fresh) cells.emplace_back(column.display(row), 0);
        ++cells[place->second].second;
    }
    return cells;
}

void add_years(DataCoverage& coverage, const Column& column, bool sessions) {
    constexpr int year_before_session_1 = 1945;
    constexpr int most_sessions = 200;
    for (const auto& [cell, count] : counted_cells(column)) {
        if (count == 0) continue;
        if (sessions) {
            const auto session = parse_integer(cell);
            if (session && *session >= 1 && *session <= most_sessions)
                widen_years(coverage, year_before_session_1 + static_cast<int>(*session));
        } else if (const auto year = year_of_cell(cell)) {
            widen_years(coverage, *year);
        }
    }
}

const Column* column_with_key(const Table& table, const std::string& wanted) {
    const auto found = std::ranges::find(table.names, column_key(wanted), column_key);
    return found == table.names.end() ? nullptr : &table.columns[static_cast<std::size_t>(found - table.names.begin())];
}

/// Text from one tab to the next of a line, by ordinal from 0.
std::string_view tab_field(std::string_view line, std::size_t ordinal) {
    for (; ordinal > 0; --ordinal) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) return {};
        line.remove_prefix(tab + 1);
    }
    return line.substr(0, line.find('\t'));
}

/// Adds up lines that come in pieces.
class BareLines {
public:
    BareLines(DataCoverage& coverage, const DataLayout& layout)
        : coverage_(coverage), cells_(coverage), layout_(layout) {}

    void add(std::string_view piece) {
        while (true) {
            const std::size_t end = piece.find('\n');
            if (end == std::string_view::npos) {
                rest_ += piece;
                return;
            }
            if (rest_.empty()) {
                line(piece.substr(0, end));
            } else {
                rest_ += piece.substr(0, end);
                line(rest_);
                rest_.clear();
            }
            piece.remove_prefix(end + 1);
        }
    }
    void end() {
        line(rest_);
        for (const auto& [year, count] : years_) widen_years(coverage_, year);
        for (const auto& [state, count] : std::map(states_.begin(), states_.end())) cells_.add(state, count);
    }

private:
    void line(std::string_view text) {
        if (text.empty()) return;
        ++coverage_.rows;
        if (const auto year = year_of_cell(tab_field(text, layout_.date_field))) ++years_[*year];
        for (const std::size_t field : layout_.state_fields) {
            const std::string_view state = tab_field(text, field);
            if (!state.empty()) ++states_[std::string(state)];
        }
    }

    DataCoverage& coverage_;
    StateCells cells_;
    const DataLayout& layout_;
    std::string rest_;
    std::map<int, std::size_t> years_;
    std::unordered_map<std::string, std::size_t> states_;
};

}  // namespace

std::optional<int> year_of_cell(std::string_view cell) {
    for (std::size_t at = 0; at < cell.size(); ++at) {
        if (!is_digit_char(cell[at])) continue;
        std::size_t end = at;
        while (end < cell.size() && is_digit_char(cell[end])) ++end;
        const std::size_t digits = end - at;
        if (digits == 4 || digits == 6 || digits == 8) {
            const int year = static_cast<int>(*parse_integer(cell.substr(at, 4)));
            if (year >= 1000 && year <= 2999) return year;
        }
        at = end;
    }
    return std::nullopt;
}

std::optional<std::string> state_of_squeezed_name(std::string_view text) {
    static const std::unordered_map<std::string, std::string> squeezed = [] {
        std::unordered_map<std::string, std::string> names;
        const auto add = [&](const std::string& name, const State& state) {
            names.try_emplace(column_key(folded_name(name)), state.iso3.empty() ? state.cow_abb : state.iso3);
        };
        for (const State& state : all_states()) add(state.name_en, state);
        for (const State& state : all_states())
            for (const std::string& name : state.other_names) add(name, state);
        return names;
    }();
    if (const auto code = code_of_state(text)) return code;
    const auto found = squeezed.find(column_key(folded_name(text)));
    return found == squeezed.end() ? std::nullopt : std::optional(found->second);
}

DataCoverage coverage_of(const Table& table, const DataLayout& layout) {
    DataCoverage coverage;
    coverage.rows = table.rows();
    StateCells cells(coverage);
    for (const std::string& name : layout.state_columns) {
        const Column* column = column_with_key(table, name);
        if (column == nullptr) continue;
        for (const auto& [cell, count] : counted_cells(*column)) cells.add(cell, count);
    }
    for (const std::string& name : {layout.year_column, layout.last_year_column}) {
        const Column* column = name.empty() ? nullptr : column_with_key(table, name);
        if (column != nullptr) add_years(coverage, *column, layout.assembly);
    }
    if (layout.year_columns > 0) {
        for (const std::string& name : table.names)
            if (const auto year = year_of_column(name)) widen_years(coverage, *year);
    }
    return coverage;
}

DataCoverage coverage_of_bare_file(const std::string& path, const DataLayout& layout, const Work& work) {
    DataCoverage coverage;
    BareLines lines(coverage, layout);
    ByteStream stream(path, work);
    std::string piece(std::size_t{1} << 20, '\0');
    while (const std::size_t got = stream.read(piece.data(), piece.size()))
        lines.add(std::string_view(piece).substr(0, got));
    lines.end();
    return coverage;
}

DataCoverage coverage_by_look(const Table& table) {
    static const std::vector<std::string> years = {"year", "time", "date", "год", "жыл", "Год", "Жыл"};
    static const std::vector<std::string> states = {
        "iso3",   "iso3c",       "ccode", "state",    "country", "country_code", "cowcode", "ccode1",  "ccode2",
        "страна", "государство", "ел",    "мемлекет", "Страна",  "Государство",  "Ел",      "Мемлекет"};
    DataLayout looks;
    for (const std::string& name : table.names) {
        const auto is_named = [&](const std::string& one) { return column_key(one) == column_key(name); };
        if (looks.year_column.empty() && std::ranges::any_of(years, is_named)) looks.year_column = name;
        if (std::ranges::any_of(states, is_named)) looks.state_columns.push_back(name);
    }
    return coverage_of(table, looks);
}

}  // namespace tarazy
