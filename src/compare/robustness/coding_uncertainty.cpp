#include "compare/robustness/coding_uncertainty.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <optional>

namespace tarazy {
namespace {

bool alike(double a, double b) {
    return std::abs(a - b) < 1e-9;
}

/// Without the last digits of a subtraction: 0.33 of 1 - 0.67.
double tidy(double value) {
    return std::round(value * 1e12) / 1e12;
}

/// Numbers after the word ALT in a note; a word ALT without a number states nothing.
std::vector<double> noted_alternatives(const std::string& note) {
    std::vector<double> values;
    for (std::size_t at = note.find("ALT"); at != std::string::npos; at = note.find("ALT", at + 3)) {
        const bool whole_word = at == 0 || std::isalnum(static_cast<unsigned char>(note[at - 1])) == 0;
        std::size_t start = at + 3;
        while (start < note.size() && (note[start] == ' ' || note[start] == ':')) ++start;
        double value = 0;
        // "0,33", as notes in Kazakh and Russian write it.
        std::string number = note.substr(start, note.find_first_not_of("0123456789.,-+eE", start) - start);
        if (const std::size_t comma = number.find(',');
            comma != std::string::npos && comma + 1 < number.size() && number.find('.') == std::string::npos)
            number[comma] = '.';
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
        if (whole_word && start > at + 3 && error == std::errc()) values.push_back(value);
    }
    return values;
}

/// Adds to each coded cell what else it could be.
class CellReader {
public:
    CellReader(const Table& table, const Cases& cases, const CodingUncertaintyOptions& options)
        : table_(table), cases_(cases), options_(options) {}

    CodingUncertainty read() {
        const CodedCells coded = read_coded_cells(table_, cases_, options_.columns, problems_);
        variables_ = require_texts(table_, options_.columns.variable_column);
        confidence_ = texts_if_there(options_.confidence_column);
        alternatives_ = texts_if_there(options_.alternatives_column);
        notes_ = texts_if_there(options_.note_column);
        for (const CodedCell& cell : coded.cells) {
            if (cell.column < cases_.space.size()) continue;
            const auto level = parse_real(table_[options_.columns.value_column].display(cell.row));
            highest_level_ = std::max(highest_level_, static_cast<unsigned>(level.value_or(0)));
        }
        for (const CodedCell& cell : coded.cells) add_cell(cell);
        problems_.throw_if_any();
        note_absent(coded.absent);
        std::ranges::sort(result_.cells, {}, [](const ContestableCell& c) { return std::pair(c.at, c.column); });
        return std::move(result_);
    }

private:
    struct Value {
        double membership, written;
    };

    std::vector<std::string> texts_if_there(const std::string& column) const {
        if (!table_.find(column)) return std::vector<std::string>(table_.rows());
        return require_texts(table_, column);
    }

    void add_cell(const CodedCell& coded) {
        const auto confidence = confidence_of(coded.row);
        if (std::isnan(coded.value) || !confidence) return;  // "does not apply": nothing to recode
        ContestableCell cell{coded.at, coded.column, cell_value(cases_, coded.column, coded.at), {}};
        cell.confidence = *confidence;
        cell.written = parse_real(table_[options_.columns.value_column].display(coded.row)).value_or(cell.value);
        for (const Value& other : stated(coded.row, coded.column)) add_other(cell, other);
        if (cell.others.empty() && widened(cell.confidence)) {
            for (const double other : neighbours(coded.column, cell.value))
                for (const double written : written_as(coded.column, other)) add_other(cell, {other, written});
            cell.stated = false;
        }
        for (std::vector<double>* values : {&cell.others, &cell.others_written}) {
            std::ranges::sort(*values);
            values->erase(std::unique(values->begin(), values->end()), values->end());
        }
        if (!cell.others.empty()) result_.cells.push_back(std::move(cell));
    }

    static void add_other(ContestableCell& cell, const Value& other) {
        if (alike(other.membership, cell.value)) return;
        cell.others.push_back(other.membership);
        cell.others_written.push_back(other.written);
    }

    /// What the file may hold for a cell to have this value.
    std::vector<double> written_as(std::size_t column, double value) const {
        const OutcomeColumn& outcome = cases_.outcome_column;
        if (column < cases_.space.size()) return {value};
        std::vector<double> candidates = {value, tidy(1 - value)};
        if (outcome.multi_value) {
            candidates.clear();
            for (unsigned level = 0; level <= highest_level_; ++level) candidates.push_back(level);
        }
        std::vector<double> written;
        for (const double candidate : candidates)
            if (alike(outcome.membership(candidate), value)) written.push_back(candidate);
        return written;
    }

    /// The text as another value of the column; nothing after a fault.
    std::optional<Value> alternative(std::size_t row, std::size_t column, const std::string& where,
                                     const std::string& text) {
        const std::optional<double> value = coded_value(cases_, column, text);
        if (value && !std::isnan(*value)) return Value{*value, parse_real(text).value_or(*value)};
        problems_.add(table_.problem(row, where, "'" + text + "' is no other value of " + variables_[row],
                                     values_allowed(cases_, column, false)));
        return std::nullopt;
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

    std::vector<Value> stated(std::size_t row, std::size_t column) {
        std::vector<Value> values;
        const std::string& list = alternatives_[row];
        for (std::size_t start = 0; start < list.size();) {
            const std::size_t end = std::min(list.find(';', start), list.size());
            std::string part = list.substr(start, end - start);
            std::erase(part, ' ');
            if (const auto value = alternative(row, column, options_.alternatives_column, part)) {
                values.push_back(*value);
            }
            start = end + 1;
        }
        if (!list.empty()) return values;
        for (const double value : noted_alternatives(notes_[row])) {
            if (const auto read = alternative(row, column, options_.note_column, number_text(value))) {
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

    void note_absent(const std::vector<std::string>& absent) {
        if (absent.empty()) return;
        result_.notes.push_back("cells of cases that the comparison does not have are not used: " +
                                joined(absent, ", "));
    }

    const Table& table_;
    const Cases& cases_;
    const CodingUncertaintyOptions& options_;
    std::vector<std::string> variables_, confidence_, alternatives_, notes_;
    unsigned highest_level_ = 0;  ///< of an outcome with levels
    Diagnostics problems_;
    CodingUncertainty result_;
};

}  // namespace

std::string_view to_string(CodingConfidence confidence) noexcept {
    switch (confidence) {
        case CodingConfidence::high: return "high";
        case CodingConfidence::medium: return "medium";
        case CodingConfidence::low: return "low";
    }
    return "";
}

CodingUncertainty read_coding_uncertainty(const Table& cells, const Cases& cases,
                                          const CodingUncertaintyOptions& options) {
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
