#include "compare/minimisation/truth_table.hpp"

#include "compare/sets/set_fit.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

constexpr double tolerance = 1e-9;

bool reaches(const std::optional<double>& value, double cut) {
    return value && *value >= cut - tolerance;
}

/// Levels of the configuration a case belongs to; nothing when it sits on a border.
std::optional<std::vector<int>> configuration_of(const Cases& cases, std::size_t at) {
    std::vector<int> levels;
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        const double value = cases.membership[c][at];
        if (std::isnan(value)) {
            levels.push_back(-1);
        } else if (cases.space.conditions[c].multi_value) {
            levels.push_back(static_cast<int>(value));
        } else {
            if (value == 0.5) return std::nullopt;
            levels.push_back(value > 0.5 ? 1 : 0);
        }
    }
    return levels;
}

std::vector<double> row_membership(const Cases& cases, const TruthRow& row) {
    std::vector<double> result = term_membership(cases, row.literals);
    for (std::size_t c = 0; c < row.levels.size(); ++c) {
        if (row.levels[c] >= 0) continue;
        // "Does not apply" is a value of its own in the table, though no term can use it.
        for (std::size_t i = 0; i < result.size(); ++i) {
            if (!std::isnan(cases.membership[c][i])) result[i] = 0;
        }
    }
    return result;
}

std::uint64_t row_number(const PropertySpace& space, const std::vector<int>& levels) {
    std::uint64_t number = 0;
    for (std::size_t c = 0; c < space.size(); ++c) {
        const Condition& condition = space.conditions[c];
        const unsigned base = condition.levels + (condition.does_not_apply ? 1 : 0);
        const unsigned digit = levels[c] < 0 ? condition.levels : static_cast<unsigned>(levels[c]);
        if (number > (std::uint64_t{1} << 57) / base) return 0;
        number = number * base + digit;
    }
    return number + 1;
}

}  // namespace

RowOutcome row_outcome(std::size_t cases, const std::optional<double>& inclusion, const std::optional<double>& pri,
                       const TruthTableOptions& options) {
    if (cases < std::max<std::size_t>(options.case_cut, 1)) return RowOutcome::remainder;
    if (reaches(inclusion, options.inclusion_cut)) {
        if (options.pri_cut <= 0 || reaches(pri, options.pri_cut)) return RowOutcome::positive;
        return RowOutcome::negative;
    }
    if (options.contradiction_cut && reaches(inclusion, *options.contradiction_cut)) return RowOutcome::contradiction;
    return RowOutcome::negative;
}

Literals configuration_literals(const PropertySpace& space, const std::vector<int>& levels) {
    Literals literals;
    for (std::size_t c = 0; c < levels.size(); ++c) {
        if (levels[c] >= 0) literals = literals | space.literal(c, static_cast<unsigned>(levels[c]));
    }
    return literals;
}

std::vector<int> configuration_levels(const PropertySpace& space, std::uint64_t number) {
    std::vector<int> levels(space.size());
    std::uint64_t rest = number - 1;
    for (std::size_t c = space.size(); c-- > 0;) {
        levels[c] = static_cast<int>(rest % space.conditions[c].levels);
        rest /= space.conditions[c].levels;
    }
    return levels;
}

TruthTable truth_table(const Cases& cases, const TruthTableOptions& options, const Work& work) {
    // "-" sorts after the levels, as its row number does.
    const auto order = [](const std::vector<int>& a, const std::vector<int>& b) {
        return std::ranges::lexicographical_compare(
            a, b, {}, [](int v) { return static_cast<unsigned>(v); }, [](int v) { return static_cast<unsigned>(v); });
    };
    std::map<std::vector<int>, std::vector<std::size_t>, decltype(order)> groups(order);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (auto levels = configuration_of(cases, i)) groups[*levels].push_back(i);
    }
    TruthTable table;
    WorkStep step(work, "rows of the truth table", groups.size());
    for (const auto& [levels, members] : groups) {
        step.advance();
        TruthRow row;
        row.number = row_number(cases.space, levels);
        row.levels = levels;
        row.literals = configuration_literals(cases.space, levels);
        row.cases = members;
        row.count = cases.count(members);
        for (const std::size_t i : members) {
            if (cases.outcome[i] < 0.5) row.deviant_cases.push_back(i);
        }
        const SufficiencyFit fit = sufficiency(row_membership(cases, row), cases.outcome, cases.weights);
        row.inclusion = fit.consistency;
        row.pri = fit.pri;
        row.outcome = row_outcome(row.count, row.inclusion, row.pri, options);
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace tarazy
