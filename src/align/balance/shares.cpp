#include "align/balance/shares.hpp"

#include "align/balance/closeness.hpp"
#include "align/balance/window_standings.hpp"
#include "align/balance/window_summary.hpp"
#include "align/votes/sitting.hpp"
#include "base/nearest_name.hpp"
#include "stats/quantile.hpp"
#include "table/state_codes.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tarazy {
namespace {

double known(std::optional<double> value) {
    return value.value_or(Column::missing_real);
}
bool complete(const std::vector<double>& closeness) {
    return std::ranges::none_of(closeness, [](double value) { return std::isnan(value); });
}

/// Replicate r of all poles.
std::vector<double> replicate(const ClosenessYear& year, std::size_t r) {
    std::vector<double> row;
    for (const auto& pole : year.replicates) row.push_back(pole[r]);
    return row;
}

std::size_t replicate_count(const ClosenessYear& year) {
    return year.replicates.empty() ? 0 : year.replicates.front().size();
}

double share(const std::vector<double>& closeness, std::size_t pole) {
    return closeness[pole] / std::accumulate(closeness.begin(), closeness.end(), 0.0);
}

class ByYear {
public:
    void add(const std::string& of, const std::string& in, const ClosenessYear& y, std::size_t p,
             const std::string& id) {
        std::vector<double> near, shares;
        double nearest = 0;
        for (std::size_t r = 0; r < replicate_count(y); ++r) {
            const std::vector<double> row = replicate(y, r);
            near.push_back(row[p]);
            if (!complete(row)) continue;
            shares.push_back(share(row, p));
            // Poles that are equally near share the replicate.
            const double largest = *std::ranges::max_element(row);
            if (row[p] == largest) nearest += 1.0 / static_cast<double>(std::ranges::count(row, largest));
        }
        const double middle = !complete(y.estimate) ? Column::missing_real
                              : y.from_draws        ? known(quantile(shares, 0.5))
                                                    : share(y.estimate, p);
        rows_.add(of, y.year, in, id, y.estimate[p], quantile(near, 0.05), quantile(near, 0.95), middle,
                  quantile(shares, 0.05), quantile(shares, 0.95),
                  shares.empty() ? Column::missing_real : nearest / static_cast<double>(shares.size()), y.n, y.session,
                  y.flagged ? "agenda" : "");
    }

