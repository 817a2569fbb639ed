#include "text/estimates/estimate_table.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

/// Units of a stratum, a year, or all.
struct EstimateGroup {
    std::string by, name;
    std::vector<std::size_t> units;
};

void add_groups(const std::string& by, const std::vector<std::string>& names, std::vector<EstimateGroup>& groups) {
    std::map<std::string, std::vector<std::size_t>> units;
    for (std::size_t unit = 0; unit < names.size(); ++unit)
        if (!names[unit].empty()) units[names[unit]].push_back(unit);
    for (auto& [name, members] : units) groups.push_back({by, name, std::move(members)});
}

std::vector<EstimateGroup> estimate_groups(const HandSample& sample) {
    std::vector<EstimateGroup> groups = {{"all", "", {}}};
    for (std::size_t unit = 0; unit < sample.units.size(); ++unit) groups[0].units.push_back(unit);
    add_groups("stratum", sample.stratum, groups);
    add_groups("year", sample.year, groups);
    return groups;
}

double code_number(const std::string& code, const std::string& unit, const std::string& path) {
    if (const auto number = parse_real(code)) return *number;
    throw InputError({path, 0, 0, "the code '" + code + "' of the unit '" + unit + "' is no number",
                      "name the codes whose shares you want with --category"});
}

void check_categories(const HandSample& sample, const EstimateOptions& options) {
    for (const std::string& category : options.categories) {
        if (std::ranges::find(sample.machine, category) == sample.machine.end() &&
            std::ranges::find(sample.hand, category) == sample.hand.end())
            throw UsageError("--category " + category + ": no unit has this code; see the columns of codes");
    }
}

/// The group's numbers: codes as they are, or 1 where a code is the category.
CorrectedUnits corrected_units(const HandSample& sample, const EstimateGroup& group, const std::string& category,
                               bool shares, const std::string& path) {
    const auto number = [&](const std::string& code, std::size_t unit) {
        if (shares) return code == category ? 1.0 : 0.0;
        return code_number(code, sample.units[unit], path);
    };
    CorrectedUnits units;
    for (const std::size_t unit : group.units) {
        units.machine.push_back(number(sample.machine[unit], unit));
        const bool coded = !sample.hand[unit].empty();
        units.hand.push_back(coded ? std::optional(number(sample.hand[unit], unit)) : std::nullopt);
        if (!sample.probability.empty()) units.probability.push_back(sample.probability[unit]);
    }
    return units;
}

bool probabilities_differ(const HandSample& sample) {
    double least = 2, most = 0;
    for (const double probability : sample.probability) {
        if (std::isnan(probability)) continue;
        least = std::min(least, probability);
        most = std::max(most, probability);
    }
    return most > least;
}

void warn_of_sample(const HandSample& sample, std::vector<std::string>& warnings) {
    const auto coded = static_cast<std::size_t>(
        std::ranges::count_if(sample.hand, [](const std::string& hand) { return !hand.empty(); }));
    if (coded < few_hand_codes)
        warnings.push_back(std::to_string(coded) + " units are coded by hand: with fewer than " +
                           std::to_string(few_hand_codes) + " the normal intervals may be too narrow");
    if (probabilities_differ(sample))
        warnings.push_back(
            "sampling probabilities differ: take design_weighted (or ppi_plus_stratified when they are the same within "
            "strata); ppi, ppi_plus and hand_only take the sample for a simple random one");
}

/// What the column `category` says.
const std::string& category_cell(const EstimateOptions& options, const std::string& category) {
    return options.categories.empty() ? options.label : category;
}

std::vector<std::string> wanted_categories(const EstimateOptions& options) {
    return options.categories.empty() ? std::vector<std::string>{""} : options.categories;
}

using EstimateRows = TableRows<TextColumn, TextColumn, TextColumn, TextColumn, RealColumn, RealColumn, RealColumn,
                               RealColumn, RealColumn, IntegerColumn, IntegerColumn, TextColumn>;

/// The stratified estimate when every stratum has hand codes enough.
std::optional<MeanEstimate> stratified_mean(const std::vector<HandMoments>& strata, std::size_t all,
                                            double confidence) {
    double units = 0;
    for (const HandMoments& moments : strata) {
        if (moments.sampled < 2) return std::nullopt;
        units += static_cast<double>(moments.units);
    }
    // Units without a stratum would be left out unseen.
    if (strata.size() < 2 || units != static_cast<double>(all)) return std::nullopt;
    MeanEstimate sum{0, 0, 0, 0, {}};
    double scale = 0;
    for (const HandMoments& moments : strata) {
        const double weight = static_cast<double>(moments.units) / units;
        const MeanEstimate one = prediction_powered_mean(moments, least_variance_lambda(moments), confidence);
        sum.estimate += weight * one.estimate;
        sum.se += weight * weight * one.se * one.se;
        scale = one.se > 0 ? (one.upper - one.estimate) / one.se : scale;
    }
    sum.se = std::sqrt(sum.se);
    sum.lower = sum.estimate - scale * sum.se;
    sum.upper = sum.estimate + scale * sum.se;
    return sum;
}

