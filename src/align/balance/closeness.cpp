#include "align/balance/closeness.hpp"

#include "align/votes/joint_table.hpp"
#include "align/votes/roll_call_bits.hpp"
#include "align/votes/sitting.hpp"
#include "align/votes/vote_bootstrap.hpp"
#include "base/parallel.hpp"
#include "stats/line_fit.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace tarazy {
namespace {

/// Averages of the members that are known; one replicate at a time, since a member may be undefined in a resample.
class PoleMean {
public:
    explicit PoleMean(std::size_t replicates) : sums_(replicates, 0), counts_(replicates, 0) {}

    void add(double estimate, const std::vector<double>& replicates) {
        if (std::isnan(estimate)) return;
        sum_ += estimate;
        ++count_;
        for (std::size_t r = 0; r < replicates.size(); ++r) {
            if (std::isnan(replicates[r])) continue;
            sums_[r] += replicates[r];
            ++counts_[r];
        }
    }
    [[nodiscard]] double estimate() const { return count_ == 0 ? Column::missing_real : sum_ / count_; }
    [[nodiscard]] std::vector<double> replicates() const {
        std::vector<double> means(sums_.size(), Column::missing_real);
        for (std::size_t r = 0; r < means.size(); ++r) {
            if (counts_[r] > 0) means[r] = sums_[r] / counts_[r];
        }
        return means;
    }

private:
    double sum_ = 0;
    int count_ = 0;
    std::vector<double> sums_;
    std::vector<int> counts_;
};

/// The members that make up a pole in a session, as indices; those that are not there are noted once a member.
template <typename IndexOf>
std::vector<std::vector<std::size_t>> members_of(const SharesOptions& options, const Sitting& sitting,
                                                 const std::string& when, const std::string& lacks, IndexOf index_of,
                                                 std::set<std::string>& absent) {
    const SittingPoles poles = poles_of(sitting, options.poles, when);
    for (const auto& [code, pole] : poles.absent) absent.insert(code + " of pole " + pole + " has no " + lacks);
    std::vector<std::vector<std::size_t>> members;
    for (const std::vector<int>& pole : poles.members) {
        members.emplace_back();
        for (const int member : pole) members.back().push_back(*index_of(member));
    }
    return members;
}

/// States that take part in no session at all.
void warn_of_never(const std::vector<ClosenessSeries>& series, const VoteData& votes,
                   std::vector<std::string>& warnings) {
    for (const ClosenessSeries& one : series) {
        if (one.years.empty())
            warnings.push_back(std::string(votes.assembly.member_word()) + ' ' + one.state + " has no votes here");
    }
}

struct SessionView {
    const VoteData& votes;
    RollCallBits bits;
    std::optional<VoteBootstrap> bootstrap;
    std::size_t begin, end;
};

std::vector<double> replicate_agreement(const SessionView& view, std::size_t state, std::size_t member) {
    std::vector<double> values;
    if (!view.bootstrap) return values;
    for (const VoteBootstrap::Resample& resample : view.bootstrap->resamples(state, member)) {
        values.push_back(agree_voeten(resample.table, resample.unanimous).value_or(Column::missing_real));
    }
    return values;
}

ClosenessYear year_from_votes(const SessionView& view, const std::vector<std::vector<std::size_t>>& members,
                              std::size_t state, const SharesOptions& options) {
    ClosenessYear year;
    std::int64_t voted = 0;
    for (std::size_t call = view.begin; call < view.end; ++call) {
        voted += view.votes.cell(call, state) != VoteData::absent && !view.bits.unanimous(call - view.begin) ? 1 : 0;
    }
    year.n = voted;
    for (const auto& pole : members) {
        PoleMean mean(options.bootstrap);
        for (const std::size_t member : pole) {
            if (member == state) continue;
            options.work.check();
            const auto agreement =
                agree_voeten(view.bits.joint_table(state, member), view.bits.unanimous(state, member));
            mean.add(agreement.value_or(Column::missing_real), replicate_agreement(view, state, member));
        }
        year.estimate.push_back(mean.estimate());
        if (view.bootstrap) year.replicates.push_back(mean.replicates());
    }
    return year;
}

double pielou_evenness(const std::vector<double>& closeness) {
    double total = 0;
    for (const double value : closeness) total += value;
    double entropy = 0;
    for (const double value : closeness) {
        const double share = value / total;
        if (share > 0) entropy -= share * std::log(share);
    }
    return entropy / std::log(static_cast<double>(closeness.size()));
}

}  // namespace

std::vector<ClosenessSeries> vote_closeness(const VoteData& votes, const SharesOptions& options,
                                            std::vector<std::string>& warnings) {
    std::vector<ClosenessSeries> series;
    for (const std::string& state : options.states) series.push_back({state, {}});
    std::set<std::string> absent;
    const std::vector<int> sessions = votes.sessions();
    WorkStep step(options.work, "closeness by session", sessions.size());
    for (const int session : sessions) {
        const auto [begin, end] = votes.session_range(session);
        const SessionView view{votes, RollCallBits(votes, begin, end),
                               options.bootstrap > 0
                                   ? std::optional<VoteBootstrap>(std::in_place, votes, session, options.bootstrap,
                                                                  options.seed, options.work)
                                   : std::nullopt,
                               begin, end};
        const auto index_of = [&](int member) { return votes.state_index(member); };
        const Sitting sitting(votes.assembly, session, [&](int member) {
            const auto index = index_of(member);
            return index && view.bits.voted(*index);
        });
        const std::string when = "session " + std::to_string(session);
        const auto members = members_of(options, sitting, when, "votes in " + when, index_of, absent);
        std::vector<std::optional<ClosenessYear>> found(series.size());
        parallel_chunks(
            series.size(), 1, options.threads,
            [&](std::size_t first, std::size_t last) {
                for (std::size_t i = first; i < last; ++i) {
                    if (const auto member = sitting.member(series[i].state))
                        found[i] = year_from_votes(view, members, *index_of(*member), options);
                }
            },
            options.work);
        for (std::size_t i = 0; i < series.size(); ++i) {
            if (!found[i]) continue;
            found[i]->year = votes.assembly.year(session);
            found[i]->session = session;
            found[i]->flagged = options.agenda_break && session >= *options.agenda_break;
            series[i].years.push_back(std::move(*found[i]));
        }
        step.advance();
    }
    warnings.insert(warnings.end(), absent.begin(), absent.end());
    warn_of_never(series, votes, warnings);
    return series;
}

