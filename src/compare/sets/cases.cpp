#include "compare/sets/cases.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "compare/sets/level_list.hpp"

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
        const bool logical =
            text == "TRUE" || text == "FALSE" || text == "true" || text == "false" || text == "True" || text == "False";
        problems.add(table.problem(row, name, "'" + text + "' is no membership",
                                   logical
                                       ? "write 1 and 0, or add --recode " + name + ":TRUE=1,FALSE=0 with these words"
                                       : "write a number from 0 to 1, a whole number for a multi-value condition, "
                                         "or leave the cell empty"));
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

/// A column may be called like an outcome with a level: then it is that column.
OutcomeColumn outcome_of(const Table& table, const CaseOptions& options) {
    if (table.find(options.outcome)) return {options.outcome, options.negate};
    return outcome_named(options.outcome, options.negate);
}

std::string outcome_text(const OutcomeColumn& outcome) {
    std::string text = (outcome.negated ? "~" : "") + outcome.column;
    for (std::size_t i = 0; i < outcome.levels.size(); ++i)
        text += (i == 0 ? "{" : ",") + std::to_string(outcome.levels[i]);
    return text + (outcome.levels.empty() ? "" : "}");
}

/// The outcome as membership; negation and level applied.
std::vector<double> outcome_membership(const Table& table, const SetColumn& column, const OutcomeColumn& name,
                                       Diagnostics& problems) {
    std::vector<double> result = column.cells;
    for (const unsigned level : name.levels) {
        if (level < column.levels) continue;
        throw UsageError("outcome: '" + column.name + "' has the values 0 to " + std::to_string(column.levels - 1) +
                         ", not " + std::to_string(level));
    }
    if (column.multi_value && name.levels.empty()) {
        problems.add(table.problem(0, column.name, "the outcome has several values",
                                   "say which one is to be explained: --outcome '" + column.name + "{1}'"));
        return result;
    }
    for (double& value : result) {
        if (value != no_cell) value = name.membership(value);
    }
    if (problems.empty() && std::ranges::all_of(result, [](double value) { return value == no_cell; })) {
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
                     const std::vector<double>& outcome, const std::string& outcome_column,
                     const std::vector<double>& weights) {
    cases.membership.resize(columns.size());
    for (std::size_t row = 0; row < all_names.size(); ++row) {
        std::string lacking = outcome[row] == no_cell ? outcome_column : "";
        for (const SetColumn& column : columns) {
            if (column.cells[row] == no_cell) add_item(lacking, column.name);
        }
        if (!lacking.empty()) {
            cases.warnings.push_back("case '" + all_names[row] + "' is left out: no value of " + lacking);
            continue;
        }
        cases.names.push_back(all_names[row]);
        cases.outcome.push_back(outcome[row]);
        if (!weights.empty()) cases.weights.push_back(weights[row]);
        for (std::size_t c = 0; c < columns.size(); ++c) cases.membership[c].push_back(columns[c].cells[row]);
    }
}

/// "2 cases have a membership of 0.5 (x1: A; x2: A, B) and belong to no row"; `where` has one text a case.
std::string told_halves(const Cases& cases, const std::vector<std::string>& where) {
    constexpr std::size_t most_named = 20;
    std::size_t count = 0;
    std::string named;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (where[i].empty() || ++count > most_named) continue;
        add_item(named, cases.names[i] + ": " + where[i], "; ");
    }
    if (count == 0) return "";
    if (count > most_named) named += "; and " + std::to_string(count - most_named) + " more";
    return std::to_string(count) + (count == 1 ? " case has" : " cases have") + " a membership of 0.5 (" + named +
           (count == 1 ? ") and belongs to no row" : ") and belong to no row");
}

void apply_ties(const Table& table, Cases& cases, TiePolicy ties) {
    Diagnostics problems;
    std::vector<std::string> where(cases.size());
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        const Condition& condition = cases.space.conditions[c];
        if (condition.multi_value) continue;
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (cases.membership[c][i] != 0.5) continue;
            // A hair beside the tie moves the case into a row and no sum by more than 1e-9 of a case.
            if (ties == TiePolicy::up) cases.membership[c][i] = 0.5 + 1e-12;
            if (ties == TiePolicy::down) cases.membership[c][i] = 0.5 - 1e-12;
            if (ties == TiePolicy::keep) add_item(where[i], condition.name);
            if (ties == TiePolicy::error) {
                problems.add({table.origin.path, 0, 0, "case '" + cases.names[i] + "' has 0.5 on " + condition.name,
                              "decide on which side it is, or choose another --ties"});
            }
        }
    }
    problems.throw_if_any();
    cases.halves = told_halves(cases, where);
}

/// Printed expressions would not say where such a name ends.
void check_condition_name(const std::string& name) {
    const std::size_t at = name.starts_with('~') ? 0 : name.find_first_of("*+;{}");
    if (at == std::string::npos) return;
    throw UsageError("condition '" + name + "': '" + name[at] +
                     "' has a meaning in expressions; give the column another name (--rename NEW='" + name + "')");
}

