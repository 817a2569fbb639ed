#include "simulate/forecast/hindcast_table.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"
#include "stats/rank_uniformity.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>

namespace tarazy {
namespace {

constexpr std::size_t pit_bins = 10;

/// The places of a group: states x series.
struct ScoreGroup {
    std::string name;
    std::vector<std::size_t> states, series;
};

std::vector<std::size_t> places_up_to(std::size_t count) {
    std::vector<std::size_t> places(count);
    for (std::size_t i = 0; i < count; ++i) places[i] = i;
    return places;
}

std::vector<ScoreGroup> score_groups(const Hindcast& all, ScoreGroups groups) {
    const std::vector<std::size_t> states = places_up_to(all.states.size()), series = places_up_to(all.series.size());
    std::vector<ScoreGroup> list;
    if (groups == ScoreGroups::all) list.push_back({"", states, series});
    if (groups == ScoreGroups::series)
        for (const std::size_t s : series) list.push_back({all.series[s], states, {s}});
    if (groups == ScoreGroups::states)
        for (const std::size_t s : states) list.push_back({all.states[s], {s}, series});
    return list;
}

using ScoreOf = std::function<double(std::size_t origin, std::size_t state, std::size_t series)>;

/// The mean over a group at each origin; NaN where nothing was scored.
std::vector<double> means_by_origin(const Hindcast& all, const ScoreGroup& group, const ScoreOf& score) {
    std::vector<double> means;
    for (std::size_t origin = 0; origin < all.origins.size(); ++origin) {
        double sum = 0;
        std::size_t count = 0;
        for (const std::size_t state : group.states) {
            for (const std::size_t series : group.series) {
                const double value = score(origin, state, series);
                if (std::isnan(value)) continue;
                sum += value;
                ++count;
            }
        }
        means.push_back(count > 0 ? sum / static_cast<double>(count) : DrawScore::none);
    }
    return means;
}

std::optional<double> mean_of_known(const std::vector<double>& values) {
    double sum = 0;
    std::size_t count = 0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        sum += value;
        ++count;
    }
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

ForecastSkill mean_scores(const Hindcast& all, const ScoreGroup& group, std::size_t forecaster, std::size_t horizon) {
    const auto score = [&](std::size_t origin, std::size_t state, std::size_t series) -> const DrawScore& {
        return all.scores[all.at(forecaster, origin, horizon, state, series)];
    };
    const auto mean_of = [&](const std::function<double(const DrawScore&)>& part) {
        return mean_of_known(means_by_origin(
            all, group, [&](std::size_t o, std::size_t st, std::size_t se) { return part(score(o, st, se)); }));
    };
    ForecastSkill skill{.group = group.name, .forecaster = forecaster, .horizon = horizon};
    std::vector<std::uint32_t> ranks;
    for (std::size_t o = 0; o < all.origins.size(); ++o) {
        const std::size_t before = ranks.size();
        for (const std::size_t state : group.states)
            for (const std::size_t series : group.series)
                if (!std::isnan(score(o, state, series).crps)) ranks.push_back(score(o, state, series).rank);
        skill.origins += ranks.size() > before ? 1 : 0;
    }
    skill.forecasts = ranks.size();
    skill.crps = mean_of([](const DrawScore& s) { return s.crps; });
    skill.ignorance = mean_of([](const DrawScore& s) { return s.ignorance; });
    skill.log_score = mean_of([](const DrawScore& s) { return s.log_score; });
    skill.interval = mean_of([](const DrawScore& s) { return s.interval; });
    skill.coverage = mean_of([](const DrawScore& s) {
        return std::isnan(s.crps) ? DrawScore::none : s.covered ? 1.0 : 0.0;
    });
    if (!all.energy.empty() && group.series.size() == all.series.size())
        skill.energy = mean_of_known(means_by_origin(
            all, {group.name, group.states, {0}}, [&](std::size_t origin, std::size_t state, std::size_t) {
                return all.energy[all.at(forecaster, origin, horizon, state, 0) / all.series.size()];
            }));
    if (!ranks.empty()) skill.pit_p = rank_uniformity(ranks, static_cast<std::uint32_t>(all.draws), pit_bins).p_value;
    return skill;
}

/// Holds one forecaster against the naive ones. @param by_origin  CRPS at each origin, of each forecaster
void compare_to_naive(const Hindcast& all, const std::vector<std::vector<double>>& by_origin,
                      const SkillTableOptions& options, ForecastSkill& skill) {
    std::vector<std::vector<double>> benchmarks, persistence;
    std::vector<std::size_t> which;
    for (std::size_t f = 0; f < all.forecasters.size(); ++f) {
        if (f == skill.forecaster || !all.naive[f]) continue;
        benchmarks.push_back(by_origin[f]);
        which.push_back(f);
        if (all.forecasters[f] == "persistence") persistence.push_back(by_origin[f]);
    }
    if (benchmarks.empty()) return;
    const std::vector<double>& own = by_origin[skill.forecaster];
    const std::size_t years = all.horizons[skill.horizon];
    const SkillOptions resampling{options.replicates, options.level, options.seed, options.work.unheard()};
    skill.over_best = skill_over(own, benchmarks, years, resampling);
    const std::size_t best = which[skill.over_best->best];
    skill.best = all.forecasters[best];
    skill.test = diebold_mariano(own, by_origin[best], years);
    if (!persistence.empty()) skill.over_persistence = skill_over(own, persistence, years, resampling);
    if (all.forecasters[skill.forecaster] == "persistence") return;
    if (skill.over_persistence && !skill.over_persistence->demonstrated())
        skill.reading = skill_reading(*skill.over_persistence, "persistence");
    else
        skill.reading = skill_reading(*skill.over_best, skill.best);
}

std::string percent_text(double share) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), 100 * share, std::chars_format::fixed, 0);
    return {text.data(), end.ptr};
}

}  // namespace

