#include "text/reliability/coded_units.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace tarazy {
namespace {

/// Cells of the coders' columns as texts, one vector a coder.
struct CoderCells {
    std::vector<std::string> coders;
    std::vector<std::vector<std::string>> texts;
};

void refuse_repeats(const std::vector<std::string>& names, const std::string& option) {
    std::set<std::string> met;
    for (const std::string& name : names) {
        if (!met.insert(name).second) throw UsageError(option + ": '" + name + "' stands twice; name each once");
    }
}

CoderCells cells_of_coders(const Table& table, const CodedUnitsReading& reading) {
    CoderCells cells;
    cells.coders = reading.coders;
    if (cells.coders.empty()) {
        for (const std::string& name : table.names) {
            if (name != reading.unit) cells.coders.push_back(name);
        }
    }
    refuse_repeats(cells.coders, "--coders");
    require_columns(table, cells.coders);
    std::vector<std::string> with_values;
    for (const std::string& coder : cells.coders) {
        cells.texts.push_back(require_texts(table, coder));
        if (std::ranges::any_of(cells.texts.back(), [](const std::string& text) { return !text.empty(); }))
            with_values.push_back(coder);
    }
    if (with_values.size() < 2) {
        const std::string who = with_values.empty() ? "there is no coder with a value"
                                                    : "there is one coder only, '" + with_values.front() + "'";
        throw InputError({table.origin.path, 1, 0, who + ": agreement needs two",
                          "let a second person code the same units, in a column of their own"});
    }
    return cells;
}

/// Units in ascending order, as row numbers.
std::vector<std::size_t> rows_by_unit(const Table& table, const std::string& column,
                                      const std::vector<std::string>& units) {
    Diagnostics problems;
    std::map<std::string_view, std::size_t> seen;
    for (std::size_t row = 0; row < units.size(); ++row) {
        if (units[row].empty()) {
            problems.add(table.problem(row, column, "a unit has no name", "give each unit a name of its own"));
        } else if (!seen.try_emplace(units[row], row).second) {
            problems.add(table.problem(row, column, "the unit '" + units[row] + "' stands here a second time",
                                       "keep one row a unit, with a column for each coder"));
        }
    }
    problems.throw_if_any();
    std::vector<std::size_t> rows(units.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::ranges::sort(rows, {}, [&](std::size_t row) -> const std::string& { return units[row]; });
    return rows;
}

/// Texts that are one number ("1", "1.0") are one code.
std::string plain_code(const std::string& text) {
    const auto number = parse_real(text);
    return number ? number_text(*number) : text;
}

/// The codes that occur, in order: numbers by size, else texts by bytes.
std::vector<std::string> occurring_codes(const CoderCells& cells) {
    std::set<std::string> met;
    for (const auto& texts : cells.texts) {
        for (const std::string& text : texts) {
            if (!text.empty()) met.insert(plain_code(text));
        }
    }
    std::vector<std::string> codes(met.begin(), met.end());
    if (std::ranges::all_of(codes, [](const std::string& code) { return parse_real(code).has_value(); }))
        std::ranges::sort(codes, {}, [](const std::string& code) { return *parse_real(code); });
    return codes;
}

/// What is wrong with a code at its level, with the remedy; empty if nothing.
std::pair<std::string, std::string> fault_of_code(const std::string& code, bool known,
                                                  const CodedUnitsReading& reading) {
    if (!known) return {"the code '" + code + "' is not among --codes", "add it there, or mend the cell"};
    const auto number = parse_real(code);
    if (reading.level == MeasurementLevel::ordinal && reading.codes.empty() && !number)
        return {"the code '" + code + "' is no number, and nothing says its rank",
                "give all codes from lowest to highest with --codes"};
    if (reading.level == MeasurementLevel::interval || reading.level == MeasurementLevel::ratio) {
        if (!number)
            return {"the code '" + code + "' is no number, as the level " + std::string(to_string(reading.level)) +
                        " needs",
                    "give numbers, or choose --level nominal or ordinal"};
        if (reading.level == MeasurementLevel::ratio && *number < 0)
            return {"the code " + code + " is below zero, which the level ratio has no place for",
                    "choose --level interval"};
    }
    return {};
}

}  // namespace

std::string_view to_string(MeasurementLevel level) noexcept {
    switch (level) {
        case MeasurementLevel::nominal: return "nominal";
        case MeasurementLevel::ordinal: return "ordinal";
        case MeasurementLevel::interval: return "interval";
        case MeasurementLevel::ratio: return "ratio";
    }
    return "";
}

CodedUnits read_coded_units(const Table& table, const CodedUnitsReading& reading) {
    require_column(table, reading.unit);
    const std::vector<std::string> units = require_texts(table, reading.unit);
    const std::vector<std::size_t> rows = rows_by_unit(table, reading.unit, units);
    const CoderCells cells = cells_of_coders(table, reading);
    CodedUnits coded;
    coded.coders = cells.coders;
    if (reading.codes.empty()) {
        coded.codes = occurring_codes(cells);
    } else {
        for (const std::string& code : reading.codes) coded.codes.push_back(plain_code(code));
        refuse_repeats(coded.codes, "--codes");
    }
    std::map<std::string, std::int32_t> place;
    for (const std::string& code : coded.codes) place.emplace(code, static_cast<std::int32_t>(place.size()));
    Diagnostics problems;
    for (const std::size_t row : rows) {
        coded.units.push_back(units[row]);
        for (std::size_t coder = 0; coder < cells.coders.size(); ++coder) {
            const std::string& text = cells.texts[coder][row];
            if (text.empty()) {
                coded.code.push_back(-1);
                continue;
            }
            const auto found = place.find(plain_code(text));
            const auto [what, remedy] = fault_of_code(text, found != place.end(), reading);
            if (!what.empty()) problems.add(table.problem(row, cells.coders[coder], what, remedy));
            coded.code.push_back(found == place.end() ? -1 : found->second);
        }
    }
    problems.throw_if_any();
    for (const std::string& code : coded.codes) {
        const auto number = parse_real(code);
        if (!number) {
            coded.numbers.clear();
            break;
        }
        coded.numbers.push_back(*number);
    }
    return coded;
}

}  // namespace tarazy