void add_group_rows(EstimateRows& table, const EstimateGroup& group, const std::string& category,
                    const CorrectedUnits& units, const HandMoments& moments, double confidence,
                    const std::vector<HandMoments>& strata) {
    const auto add = [&](const char* estimator, const MeanEstimate& one) {
        table.add(group.by, group.name, category, estimator, one.estimate, one.se, one.lower, one.upper, one.lambda,
                  moments.sampled, moments.units, "");
    };
    table.add(group.by, group.name, category, "machine_only", moments.machine_mean, std::nullopt, std::nullopt,
              std::nullopt, std::nullopt, moments.sampled, moments.units,
              moments.sampled < 2 ? "fewer than two units coded by hand: nothing corrects the machine here" : "");
    if (moments.sampled < 2) return;
    add("hand_only", hand_mean(moments, confidence));
    add("ppi", prediction_powered_mean(moments, 1, confidence));
    add("ppi_plus", prediction_powered_mean(moments, least_variance_lambda(moments), confidence));
    add("design_weighted", design_weighted_mean(units, confidence));
    if (group.by != "all") return;
    if (const auto stratified = stratified_mean(strata, moments.units, confidence))
        add("ppi_plus_stratified", *stratified);
}

}  // namespace

Table estimate_table(const HandSample& sample, const EstimateOptions& options, const std::string& path,
                     std::vector<std::string>& warnings) {
    check_categories(sample, options);
    warn_of_sample(sample, warnings);
    const std::vector<EstimateGroup> groups = estimate_groups(sample);
    EstimateRows table(TextColumn{"by"}, TextColumn{"group"}, TextColumn{"category"}, TextColumn{"estimator"},
                       RealColumn{"estimate"}, RealColumn{"se"}, RealColumn{"lower"}, RealColumn{"upper"},
                       RealColumn{"lambda"}, IntegerColumn{"n_hand"}, IntegerColumn{"n_units"}, TextColumn{"note"});
    std::size_t bare = 0;
    for (const std::string& category : wanted_categories(options)) {
        std::vector<CorrectedUnits> units;
        std::vector<HandMoments> moments, strata;
        for (const EstimateGroup& group : groups) {
            units.push_back(corrected_units(sample, group, category, !options.categories.empty(), path));
            moments.push_back(hand_moments(units.back()));
            if (group.by == "stratum") strata.push_back(moments.back());
            bare += moments.back().sampled < 2 ? 1 : 0;
        }
        for (std::size_t group = 0; group < groups.size(); ++group)
            add_group_rows(table, groups[group], category_cell(options, category), units[group], moments[group],
                           options.confidence, strata);
    }
    if (bare > 0)
        warnings.push_back(std::to_string(bare) + " of " + std::to_string(groups.size()) +
                           " groups have fewer than two units coded by hand and no interval");
    return table.table();
}

Table coding_plan_table(const HandSample& sample, double half_width, const EstimateOptions& options,
                        const std::string& path, std::vector<std::string>& warnings) {
    check_categories(sample, options);
    warn_of_sample(sample, warnings);
    TableRows table(TextColumn{"by"}, TextColumn{"group"}, TextColumn{"category"}, IntegerColumn{"n_units"},
                    IntegerColumn{"n_hand"}, RealColumn{"half_width_now"}, IntegerColumn{"n_hand_only"},
                    IntegerColumn{"n_needed"}, IntegerColumn{"n_more"}, TextColumn{"note"});
    for (const std::string& category : wanted_categories(options)) {
        for (const EstimateGroup& group : estimate_groups(sample)) {
            const HandMoments moments =
                hand_moments(corrected_units(sample, group, category, !options.categories.empty(), path));
            const std::string& label = category_cell(options, category);
            if (moments.sampled < 2 || !(moments.hand_variance > 0)) {
                table.add(group.by, group.name, label, moments.units, moments.sampled, std::nullopt, std::nullopt,
                          std::nullopt, std::nullopt,
                          moments.sampled < 2 ? "code at least two units here first"
                                              : "all hand codes are alike here: code more before planning");
                continue;
            }
            const MeanEstimate now =
                prediction_powered_mean(moments, least_variance_lambda(moments), options.confidence);
            const auto needed = units_to_code(moments, half_width, options.confidence, true);
            const auto alone = units_to_code(moments, half_width, options.confidence, false);
            const auto more =
                needed ? std::optional(*needed > moments.sampled ? *needed - moments.sampled : std::size_t{0})
                       : std::nullopt;
            table.add(group.by, group.name, label, moments.units, moments.sampled, (now.upper - now.lower) / 2, alone,
                      needed, more, needed ? "" : "even all units would not give so narrow an interval");
        }
    }
    return table.table();
}

}  // namespace tarazy
