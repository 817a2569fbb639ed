#include "compare/minimisation/assumptions.hpp"

#include <algorithm>
#include <iterator>

namespace tarazy {

Remainders::Remainders(const PropertySpace& space, const TruthTable& table) : space_(space) {
    for (const TruthRow& row : table.rows) {
        if (row.outcome == RowOutcome::remainder || std::ranges::find(row.levels, -1) != row.levels.end()) continue;
        coded_.push_back(row.literals);
        numbers_.push_back(row.number);
    }
    std::ranges::sort(numbers_);
}

ConfigurationCount Remainders::count(const std::vector<Literals>& terms, const Work& work) const {
    const auto covered = [&](Literals row) {
        return std::ranges::any_of(terms, [&](Literals term) { return term.covers(row); });
    };
    return covered_configurations(space_, terms, work) -
           static_cast<ConfigurationCount>(std::ranges::count_if(coded_, covered));
}

bool Remainders::listable(std::uint64_t most_configurations) const {
    return configuration_count(space_) <= most_configurations;
}

std::vector<std::uint64_t> Remainders::rows(const std::vector<Literals>& terms) const {
    std::vector<std::uint64_t> rows;
    std::ranges::set_difference(covered_rows(space_, terms), numbers_, std::back_inserter(rows));
    return rows;
}

Counterfactuals counterfactuals(const Remainders& remainders, const Solution& intermediate, const Work& work) {
    // Each easy term has all literals of a term of the parsimonious model: easy ones are among those it assumes.
    const ConfigurationCount easy = remainders.count(intermediate.easy, work);
    return {easy, remainders.count(intermediate.simplest, work) - easy};
}

CounterfactualRows counterfactual_rows(const Remainders& remainders, const Solution& intermediate) {
    CounterfactualRows result{remainders.rows(intermediate.easy), {}};
    std::ranges::set_difference(remainders.rows(intermediate.simplest), result.easy,
                                std::back_inserter(result.difficult));
    return result;
}

}  // namespace tarazy
