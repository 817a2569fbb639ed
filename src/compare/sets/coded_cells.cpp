#include "compare/sets/coded_cells.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

bool same_value(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) < 1e-9;
}

bool multi_value(const Cases& cases, std::size_t column) {
    return column == cases.space.size() ? cases.outcome_column.multi_value : cases.space.conditions[column].multi_value;
}

double highest(const Cases& cases, std::size_t column) {
    if (!multi_value(cases, column)) return 1;
    return column == cases.space.size() ? 63 : cases.space.conditions[column].levels - 1.0;
}

class CodedCellReader {
public:
    CodedCellReader(const Table& table, const Cases& cases, const CellColumns& columns, Diagnostics& problems)
        : table_(table), cases_(cases), columns_(columns), problems_(problems) {
        for (std::size_t c = 0; c < cases.space.size(); ++c) column_number_.emplace(cases.space.conditions[c].name, c);
        column_number_.emplace(cases.outcome_column.column, cases.space.size());
    }

    CodedCells read() {
        require_columns(table_, std::vector<std::string>{columns_.variable_column, columns_.value_column});
        result_.case_column = name_cases();
        const std::vector<std::string> names = require_texts(table_, result_.case_column);
        variables_ = require_texts(table_, columns_.variable_column);
        std::set<std::string> absent;
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            const auto column = column_number_.find(variables_[row]);
            if (column == column_number_.end()) continue;
            if (const auto at = case_number_.find(names[row]); at == case_number_.end())
                absent.insert(names[row]);
            else
                read_cell(row, column->second, at->second);
        }
        if (result_.coded.empty() && problems_.empty()) throw InputError(no_cell_at_all());
        result_.absent.assign(absent.begin(), absent.end());
        return std::move(result_);
    }

private:
    /// Finds the column that names the cases, and what the names there stand for.
    std::string name_cases() {
        for (std::size_t i = 0; i < cases_.size(); ++i) case_number_.emplace(cases_.names[i], i);
        const Table* wide = columns_.case_table;
        if (wide != nullptr && wide->find(columns_.case_column)) {
            wide_names_ = require_texts(*wide, columns_.case_column);
            for (std::size_t row = 0; row < wide->rows(); ++row) wide_row_.emplace(wide_names_[row], row);
        }
        if (table_.find(columns_.case_column)) return columns_.case_column;
        if (table_.find("case")) {
            if (!wide_names_.empty() && wide->find("case")) take_names_of(require_texts(*wide, "case"));
            return "case";
        }
        for (const std::string& name : table_.names) {
            if (name == columns_.variable_column || name == columns_.value_column) continue;
            const std::vector<std::string> texts = require_texts(table_, name);
            if (std::ranges::any_of(texts, [&](const auto& text) { return case_number_.contains(text); })) return name;
        }
        require_columns(table_, std::vector<std::string>{columns_.case_column});
        return columns_.case_column;
    }

    /// The cases by another column of their table.
    void take_names_of(const std::vector<std::string>& keys) {
        std::map<std::string, std::size_t> by_key;
        for (std::size_t row = 0; row < keys.size(); ++row) {
            if (const auto at = case_number_.find(wide_names_[row]); at != case_number_.end())
                by_key.emplace(keys[row], at->second);
        }
        case_number_ = std::move(by_key);
    }

    void read_cell(std::size_t row, std::size_t column, std::size_t at) {
        if (!result_.coded.emplace(at, column).second) {
            problems_.add(
                table_.problem(row, columns_.variable_column,
                               "the cell " + variables_[row] + " of '" + cases_.names[at] + "' is coded twice",
                               "keep one row a cell; write other readings into a column 'alt'"));
            return;
        }
        const std::string text = table_[columns_.value_column].display(row);
        const std::optional<double> value = coded_value(cases_, column, text);
        if (!value) {
            problems_.add(table_.problem(row, columns_.value_column, "'" + text + "' is no value of " + variables_[row],
                                         values_allowed(cases_, column, column < cases_.space.size())));
            return;
        }
        if (!agrees(column, at, text, *value)) {
            problems_.add(table_.problem(row, columns_.value_column,
                                         "'" + text + "' is not the value of " + variables_[row] +
                                             " in the table of cases, '" + text_of_case(column, at) + "', of '" +
                                             cases_.names[at] + "'",
                                         "make both files say the same"));
            return;
        }
        result_.cells.push_back({row, at, column, *value});
    }

    /// Is the cell as it was coded in the case table the same?
    bool agrees(std::size_t column, std::size_t at, const std::string& text, double value) const {
        const double ours = column < cases_.space.size() ? cases_.membership[column][at] : cases_.outcome[at];
        if (!same_value(value, ours)) return false;
        if (column < cases_.space.size() || wide_names_.empty()) return true;
        // Two levels that are not the one explained are the same outcome and not the same coding.
        const std::optional<double> here = parse_real(text), there = parse_real(text_of_case(column, at));
        return !here || !there || same_value(*here, *there);
    }

    std::string text_of_case(std::size_t column, std::size_t at) const {
        const std::string& name =
            column < cases_.space.size() ? cases_.space.conditions[column].name : cases_.outcome_column.column;
        const auto row = wide_row_.find(cases_.names[at]);
        if (row != wide_row_.end() && columns_.case_table->find(name))
            return (*columns_.case_table)[name].display(row->second);
        const double ours = column < cases_.space.size() ? cases_.membership[column][at] : cases_.outcome[at];
        return std::isnan(ours) ? "-" : number_text(ours);
    }

    Problem no_cell_at_all() const {
        std::vector<std::string> wanted;
        for (const auto& [name, number] : column_number_) wanted.push_back(name);
        return table_.problem(0, columns_.variable_column, "no row codes a cell of this comparison",
                              "write names of the case table into " + result_.case_column + " and " +
                                  columns_.variable_column + "; " +
                                  name_hint(variables_.empty() ? "" : variables_.front(), wanted));
    }

    const Table& table_;
    const Cases& cases_;
    const CellColumns& columns_;
    Diagnostics& problems_;
    std::map<std::string, std::size_t> case_number_, column_number_, wide_row_;
    std::vector<std::string> wide_names_, variables_;
    CodedCells result_;
};

}  // namespace

CodedCells read_coded_cells(const Table& cells, const Cases& cases, const CellColumns& columns, Diagnostics& problems) {
    return CodedCellReader(cells, cases, columns, problems).read();
}

std::optional<double> coded_value(const Cases& cases, std::size_t column, const std::string& text) {
    const bool outcome = column == cases.space.size();
    if (text == "-" && !outcome) return std::nan("");
    const std::optional<double> value = parse_real(text);
    if (!value || *value < 0 || *value > highest(cases, column)) return std::nullopt;
    if (multi_value(cases, column) && *value != std::floor(*value)) return std::nullopt;
    return outcome ? cases.outcome_column.membership(*value) : *value;
}

std::string values_allowed(const Cases& cases, std::size_t column, bool dash) {
    const std::string numbers = multi_value(cases, column)
                                    ? "write a whole number from 0 to " + number_text(highest(cases, column))
                                    : "write a number from 0 to 1";
    return numbers + (dash ? ", or - where it does not apply" : "");
}

}  // namespace tarazy
