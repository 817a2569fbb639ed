#include "trace/counterfactual/control_tables.hpp"

#include "base/number_text.hpp"
#include "table/list_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// A column with numbers for the periods of the treatment only.
template <typename Number>
Column after_treatment(const DonorPanel& panel, Number number) {
    std::vector<double> cells(panel.pre, Column::missing_real);
    for (std::size_t i = 0; i < panel.post(); ++i) cells.push_back(number(i));
    return Column(cells);
}

/// "Madrid 0.48; Rioja 0.21": weights above rounding, the largest first.
std::string weight_cell(const std::vector<std::string>& donors, const std::vector<double>& weights) {
    std::vector<std::size_t> order;
    for (std::size_t j = 0; j < donors.size(); ++j)
        if (weights[j] > 1e-9) order.push_back(j);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    std::vector<std::string> items;
    for (const std::size_t j : order)
        items.push_back(donors[j] + ' ' + number_text(std::round(weights[j] * 1e6) / 1e6));
    return list_cell(items);
}

}  // namespace

Table path_table(const ControlResult& result, const std::string& time) {
    const DonorPanel& panel = result.panel;
    Table table;
    table.add(time, Column(panel.times));
    table.add("actual", Column(panel.actual));
    table.add("synthetic", Column(result.control.synthetic));
    table.add("gap", Column(result.control.gap));
    if (!result.control.range.empty()) {
        std::vector<double> low, high;
        for (const auto& [least, most] : result.control.range) {
            low.push_back(least);
            high.push_back(most);
        }
        table.add("range_low", Column(low));
        table.add("range_high", Column(high));
    }
    if (result.control.penalised) table.add("penalised", Column(result.control.penalised_synthetic));
    if (result.intervals && !result.intervals->periods.empty()) {
        const auto& periods = result.intervals->periods;
        table.add("lower", after_treatment(panel, [&](std::size_t i) { return periods[i].lower; }));
        table.add("upper", after_treatment(panel, [&](std::size_t i) { return periods[i].upper; }));
    }
    if (result.conformal) {
        const auto& sets = result.conformal->periods;
        table.add("conformal_lower",
                  after_treatment(panel, [&](std::size_t i) { return real_or_missing(sets[i].lower); }));
        table.add("conformal_upper",
                  after_treatment(panel, [&](std::size_t i) { return real_or_missing(sets[i].upper); }));
        table.add("conformal_p", after_treatment(panel, [&](std::size_t i) { return sets[i].p_zero; }));
    }
    return table;
}

Table weight_table(const ControlResult& result) {
    Table table;
    table.add("unit", Column(result.panel.donors));
    table.add("weight", Column(result.control.fit.weights));
    if (result.control.penalised) table.add("penalised", Column(result.control.penalised->weights));
    return table;
}

Table balance_table(const ControlResult& result, const PredictorTable& predictors) {
    TableRows rows(TextColumn{"predictor"}, RealColumn{"v"}, RealColumn{"treated"}, RealColumn{"synthetic"},
                   RealColumn{"mean"});
    const DonorPanel& panel = result.panel;
    for (std::size_t p = 0; p < predictors.names.size(); ++p) {
        const auto place = std::ranges::find(result.control.predictors, predictors.names[p]);
        const bool used = place != result.control.predictors.end();
        double synthetic = 0, sum = 0;
        for (std::size_t j = 0; j < panel.donors.size(); ++j) {
            const double value = predictors.values.at(panel.donors[j])[p];
            synthetic += result.control.fit.weights[j] * value;
            sum += value;
        }
        rows.add(
            predictors.names[p],
            used ? std::optional(result.control.v[static_cast<std::size_t>(place - result.control.predictors.begin())])
                 : std::nullopt,
            predictors.values.at(panel.treated)[p], synthetic, sum / static_cast<double>(panel.donors.size()));
    }
    return rows.table();
}

Table space_table(const SpacePlacebos& placebos) {
    TableRows rows(TextColumn{"unit"}, RealColumn{"loss"}, RealColumn{"kkt"}, RealColumn{"rmspe_pre"},
                   RealColumn{"rmspe_post"}, RealColumn{"ratio"}, RealColumn{"mean_gap"}, IntegerColumn{"kept"},
                   IntegerColumn{"unique"}, TextColumn{"w"});
    for (const SpacePlacebo& unit : placebos.units) {
        const ControlFit& control = unit.control;
        rows.add(unit.unit, control.fit.loss, control.fit.kkt, control.pre_rmspe, control.post_rmspe, control.ratio,
                 control.mean_gap, unit.kept, control.fit.unique, weight_cell(unit.donors, control.fit.weights));
    }
    return rows.table();
}

Table time_table(const std::vector<TimePlacebo>& placebos) {
    TableRows rows(IntegerColumn{"from"}, IntegerColumn{"pre"}, RealColumn{"rmspe_pre"}, RealColumn{"rmspe_post"},
                   RealColumn{"ratio"}, RealColumn{"mean_gap"});
    for (const TimePlacebo& placebo : placebos)
        rows.add(placebo.from, placebo.pre, placebo.control.pre_rmspe, placebo.control.post_rmspe,
                 placebo.control.ratio, placebo.control.mean_gap);
    return rows.table();
}