std::string skill_reading(const Skill& over, const std::string& benchmark) {
    if (!over.demonstrated()) return "no demonstrated skill over " + benchmark + ": exploratory use only";
    return percent_text(*over.value) + " % better than " + benchmark + " (" + percent_text(*over.lower) + " to " +
           percent_text(*over.upper) + " %)";
}

std::vector<ForecastSkill> forecast_skills(const Hindcast& hindcast, const SkillTableOptions& options) {
    if (!(options.level > 0 && options.level < 1))
        refuse_argument("--level", number_text(options.level), "give a number between 0 and 1");
    const std::vector<ScoreGroup> groups = score_groups(hindcast, options.groups);
    const std::size_t forecasters = hindcast.forecasters.size(), blocks = hindcast.horizons.size() * groups.size();
    std::vector<ForecastSkill> skills(blocks * forecasters);
    WorkStep step(options.work, "skill", blocks);
    parallel_chunks(
        blocks, 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t block = begin; block < end; ++block) {
                const std::size_t horizon = block / groups.size();
                const ScoreGroup& group = groups[block % groups.size()];
                std::vector<std::vector<double>> by_origin;
                for (std::size_t f = 0; f < forecasters; ++f)
                    by_origin.push_back(
                        means_by_origin(hindcast, group, [&](std::size_t o, std::size_t state, std::size_t series) {
                            return hindcast.scores[hindcast.at(f, o, horizon, state, series)].crps;
                        }));
                for (std::size_t f = 0; f < forecasters; ++f) {
                    ForecastSkill& skill = skills[block * forecasters + f];
                    skill = mean_scores(hindcast, group, f, horizon);
                    compare_to_naive(hindcast, by_origin, options, skill);
                }
            }
        },
        step);
    return skills;
}

Table skill_table(const Hindcast& hindcast, const std::vector<ForecastSkill>& skills, ScoreGroups groups) {
    TableRows rows(IntegerColumn{"horizon"}, TextColumn{groups == ScoreGroups::states ? "state" : "series"},
                   TextColumn{"forecaster"}, IntegerColumn{"naive"}, IntegerColumn{"origins"},
                   IntegerColumn{"forecasts"}, RealColumn{"crps"}, RealColumn{"ignorance"}, RealColumn{"log_score"},
                   RealColumn{"interval_score"}, RealColumn{"energy"}, RealColumn{"coverage90"}, RealColumn{"pit_p"},
                   TextColumn{"benchmark"}, RealColumn{"skill"}, RealColumn{"skill_lower"}, RealColumn{"skill_upper"},
                   RealColumn{"dm"}, RealColumn{"dm_p"}, RealColumn{"skill_persistence"},
                   RealColumn{"skill_persistence_lower"}, RealColumn{"skill_persistence_upper"}, TextColumn{"reading"});
    for (const ForecastSkill& skill : skills) {
        const Skill best = skill.over_best.value_or(Skill{}), still = skill.over_persistence.value_or(Skill{});
        rows.add(hindcast.horizons[skill.horizon], skill.group, hindcast.forecasters[skill.forecaster],
                 hindcast.naive[skill.forecaster] ? 1 : 0, skill.origins, skill.forecasts, skill.crps, skill.ignorance,
                 skill.log_score, skill.interval, skill.energy, skill.coverage, skill.pit_p, skill.best, best.value,
                 best.lower, best.upper, skill.test.statistic, skill.test.p_value, still.value, still.lower,
                 still.upper, skill.reading);
    }
    Table table = rows.table();
    if (groups == ScoreGroups::all) {
        table.names.erase(table.names.begin() + 1);
        table.columns.erase(table.columns.begin() + 1);
    }
    return table;
}

