#include "align/ideal_points/ideal_points.hpp"

#include "align/ideal_points/ideal_point_fit.hpp"
#include "align/ideal_points/ideal_point_mode.hpp"
#include "align/ideal_points/ideal_point_sampler.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"
#include "base/text_lists.hpp"
#include "stats/convergence.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <stdexcept>

namespace tarazy {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Summaries of all nodes, in parallel because sorting a few thousand draws ten thousand times takes a while. Draws
/// that are not of chains are independent, and nothing is asked of their order.
std::vector<Convergence> summaries(const IdealPointDraws& draws, const IdealPointOptions& options) {
    std::vector<Convergence> result(draws.nodes.size());
    const std::size_t each = draws.draws_a_node();
    WorkStep step(options.work, "summaries of the positions", result.size());
    parallel_chunks(
        result.size(), 16, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t k = begin; k < end; ++k) {
                const std::span<const float> of_node(&draws.values[k * each], each);
                result[k] = options.method == IdealPointMethod::mcmc ? convergence(of_node, draws.chains)
                                                                     : summary_of_draws(of_node);
            }
        },
        step);
    return result;
}

/// One number of each node.
template <class Cell>
Column node_column(const std::vector<Convergence>& nodes, Cell cell) {
    std::vector<double> cells;
    cells.reserve(nodes.size());
    for (const Convergence& node : nodes) cells.push_back(cell(node));
    return Column(std::move(cells));
}

/// mean to q95 of draws.
void add_summary(Table& table, const std::vector<Convergence>& nodes) {
    table.add("mean", node_column(nodes, [](const Convergence& c) { return c.mean; }));
    table.add("sd", node_column(nodes, [](const Convergence& c) { return c.sd; }));
    table.add("q05", node_column(nodes, [](const Convergence& c) { return c.q05; }));
    table.add("q50", node_column(nodes, [](const Convergence& c) { return c.q50; }));
    table.add("q95", node_column(nodes, [](const Convergence& c) { return c.q95; }));
}

/// What chains tell of themselves; empty cells without chains.
void add_diagnostics(Table& table, const std::vector<Convergence>& nodes, bool chains) {
    const auto add = [&](const char* name, std::optional<double> Convergence::*number) {
        table.add(name, node_column(nodes, [&](const Convergence& c) {
                      return chains ? (c.*number).value_or(unknown) : unknown;
                  }));
    };
    add("rhat", &Convergence::rhat);
    add("ess_bulk", &Convergence::ess_bulk);
    add("ess_tail", &Convergence::ess_tail);
}

void add_standard_errors(Table& table, const std::vector<Convergence>& nodes, bool chains) {
    const auto add = [&](const char* name, std::optional<double> Convergence::*number) {
        table.add(name, node_column(nodes, [&](const Convergence& c) {
                      return chains ? (c.*number).value_or(unknown) : unknown;
                  }));
    };
    add("mcse_mean", &Convergence::mcse_mean);
    add("mcse_q05", &Convergence::mcse_q05);
    add("mcse_q50", &Convergence::mcse_q50);
    add("mcse_q95", &Convergence::mcse_q95);
}

Table estimates_table(const VotePanel& panel, const std::vector<Convergence>& nodes, bool chains) {
    std::vector<std::int64_t> state, session, year, votes;
    std::vector<std::string> flag, name, party;
    std::map<int, std::size_t> sitting;
    for (const StateSession& node : panel.nodes) ++sitting[node.session];
    for (std::size_t k = 0; k < panel.nodes.size(); ++k) {
        const StateSession& node = panel.nodes[k];
        state.push_back(node.state);
        name.push_back(panel.assembly.name(node.state));
        party.push_back(panel.assembly.party(node.session, node.state));
        session.push_back(node.session);
        const auto known = panel.assembly.year(node.session);
        year.push_back(known ? *known : Column::missing_integer);
        votes.push_back(panel.node_begin[k + 1] - panel.node_begin[k]);
        flag.push_back(votes.back() < 5 ? "few votes" : "");
        if (sitting[node.session] <= 2) flag.back() += flag.back().empty() ? "few members" : "; few members";
    }
    Table table;
    table.add("ccode", panel.assembly.names.empty() ? Column(state) : Column(std::span<const std::string>(name)));
    table.add("session", Column(session));
    table.add("year", Column(year));
    table.add("n_votes", Column(votes));
    add_summary(table, nodes);
    add_diagnostics(table, nodes, chains);
    table.add("flag", Column(std::span<const std::string>(flag)));
    add_standard_errors(table, nodes, chains);
    if (!panel.assembly.parties.empty()) table.add("party", Column(std::span<const std::string>(party)));
    return table;
}