    [[nodiscard]] Table table() { return rows_.table(); }

private:
    TableRows<TextColumn, IntegerColumn, TextColumn, TextColumn, RealColumn, RealColumn, RealColumn, RealColumn,
              RealColumn, RealColumn, RealColumn, IntegerColumn, IntegerColumn, TextColumn>
        rows_{{"state"},         {"year"},  {"domain"},    {"pole"},      {"closeness"}, {"closeness_q05"},
              {"closeness_q95"}, {"share"}, {"share_q05"}, {"share_q95"}, {"p_nearest"}, {"n"},
              {"session"},       {"flag"}};
};

/// The draws at the places of the replicates they are of; NaN where a replicate gave none.
std::vector<double> at_replicates(const std::vector<double>& draws, const std::vector<std::size_t>& replicates,
                                  std::size_t count) {
    if (draws.empty()) return {};
    std::vector<double> placed(count, Column::missing_real);
    for (std::size_t k = 0; k < draws.size(); ++k) placed[replicates[k]] = draws[k];
    return placed;
}

void summarise(WindowSummary& summary, WindowStandings& standings, const ClosenessSeries& series,
               const std::string& domain, YearWindow window, const std::vector<PoleMembers>& poles) {
    std::vector<int> years;
    std::vector<const ClosenessYear*> used;
    for (const ClosenessYear& year : series.years) {
        if (year.flagged || year.time() < window.first || year.time() > window.last || !complete(year.estimate))
            continue;
        years.push_back(year.time());
        used.push_back(&year);
    }
    if (years.empty()) return;
    std::vector<std::vector<double>> closeness;
    for (const ClosenessYear* year : used) closeness.push_back(year->estimate);
    const auto estimates = summarise_closeness(years, closeness, poles);
    std::vector<std::vector<double>> draws(estimates.size());
    std::vector<std::size_t> replicates;
    const std::size_t count = replicate_count(*used.front());
    for (std::size_t r = 0; r < count; ++r) {
        closeness.clear();
        for (const ClosenessYear* year : used) closeness.push_back(replicate(*year, r));
        if (!std::ranges::all_of(closeness, complete)) continue;
        replicates.push_back(r);
        const auto values = summarise_closeness(years, closeness, poles);
        for (std::size_t i = 0; i < values.size(); ++i) draws[i].push_back(values[i].value);
    }
    for (std::size_t i = 0; i < estimates.size(); ++i) {
        if (estimates[i].quantity == "trend" && !used.front()->year) continue;  // sessions are no unit of time
        const bool is_median = used.front()->from_draws;
        const double value = is_median ? known(quantile(draws[i], 0.5)) : estimates[i].value;
        const auto [first, last] = std::ranges::minmax(years);
        const WindowQuantity of{series.state, domain, estimates[i].quantity, estimates[i].poles, window, years.size(),
                                first,        last};
        summary.add(of, value, draws[i]);
        standings.add(of, value, at_replicates(draws[i], replicates, count), is_median);
    }
}

void check_numbers(const SharesOptions& options) {
    if (options.poles.size() < 2) throw UsageError("shares need two poles at least");
    if (options.states.empty()) throw UsageError("name the states whose shares are wanted");
}

/// Names of members and parties where the assembly has them.
void check_names(const SharesOptions& options, const VoteData& votes) {
    check_numbers(options);
    std::vector<std::string> members, all;
    for (const int member : votes.states) members.push_back(votes.assembly.name(member));
    all = votes.assembly.party_names();
    all.insert(all.end(), members.begin(), members.end());
    const bool numbers = votes.assembly.names.empty();  // then codes of states too
    const auto known = [&](const std::vector<std::string>& names, const std::string& name) {
        return std::ranges::find(names, name) != names.end() ||
               (numbers && !numbers_of_state(name, std::nullopt).empty());
    };
    for (const std::string& state : options.states) {
        if (!known(members, state))
            throw UsageError("there is no member '" + state + "'; " + name_hint(state, members));
    }
    for (const PoleMembers& pole : options.poles) {
        for (const std::string& member : pole.members) {
            if (!known(all, member))
                throw UsageError("pole " + pole.id + ": there is no member or party '" + member + "'; " +
                                 name_hint(member, all));
        }
    }
}

void check(const SharesOptions& options) {
    check_numbers(options);
    for (const std::string& state : options.states) {
        if (find_state(state, StateScheme::iso3) == nullptr) {
            throw UsageError("there is no state with the ISO code '" + state +
                             "'; look it up with `tarazy data states`");
        }
    }
    for (const PoleMembers& pole : options.poles) {
        for (const std::string& member : pole.members) {
            if (find_state(member, StateScheme::iso3) == nullptr) {
                throw UsageError("pole " + pole.id + ": there is no state with the ISO code '" + member +
                                 "'; look it up with `tarazy data states`");
            }
        }
    }
}

SharesResult tables(const std::vector<ClosenessSeries>& all, const std::string& domain, const SharesOptions& options) {
    std::vector<YearWindow> windows = options.windows;
    if (windows.empty()) {
        YearWindow whole{std::numeric_limits<int>::max(), std::numeric_limits<int>::min()};
        for (const ClosenessSeries& series : all) {
            for (const ClosenessYear& year : series.years) {
                if (year.flagged) continue;
                whole = {std::min(whole.first, year.time()), std::max(whole.last, year.time())};
            }
        }
        if (whole.first <= whole.last) windows.push_back(whole);
    }
    ByYear by_year;
    WindowSummary summary;
    WindowStandings standings(options.focus);
    std::size_t years = 0;
    for (const ClosenessSeries& series : all) years += series.years.size();
    WorkStep step(options.work, "shares by year", years);
    for (const ClosenessSeries& series : all) {
        for (const ClosenessYear& year : series.years) {
            step.advance();
            for (std::size_t p = 0; p < options.poles.size(); ++p) {
                by_year.add(series.state, domain, year, p, options.poles[p].id);
            }
        }
        for (const YearWindow window : windows) {
            options.work.check();
            summarise(summary, standings, series, domain, window, options.poles);
        }
    }
    standings.write(summary, options.work);
    return {std::move(by_year).table(), std::move(summary).table(), {}};
}

}  // namespace

SharesResult vote_shares(const VoteData& votes, const SharesOptions& options) {
    if (are_states(votes.assembly, votes.states)) {
        check(options);
    } else {
        check_names(options, votes);
    }
    std::vector<std::string> warnings = votes.warnings;
    SharesResult result = tables(vote_closeness(votes, options, warnings), "votes", options);
    result.warnings = std::move(warnings);
    return result;
}

SharesResult tie_shares(const std::vector<TieMatrix>& years, const SharesOptions& options) {
    check(options);
    std::vector<std::string> warnings;
    SharesResult result = tables(tie_closeness(years, options, warnings), "ties", options);
    result.warnings = std::move(warnings);
    return result;
}

SharesResult domain_shares(const DomainSeries& series, const SharesOptions& options) {
    check(options);
    const std::string domain = series.state_years.empty() ? "" : series.state_years.front().domain;
    SharesResult result = tables(domain_closeness(series, options), domain, options);
    result.warnings = series.warnings;
    return result;
}

}  // namespace tarazy
