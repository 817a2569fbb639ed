#include "table/table_rules.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_cut.hpp"
#include "base/text_lists.hpp"
#include "table/keys.hpp"
#include "table/lone_mark.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

std::string shown(const Column& column, std::size_t row) {
    return shortened(column.display(row));
}

std::optional<double> number_of(const Column& column, std::size_t row) {
    return column.type() == ColumnType::text ? parse_real(*column.text(row)) : column.real(row);
}

class RuleCheck {
public:
    RuleCheck(const Table& table, const TableRules& rules) : table_(table), rules_(rules) {}

    std::vector<Problem> run() {
        for (const auto& key : rules_.keys) check_key(key);
        for (const auto& name : rules_.integers) check_integers(name);
        for (const auto& name : rules_.numbers) check_numbers(name);
        for (const auto& name : rules_.required) check_present(name, "is missing, but required");
        for (const auto& rule : rules_.allowed) check_allowed(rule);
        for (const auto& rule : rules_.ranges) check_range(rule);
        std::ranges::stable_sort(problems_, {},
                                 [](const Problem& problem) { return std::tuple(problem.line, problem.column); });
        return std::move(problems_);
    }

private:
    const Column* column(const std::string& name) {
        if (const auto index = table_.find(name)) return &table_.columns[*index];
        if (lacking_.insert(name).second) {
            problems_.push_back(
                {table_.origin.path, 1, 0, "there is no column '" + name + "'", name_hint(name, table_.names)});
        }
        return nullptr;
    }

    void report(std::size_t row, const std::string& name, const std::string& what, const std::string& remedy) {
        problems_.push_back(table_.problem(row, name, what, remedy));
    }

    /// Reports every known cell that fails.
    template <typename Passes>
    void check_cells(const std::string& name, const std::string& fault, const std::string& remedy, Passes passes) {
        const Column* const cells = column(name);
        for (std::size_t row = 0; cells != nullptr && row < cells->size(); ++row) {
            if (cells->missing(row) || passes(*cells, row)) continue;
            report(row, name, name + " is '" + shown(*cells, row) + "', " + fault, remedy);
        }
    }

    void check_present(const std::string& name, const std::string& fault) {
        const Column* const cells = column(name);
        for (std::size_t row = 0; cells != nullptr && row < cells->size(); ++row) {
            if (cells->missing(row)) report(row, name, name + ' ' + fault, "fill the cell, or remove the row");
        }
    }

    void check_key(const std::vector<std::string>& key) {
        bool complete = true;
        for (const std::string& name : key) complete = column(name) != nullptr && complete;
        if (!complete) return;
        for (const std::string& name : key) check_present(name, "is missing, but part of the key");
        for (const RepeatedKey& repeated : repeated_keys(table_, key)) {
            const std::size_t first = table_.problem(repeated.first_row, key.front(), "", "").line;
            report(repeated.row, key.front(),
                   key_text(table_, key, repeated.row) + " stands already on line " + std::to_string(first),
                   "keep one of the two rows");
        }
    }

    void check_integers(const std::string& name) {
        check_cells(name, "not an integer", "mend the cell, or leave it empty if it is not known",
                    [](const Column& cells, std::size_t row) {
                        if (cells.type() == ColumnType::integer) return true;
                        if (cells.type() == ColumnType::text) return parse_integer(*cells.text(row)).has_value();
                        return *cells.real(row) == std::trunc(*cells.real(row));
                    });
    }

    bool of_decimal_commas(const std::string& name) const {
        const auto index = table_.find(name);
        return index && is_of_decimal_commas(table_.columns[*index]);
    }

    void check_numbers(const std::string& name) {
        check_cells(name, "not a finite number", "mend the cell, or leave it empty if it is not known",
                    [commas = of_decimal_commas(name)](const Column& cells, std::size_t row) {
                        return number_of(cells, row).has_value() || (commas && has_decimal_comma(*cells.text(row)));
                    });
    }

    void check_allowed(const TableRules::Allowed& rule) {
        const std::set<std::string, std::less<>> texts(rule.values.begin(), rule.values.end());
        std::set<double> numbers;
        for (const std::string& value : rule.values) {
            if (const auto number = parse_real(value)) numbers.insert(*number);
        }
        check_cells(rule.column, "not among the allowed values", "allowed: " + first_few(rule.values, 8),
                    [&](const Column& cells, std::size_t row) {
                        if (cells.type() == ColumnType::text) return texts.contains(*cells.text(row));
                        return numbers.contains(*cells.real(row));
                    });
    }

    void check_range(const TableRules::Range& rule) {
        const std::string range = (rule.lowest ? "from " + number_text(*rule.lowest) : std::string()) +
                                  (rule.lowest && rule.highest ? " " : "") +
                                  (rule.highest ? "to " + number_text(*rule.highest) : std::string());
        check_cells(rule.column, "outside the range", "allowed: " + range, [&](const Column& cells, std::size_t row) {
            const auto number = number_of(cells, row);
            return number && !(rule.lowest && *number < *rule.lowest) && !(rule.highest && *number > *rule.highest);
        });
    }

    const Table& table_;
    const TableRules& rules_;
    std::set<std::string> lacking_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> breaches(const Table& table, const TableRules& rules) {
    return RuleCheck(table, rules).run();
}

}  // namespace tarazy
