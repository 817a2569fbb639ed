#include "trace/counterfactual/synthetic_control.hpp"

#include "base/error.hpp"
#include "trace/counterfactual/nested_search.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// The rows that weights are fitted to: predictors, weighted, or outcomes.
struct FittedRows {
    std::vector<std::vector<double>> donors;  ///< [donor][row]
    std::vector<double> own;
};

std::vector<double> before(const DonorPanel& panel, const std::vector<double>& values) {
    return {values.begin(), values.begin() + static_cast<std::ptrdiff_t>(panel.pre)};
}

FittedRows outcome_rows(const DonorPanel& panel) {
    FittedRows rows{{}, before(panel, panel.actual)};
    for (const auto& values : panel.outcomes) rows.donors.push_back(before(panel, values));
    return rows;
}

/// Standard deviation of a predictor over the treated unit and the donors.
double predictor_spread(const DonorPanel& panel, const PredictorTable& predictors, std::size_t p) {
    std::vector<double> values = {predictors.values.at(panel.treated)[p]};
    for (const std::string& donor : panel.donors) values.push_back(predictors.values.at(donor)[p]);
    std::ranges::sort(values);  // the sum does not depend on who is treated
    double mean = 0, squares = 0, largest = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
        largest = std::max(largest, std::abs(value));
    }
    const double spread = std::sqrt(squares / static_cast<double>(values.size() - 1));
    return spread > 1e-12 * largest ? spread : 0;
}

struct ScaledPredictors {
    FittedRows rows;
    std::vector<std::size_t> kept;  ///< places in the table
};

ScaledPredictors scaled_predictors(const DonorPanel& panel, const PredictorTable& predictors, ControlFit& result) {
    ScaledPredictors scaled;
    std::vector<double> spreads;
    for (std::size_t p = 0; p < predictors.names.size(); ++p) {
        const double spread = predictor_spread(panel, predictors, p);
        if (spread > 0) {
            scaled.kept.push_back(p);
            spreads.push_back(spread);
            result.predictors.push_back(predictors.names[p]);
        } else {
            result.unused.push_back(predictors.names[p]);
        }
    }
    if (scaled.kept.empty())
        throw UsageError("no predictor differs between " + panel.treated +
                         " and its donors; take others, or fit the outcome itself (--v outcome)");
    const auto of = [&](const std::string& unit) {
        std::vector<double> own;
        for (std::size_t i = 0; i < scaled.kept.size(); ++i)
            own.push_back(predictors.values.at(unit)[scaled.kept[i]] / spreads[i]);
        return own;
    };
    scaled.rows.own = of(panel.treated);
    for (const std::string& donor : panel.donors) scaled.rows.donors.push_back(of(donor));
    return scaled;
}

/// The judged periods' places among the times.
std::vector<std::size_t> judged_places(const DonorPanel& panel, const ControlOptions& options) {
    std::vector<std::size_t> places;
    for (std::size_t t = 0; t < panel.pre; ++t) {
        const bool inside =
            !options.judged || (panel.times[t] >= options.judged->first && panel.times[t] <= options.judged->second);
        if (inside) places.push_back(t);
    }
    if (places.empty())
        throw UsageError("no period before the treatment lies from " + std::to_string(options.judged->first) + " to " +
                         std::to_string(options.judged->second) + "; name others");
    return places;
}

std::vector<double> at_places(const std::vector<double>& values, const std::vector<std::size_t>& places) {
    std::vector<double> chosen;
    for (const std::size_t place : places) chosen.push_back(values[place]);
    return chosen;
}

FittedRows judged_rows(const DonorPanel& panel, const std::vector<std::size_t>& places) {
    FittedRows rows{{}, at_places(panel.actual, places)};
    for (const auto& values : panel.outcomes) rows.donors.push_back(at_places(values, places));
    return rows;
}

std::vector<double> predictor_weights(const DonorPanel& panel, const ControlOptions& options,
                                      const ScaledPredictors& scaled, const FittedRows& judged, ControlFit& result) {
    const std::size_t count = scaled.kept.size();
    if (options.weighting == PredictorWeighting::nested) {
        const NestedWeights found =
            nested_predictor_weights({scaled.rows.donors, scaled.rows.own, judged.donors, judged.own},
                                     options.evaluations, options.seed, options.work);
        result.evaluations = found.evaluations;
        return found.v;
    }
    if (options.weighting == PredictorWeighting::inverse_variance)
        return std::vector<double>(count, 1 / static_cast<double>(count));
    std::vector<double> v;
    double sum = 0;
    for (const std::size_t p : scaled.kept) sum += v.emplace_back(options.given.at(p));
    if (!(sum > 0))
        throw UsageError("every predictor with a weight is the same for " + panel.treated + " and all its donors");
    for (double& weight : v) weight /= sum;
    return v;
}