/// The quantities of the chains that are no position.
Table sampler_table(const std::vector<std::string>& names, const std::vector<Convergence>& quantities) {
    Table table;
    table.add("quantity", Column(std::span<const std::string>(names)));
    add_summary(table, quantities);
    add_diagnostics(table, quantities, true);
    add_standard_errors(table, quantities, true);
    return table;
}

/// Items on the scale of the results: beta (theta) = beta scale ((theta - mean) / scale) + beta mean.
Table items_table(const VotePanel& panel, const std::vector<ItemParameters>& items, const Standardisation& standard) {
    std::vector<std::int64_t> id, first, last;
    std::vector<std::array<std::int64_t, 4>> counts;
    std::vector<double> slope, cut1, cut2;
    std::vector<std::string> roll_calls, name;
    std::vector<std::vector<std::string>> named_roll_calls;
    for (std::size_t j = 0; j < items.size(); ++j) {
        const VoteItem& item = panel.items[j];
        id.push_back(item.roll_calls.front());
        first.push_back(item.first_session);
        last.push_back(item.last_session);
        roll_calls.push_back(joined(item.roll_calls, " ", [](std::int64_t call) { return std::to_string(call); }));
        if (!panel.roll_call_names.empty()) {
            named_roll_calls.emplace_back();
            for (const std::int64_t call : item.roll_calls)
                named_roll_calls.back().push_back(panel.roll_call_names.at(call));
            name.push_back(named_roll_calls.back().front());
        }
        slope.push_back(items[j].slope * standard.scale);
        cut1.push_back(items[j].cut - items[j].slope * standard.mean);
        cut2.push_back(item.three_categories ? cut1.back() + std::exp(items[j].log_gap) : unknown);
        counts.push_back(item.votes);
    }
    const auto column = [&](std::size_t vote) {
        std::vector<std::int64_t> cells;
        for (const auto& each : counts) cells.push_back(each[vote]);
        return Column(cells);
    };
    Table table;
    const bool named = !panel.roll_call_names.empty();
    table.add("item", named ? Column(std::span<const std::string>(name)) : Column(id));
    table.add("first_session", Column(first));
    table.add("last_session", Column(last));
    table.add("roll_calls",
              named ? Column::of_lists(named_roll_calls) : Column(std::span<const std::string>(roll_calls)));
    table.add("slope", Column(slope));
    table.add("cut1", Column(cut1));
    table.add("cut2", Column(cut2));
    table.add("n_yes", column(1));
    table.add("n_abstain", column(2));
    table.add("n_no", column(3));
    return table;
}

/// The mode alone, as a draw.
IdealPointDraws mode_alone(const VotePanel& panel, const std::vector<double>& theta, const Standardisation& standard) {
    IdealPointDraws draws{panel.nodes, 1, 1, {}, panel.assembly};
    for (const double each : theta) draws.values.push_back(static_cast<float>(standard(each)));
    return draws;
}

