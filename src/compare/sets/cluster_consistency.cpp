#include "compare/sets/cluster_consistency.hpp"

#include "compare/sets/full_sum.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

struct Sums {
    std::size_t cases = 0;
    FullSum both, x, y;

    void add(double of_x, double of_y, double weight) {
        cases += static_cast<std::size_t>(weight);
        both.add(weight * std::min(of_x, of_y));
        x.add(weight * of_x);
        y.add(weight * of_y);
    }

    [[nodiscard]] GroupFit fit(const std::string& group, bool necessity, double added = 0) const {
        const auto share = [&](const FullSum& of) {
            return of.value() + added > 0 ? std::optional((both.value() + added) / (of.value() + added)) : std::nullopt;
        };
        return {group, cases, share(necessity ? y : x), share(necessity ? x : y)};
    }
};

std::optional<double> distance_of(const std::vector<GroupFit>& groups) {
    double sum = 0, known = 0;
    for (const GroupFit& group : groups) {
        sum += group.consistency.value_or(0);
        known += group.consistency ? 1 : 0;
    }
    if (sum <= 0) return std::nullopt;
    double squares = 0;
    for (const GroupFit& group : groups)
        if (group.consistency) squares += std::pow(*group.consistency / sum - 1 / known, 2);
    return std::sqrt(squares);
}

}  // namespace

ClusterFit cluster_consistency(std::span<const double> x, std::span<const double> y,
                               std::span<const std::string> groups, bool necessity, double added,
                               std::span<const double> weights) {
    Sums all;
    std::map<std::string, Sums> by_group;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double weight = weights.empty() ? 1.0 : weights[i];
        all.add(x[i], y[i], weight);
        by_group[groups[i]].add(x[i], y[i], weight);
    }
    ClusterFit result;
    result.pooled = all.fit("", necessity);
    for (const auto& [group, sums] : by_group) result.groups.push_back(sums.fit(group, necessity, added));
    result.distance = distance_of(result.groups);
    return result;
}

}  // namespace tarazy
