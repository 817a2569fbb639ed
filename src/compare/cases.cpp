#include "compare/cases.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr double no_cell = -1.0;  // never a legal membership

/// One column of the table as memberships or levels; `no_cell` where the cell is missing, NaN where it is "-".
struct SetColumn {
    std::string name;
    std::vector<double> cells;
    bool multi_value = false, does_not_apply = false;
    unsigned levels = 2;
};

double read_set_cell(const Table& table, const std::string& name, std::size_t row, bool dash, Diagnostics& problems) {
    const Column& column = table[name];
    const std::string text = column.display(row);
    if (column.missing(row) || text == "NA") return no_cell;
    if (text == "-" && dash) return std::nan("");
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        problems.add(table.problem(row, name, "'" + text + "' is no membership",
                                   "write a number from 0 to 1, a whole number for a multi-value condition, or leave "
                                   "the cell empty"));
        return no_cell;
    }
    if (value < 0 || (value > 1 && value != std::floor(value)) || value > 63) {
        problems.add(table.problem(row, name, text + " is outside [0, 1]", "calibrate the column first"));
        return no_cell;
    }
    return value;
}

/// Whole numbers with some above 1 are levels; then 0.5 and the like, and levels nobody has, are faults.
void settle_levels(const Table& table, SetColumn& column, Diagnostics& problems) {
    double top = 0;
    for (const double value : column.cells) top = std::max(top, std::isnan(value) ? 0 : value);
    if (top <= 1) return;
    column.multi_value = true;
    column.levels = static_cast<unsigned>(top) + 1;
    std::set<double> seen;
    for (std::size_t row = 0; row < column.cells.size(); ++row) {
        const double value = column.cells[row];
        if (std::isnan(value) || value == no_cell) continue;
        if (value != std::floor(value)) {
            problems.add(table.problem(row, column.name, number_text(value) + " stands among values above 1",
                                       "use shares from 0 to 1, or whole numbers as levels, not both"));
        }
        seen.insert(value);
    }
    for (unsigned level = 0; level < column.levels; ++level) {
        if (seen.contains(level)) continue;
        problems.add(table.problem(
            0, column.name,
            "no case has level " + std::to_string(level) + " of 0 to " + std::to_string(column.levels - 1),
            "number the levels from 0 without gaps"));
    }
}

SetColumn read_set(const Table& table, const std::string& name, bool dash, Diagnostics& problems) {
    SetColumn column{name, {}};
    const std::size_t before = problems.count();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        column.cells.push_back(read_set_cell(table, name, row, dash, problems));
        if (std::isnan(column.cells.back())) column.does_not_apply = true;
    }
    if (problems.count() == before) settle_levels(table, column, problems);
    return column;
}

void check_names(const Table& table, const std::string& name, const std::vector<std::string>& names,
                 Diagnostics& problems) {
    std::unordered_map<std::string, std::size_t> first;
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (names[row].empty()) {
            problems.add(table.problem(row, name, "the case has no name", "name every case"));
        } else if (const auto [at, fresh] = first.emplace(names[row], row); !fresh) {
            problems.add(table.problem(
                row, name,
                "case '" + names[row] + "' stands already as row " + std::to_string(at->second + 1) + " of the table",
                "give every case one row and a name of its own"));
        }
    }
}

OutcomeColumn read_outcome_name(const CaseOptions& options) {
    OutcomeColumn name{options.outcome, options.negate};
    if (name.column.starts_with('~')) {
        name.column.erase(0, 1);
        name.negated = !name.negated;
    }
    const std::size_t brace = name.column.find('{');
    if (brace != std::string::npos && name.column.ends_with('}')) {
        const std::string inner = name.column.substr(brace + 1, name.column.size() - brace - 2);
        const auto [end, error] = std::from_chars(inner.data(), inner.data() + inner.size(), name.level);
        if (error != std::errc() || end != inner.data() + inner.size()) {
            throw UsageError("outcome '" + options.outcome + "': write the level as a whole number, as in Y{1}");
        }
        name.column.erase(brace);
    }
    return name;
}

/// The outcome as membership; negation and level applied.
std::vector<double> outcome_membership(const Table& table, const SetColumn& column, const OutcomeColumn& name,
                                       Diagnostics& problems) {
    std::vector<double> result = column.cells;
    if (column.multi_value && name.level < 0) {
        problems.add(table.problem(0, column.name, "the outcome has several values",
                                   "say which one is to be explained: --outcome '" + column.name + "{1}'"));
        return result;
    }
    for (double& value : result) {
        if (value != no_cell) value = name.membership(value);
    }
    if (std::ranges::all_of(result, [](double value) { return value == no_cell; })) {
        problems.add(table.problem(0, column.name, "the outcome has no value at all", "code the outcome of each case"));
    }
    return result;
}

/// Lists the missing cells and, where asked for, puts the lowest or highest value there.
void settle_missing(Cases& cases, MissingPolicy policy, const std::vector<std::string>& names,
                    std::vector<SetColumn>& columns, std::vector<double>& outcome) {
    const auto settle = [&](std::size_t row, const std::string& column, double top, double& cell) {
        if (cell != no_cell) return;
        cases.missing.push_back({names[row], column});
        if (policy != MissingPolicy::drop) cell = policy == MissingPolicy::highest ? top : 0;
    };
    for (std::size_t row = 0; row < names.size(); ++row) {
        for (SetColumn& column : columns) settle(row, column.name, column.levels - 1.0, column.cells[row]);
        settle(row, cases.outcome_name, 1, outcome[row]);
    }
}

