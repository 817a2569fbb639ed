#include "align/similarity/ties.hpp"

#include "align/votes/joint_table.hpp"
#include "base/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace tarazy {
namespace {

std::string code_text(int state) {
    return std::to_string(state);
}

/// States in the order of the matrix's rows; the columns must name the same states.
std::vector<int> matrix_states(const Table& table, Diagnostics& diagnostics) {
    const auto codes = require_integers(table, "ccode");
    std::set<std::int64_t> seen;
    std::vector<int> states;
    for (std::size_t row = 0; row < codes.size(); ++row) {
        if (codes[row] < 0 || codes[row] > 1'000'000) {
            diagnostics.add(table.problem(row, "ccode", "ccode is missing or out of range", "give the state's code"));
            continue;
        }
        states.push_back(static_cast<int>(codes[row]));
        if (!seen.insert(codes[row]).second) {
            diagnostics.add(table.problem(row, "ccode", "state " + code_text(states.back()) + " has a row before",
                                          "keep one row for each state"));
        }
        if (!table.find(code_text(states.back()))) {
            diagnostics.add(table.problem(row, "ccode", "state " + code_text(states.back()) + " has no column",
                                          "a portfolio matrix has the same states in rows and columns"));
        }
    }
    if (table.names.size() != states.size() + 1) {
        diagnostics.add({table.origin.path, 1, 0,
                         std::to_string(states.size()) + " rows but " + std::to_string(table.names.size() - 1) +
                             " columns of states",
                         "a portfolio matrix has the same states in rows and columns"});
    }
    diagnostics.throw_if_any();
    return states;
}

void check_matrix(const Table& table, const std::vector<std::vector<std::int64_t>>& columns,
                  const std::vector<int>& states, Diagnostics& diagnostics) {
    for (std::size_t column = 0; column < states.size(); ++column) {
        const std::string name = code_text(states[column]);
        for (std::size_t row = 0; row < states.size(); ++row) {
            const std::int64_t code = columns[column][row];
            if (code < 0 || code > 3) {
                diagnostics.add(table.problem(row, name, "tie code is '" + table[name].display(row) + "'",
                                              "codes are 3 defence or offence, 2 neutrality or consultation, "
                                              "1 non-aggression, 0 none"));
            } else if (row == column && code != 3) {
                diagnostics.add(table.problem(row, name,
                                              "the tie of state " + name + " with itself is " + std::to_string(code),
                                              "a state's tie with itself is 3"));
            } else if (row < column && code != columns[row][column]) {
                diagnostics.add(table.problem(row, name,
                                              "the tie of " + code_text(states[row]) + " with " + name + " is " +
                                                  std::to_string(code) + " here and " +
                                                  std::to_string(columns[row][column]) + " the other way round",
                                              "ties have no direction: make both cells the same"));
            }
        }
    }
}

bool flagged(const Column& column, std::size_t row) {
    return column.real(row).value_or(0) > 0;
}

/// Columns of obligations, with or without the prefix of ATOP's own files.
const Column& obligation(const Table& table, const std::string& name) {
    const auto plain = table.find(name);
    const Column& column = plain ? table.columns[*plain] : require_column(table, "atop_" + name);
    if (column.type() == ColumnType::text) (void)require_integers(table, plain ? name : "atop_" + name);
    return column;
}

std::vector<int> system_members(const Table& system, int year, std::vector<std::string>& warnings) {
    const std::vector<std::string> needed = {"ccode", "styear", "endyear"};
    require_columns(system, needed);
    const auto codes = require_integers(system, "ccode");
    const auto last = require_integers(system, "endyear");
    if (codes.empty()) {
        throw InputError({system.origin.path, 0, 0, "the list of states has no rows", "give a state system list"});
    }
    const std::int64_t ends = *std::ranges::max_element(last);
    const std::int64_t asked = std::min<std::int64_t>(year, ends);
    if (asked < year) {
        warnings.push_back("the state system list ends in " + std::to_string(ends) +
                           "; its members of that year are "
                           "taken for " +
                           std::to_string(year));
    }
    std::set<int> members;
    for (const std::size_t row : system_rows(system, year)) members.insert(static_cast<int>(codes[row]));
    return {members.begin(), members.end()};
}

template <typename Value>
Column dyad_column(const std::vector<std::pair<std::size_t, std::size_t>>& dyads, Value value) {
    using Cell = decltype(value(std::size_t{}));
    std::vector<Cell> cells(dyads.size());
    for (std::size_t i = 0; i < dyads.size(); ++i) cells[i] = value(i);
    return Column(std::move(cells));
}

TieTable tabulate(const TieMatrix& ties, std::size_t a, std::size_t b) {
    TieTable table;
    for (std::size_t k = 0; k < ties.states.size(); ++k) {
        ++table.count[static_cast<std::size_t>(ties.code(a, k))][static_cast<std::size_t>(ties.code(b, k))];
    }
    return table;
}

/// S with weights (Signorino & Ritter 1999, eq. 4).
double weighted_s(const TieMatrix& ties, std::span<const double> weights, std::size_t a, std::size_t b) {
    if (weights.empty()) return Column::missing_real;
    double apart = 0, total = 0;
    for (std::size_t k = 0; k < ties.states.size(); ++k) {
        apart += weights[k] * std::abs(ties.code(a, k) - ties.code(b, k));
        total += weights[k];
    }
    return total > 0 ? 1 - 2 * apart / (3 * total) : Column::missing_real;
}

}  // namespace