/// For how many cases each row stands. @returns nothing when no column says so
std::vector<double> read_weights(const Table& table, const std::string& name, Diagnostics& problems) {
    constexpr double most = 1e9;
    std::vector<double> weights;
    for (std::size_t row = 0; !name.empty() && row < table.rows(); ++row) {
        const Column& column = table[name];
        const std::string text = column.display(row);
        const std::optional<double> weight = column.missing(row) ? std::nullopt : parse_real(text);
        weights.push_back(weight.value_or(0));
        if (weight && *weight >= 0 && *weight <= most && *weight == std::floor(*weight)) continue;
        problems.add(table.problem(row, name,
                                   text.empty() ? "the frequency is missing" : "'" + text + "' is no frequency",
                                   "write for how many cases the row stands, a whole number; 0 leaves it out"));
    }
    return weights;
}

}  // namespace

bool stands_before(std::string_view a, std::string_view b) {
    const auto number = [](std::string_view name) {
        return !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
    };
    const bool both = number(a) && number(b);
    if (number(a) != number(b)) return number(a);
    if (both && a.size() != b.size()) return a.size() < b.size();
    return a < b;
}

double OutcomeColumn::membership(double value) const {
    double explained = levels.empty() ? value : 0;
    for (const unsigned level : levels) {
        // Y{1} of a fuzzy set is the set itself and Y{0} its absence; levels of several ask for equality.
        const double one = multi_value ? (value == level ? 1 : 0) : level == 1 ? value : 1 - value;
        explained = levels.size() == 2 && !multi_value ? 1 : std::max(explained, one);
    }
    return negated ? 1 - explained : explained;
}

OutcomeColumn outcome_named(const std::string& text, bool negate) {
    OutcomeColumn outcome{text, negate};
    if (outcome.column.starts_with('~')) {
        outcome.column.erase(0, 1);
        outcome.negated = !outcome.negated;
    }
    const std::size_t bracket = outcome.column.find_first_of("{[");
    if (bracket == std::string::npos || !outcome.column.ends_with(outcome.column[bracket] == '{' ? '}' : ']'))
        return outcome;
    const auto list = read_level_list(std::string_view(outcome.column).substr(bracket));
    if (!list || list->length != outcome.column.size() - bracket) {
        throw UsageError("outcome '" + text + "': write the level as a whole number, as in Y{1}, or several, Y{1,2}");
    }
    outcome.levels = list->levels;
    outcome.column.erase(bracket);
    while (outcome.column.ends_with(' ')) outcome.column.pop_back();
    return outcome;
}

std::size_t Cases::count(std::span<const std::size_t> members) const {
    double sum = 0;
    for (const std::size_t i : members) sum += weight_at(weights, i);
    return static_cast<std::size_t>(sum);
}

namespace {

/// @throws UsageError, or InputError with every column that is lacking
void require_used_columns(const Table& table, const CaseOptions& options, const std::string& outcome) {
    if (options.conditions.empty()) throw UsageError("name at least one condition");
    std::vector<std::string> needed = {options.case_column};
    if (!outcome.empty()) needed.push_back(outcome);
    if (!options.frequency.empty()) needed.push_back(options.frequency);
    if (!outcome.empty() && outcome == options.frequency)
        throw UsageError("'" + outcome + "' cannot be outcome and frequency at once");
    for (const std::string& name : options.conditions) {
        check_condition_name(name);
        if (name == outcome) throw UsageError("'" + name + "' cannot be condition and outcome at once");
        if (name == options.frequency) throw UsageError("'" + name + "' cannot be condition and frequency at once");
        if (std::ranges::count(options.conditions, name) > 1)
            throw UsageError("condition '" + name + "' is named twice");
        needed.push_back(name);
    }
    require_columns(table, needed);
}

Cases read_rows(const Table& table, const CaseOptions& options, bool with_outcome, const std::vector<double>& weights) {
    OutcomeColumn outcome_name = outcome_of(table, options);
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
    cases.outcome_name = outcome_text(outcome_name);
    cases.outcome_column = outcome_name;
    settle_missing(cases, options.missing, names, columns, explained);
    drop_incomplete(cases, names, columns, explained, outcome_name.column, weights);
    if (cases.names.empty()) {
        throw InputError(Problem{table.origin.path, 0, 0, "no case has a value in every column used",
                                 "fill the missing cells or use fewer conditions"});
    }
    return cases;
}

Cases read_columns(const Table& table, const CaseOptions& options, bool with_outcome) {
    require_used_columns(table, options, with_outcome ? outcome_of(table, options).column : "");
    Diagnostics problems;
    std::vector<double> weights = read_weights(table, options.frequency, problems);
    problems.throw_if_any();
    std::vector<std::size_t> kept;
    for (std::size_t row = 0; row < weights.size(); ++row)
        if (weights[row] > 0) kept.push_back(row);
    if (kept.size() == weights.size()) return read_rows(table, options, with_outcome, weights);
    const std::size_t dropped = weights.size() - kept.size();
    std::erase(weights, 0.0);
    Cases cases = read_rows(take_rows(table, kept), options, with_outcome, weights);
    cases.warnings.insert(cases.warnings.begin(), std::to_string(dropped) + (dropped == 1 ? " row" : " rows") +
                                                      " with a frequency of 0 left out");
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