std::vector<double> weighted_path(const DonorPanel& panel, const std::vector<double>& weights) {
    std::vector<double> path(panel.times.size(), 0.0);
    for (std::size_t j = 0; j < weights.size(); ++j) {
        if (weights[j] == 0) continue;
        for (std::size_t t = 0; t < path.size(); ++t) path[t] += weights[j] * panel.outcomes[j][t];
    }
    return path;
}

void measure_gap(const DonorPanel& panel, ControlFit& result) {
    double pre = 0, post = 0, largest = 0, sum = 0;
    for (std::size_t t = 0; t < panel.times.size(); ++t) {
        const double gap = panel.actual[t] - result.synthetic[t];
        result.gap.push_back(gap);
        (t < panel.pre ? pre : post) += gap * gap;
        if (t >= panel.pre) sum += gap;
        largest = std::max({largest, std::abs(panel.actual[t]), std::abs(result.synthetic[t])});
    }
    result.pre_rmspe = std::sqrt(pre / static_cast<double>(panel.pre));
    result.post_rmspe = panel.post() == 0 ? 0 : std::sqrt(post / static_cast<double>(panel.post()));
    result.mean_gap = panel.post() == 0 ? 0 : sum / static_cast<double>(panel.post());
    result.perfect = result.pre_rmspe <= 1e-9 * largest;
    if (!result.perfect) result.ratio = result.post_rmspe / result.pre_rmspe;
}

/// One vector a period of the donors' outcomes, and one of their means over the treatment.
void measure_ranges(const DonorPanel& panel, const FittedRows& rows, ControlFit& result) {
    std::vector<std::vector<double>> costs(panel.times.size() + 1, std::vector<double>(panel.donors.size(), 0.0));
    double actual = 0;
    for (std::size_t t = 0; t < panel.times.size(); ++t) {
        for (std::size_t j = 0; j < panel.donors.size(); ++j) {
            costs[t][j] = panel.outcomes[j][t];
            if (t >= panel.pre) costs.back()[j] += panel.outcomes[j][t] / static_cast<double>(panel.post());
        }
        if (t >= panel.pre) actual += panel.actual[t] / static_cast<double>(panel.post());
    }
    result.range = uniqueness_range(rows.donors, rows.own, costs);
    result.mean_gap_range = {actual - result.range.back().second, actual - result.range.back().first};
    result.range.pop_back();
}

}  // namespace

ControlFit synthetic_control(const DonorPanel& panel, const ControlOptions& options) {
    options.work.check();
    ControlFit result;
    const std::vector<std::size_t> places = judged_places(panel, options);
    const FittedRows judged = judged_rows(panel, places);
    FittedRows rows = outcome_rows(panel);
    if (options.weighting != PredictorWeighting::outcome) {
        ScaledPredictors scaled =
            scaled_predictors(panel, options.predictors ? *options.predictors : outcome_predictors(panel), result);
        result.v = predictor_weights(panel, options, scaled, judged, result);
        rows = std::move(scaled.rows);
        const auto weigh = [&](std::vector<double>& values) {
            for (std::size_t k = 0; k < values.size(); ++k) values[k] *= std::sqrt(result.v[k]);
        };
        weigh(rows.own);
        for (auto& values : rows.donors) weigh(values);
    }
    result.fit = simplex_least_squares(rows.donors, rows.own);
    result.synthetic = weighted_path(panel, result.fit.weights);
    measure_gap(panel, result);
    for (const std::size_t place : places)
        result.judged_loss += result.gap[place] * result.gap[place] / static_cast<double>(places.size());
    result.least_judged_loss =
        simplex_least_squares(judged.donors, judged.own).loss / static_cast<double>(places.size());
    if (options.ranges) measure_ranges(panel, rows, result);
    if (!result.fit.unique || options.lambda > 0) {
        result.penalised = penalised_least_squares(rows.donors, rows.own, options.lambda);
        result.penalised_synthetic = weighted_path(panel, result.penalised->weights);
    }
    return result;
}

}  // namespace tarazy