/// Sessions in which a chain's mean positions run against the start: likelihood has modes in which blocks of sessions
/// are mirrored, which chains that lie in the same one cannot tell.
std::vector<int> mirrored_sessions(const VotePanel& panel, const IdealPointDraws& draws,
                                   std::span<const double> start) {
    std::map<int, std::vector<std::size_t>> nodes_of;
    for (std::size_t k = 0; k < panel.nodes.size(); ++k) nodes_of[panel.nodes[k].session].push_back(k);
    std::vector<double> mean(panel.nodes.size());
    std::set<int> mirrored;
    double whole = 0;
    for (std::size_t c = 0; c < draws.chains; ++c) {
        for (std::size_t k = 0; k < mean.size(); ++k) {
            const float* const values = &draws.values[(k * draws.chains + c) * draws.draws];
            mean[k] = std::accumulate(values, values + draws.draws, 0.0) / static_cast<double>(draws.draws);
            if (c == 0) whole += mean[k] * start[k];  // the anchors may have turned the scale
        }
        for (const auto& [session, nodes] : nodes_of) {
            double centre = 0, start_centre = 0, product = 0;
            for (const std::size_t k : nodes) {
                centre += mean[k] / static_cast<double>(nodes.size());
                start_centre += start[k] / static_cast<double>(nodes.size());
            }
            for (const std::size_t k : nodes) product += (mean[k] - centre) * (start[k] - start_centre);
            if (product * whole < 0) mirrored.insert(session);
        }
    }
    return {mirrored.begin(), mirrored.end()};
}

void warn_of_mirrored(IdealPointResult& result, const std::vector<int>& sessions) {
    if (sessions.empty()) return;
    std::vector<std::string> names;
    for (const int session : sessions) names.push_back(std::to_string(session));
    result.warnings.push_back("in " + std::to_string(sessions.size()) + " sessions (" + first_few(names, 8) +
                              ") a chain runs against the votes' first singular vector: it may have mirrored them");
}

void check_convergence(IdealPointResult& result, const std::vector<Convergence>& nodes,
                       const std::vector<Convergence>& others) {
    double worst = 0, least_bulk = std::numeric_limits<double>::infinity(), least_tail = least_bulk;
    std::vector<Convergence> all = nodes;
    all.insert(all.end(), others.begin(), others.end());
    for (const Convergence& c : all) {
        worst = std::max(worst, c.rhat.value_or(std::numeric_limits<double>::infinity()));
        least_bulk = std::min(least_bulk, c.ess_bulk.value_or(0));
        least_tail = std::min(least_tail, c.ess_tail.value_or(0));
    }
    if (worst < 1.01 && least_bulk >= 400 && least_tail >= 400) return;
    result.failures.push_back("NOT CONVERGED: largest R-hat " + number_text(std::round(worst * 1e4) / 1e4) +
                              " (below 1.01 is asked), least effective draws " +
                              number_text(std::floor(std::min(least_bulk, least_tail))) +
                              " (400 are asked); raise --draws and --warmup");
}

void check_members(const VotePanel& panel, IdealPointResult& result) {
    const std::string word = panel.assembly.member_word();
    if (panel.nodes.size() <= 2) {
        throw InputError(Problem{"", 0, 0,
                                 "there are " + std::to_string(panel.nodes.size()) +
                                     " positions to estimate: the scale "
                                     "alone puts one at 1 and the other at -1, whatever the votes",
                                 "give the votes of three " + word +
                                     "s at least, or compare two with `tarazy align "
                                     "similarity`"});
    }
    std::set<int> members;
    for (const StateSession& node : panel.nodes) members.insert(node.state);
    if (members.size() > 2) return;
    result.warnings.push_back("there are two " + word +
                              "s only: the scale puts them on either side of 0, and their "
                              "distance says nothing but how it moves from session to session");
}

bool sits(const VotePanel& panel, int member) {
    return std::ranges::any_of(panel.nodes, [&](const StateSession& node) { return node.state == member; });
}

