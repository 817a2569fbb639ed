#include "simulate/hedge/hedge_tables.hpp"

#include "stats/rank_uniformity.hpp"
#include "stats/wilson_interval.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
Table hedge_estimate_table(const HedgeFit& fit) {
    TableRows rows(TextColumn{"parameter"}, TextColumn{"name"}, RealColumn{"estimate"}, RealColumn{"se"},
                   RealColumn{"lower"}, RealColumn{"upper"}, IntegerColumn{"free"}, TextColumn{"meaning"},
                   TextColumn{"notes"});
    for (const HedgeEstimate& estimate : fit.estimates) {
        const HedgeParameter& parameter = hedge_parameter(estimate.term);
        if (!estimate.free && estimate.value == 0) continue;
        rows.add(parameter.symbol, parameter.name, estimate.value, estimate.se, estimate.lower, estimate.upper,
                 estimate.free, parameter.meaning, estimate.note);
    }
    return rows.table();
}

Table hedge_fit_table(const HedgePanel& panel, const HedgeData& data, const HedgeFit& fit) {
    TableRows rows(TextColumn{"state"}, IntegerColumn{"year"}, TextColumn{"share"}, RealColumn{"previous"},
                   RealColumn{"observed"}, RealColumn{"expected"}, RealColumn{"balance"}, RealColumn{"hhi"},
                   RealColumn{"room"});
    const std::vector<double> expected = hedge_expectation(data, fit.coefficients).expected;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const std::span<const double> profile = std::span(expected).subspan(i * data.shares, data.shares);
        const HedgeMeasures measures = hedge_measures(profile, data.poles);
        HedgeSituation situation = data.situation(i);
        std::array<double, most_profile_shares> mean = {};
        const auto begin = *std::prev(std::ranges::upper_bound(data.year_begin, i));
        for (const WeightedNeighbour& neighbour : data.neighbours[i])
            for (std::size_t j = 0; j < data.shares; ++j)
                mean[j] += neighbour.weight * expected[(begin + neighbour.state) * data.shares + j];
        if (!data.neighbours[i].empty()) situation.neighbours = std::span<const double>(mean).first(data.shares);
        const double room = room_for_manoeuvre(choose_profile(hedge_utility(situation, fit.coefficients)), data.shares);
        for (std::size_t j = 0; j < data.shares; ++j)
            rows.add(data.states[data.state[i]], data.year[i], panel.shares.series[j],
                     data.previous[i * data.shares + j], std::exp(data.log_share[i * data.shares + j]), profile[j],
                     measures.balance, measures.hhi, room);
    }
    return rows.table();
}

Table hedge_recovery_table(const HedgeRecovery& recovery) {
    TableRows rows(TextColumn{"parameter"}, RealColumn{"truth"}, RealColumn{"mean"}, RealColumn{"bias"},
                   RealColumn{"bias_se"}, RealColumn{"sd"}, RealColumn{"mean_se"}, RealColumn{"coverage"},
                   RealColumn{"coverage_lower"}, RealColumn{"coverage_upper"}, IntegerColumn{"with_interval"},
                   IntegerColumn{"on_bound"}, IntegerColumn{"flat"});
    for (const RecoveredTerm& term : recovery.terms) {
        std::optional<double> coverage, lower, upper;
        if (term.with_interval > 0) {
            coverage = static_cast<double>(term.covered) / static_cast<double>(term.with_interval);
            const WilsonInterval wilson =
                wilson_interval(static_cast<double>(term.covered), static_cast<double>(term.with_interval), 0.95);
            lower = wilson.lower;
            upper = wilson.upper;
        }
        rows.add(hedge_parameter(term.term).symbol, term.truth, term.mean, term.mean - term.truth, term.bias_se,
                 term.sd, term.mean_se, coverage, lower, upper, term.with_interval, term.on_bound, term.flat);
    }
    return rows.table();
}

Table hedge_calibration_table(const HedgeCalibration& calibration, std::size_t bins) {
    TableRows rows(TextColumn{"parameter"}, TextColumn{"prior"}, IntegerColumn{"replicates"}, IntegerColumn{"draws"},
                   RealColumn{"chi_square"}, RealColumn{"p"}, RealColumn{"ecdf_difference"},
                   RealColumn{"ecdf_p_bound"});
    for (std::size_t i = 0; i < calibration.terms.size(); ++i) {
        const RankUniformity test =
            rank_uniformity(calibration.ranks[i], static_cast<std::uint32_t>(calibration.largest), bins);
        rows.add(hedge_parameter(calibration.terms[i]).symbol, hedge_prior_text(calibration.terms[i]),
                 calibration.ranks[i].size(), calibration.largest, test.chi_square, test.p_value, test.ecdf_difference,
                 test.ecdf_p_bound);
    }
    return rows.table();
}

std::vector<std::string> hedge_equilibrium_notes(const HedgeData& data, const HedgeCoefficients& found) {
    std::vector<std::string> notes;
    if (!data.has_neighbours || found[HedgeTerm::neighbours] == 0) return notes;
    for (std::size_t y = 0; y + 1 < data.year_begin.size(); ++y) {
        NeighbourYear year;
        for (std::size_t i = data.year_begin[y]; i < data.year_begin[y + 1]; ++i) {
            year.situations.push_back(data.situation(i));
            year.neighbours.push_back(data.neighbours[i]);
        }
        const std::string note = search_equilibria(year, found).note();
        if (!note.empty()) notes.push_back(std::to_string(data.year[data.year_begin[y]]) + ": " + note);
    }
    return notes;
}

}  // namespace tarazy