std::optional<std::size_t> TieMatrix::state_index(int state) const {
    const auto found = std::ranges::lower_bound(states, state);
    if (found == states.end() || *found != state) return std::nullopt;
    return static_cast<std::size_t>(found - states.begin());
}

TieMatrix load_tie_matrix(const Table& table) {
    Diagnostics diagnostics;
    const std::vector<int> in_file = matrix_states(table, diagnostics);
    std::vector<std::vector<std::int64_t>> columns;
    for (const int state : in_file) columns.push_back(require_integers(table, code_text(state)));
    check_matrix(table, columns, in_file, diagnostics);
    diagnostics.throw_if_any();
    TieMatrix ties;
    ties.states = in_file;
    std::ranges::sort(ties.states);
    const std::size_t n = ties.states.size();
    ties.codes.resize(n * n);
    for (std::size_t column = 0; column < n; ++column) {
        for (std::size_t row = 0; row < n; ++row) {
            ties.codes[*ties.state_index(in_file[row]) * n + *ties.state_index(in_file[column])] =
                static_cast<std::uint8_t>(columns[column][row]);
        }
    }
    return ties;
}

std::vector<TieRow> tie_rows(const Table& dyad_years, std::span<const int> states, int year) {
    const auto first = require_integers(dyad_years, "ccode1"), second = require_integers(dyad_years, "ccode2");
    const auto years = require_integers(dyad_years, "year");
    const auto place_of = [&](std::int64_t state) -> std::optional<std::size_t> {
        const auto found = std::ranges::lower_bound(states, state);
        if (found == states.end() || *found != state) return std::nullopt;
        return static_cast<std::size_t>(found - states.begin());
    };
    std::vector<TieRow> rows;
    for (std::size_t row = 0; row < years.size(); ++row) {
        if (years[row] != year) continue;
        const auto a = place_of(first[row]), b = place_of(second[row]);
        if (a && b) rows.push_back({row, *a, *b});  // else a party outside the state system of the year
    }
    return rows;
}

std::vector<std::size_t> system_rows(const Table& system, int year) {
    const auto first = require_integers(system, "styear"), last = require_integers(system, "endyear");
    if (last.empty()) return {};
    const std::int64_t asked = std::min<std::int64_t>(year, *std::ranges::max_element(last));
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < last.size(); ++row)
        if (first[row] <= asked && asked <= last[row]) rows.push_back(row);
    return rows;
}

TieMatrix atop_ties(const Table& dyad_years, const Table& system, int year) {
    TieMatrix ties;
    ties.year = year;
    ties.states = system_members(system, year, ties.warnings);
    const std::size_t n = ties.states.size();
    ties.codes.assign(n * n, 0);
    for (std::size_t i = 0; i < n; ++i) ties.codes[i * n + i] = 3;
    const auto years = require_integers(dyad_years, "year");
    const Column &defense = obligation(dyad_years, "defense"), &offense = obligation(dyad_years, "offense"),
                 &neutral = obligation(dyad_years, "neutral"), &consul = obligation(dyad_years, "consul"),
                 &nonagg = obligation(dyad_years, "nonagg");
    for (const auto& [row, a, b] : tie_rows(dyad_years, ties.states, year)) {
        std::uint8_t code = 0;
        if (flagged(nonagg, row)) code = 1;
        if (flagged(neutral, row) || flagged(consul, row)) code = 2;
        if (flagged(defense, row) || flagged(offense, row)) code = 3;
        for (const std::size_t cell : {a * n + b, b * n + a}) ties.codes[cell] = std::max(ties.codes[cell], code);
    }
    const bool covered = std::ranges::find(years, year) != years.end();
    if (!covered) {
        throw InputError({dyad_years.origin.path, 0, 0, "no alliances of the year " + std::to_string(year),
                          "choose a year that the file covers"});
    }
    return ties;
}