Table summary_table(const ControlResult& result) {
    const ControlFit& control = result.control;
    Table table;
    const auto number = [&](const char* name, std::optional<double> value) {
        table.add(name, Column(std::vector<double>{real_or_missing(value)}));
    };
    const auto whole = [&](const char* name, std::optional<std::size_t> value) {
        table.add(name, Column(std::vector<std::int64_t>{value ? static_cast<std::int64_t>(*value)
                                                               : Column::missing_integer}));
    };
    const auto text = [&](const char* name, const std::string& value) {
        table.add(name, Column(std::vector<std::string>{value}));
    };
    const bool bounded = result.intervals && result.intervals->refusal.empty();
    const auto* mean_set = result.conformal && result.conformal->mean ? &*result.conformal->mean : nullptr;
    text("treated", result.panel.treated);
    table.add("from", Column(std::vector<std::int64_t>{result.panel.from()}));
    whole("pre", result.panel.pre);
    whole("post", result.panel.post());
    whole("donors", result.panel.donors.size());
    number("loss", control.fit.loss);
    number("kkt", control.fit.kkt);
    number("kkt_relative", control.fit.kkt_relative);
    whole("certified", control.fit.certified ? 1 : 0);
    whole("unique", control.fit.unique ? 1 : 0);
    number("rmspe_pre", control.pre_rmspe);
    number("rmspe_post", control.post_rmspe);
    number("ratio", control.ratio);
    number("mean_gap", control.mean_gap);
    const bool ranged = !control.range.empty();
    number("mean_gap_low", ranged ? std::optional(control.mean_gap_range.first) : std::nullopt);
    number("mean_gap_high", ranged ? std::optional(control.mean_gap_range.second) : std::nullopt);
    number("mean_lower", bounded ? std::optional(result.intervals->mean.lower) : std::nullopt);
    number("mean_upper", bounded ? std::optional(result.intervals->mean.upper) : std::nullopt);
    number("level", result.level);
    number("placebo_p", result.space ? result.space->p : std::nullopt);
    whole("placebo_rank", result.space && result.space->p ? std::optional(result.space->rank) : std::nullopt);
    whole("placebos_ranked", result.space ? std::optional(result.space->kept) : std::nullopt);
    number("conformal_p", result.conformal ? std::optional(result.conformal->p) : std::nullopt);
    number("conformal_least_p", result.conformal ? std::optional(result.conformal->least_p) : std::nullopt);
    number("conformal_mean_lower", mean_set != nullptr ? mean_set->lower : std::nullopt);
    number("conformal_mean_upper", mean_set != nullptr ? mean_set->upper : std::nullopt);
    number("judged_loss", control.judged_loss);
    number("least_judged_loss", control.least_judged_loss);
    whole("evaluations", control.evaluations > 0 ? std::optional(control.evaluations) : std::nullopt);
    text("no_interval", result.intervals ? result.intervals->refusal : "");
    std::string no_set;
    if (result.conformal && !result.conformal->periods.empty()) no_set = result.conformal->periods[0].unbounded;
    text("no_conformal_set", no_set);
    std::string no_mean;
    if (result.conformal) no_mean = mean_set != nullptr ? mean_set->unbounded : result.conformal->no_mean;
    text("no_conformal_mean", no_mean);
    return table;
}

Table term_table(const InterruptedSeries& series) {
    TableRows rows(TextColumn{"term"}, RealColumn{"estimate"}, RealColumn{"se_ols"}, RealColumn{"se_nw"},
                   RealColumn{"t_nw"}, RealColumn{"p_nw"}, RealColumn{"lower"}, RealColumn{"upper"});
    for (const SeriesTerm& term : series.terms)
        rows.add(term.name, term.estimate, term.se_ols, term.se_nw, term.t_nw, term.p_nw, term.lower, term.upper);
    return rows.table();
}

Table fitted_table(const DatedSeries& series, const InterruptedSeries& fit, const std::string& time) {
    Table table;
    table.add(time, Column(series.times));
    table.add("value", Column(series.values));
    table.add("fitted", Column(fit.fitted));
    table.add("continued", Column(fit.continued));
    return table;
}

Table contrast_table(const MeanContrast& contrast) {
    TableRows rows(TextColumn{"unit"}, IntegerColumn{"n_before"}, IntegerColumn{"n_after"}, RealColumn{"before"},
                   RealColumn{"after"}, RealColumn{"change"}, RealColumn{"difference"}, IntegerColumn{"rank"},
                   RealColumn{"p"});
    for (const UnitContrast& unit : contrast.units) {
        const bool known = unit.difference.has_value();
        rows.add(unit.unit, unit.n_before, unit.n_after, unit.before, unit.after, unit.change, unit.difference,
                 known ? IntegerCell(unit.rank) : IntegerCell(std::nullopt),
                 known ? std::optional(unit.p) : std::nullopt);
    }
    return rows.table();
}

}  // namespace tarazy
