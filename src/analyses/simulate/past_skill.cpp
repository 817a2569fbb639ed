#include "analyses/simulate/past_skill.hpp"

#include "base/error.hpp"
#include "simulate/forecast/hindcast_table.hpp"

namespace tarazy {
namespace {

constexpr double skill_level = 0.9;

}  // namespace

std::vector<ParameterRule> past_skill_rules() {
    return {
        {"draws", ParameterKind::integer, "1000", 20, 100000, {}, "of each forecast"},
        {"first_origin",
         ParameterKind::integer,
         std::nullopt,
         1,
         9999,
         {},
         "last year that the first forecast of the past knows; by default the tenth of the series"},
        {"resamples", ParameterKind::integer, "2000", 0, 1000000, {}, "of blocks of origins, for intervals of skill"}};
}

PastSkill past_skill(const AnalysisPlan& plan, const YearPanel& panel, const ValueScale& scale,
                     const std::vector<Forecaster>& forecasters, std::vector<std::size_t> horizons,
                     const std::vector<std::string>& kept, std::vector<std::string>& notes) {
    HindcastOptions options;
    options.horizons = std::move(horizons);
    options.draws = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("draws"));
    options.scale = scale;
    options.keep_quantiles = !kept.empty();
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    if (plan.parameters.has("first_origin")) options.first_origin = plan.parameters.get<std::int64_t>("first_origin");
    SkillTableOptions table;
    const bool one_unit = scale.kind != ValueScale::Kind::free || panel.series.size() == 1;
    table.groups = one_unit ? ScoreGroups::all : ScoreGroups::series;
    table.level = skill_level;
    table.replicates = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("resamples"));
    table.seed = plan.frame.seed;
    table.threads = plan.frame.threads;
    table.work = plan.frame.work;
    try {
        const Hindcast scored = hindcast(panel, forecasters, options);
        notes.insert(notes.end(), scored.notes.begin(), scored.notes.end());
        if (scored.not_in_all > 0)
            notes.push_back(std::to_string(scored.not_in_all) +
                            " outcomes of the past are left out: some forecaster has no forecast of them");
        PastSkill result{skill_table(scored, forecast_skills(scored, table), table.groups), {}};
        if (!kept.empty()) result.quantiles = hindcast_quantile_table(scored, panel, kept);
        return result;
    } catch (const UsageError& error) {  // what stands in a study file is input
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': the past cannot be forecast: " + error.what(),
                                 "mend first_origin, horizons or draws"});
    } catch (const InputError& error) {
        notes.push_back("no forecast of the past could be scored: " + error.problems().front().what);
        return {};
    }
}

}  // namespace tarazy
