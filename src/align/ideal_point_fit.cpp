#include "align/ideal_point_fit.hpp"

#include "align/ordinal_probit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

/// Votes of one item in one session, or sums over items.
struct FitCounts {
    double votes = 0, told = 0;
    std::array<double, 4> cast{}, expected{};

    void add(const FitCounts& other) {
        votes += other.votes;
        told += other.told;
        for (std::size_t c = 1; c < 4; ++c) {
            cast[c] += other.cast[c];
            expected[c] += other.expected[c];
        }
    }
    /// Votes outside the commonest category.
    [[nodiscard]] double minority() const { return votes - *std::max_element(cast.begin() + 1, cast.end()); }
};

struct SessionFit {
    FitCounts sum;
    double minority = 0, pre = 0, items = 0;

    void add(const FitCounts& item) {
        sum.add(item);
        minority += item.minority();
        if (item.minority() == 0) return;
        pre += (item.minority() - (item.votes - item.told)) / item.minority();
        items += 1;
    }
};

std::array<double, 4> probabilities(const ItemParameters& item, bool three, double theta, const LogNormalGrid& grid) {
    const double a = item.cut - item.slope * theta, b = a + (three ? std::exp(item.log_gap) : 0);
    std::array<double, 4> p{};
    p[1] = std::exp(log_normal_cdf(a, grid).log_cdf);
    p[3] = std::exp(log_normal_cdf(-b, grid).log_cdf);
    p[2] = three ? std::max(0.0, 1 - p[1] - p[3]) : 0;
    return p;
}

}  // namespace

Table ideal_point_fit(const VotePanel& panel, const IdealPointParameters& at) {
    const LogNormalGrid& grid = log_normal_grid();
    std::map<int, SessionFit> sessions;
    for (std::size_t j = 0; j < panel.items.size(); ++j) {
        std::map<int, FitCounts> by_session;
        for (std::uint32_t v = panel.item_begin[j]; v < panel.item_begin[j + 1]; ++v) {
            const std::uint32_t k = panel.vote_node[v];
            const auto p = probabilities(at.items[j], panel.items[j].three_categories, at.theta[k], grid);
            FitCounts& counts = by_session[panel.nodes[k].session];
            ++counts.votes;
            ++counts.cast[panel.vote[v]];
            for (std::size_t c = 1; c < 4; ++c) counts.expected[c] += p[c];
            if (std::max_element(p.begin() + 1, p.end()) == p.begin() + panel.vote[v]) ++counts.told;
        }
        for (const auto& [session, counts] : by_session) sessions[session].add(counts);
    }
    SessionFit all;
    for (const auto& [session, fit] : sessions) {
        all.sum.add(fit.sum);
        all.minority += fit.minority;
        all.pre += fit.pre;
        all.items += fit.items;
    }
    std::vector<std::string> names;
    std::vector<SessionFit> rows;
    for (const auto& [session, fit] : sessions) {
        names.push_back(std::to_string(session));
        rows.push_back(fit);
    }
    names.push_back("all");
    rows.push_back(all);
    Table table;
    table.add("session", Column(std::span<const std::string>(names)));
    const auto add = [&](const std::string& name, auto cell) {
        std::vector<double> cells;
        for (const SessionFit& row : rows) cells.push_back(cell(row));
        table.add(name, Column(std::move(cells)));
    };
    std::vector<std::int64_t> votes;
    for (const SessionFit& row : rows) votes.push_back(static_cast<std::int64_t>(row.sum.votes));
    table.add("n_votes", Column(std::move(votes)));
    add("correct", [](const SessionFit& row) { return row.sum.told / row.sum.votes; });
    add("pre", [](const SessionFit& row) { return row.items > 0 ? row.pre / row.items : Column::missing_real; });
    add("apre", [](const SessionFit& row) {
        const double wrong = row.sum.votes - row.sum.told;
        return row.minority > 0 ? (row.minority - wrong) / row.minority : Column::missing_real;
    });
    const std::array<const char*, 4> category = {"", "yes", "abstain", "no"};
    for (std::size_t c = 1; c < 4; ++c) {
        add(category[c], [c](const SessionFit& row) { return row.sum.cast[c] / row.sum.votes; });
        add(std::string(category[c]) + "_expected",
            [c](const SessionFit& row) { return row.sum.expected[c] / row.sum.votes; });
    }
    return table;
}

}  // namespace tarazy