/// The member whose mean position is farthest from the centre. It does not depend on what members are called but where
/// two are equally far.
int farthest_member(const VotePanel& panel, std::span<const double> theta) {
    std::map<int, std::pair<double, double>> sums;
    double all = 0;
    for (std::size_t k = 0; k < theta.size(); ++k) {
        sums[panel.nodes[k].state].first += theta[k];
        ++sums[panel.nodes[k].state].second;
        all += theta[k];
    }
    const double centre = all / static_cast<double>(theta.size());
    int farthest = 0;
    double distance = -1;
    for (const auto& [member, sum] : sums) {
        const double here = std::abs(sum.first / sum.second - centre);
        if (here > distance) farthest = member;
        distance = std::max(distance, here);
    }
    return farthest;
}

}  // namespace

IdealPointResult ideal_points(const VotePanel& panel, const IdealPointOptions& asked) {
    IdealPointResult result;
    result.warnings = panel.warnings;
    result.joins = session_joins(panel);
    check_members(panel, result);
    IdealPointOptions options = asked;
    const bool steps = has_steps(panel);
    options.estimate_omega2 = options.estimate_omega2 && steps;
    options.sample_omega2 = options.sample_omega2 && steps;
    ModeOptions mode_options;
    mode_options.priors = options.priors;
    mode_options.estimate_omega2 = options.estimate_omega2 && options.method == IdealPointMethod::map;
    mode_options.threads = options.threads;
    mode_options.work = options.work;
    const IdealPointParameters start = spectral_start(panel, options.priors, options.work);
    const IdealPointMode mode = posterior_mode(panel, start, mode_options);
    result.omega2 = mode.omega2;
    if (!mode.converged)
        result.failures.push_back("NOT CONVERGED: the mode was still moving after " + std::to_string(mode.iterations) +
                                  " iterations");
    result.omega2_estimated = mode_options.estimate_omega2;
    if (!sits(panel, options.positive_anchor) && !sits(panel, options.negative_anchor))
        options.positive_anchor = farthest_member(panel, mode.parameters.theta);
    const Standardisation standard =
        standardisation(panel, mode.parameters.theta, options.positive_anchor, options.negative_anchor);
    result.items = items_table(panel, mode.parameters.items, standard);
    options.work.check();
    result.fit = ideal_point_fit(panel, mode.parameters.theta, mode.parameters.items);
    std::vector<Convergence> nodes;
    if (options.method == IdealPointMethod::mcmc) {
        SampledIdealPoints sample = sample_ideal_points(
            panel, mode.parameters,
            {options.priors, options.sample_omega2, options.chains, options.warmup, options.draws, options.seed,
             options.positive_anchor, options.negative_anchor, true, options.threads, options.work});
        nodes = summaries(sample.draws, options);
        std::vector<std::string> names = {"log_posterior"};
        std::vector<Convergence> others = {convergence(std::span<const double>(sample.log_posterior), options.chains)};
        if (options.sample_omega2) {
            names.push_back("omega2");
            others.push_back(convergence(std::span<const double>(sample.omega2), options.chains));
        }
        result.sampler = sampler_table(names, others);
        check_convergence(result, nodes, others);
        warn_of_mirrored(result, mirrored_sessions(panel, sample.draws, start.theta));
        result.draws = std::move(sample.draws);
    } else if (options.draws > 0) {
        IdealPointPriors priors = options.priors;
        priors.omega2 = mode.omega2;
        try {
            result.draws = laplace_draws(panel, mode.parameters, priors,
                                         {options.draws, options.seed, options.positive_anchor, options.negative_anchor,
                                          options.threads, options.work});
        } catch (const std::domain_error&) {
            result.failures.push_back("the posterior is not curved enough at its mode for intervals; they are missing");
        }
    }
    if (result.draws.values.empty()) result.draws = mode_alone(panel, mode.parameters.theta, standard);
    if (nodes.empty()) nodes = summaries(result.draws, options);
    result.estimates = estimates_table(panel, nodes, options.method == IdealPointMethod::mcmc);
    return result;
}

}  // namespace tarazy