Table score_table(const Hindcast& hindcast) {
    TableRows rows(TextColumn{"forecaster"}, IntegerColumn{"origin"}, IntegerColumn{"horizon"}, IntegerColumn{"year"},
                   TextColumn{"state"}, TextColumn{"series"}, RealColumn{"crps"}, RealColumn{"ignorance"},
                   RealColumn{"log_score"}, RealColumn{"interval_score"}, IntegerColumn{"covered90"},
                   IntegerColumn{"rank"});
    for (std::size_t f = 0; f < hindcast.forecasters.size(); ++f) {
        for (std::size_t o = 0; o < hindcast.origins.size(); ++o) {
            for (std::size_t h = 0; h < hindcast.horizons.size(); ++h) {
                for (std::size_t state = 0; state < hindcast.states.size(); ++state) {
                    for (std::size_t s = 0; s < hindcast.series.size(); ++s) {
                        const DrawScore& score = hindcast.scores[hindcast.at(f, o, h, state, s)];
                        if (std::isnan(score.crps)) continue;
                        rows.add(hindcast.forecasters[f], hindcast.origins[o], hindcast.horizons[h],
                                 hindcast.origins[o] + static_cast<std::int64_t>(hindcast.horizons[h]),
                                 hindcast.states[state], hindcast.series[s], score.crps, score.ignorance,
                                 score.log_score, score.interval, score.covered ? 1 : 0, score.rank);
                    }
                }
            }
        }
    }
    return rows.table();
}

Table hindcast_quantile_table(const Hindcast& hindcast, const YearPanel& panel,
                              const std::vector<std::string>& forecasters) {
    TableRows rows(TextColumn{"forecaster"}, IntegerColumn{"origin"}, IntegerColumn{"horizon"}, IntegerColumn{"year"},
                   TextColumn{"state"}, TextColumn{"series"}, RealColumn{"q05"}, RealColumn{"q25"}, RealColumn{"q50"},
                   RealColumn{"q75"}, RealColumn{"q95"}, RealColumn{"observed"});
    for (std::size_t i = 0; i < hindcast.scores.size(); ++i) {
        // Back from the place in `scores`, whose order is that of `Hindcast::at`.
        std::size_t rest = i;
        const auto take = [&rest](std::size_t size) {
            const std::size_t at = rest % size;
            rest /= size;
            return at;
        };
        const std::size_t s = take(hindcast.series.size()), state = take(hindcast.states.size()),
                          h = take(hindcast.horizons.size()), o = take(hindcast.origins.size());
        const std::string& forecaster = hindcast.forecasters[rest];
        if (std::isnan(hindcast.scores[i].crps) || std::ranges::find(forecasters, forecaster) == forecasters.end())
            continue;
        const std::int64_t year = hindcast.origins[o] + static_cast<std::int64_t>(hindcast.horizons[h]);
        const double* const q = &hindcast.quantiles[i * hindcast_quantiles];
        rows.add(forecaster, hindcast.origins[o], hindcast.horizons[h], year, hindcast.states[state],
                 hindcast.series[s], q[0], q[1], q[2], q[3], q[4], panel.at(state, year)[s]);
    }
    return rows.table();
}

Table pit_table(const Hindcast& hindcast, std::size_t bins) {
    TableRows rows(TextColumn{"forecaster"}, IntegerColumn{"horizon"}, IntegerColumn{"bin"}, RealColumn{"from"},
                   RealColumn{"to"}, IntegerColumn{"count"}, RealColumn{"expected"});
    for (std::size_t f = 0; f < hindcast.forecasters.size(); ++f) {
        for (std::size_t h = 0; h < hindcast.horizons.size(); ++h) {
            std::vector<std::uint32_t> ranks;
            for (std::size_t o = 0; o < hindcast.origins.size(); ++o) {
                const std::size_t first = hindcast.at(f, o, h, 0, 0);
                for (std::size_t i = first; i < first + hindcast.states.size() * hindcast.series.size(); ++i)
                    if (!std::isnan(hindcast.scores[i].crps)) ranks.push_back(hindcast.scores[i].rank);
            }
            const RankUniformity uniform = rank_uniformity(ranks, static_cast<std::uint32_t>(hindcast.draws), bins);
            for (std::size_t b = 0; b < bins; ++b)
                rows.add(hindcast.forecasters[f], hindcast.horizons[h], b + 1,
                         static_cast<double>(b) / static_cast<double>(bins),
                         static_cast<double>(b + 1) / static_cast<double>(bins), uniform.counts[b],
                         uniform.expected[b]);
        }
    }
    return rows.table();
}

}  // namespace tarazy
