#include "compare/coding_uncertainty.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace tarazy {
namespace {

bool alike(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

/// Numbers after the word ALT in a note; a word ALT without a number states nothing.
std::vector<double> noted_alternatives(const std::string& note) {
    std::vector<double> values;
    for (std::size_t at = note.find("ALT"); at != std::string::npos; at = note.find("ALT", at + 3)) {
        const bool whole_word = at == 0 || std::isalnum(static_cast<unsigned char>(note[at - 1])) == 0;
        std::size_t start = at + 3;
        while (start < note.size() && (note[start] == ' ' || note[start] == ':')) ++start;
        double value = 0;
        const auto [end, error] = std::from_chars(note.data() + start, note.data() + note.size(), value);
        if (whole_word && start > at + 3 && error == std::errc()) values.push_back(value);
    }
    return values;
}

/// Reads the cells table row by row against the cases it codes.
class CellReader {
public:
    CellReader(const Table& table, const Cases& cases, const CodingUncertaintyOptions& options)
        : table_(table), cases_(cases), options_(options) {
        for (std::size_t i = 0; i < cases.size(); ++i) case_number_.emplace(cases.names[i], i);
        for (std::size_t c = 0; c < cases.space.size(); ++c) column_number_.emplace(cases.space.conditions[c].name, c);
        column_number_.emplace(cases.outcome_column.column, cases.space.size());
    }

    CodingUncertainty read() {
        names_ = require_texts(table_, options_.case_column);
        variables_ = require_texts(table_, options_.variable_column);
        values_ = require_texts(table_, options_.value_column);
        confidence_ = texts_if_there(options_.confidence_column);
        alternatives_ = texts_if_there(options_.alternatives_column);
        notes_ = texts_if_there(options_.note_column);
        std::set<std::string> absent;
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            const auto column = column_number_.find(variables_[row]);
            if (column == column_number_.end()) continue;
            const auto at = case_number_.find(names_[row]);
            if (at == case_number_.end()) {
                absent.insert(names_[row]);
            } else {
                read_cell(row, column->second, at->second);
            }
        }
        if (seen_.empty() && problems_.empty()) problems_.add(no_cell_at_all());
        problems_.throw_if_any();
        note_absent(absent);
        std::ranges::sort(result_.cells, {}, [](const ContestableCell& c) { return std::pair(c.at, c.column); });
        return std::move(result_);
    }

private:
    std::vector<std::string> texts_if_there(const std::string& column) const {
        if (!table_.find(column)) return std::vector<std::string>(table_.rows());
        return require_texts(table_, column);
    }

    void read_cell(std::size_t row, std::size_t column, std::size_t at) {
        if (!seen_.emplace(at, column).second) {
            problems_.add(table_.problem(
                row, options_.variable_column,
                "the cell " + variables_[row] + " of '" + names_[row] + "' is coded twice",
                "keep one row a cell; write other readings into the column " + options_.alternatives_column));
            return;
        }
        ContestableCell cell{at, column, cell_value(cases_, column, at), {}};
        if (std::isnan(cell.value)) return;  // "does not apply": nothing to recode
        const std::optional<double> value = membership(row, column, options_.value_column, values_[row]);
        const auto confidence = confidence_of(row);
        if (!value || !confidence) return;
        cell.confidence = *confidence;
        if (!alike(*value, cell.value)) {
            problems_.add(table_.problem(row, options_.value_column,
                                         variables_[row] + " of '" + names_[row] + "' is " + values_[row] +
                                             " here and another value in " + place_of_cases(),
                                         "make the two tables agree"));
            return;
        }
        cell.others = stated(row, column);
        std::erase_if(cell.others, [&](double other) { return alike(other, cell.value); });
        if (cell.others.empty() && widened(cell.confidence)) {
            cell.others = neighbours(column, cell.value);
            cell.stated = false;
        }
        std::ranges::sort(cell.others);
        cell.others.erase(std::unique(cell.others.begin(), cell.others.end()), cell.others.end());
        if (!cell.others.empty()) result_.cells.push_back(std::move(cell));
    }

    /// The text as membership, or level, of the column; nothing after a fault.
    std::optional<double> membership(std::size_t row, std::size_t column, const std::string& where,
                                     const std::string& text) {
        const std::optional<double> value = parse_real(text);
        const bool outcome = column == cases_.space.size();
        const bool levels = outcome ? cases_.outcome_column.multi_value : cases_.space.conditions[column].multi_value;
        const double most = !levels ? 1 : outcome ? 63 : cases_.space.conditions[column].levels - 1.0;
        if (!value || *value < 0 || *value > most || (levels && *value != std::floor(*value))) {
            problems_.add(table_.problem(
                row, where, "'" + text + "' is no value of " + variables_[row],
                levels ? "write a whole number from 0 to " + number_text(most) : "write a number from 0 to 1"));
            return std::nullopt;
        }
        return outcome ? cases_.outcome_column.membership(*value) : *value;
    }

    std::optional<CodingConfidence> confidence_of(std::size_t row) {
        const std::string& text = confidence_[row];
        if (text.empty() || text == "high") return CodingConfidence::high;
        if (text == "medium") return CodingConfidence::medium;
        if (text == "low") return CodingConfidence::low;
        problems_.add(table_.problem(row, options_.confidence_column, "'" + text + "' is no confidence",
                                     "write high, medium or low"));
        return std::nullopt;
    }

    std::vector<double> stated(std::size_t row, std::size_t column) {
        std::vector<double> values;
        const std::string& list = alternatives_[row];
        for (std::size_t start = 0; start < list.size();) {
            const std::size_t end = std::min(list.find(';', start), list.size());
            std::string part = list.substr(start, end - start);
            std::erase(part, ' ');
            if (const auto value = membership(row, column, options_.alternatives_column, part)) {
                values.push_back(*value);
            }
            start = end + 1;
        }
        if (!list.empty()) return values;
        for (const double value : noted_alternatives(notes_[row])) {
            if (const auto read = membership(row, column, options_.note_column, number_text(value))) {
                values.push_back(*read);
            }
        }
        return values;
    }

    bool widened(CodingConfidence confidence) const {
        if (options_.widening == Widening::none) return false;
        return confidence == CodingConfidence::low ||
               (confidence == CodingConfidence::medium && options_.widening == Widening::low_and_medium);
    }

    std::vector<double> neighbours(std::size_t column, double value) const {
        const bool outcome = column == cases_.space.size();
        if (!outcome && cases_.space.conditions[column].multi_value) {
            std::vector<double> others;
            for (unsigned level = 0; level < cases_.space.conditions[column].levels; ++level) {
                if (level != value) others.push_back(level);
            }
            return others;
        }
        const std::vector<double>& codes = outcome ? cases_.outcome : cases_.membership[column];
        const bool crisp =
            std::ranges::all_of(codes, [](double code) { return std::isnan(code) || code == 0 || code == 1; });
        if (crisp) return {1 - value};
        std::vector<double> scale = options_.scale;
        if (outcome && cases_.outcome_column.negated) {
            for (double& step : scale) step = 1 - step;
            std::ranges::reverse(scale);
        }
        std::optional<double> below, above;
        for (const double step : scale) {
            if (alike(step, value)) continue;
            if (step < value) below = step;
            if (step > value && !above) above = step;
        }
        std::vector<double> others;
        if (below) others.push_back(*below);
        if (above) others.push_back(*above);
        return others;
    }

    Problem no_cell_at_all() const {
        std::vector<std::string> wanted;
        for (const auto& [name, number] : column_number_) wanted.push_back(name);
        const std::string first = variables_.empty() ? "" : variables_.front();
        return table_.problem(0, options_.variable_column, "no row codes a cell of this comparison",
                              "write names of the case table into " + options_.case_column + " and " +
                                  options_.variable_column + "; " + name_hint(first, wanted));
    }

    std::string place_of_cases() const { return cases_.source.empty() ? "the case table" : cases_.source; }

    void note_absent(const std::set<std::string>& absent) {
        if (absent.empty()) return;
        std::string text;
        for (const std::string& name : absent) text += (text.empty() ? "" : ", ") + name;
        result_.notes.push_back("cells of cases that the comparison does not have are not used: " + text);
    }

    const Table& table_;
    const Cases& cases_;
    const CodingUncertaintyOptions& options_;
    std::map<std::string, std::size_t> case_number_, column_number_;
    std::vector<std::string> names_, variables_, values_, confidence_, alternatives_, notes_;
    std::set<std::pair<std::size_t, std::size_t>> seen_;
    Diagnostics problems_;
    CodingUncertainty result_;
};

}  // namespace

CodingUncertainty read_coding_uncertainty(const Table& cells, const Cases& cases,
                                          const CodingUncertaintyOptions& options) {
    require_columns(cells,
                    std::vector<std::string>{options.case_column, options.variable_column, options.value_column});
    return CellReader(cells, cases, options).read();
}

const std::string& column_name(const Cases& cases, std::size_t column) {
    return column < cases.space.size() ? cases.space.conditions[column].name : cases.outcome_name;
}

double cell_value(const Cases& cases, std::size_t column, std::size_t at) {
    return column < cases.space.size() ? cases.membership[column][at] : cases.outcome[at];
}

void recode(Cases& cases, std::size_t column, std::size_t at, double value) {
    (column < cases.space.size() ? cases.membership[column][at] : cases.outcome[at]) = value;
}

}  // namespace tarazy