std::vector<double> tie_weights(const TieMatrix& ties, const Table& weights, std::vector<std::string>& warnings) {
    const auto codes = require_integers(weights, "ccode");
    const bool plain = weights.find("weight").has_value();
    const std::vector<double> values = require_reals(weights, plain ? "weight" : "cinc");
    const auto years = plain ? std::vector<std::int64_t>() : require_integers(weights, "year");
    if (!plain && !ties.year) {
        throw UsageError("the weights are by year; say which with --year");
    }
    std::map<std::int64_t, double> of_state;
    Diagnostics diagnostics;
    for (std::size_t row = 0; row < codes.size(); ++row) {
        if ((!plain && years[row] != *ties.year) || std::isnan(values[row])) continue;
        if (values[row] < 0) {
            diagnostics.add(
                weights.problem(row, plain ? "weight" : "cinc", "a weight is negative", "weights are 0 or more"));
        }
        if (!of_state.emplace(codes[row], values[row]).second) {
            diagnostics.add(weights.problem(row, "ccode",
                                            "state " + std::to_string(codes[row]) + " has a weight already",
                                            "keep one weight for each state and year"));
        }
    }
    diagnostics.throw_if_any();
    std::vector<double> result;
    std::size_t lacking = 0;
    for (const int state : ties.states) {
        const auto found = of_state.find(state);
        lacking += found == of_state.end() ? 1 : 0;
        result.push_back(found == of_state.end() ? 0 : found->second);
    }
    if (lacking > 0) warnings.push_back(std::to_string(lacking) + " states have no weight and count as 0");
    return result;
}

Table tie_similarity(const TieMatrix& ties, std::span<const double> weights, std::span<const int> states,
                     const Work& work) {
    std::vector<std::pair<std::size_t, std::size_t>> dyads;
    const auto chosen = [&](std::size_t i) {
        return states.empty() || std::ranges::find(states, ties.states[i]) != states.end();
    };
    for (std::size_t a = 0; a < ties.states.size(); ++a) {
        for (std::size_t b = a + 1; chosen(a) && b < ties.states.size(); ++b) {
            if (chosen(b)) dyads.emplace_back(a, b);
        }
    }
    std::vector<TieTable> valued(dyads.size());
    std::vector<BinaryTable> present(dyads.size());
    WorkStep step(work, "dyads", dyads.size());
    for (std::size_t i = 0; i < dyads.size(); ++i) {
        step.advance();
        valued[i] = tabulate(ties, dyads[i].first, dyads[i].second);
        present[i] = binary(valued[i]);
    }
    Table table;
    table.add("ccode1", dyad_column(dyads, [&](std::size_t i) { return std::int64_t{ties.states[dyads[i].first]}; }));
    table.add("ccode2", dyad_column(dyads, [&](std::size_t i) { return std::int64_t{ties.states[dyads[i].second]}; }));
    table.add("n", dyad_column(dyads, [&](std::size_t i) { return valued[i].total(); }));
    const auto measure = [&](const char* name, auto value) {
        table.add(name,
                  dyad_column(dyads, [&](std::size_t i) -> double { return value(i).value_or(Column::missing_real); }));
    };
    using enum Distance;
    measure("s_val_abs", [&](std::size_t i) { return s_score(valued[i], absolute); });
    measure("s_val_sq", [&](std::size_t i) { return s_score(valued[i], squared); });
    measure("s_bin", [&](std::size_t i) { return s_score(present[i], absolute); });
    measure("s_val_abs_cinc",
            [&](std::size_t i) { return std::optional(weighted_s(ties, weights, dyads[i].first, dyads[i].second)); });
    measure("kappa_val_nominal", [&](std::size_t i) { return weighted_kappa(valued[i], nominal); });
    measure("kappa_val_sq", [&](std::size_t i) { return weighted_kappa(valued[i], squared); });
    measure("kappa_val_abs", [&](std::size_t i) { return weighted_kappa(valued[i], absolute); });
    measure("kappa_bin", [&](std::size_t i) { return weighted_kappa(present[i], nominal); });
    measure("pi_val_nominal", [&](std::size_t i) { return weighted_pi(valued[i], nominal); });
    measure("pi_val_sq", [&](std::size_t i) { return weighted_pi(valued[i], squared); });
    measure("pi_val_abs", [&](std::size_t i) { return weighted_pi(valued[i], absolute); });
    measure("pi_bin", [&](std::size_t i) { return weighted_pi(present[i], nominal); });
    measure("tau_b", [&](std::size_t i) { return tau_b(valued[i]); });
    std::vector<std::string> reasons(dyads.size());
    for (std::size_t i = 0; i < dyads.size(); ++i) {
        const bool defined = tau_b(valued[i]) && weighted_kappa(present[i], nominal);
        if (!defined) reasons[i] = "constant";
    }
    table.add("reason", Column(std::span<const std::string>(reasons)));
    return table;
}

Table tie_table(const TieMatrix& ties) {
    Table table;
    table.add("ccode", Column(std::vector<std::int64_t>(ties.states.begin(), ties.states.end())));
    for (std::size_t column = 0; column < ties.states.size(); ++column) {
        std::vector<std::int64_t> cells;
        for (std::size_t row = 0; row < ties.states.size(); ++row) cells.push_back(ties.code(row, column));
        table.add(code_text(ties.states[column]), Column(std::move(cells)));
    }
    return table;
}

}  // namespace tarazy
