#include "compare/selection/case_selection.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// Level of a case on a condition read as a dichotomy, or its level; -1 at exactly one half or where it does not apply.
int side(const Cases& cases, std::size_t condition, std::size_t at) {
    const double value = cases.membership[condition][at];
    if (std::isnan(value)) return -1;
    if (cases.space.conditions[condition].multi_value) return static_cast<int>(value);
    return value == 0.5 ? -1 : value > 0.5 ? 1 : 0;
}

CasePair compared(const Cases& cases, std::size_t first, std::size_t second) {
    CasePair pair{first, second, 0, 0, {}};
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        const int a = side(cases, c, first), b = side(cases, c, second);
        if (a == b && a >= 0) continue;
        ++pair.different;
        pair.conditions.push_back(c);
    }
    return pair;
}

void keep_most_similar(std::vector<CasePair>& pairs, std::size_t& threshold, std::size_t slack) {
    if (pairs.empty()) return;
    threshold = std::ranges::min(pairs, {}, &CasePair::different).different;
    std::erase_if(pairs, [&](const CasePair& pair) { return pair.different > threshold + slack; });
    std::ranges::stable_sort(pairs, {}, &CasePair::different);
}

void keep_most_different(std::vector<CasePair>& pairs, std::size_t& threshold, std::size_t slack) {
    if (pairs.empty()) return;
    threshold = std::ranges::max(pairs, {}, &CasePair::different).different;
    std::erase_if(pairs, [&](const CasePair& pair) { return pair.different + slack < threshold; });
    std::ranges::stable_sort(pairs, std::greater<>(), &CasePair::different);
}

/// In how many of the group's conditions the pair differs.
std::size_t different_in(const CasePair& pair, const std::vector<std::size_t>& group) {
    return static_cast<std::size_t>(std::ranges::count_if(
        pair.conditions, [&](std::size_t c) { return std::ranges::find(group, c) != group.end(); }));
}

/// Keeps the pairs that reach the least (or largest) difference in the most groups.
void keep_extreme(std::vector<CasePair>& pairs, std::size_t& threshold, std::size_t slack,
                  const std::vector<std::vector<std::size_t>>& groups, bool similar) {
    if (pairs.empty()) return;
    for (const std::vector<std::size_t>& group : groups) {
        const auto difference = [&](const CasePair& pair) { return different_in(pair, group); };
        const std::size_t extreme = similar ? difference(std::ranges::min(pairs, {}, difference))
                                            : difference(std::ranges::max(pairs, {}, difference));
        for (CasePair& pair : pairs) pair.extreme_groups += difference(pair) == extreme ? 1 : 0;
    }
    threshold = std::ranges::max(pairs, {}, &CasePair::extreme_groups).extreme_groups;
    std::erase_if(pairs, [&](const CasePair& pair) { return pair.extreme_groups + slack < threshold; });
    std::ranges::stable_sort(pairs, std::greater<>(), &CasePair::extreme_groups);
}

std::vector<std::size_t> cases_with(const Cases& cases, bool outcome) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < cases.size(); ++i)
        if (outcome ? cases.outcome[i] > 0.5 : cases.outcome[i] < 0.5) found.push_back(i);
    std::ranges::sort(found, stands_before, [&](std::size_t i) { return std::string_view(cases.names[i]); });
    return found;
}

std::vector<CasePair> pairs_among(const Cases& cases, const std::vector<std::size_t>& members, const Work& work) {
    std::vector<CasePair> pairs;
    WorkStep step(work, "pairs of cases with the same outcome", members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        step.advance();
        for (std::size_t j = i + 1; j < members.size(); ++j) pairs.push_back(compared(cases, members[i], members[j]));
    }
    return pairs;
}

std::vector<CasePair> pairs_between(const Cases& cases, const Work& work) {
    std::vector<CasePair> pairs;
    const std::vector<std::size_t> with = cases_with(cases, true), without = cases_with(cases, false);
    WorkStep step(work, "pairs of cases with different outcomes", with.size());
    for (const std::size_t one : with) {
        step.advance();
        for (const std::size_t other : without) pairs.push_back(compared(cases, one, other));
    }
    return pairs;
}

bool has(const Cases& cases, std::size_t at, std::size_t condition, unsigned level) {
    return side(cases, condition, at) == static_cast<int>(level);
}

}  // namespace

PairSelection select_pairs(const Cases& cases, std::size_t slack, const std::vector<std::vector<std::size_t>>& groups,
                           const Work& work) {
    PairSelection selection;
    selection.msdo = pairs_between(cases, work);
    selection.mdso_positive = pairs_among(cases, cases_with(cases, true), work);
    selection.mdso_negative = pairs_among(cases, cases_with(cases, false), work);
    if (!groups.empty()) {
        keep_extreme(selection.msdo, selection.least_different, slack, groups, true);
        keep_extreme(selection.mdso_positive, selection.most_different_positive, slack, groups, false);
        keep_extreme(selection.mdso_negative, selection.most_different_negative, slack, groups, false);
        return selection;
    }
    keep_most_similar(selection.msdo, selection.least_different, slack);
    keep_most_different(selection.mdso_positive, selection.most_different_positive, slack);
    keep_most_different(selection.mdso_negative, selection.most_different_negative, slack);
    return selection;
}

MillFindings mill_methods(const Cases& cases, const Work& work) {
    MillFindings findings;
    const std::vector<std::size_t> with = cases_with(cases, true), without = cases_with(cases, false);
    for (std::size_t c = 0; c < cases.space.size() && !with.empty(); ++c) {
        for (unsigned level = cases.space.conditions[c].levels; level-- > 0;) {
            const auto shares = [&](std::size_t at) { return has(cases, at, c, level); };
            if (!std::ranges::all_of(with, shares)) continue;
            findings.agreement.push_back(cases.space.literal(c, level));
            if (!without.empty() && std::ranges::none_of(without, shares))
                findings.joint.push_back(cases.space.literal(c, level));
        }
    }
    findings.difference = pairs_between(cases, work);
    std::erase_if(findings.difference, [](const CasePair& pair) { return pair.different != 1; });
    return findings;
}

}  // namespace tarazy
