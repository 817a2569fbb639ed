#include "align/ideal_points/ideal_point_fit.hpp"

#include "align/ideal_points/ordinal_probit.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace tarazy {
namespace {

/// By category: 0 yes, 1 abstain, 2 no.
using ByCategory = std::array<double, 3>;

struct Fit {
    std::size_t roll_calls = 0, votes = 0, correct = 0, minority = 0;
    ByCategory observed{}, expected{};
    double log_probability = 0;

    void add(const Fit& other) {
        roll_calls += other.roll_calls;
        votes += other.votes;
        correct += other.correct;
        minority += other.minority;
        log_probability += other.log_probability;
        for (std::size_t c = 0; c < 3; ++c) {
            observed[c] += other.observed[c];
            expected[c] += other.expected[c];
        }
    }
    /// Closes a roll call: everyone outside its largest category is the minority.
    void close() {
        roll_calls = 1;
        minority = votes - static_cast<std::size_t>(*std::ranges::max_element(observed));
    }
};

/// Probabilities of the item's categories, lowest first; two cut points only where there is a gap.
ByCategory probabilities(const ItemCuts& item, double theta, const LogNormalGrid& grid) {
    const double a = item.cut - item.slope * theta, b = a + item.gap;
    const double low = std::exp(log_normal_cdf(a, grid).log_cdf), high = std::exp(log_normal_cdf(-b, grid).log_cdf);
    return {low, std::max(0.0, 1 - low - high), high};
}

/// Where the lower and the upper category of an item of two stand among the three; both ends for three.
std::array<std::size_t, 2> end_categories(const VoteItem& item) {
    std::size_t low = 0, high = 2;
    if (item.three_categories) return {low, high};
    while (low < 2 && item.votes[low + 1] == 0) ++low;
    while (high > 0 && item.votes[high + 1] == 0) --high;
    return {low, high};
}

/// The fit of one item, session by session.
std::map<int, Fit> item_fit(const VotePanel& panel, std::size_t j, const ItemCuts& cuts, std::span<const double> theta,
                            const LogNormalGrid& grid) {
    const VoteItem& item = panel.items[j];
    const auto [low, high] = end_categories(item);
    std::map<int, Fit> sessions;
    for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v) {
        const std::uint32_t node = panel.vote_node[v];
        const ByCategory ordered = probabilities(cuts, theta[node], grid);
        ByCategory probability{};
        if (item.three_categories) {
            probability = ordered;
        } else {
            probability[low] = ordered[0];
            probability[high] = ordered[2];
        }
        const std::size_t cast = item.three_categories ? panel.vote[v] - 1u : panel.vote[v] == 1 ? low : high;
        Fit& fit = sessions[panel.nodes[node].session];
        ++fit.votes;
        fit.observed[cast] += 1;
        for (std::size_t c = 0; c < 3; ++c) fit.expected[c] += probability[c];
        const auto likeliest = std::ranges::max_element(probability);
        fit.correct += static_cast<std::size_t>(likeliest - probability.begin()) == cast ? 1 : 0;
        const double a = cuts.cut - cuts.slope * theta[node];
        fit.log_probability += ordinal_probit(panel.vote[v], a, a + cuts.gap, grid).log_probability;
    }
    for (auto& [session, fit] : sessions) fit.close();
    return sessions;
}

class FitTable {
public:
    void add(std::optional<std::int64_t> session, std::optional<int> year, const Fit& fit) {
        const auto n = static_cast<double>(fit.votes);
        const auto correct = static_cast<double>(fit.correct), minority = static_cast<double>(fit.minority);
        const ByCategory &seen = fit.observed, &foreseen = fit.expected;
        rows_.add(session, year, fit.roll_calls, fit.votes, seen[0] / n, foreseen[0] / n, seen[1] / n, foreseen[1] / n,
                  seen[2] / n, foreseen[2] / n, correct / n, (n - minority) / n,
                  minority > 0 ? (minority - (n - correct)) / minority : Column::missing_real,
                  std::exp(fit.log_probability / n));
    }

    [[nodiscard]] Table table() { return rows_.table(); }

private:
    TableRows<IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn, RealColumn, RealColumn, RealColumn,
              RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn>
        rows_{{"session"},          {"year"}, {"roll_calls"},  {"n_votes"}, {"yes"},   {"yes_expected"}, {"abstain"},
              {"abstain_expected"}, {"no"},   {"no_expected"}, {"correct"}, {"modal"}, {"apre"},         {"gmp"}};
};

}  // namespace

Table ideal_point_fit(const VotePanel& panel, std::span<const double> theta, std::span<const ItemParameters> items) {
    const std::vector<ItemCuts> cuts = item_cuts(panel, items);
    const LogNormalGrid& grid = log_normal_grid();
    std::map<int, Fit> sessions;
    for (std::size_t j = 0; j < panel.items.size(); ++j)
        for (const auto& [session, fit] : item_fit(panel, j, cuts[j], theta, grid)) sessions[session].add(fit);
    FitTable table;
    Fit all;
    for (const auto& [session, fit] : sessions) {
        table.add(session, panel.assembly.year(session), fit);
        all.add(fit);
    }
    table.add(std::nullopt, std::nullopt, all);
    return table.table();
}

}  // namespace tarazy
