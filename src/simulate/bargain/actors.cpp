#include "simulate/bargain/actors.hpp"

#include <algorithm>
#include <numeric>

namespace tarazy {

double BargainActors::whole_salience(std::size_t actor) const {
    double sum = 0;
    for (std::size_t issue = 0; issue < issues.size(); ++issue) sum += salience[place(actor, issue)];
    return sum;
}

bool BargainActors::all_agree() const {
    for (std::size_t i = issues.size(); i < position.size(); ++i)
        if (position[i] != position[i - issues.size()]) return false;
    return true;
}

BargainActors with_issue(const BargainActors& actors, std::size_t issue) {
    BargainActors one = actors;
    one.issues = {actors.issues[issue]};
    one.position.clear();
    one.salience.clear();
    for (std::size_t i = 0; i < actors.count(); ++i) {
        one.position.push_back(actors.position[actors.place(i, issue)]);
        one.salience.push_back(actors.salience[actors.place(i, issue)]);
    }
    return one;
}

std::optional<WeightedMiddle> weighted_middle(const BargainActors& actors, const std::vector<double>& position,
                                              std::size_t issue) {
    const std::size_t count = actors.count();
    std::vector<double> weight(count);
    double whole = 0, sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        weight[i] = actors.capability[i] * actors.whole_salience(i);
        whole += weight[i];
        sum += weight[i] * position[actors.place(i, issue)];
    }
    if (!(whole > 0)) return std::nullopt;
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto at = [&](std::size_t i) { return position[actors.place(i, issue)]; };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return at(a) < at(b); });
    double below = 0;
    WeightedMiddle middle{sum / whole, at(order.back())};
    for (std::size_t place = 0; place < count; ++place) {
        below += weight[order[place]];
        // Half is taken with a margin for the rounding of the sums, so that the order of the actors does not matter.
        if (below < whole * (0.5 - 1e-12)) continue;
        middle.median = at(order[place]);
        break;
    }
    return middle;
}

}  // namespace tarazy