std::vector<ClosenessSeries> tie_closeness(const std::vector<TieMatrix>& years, const SharesOptions& options,
                                           std::vector<std::string>& warnings) {
    std::vector<ClosenessSeries> series;
    for (const std::string& state : options.states) series.push_back({state, {}});
    std::set<std::string> absent;
    for (const TieMatrix& ties : years) {
        options.work.check();
        const int calendar_year = ties.year.value_or(0);
        const auto index_of = [&](int cow) { return ties.state_index(cow); };
        const Assembly system{{}, {}, {{calendar_year, calendar_year}}};
        const Sitting sitting(system, calendar_year, [&](int cow) { return index_of(cow).has_value(); });
        const std::string when = std::to_string(calendar_year);
        const auto members =
            members_of(options, sitting, when, "place in the state system of " + when, index_of, absent);
        for (ClosenessSeries& one : series) {
            const auto number = sitting.member(one.state);
            const auto state = number ? ties.state_index(*number) : std::optional<std::size_t>();
            if (!state) continue;
            ClosenessYear year;
            year.year = calendar_year;
            for (const auto& pole : members) {
                PoleMean mean(0);
                for (const std::size_t member : pole) {
                    if (member != *state) mean.add(ties.code(*state, member) + 0.5, {});
                }
                year.estimate.push_back(mean.estimate());
            }
            one.years.push_back(std::move(year));
        }
        warnings.insert(warnings.end(), ties.warnings.begin(), ties.warnings.end());
    }
    warnings.insert(warnings.end(), absent.begin(), absent.end());
    return series;
}

std::vector<ClosenessSeries> domain_closeness(const DomainSeries& series, const SharesOptions& options) {
    const std::size_t poles = options.poles.size();
    std::vector<ClosenessSeries> result;
    for (const std::string& state : options.states) result.push_back({state, {}});
    for (const DomainDraws& entry : series.state_years) {
        options.work.check();
        const auto of = std::ranges::find(result, entry.state, &ClosenessSeries::state);
        if (of == result.end()) continue;
        ClosenessYear year;
        year.year = entry.year;
        year.flagged = !entry.flag.empty();
        year.from_draws = entry.draws > 1;
        for (std::size_t p = 0; p < poles; ++p) {
            std::vector<double> draws(entry.draws);
            for (std::size_t d = 0; d < entry.draws; ++d) draws[d] = entry.closeness[d * poles + p];
            const bool known = std::ranges::none_of(draws, [](double draw) { return std::isnan(draw); });
            year.estimate.push_back(known ? quantile(draws, 0.5).value_or(Column::missing_real) : Column::missing_real);
            if (entry.draws > 1) year.replicates.push_back(std::move(draws));
        }
        of->years.push_back(std::move(year));
    }
    return result;
}

std::optional<std::size_t> nearest_pole(const std::vector<double>& closeness) {
    const auto largest = std::ranges::max_element(closeness);
    if (largest == closeness.end() || std::ranges::count(closeness, *largest) > 1) return std::nullopt;
    return static_cast<std::size_t>(largest - closeness.begin());
}

std::vector<SummaryQuantity> summarise_closeness(const std::vector<int>& years,
                                                 const std::vector<std::vector<double>>& closeness,
                                                 const std::vector<PoleMembers>& poles) {
    const std::size_t count = poles.size();
    std::vector<double> mean_share(count, 0), mean_closeness(count, 0), nearest(count, 0),
        trend(count, Column::missing_real);
    double evenness = 0;
    const auto n = static_cast<double>(years.size());
    std::vector<double> when(years.begin(), years.end());
    for (const auto& row : closeness) {
        double total = 0;
        for (const double value : row) total += value;
        for (std::size_t p = 0; p < count; ++p) {
            mean_share[p] += row[p] / total / n;
            mean_closeness[p] += row[p] / n;
        }
        evenness += pielou_evenness(row) / n;
        if (const auto pole = nearest_pole(row)) ++nearest[*pole];
    }
    for (std::size_t p = 0; p < count; ++p) {
        std::vector<double> values;
        for (const auto& row : closeness) values.push_back(row[p]);
        if (const auto line = least_squares_line(when, values)) trend[p] = 10 * line->slope;
    }
    std::vector<SummaryQuantity> result;
    for (std::size_t p = 0; p < count; ++p) result.push_back({"mean_share", poles[p].id, mean_share[p]});
    for (std::size_t p = 0; p < count; ++p) {
        for (std::size_t q = p + 1; q < count; ++q) {
            result.push_back({"difference", poles[p].id + '-' + poles[q].id, mean_closeness[p] - mean_closeness[q]});
        }
    }
    for (std::size_t p = 0; p < count; ++p) result.push_back({"trend", poles[p].id, trend[p]});
    result.push_back({"evenness", "", evenness});
    for (std::size_t p = 0; p < count; ++p) result.push_back({"years_nearest", poles[p].id, nearest[p]});
    return result;
}

}  // namespace tarazy
