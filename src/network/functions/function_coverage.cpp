#include "network/functions/function_coverage.hpp"

#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::size_t most_enumerated = 16;

/// Sums of weights and of their squares.
struct WeightSums {
    double sum = 0, squares = 0;
    void add(double weight) {
        sum += weight;
        squares += weight * weight;
    }
    [[nodiscard]] double herfindahl() const { return squares / (sum * sum); }
};

/// Over all ways in which the possible providers are members or not.
NumberBounds enumerated_herfindahl(const WeightSums& known, const std::vector<double>& possible) {
    NumberBounds bounds{1, 0};
    for (std::uint32_t subset = 0; subset < (1U << possible.size()); ++subset) {
        WeightSums sums = known;
        for (std::size_t at = 0; at < possible.size(); ++at)
            if ((subset >> at & 1U) != 0) sums.add(possible[at]);
        if (sums.sum <= 0) continue;
        bounds.lower = std::min(bounds.lower, sums.herfindahl());
        bounds.upper = std::max(bounds.upper, sums.herfindahl());
    }
    return bounds;
}

std::optional<NumberBounds> herfindahl_of(const CarriedFunctions& carried, const FunctionCoverage& cell) {
    if (cell.providers.empty()) return std::nullopt;
    WeightSums known;
    for (const std::uint32_t e : cell.providers) known.add(carried.weight(e, cell.function));
    std::vector<double> possible;
    for (const std::uint32_t e : cell.possible_providers) possible.push_back(carried.weight(e, cell.function));
    const auto n = static_cast<double>(cell.providers.size()), all = n + static_cast<double>(possible.size());
    if (!carried.weighted) return NumberBounds{1 / all, 1 / n};
    if (possible.size() > most_enumerated) return NumberBounds{1 / all, 1};
    return enumerated_herfindahl(known, possible);
}

std::optional<double> known_number(const std::optional<NumberBounds>& bounds) {
    return bounds && bounds->known() ? std::optional(bounds->lower) : std::nullopt;
}

std::optional<double> lower_of(const std::optional<NumberBounds>& bounds) {
    return bounds ? std::optional(bounds->lower) : std::nullopt;
}

std::optional<double> upper_of(const std::optional<NumberBounds>& bounds) {
    return bounds ? std::optional(bounds->upper) : std::nullopt;
}

std::vector<std::string> names_at(const std::vector<std::string>& names, std::span<const std::uint32_t> places) {
    std::vector<std::string> chosen;
    for (const std::uint32_t place : places) chosen.push_back(names[place]);
    return chosen;
}

/// What is said of a state.
struct StateSummary {
    std::int64_t functions = 0, lower = 0, upper = 0, sole = 0;
    bool sole_known = true;
    std::vector<std::string> sole_functions, uncovered, possibly;
};

void add_cell(StateSummary& summary, const CarriedFunctions& carried, const FunctionCoverage& cell) {
    const std::string& function = carried.functions[cell.function];
    ++summary.functions;
    summary.lower += cell.providers.empty() ? 0 : 1;
    summary.upper += cell.providers.empty() && cell.possible_providers.empty() ? 0 : 1;
    const auto sole = cell.sole();
    summary.sole_known = summary.sole_known && sole.has_value();
    if (sole.value_or(false)) {
        ++summary.sole;
        summary.sole_functions.push_back(function + ": " + carried.institutions[cell.providers.front()]);
    }
    if (!cell.providers.empty()) return;
    (cell.possible_providers.empty() ? summary.uncovered : summary.possibly).push_back(function);
}

}  // namespace

std::optional<bool> FunctionCoverage::sole() const noexcept {
    const std::size_t least = providers.size(), most = least + possible_providers.size();
    if (least == 1 && most == 1) return true;
    if (least > 1 || most == 0) return false;
    return std::nullopt;
}

std::vector<FunctionCoverage> function_coverage(const CarriedFunctions& carried,
                                                std::span<const std::uint32_t> states) {
    std::vector<FunctionCoverage> cells;
    cells.reserve(states.size() * carried.functions.size());
    for (const std::uint32_t state : states) {
        for (std::uint32_t function = 0; function < carried.functions.size(); ++function) {
            FunctionCoverage cell;
            cell.state = state;
            cell.function = function;
            cell.providers = shared_places(carried.members.row(state), carried.carriers.row(function));
            cell.possible_providers = shared_places(carried.unknown.row(state), carried.carriers.row(function));
            for (const std::uint32_t e : cell.providers) cell.coverage.lower += carried.weight(e, function);
            cell.coverage.upper = cell.coverage.lower;
            for (const std::uint32_t e : cell.possible_providers) cell.coverage.upper += carried.weight(e, function);
            cell.herfindahl = herfindahl_of(carried, cell);
            cells.push_back(std::move(cell));
        }
    }
    return cells;
}

Table coverage_table(const CarriedFunctions& carried, std::span<const FunctionCoverage> coverage) {
    TableRows rows(TextColumn{"state"}, TextColumn{"function"}, RealColumn{"coverage"}, RealColumn{"redundancy"},
                   IntegerColumn{"sole"}, RealColumn{"herfindahl"}, ListColumn{"providers"},
                   RealColumn{"coverage_lower"}, RealColumn{"coverage_upper"}, RealColumn{"redundancy_lower"},
                   RealColumn{"redundancy_upper"}, RealColumn{"herfindahl_lower"}, RealColumn{"herfindahl_upper"},
                   ListColumn{"possible_providers"});
    for (const FunctionCoverage& cell : coverage) {
        const NumberBounds redundancy = cell.redundancy();
        rows.add(carried.states[cell.state], carried.functions[cell.function], known_number(cell.coverage),
                 known_number(redundancy), cell.sole(), known_number(cell.herfindahl),
                 names_at(carried.institutions, cell.providers), cell.coverage.lower, cell.coverage.upper,
                 redundancy.lower, redundancy.upper, lower_of(cell.herfindahl), upper_of(cell.herfindahl),
                 names_at(carried.institutions, cell.possible_providers));
    }
    return rows.table();
}

Table covered_table(const CarriedFunctions& carried, std::span<const FunctionCoverage> coverage) {
    TableRows rows(TextColumn{"state"}, IntegerColumn{"functions"}, IntegerColumn{"covered"},
                   IntegerColumn{"covered_lower"}, IntegerColumn{"covered_upper"}, IntegerColumn{"sole"},
                   ListColumn{"sole_functions"}, ListColumn{"uncovered"}, ListColumn{"possibly_covered"});
    for (std::size_t at = 0; at < coverage.size();) {
        const std::uint32_t state = coverage[at].state;
        StateSummary summary;
        for (; at < coverage.size() && coverage[at].state == state; ++at) add_cell(summary, carried, coverage[at]);
        const bool known = summary.lower == summary.upper;
        rows.add(carried.states[state], summary.functions, known ? std::optional(summary.lower) : std::nullopt,
                 summary.lower, summary.upper, summary.sole_known ? std::optional(summary.sole) : std::nullopt,
                 summary.sole_functions, summary.uncovered, summary.possibly);
    }
    return rows.table();
}

std::vector<std::uint32_t> functions_of_nobody(const CarriedFunctions& carried,
                                               std::span<const FunctionCoverage> coverage) {
    std::vector<bool> covered(carried.functions.size());
    for (const FunctionCoverage& cell : coverage)
        if (!cell.providers.empty()) covered[cell.function] = true;
    std::vector<std::uint32_t> nobody;
    for (std::uint32_t function = 0; function < covered.size(); ++function)
        if (!covered[function]) nobody.push_back(function);
    return nobody;
}

}  // namespace tarazy