void drop_incomplete(Cases& cases, const std::vector<std::string>& all_names, const std::vector<SetColumn>& columns,
                     const std::vector<double>& outcome, const std::string& outcome_column) {
    cases.membership.resize(columns.size());
    for (std::size_t row = 0; row < all_names.size(); ++row) {
        std::string lacking = outcome[row] == no_cell ? outcome_column : "";
        for (const SetColumn& column : columns) {
            if (column.cells[row] == no_cell) lacking += (lacking.empty() ? "" : ", ") + column.name;
        }
        if (!lacking.empty()) {
            cases.warnings.push_back("case '" + all_names[row] + "' is left out: no value of " + lacking);
            continue;
        }
        cases.names.push_back(all_names[row]);
        cases.outcome.push_back(outcome[row]);
        for (std::size_t c = 0; c < columns.size(); ++c) cases.membership[c].push_back(columns[c].cells[row]);
    }
}

void apply_ties(const Table& table, Cases& cases, TiePolicy ties) {
    Diagnostics problems;
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        const Condition& condition = cases.space.conditions[c];
        if (condition.multi_value) continue;
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (cases.membership[c][i] != 0.5) continue;
            const std::string what = "case '" + cases.names[i] + "' has 0.5 on " + condition.name;
            // A hair beside the tie moves the case into a row and no sum by more than 1e-9 of a case.
            if (ties == TiePolicy::up) cases.membership[c][i] = 0.5 + 1e-12;
            if (ties == TiePolicy::down) cases.membership[c][i] = 0.5 - 1e-12;
            if (ties == TiePolicy::keep) cases.warnings.push_back(what + ": it belongs to no row of the truth table");
            if (ties == TiePolicy::error) {
                problems.add({table.origin.path, 0, 0, what, "decide on which side it is, or choose another --ties"});
            }
        }
    }
    problems.throw_if_any();
}

}  // namespace

double OutcomeColumn::membership(double value) const {
    // Y{1} of a fuzzy set is the set itself; every other level asks for equality.
    const bool one_of_levels = level >= 0 && (multi_value || level != 1);
    const double explained = one_of_levels ? (value == level ? 1 : 0) : value;
    return negated ? 1 - explained : explained;
}

namespace {

Cases read_columns(const Table& table, const CaseOptions& options, bool with_outcome) {
    if (options.conditions.empty()) throw UsageError("name at least one condition");
    OutcomeColumn outcome_name = read_outcome_name(options);
    std::vector<std::string> needed = {options.case_column};
    if (with_outcome) needed.push_back(outcome_name.column);
    for (const std::string& name : options.conditions) {
        if (with_outcome && name == outcome_name.column)
            throw UsageError("'" + name + "' cannot be condition and outcome at once");
        if (std::ranges::count(options.conditions, name) > 1)
            throw UsageError("condition '" + name + "' is named twice");
        needed.push_back(name);
    }
    require_columns(table, needed);
    Diagnostics problems;
    const std::vector<std::string> names = require_texts(table, options.case_column);
    check_names(table, options.case_column, names, problems);
    std::vector<SetColumn> columns;
    std::vector<Condition> conditions;
    for (const std::string& name : options.conditions) {
        columns.push_back(read_set(table, name, true, problems));
        const SetColumn& column = columns.back();
        conditions.push_back({name, column.levels, column.multi_value, column.does_not_apply});
    }
    SetColumn outcome;
    if (with_outcome) outcome = read_set(table, outcome_name.column, false, problems);
    if (names.empty()) problems.add({table.origin.path, 0, 0, "the table has no case", "add one row a case"});
    outcome_name.multi_value = outcome.multi_value;
    std::vector<double> explained(names.size(), 0.0);
    if (with_outcome && !names.empty()) explained = outcome_membership(table, outcome, outcome_name, problems);
    problems.throw_if_any();

    Cases cases;
    cases.source = table.origin.path;
    cases.space = PropertySpace(std::move(conditions));
    cases.outcome_name = (outcome_name.negated ? "~" : "") + outcome_name.column +
                         (outcome_name.level >= 0 ? "{" + std::to_string(outcome_name.level) + "}" : "");
    cases.outcome_column = outcome_name;
    settle_missing(cases, options.missing, names, columns, explained);
    drop_incomplete(cases, names, columns, explained, outcome_name.column);
    if (cases.names.empty()) {
        throw InputError(Problem{table.origin.path, 0, 0, "no case has a value in every column used",
                                 "fill the missing cells or use fewer conditions"});
    }
    return cases;
}

}  // namespace

Cases read_cases(const Table& table, const CaseOptions& options) {
    Cases cases = read_columns(table, options, true);
    apply_ties(table, cases, options.ties);
    return cases;
}

Cases read_sets(const Table& table, const CaseOptions& options) {
    return read_columns(table, options, false);
}

double literal_membership(const Cases& cases, std::size_t condition, unsigned level, std::size_t at) {
    const double value = cases.membership[condition][at];
    if (std::isnan(value)) return 0;
    if (cases.space.conditions[condition].multi_value) return value == level ? 1 : 0;
    return level == 1 ? value : 1 - value;
}

std::vector<double> term_membership(const Cases& cases, Literals term) {
    std::vector<double> result(cases.size(), 1.0);
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        const int level = cases.space.level(term, c);
        if (level < 0) continue;
        for (std::size_t i = 0; i < result.size(); ++i) {
            result[i] = std::min(result[i], literal_membership(cases, c, static_cast<unsigned>(level), i));
        }
    }
    return result;
}

std::vector<double> model_membership(const Cases& cases, const std::vector<Literals>& model) {
    std::vector<double> result(cases.size(), 0.0);
    for (const Literals term : model) {
        const std::vector<double> one = term_membership(cases, term);
        for (std::size_t i = 0; i < result.size(); ++i) result[i] = std::max(result[i], one[i]);
    }
    return result;
}

}  // namespace tarazy
