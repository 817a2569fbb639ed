#include "network/affiliations/regime.hpp"

#include "network/affiliations/yearly_network.hpp"
#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr AffiliationStatus known_in = AffiliationStatus::inside;
constexpr AffiliationStatus not_known = AffiliationStatus::unknown;

/// The first year of the latest run of years inside, and whether the year before is not known.
struct RunOfYears {
    std::optional<int> year;
    bool upper_bound = false;
};

RunOfYears latest_run(const StatusYears& years, std::size_t state, std::size_t institution) {
    RunOfYears run;
    bool inside = false;
    for (int year = years.first; year <= years.last; ++year) {
        const AffiliationStatus status = years(state, institution, year);
        if (status == known_in && !inside) {
            const bool doubt = year > years.first && years(state, institution, year - 1) == not_known;
            // A gap in what is known, between years inside, begins no new membership.
            if (!(doubt && run.year)) run = {year, doubt};
        }
        if (status != not_known) inside = status == known_in;
    }
    return run;
}

struct CountedStates {
    std::size_t in = 0, known = 0;
    [[nodiscard]] std::optional<double> share() const {
        return known == 0 ? std::nullopt : std::optional(static_cast<double>(in) / static_cast<double>(known));
    }
};

CountedStates counted_states(const StatusYears& years, std::size_t institution, int year, std::size_t without) {
    CountedStates counted;
    for (std::size_t state = 0; state < years.states.size(); ++state) {
        if (state == without || !years.exists(state, year)) continue;
        const AffiliationStatus status = years(state, institution, year);
        counted.known += status == not_known ? 0 : 1;
        counted.in += status == known_in ? 1 : 0;
    }
    return counted;
}

std::optional<int> median_year(const StatusYears& years, std::size_t institution) {
    for (int year = years.first; year <= years.last; ++year) {
        const CountedStates counted = counted_states(years, institution, year, years.states.size());
        if (counted.known > 0 && 2 * counted.in >= counted.known) return year;
    }
    return std::nullopt;
}

/// The same with states of unknown status taken as in, or as out.
std::optional<int> median_if(const StatusYears& years, std::size_t institution, bool unknown_are_in) {
    for (int year = years.first; year <= years.last; ++year) {
        if (!years.founded(institution, year)) continue;
        std::size_t in = 0, all = 0;
        for (std::size_t state = 0; state < years.states.size(); ++state) {
            if (!years.exists(state, year)) continue;
            const AffiliationStatus status = years(state, institution, year);
            ++all;
            in += status == known_in || (unknown_are_in && status == not_known) ? 1 : 0;
        }
        if (all > 0 && 2 * in >= all) return year;
    }
    return std::nullopt;
}

StatusYears years_under(const AffiliationRecord& record, const StatusYears& like, YearRule rule, SourcePolicy policy,
                        const Work& work) {
    rule.policy = policy;
    return status_years(record, like.first, like.last, rule, work);
}

std::vector<RegimeStanding> standings_of(const StatusYears& years) {
    std::vector<RegimeStanding> found;
    for (std::size_t state = 0; state < years.states.size(); ++state) {
        if (!years.exists(state, years.last)) continue;
        RegimeStanding one;
        one.state = state;
        for (std::size_t at = 0; at < years.institutions.size(); ++at) {
            switch (years(state, at, years.last)) {
                case AffiliationStatus::inside: ++one.inside; break;
                case AffiliationStatus::outside: ++one.outside; break;
                case AffiliationStatus::unknown: ++one.unknown; break;
            }
        }
        found.push_back(one);
    }
    for (RegimeStanding& one : found) {
        one.rank = one.best = one.worst = 1;
        for (const RegimeStanding& other : found) {
            if (other.state == one.state) continue;
            one.rank += other.inside > one.inside ? 1 : 0;
            one.best += other.inside > one.inside + one.unknown ? 1 : 0;
            one.worst += other.inside + other.unknown > one.inside ? 1 : 0;
        }
    }
    std::ranges::stable_sort(found, {}, &RegimeStanding::rank);
    return found;
}

/// The sources and lines that say the state was in by the year in which it joined.
void add_evidence(const AffiliationRecord& record, const StatusYears& years, const YearRule& rule, Joining& joining) {
    const auto institution = record.table.find_institution(years.institutions[joining.institution]);
    const auto state = record.table.find_state(years.states[joining.state]);
    const auto pair = std::ranges::lower_bound(record.pairs, std::pair(*institution, *state), {},
                                               [](const auto& one) { return std::pair(one.institution, one.state); });
    YearTie tie;
    tie.spells = affiliation_in_year(record, *pair, *joining.year, rule).spells;
    joining.sources = sources_behind(record, tie);
    for (const std::uint32_t row : rows_behind(record, tie, *joining.year))
        joining.lines.push_back(std::to_string(record.table.line(row)));
}

const char* status_word(AffiliationStatus status) {
    switch (status) {
        case AffiliationStatus::inside: return "in";
        case AffiliationStatus::outside: return "out";
        case AffiliationStatus::unknown: break;
    }
    return "unknown";
}

}  // namespace

std::optional<double> RegimeStanding::share_of_known() const {
    const int known = inside + outside;
    return known == 0 ? std::nullopt : std::optional(static_cast<double>(inside) / known);
}

Regime regime_of(const AffiliationRecord& record, int year, const YearRule& rule, const Work& work) {
    // A year before the first start nobody is in, so that who begins in it has joined in it.
    const int first = std::min(years_of(record).first - 1, year);
    Regime regime{status_years(record, first, year, rule, work), {}, {}, {}, {}, {}};
    const StatusYears& years = regime.years;
    const StatusYears any = years_under(record, years, rule, SourcePolicy::union_of, work);
    const StatusYears all = years_under(record, years, rule, SourcePolicy::intersection, work);
    for (std::size_t at = 0; at < years.institutions.size(); ++at) {
        regime.median.push_back(median_year(years, at));
        regime.median_earliest.push_back(median_if(years, at, true));
        regime.median_latest.push_back(median_if(years, at, false));
    }
    regime.standings = standings_of(years);
    for (const RegimeStanding& one : regime.standings) {
        for (std::size_t at = 0; at < years.institutions.size(); ++at) {
            work.check();
            Joining joining;
            joining.state = one.state;
            joining.institution = at;
            joining.status = years(one.state, at, year);
            const RunOfYears run = latest_run(years, one.state, at);
            joining.year = run.year;
            joining.upper_bound = run.upper_bound;
            joining.earliest = latest_run(any, one.state, at).year;
            joining.latest = latest_run(all, one.state, at).year;
            if (run.year) {
                add_evidence(record, years, rule, joining);
                if (*run.year > years.first)
                    joining.share_before = counted_states(years, at, *run.year - 1, one.state).share();
                if (regime.median[at]) joining.before_median = *regime.median[at] - *run.year;
            }
            regime.joinings.push_back(joining);
        }
    }
    return regime;
}

Table regime_table(const Regime& regime) {
    TableRows rows(TextColumn{"state"}, IntegerColumn{"in"}, IntegerColumn{"outside"}, IntegerColumn{"unknown"},
                   IntegerColumn{"of"}, RealColumn{"coverage"}, RealColumn{"coverage_upper"},
                   RealColumn{"share_of_known"}, IntegerColumn{"rank"}, IntegerColumn{"rank_best"},
                   IntegerColumn{"rank_worst"}, IntegerColumn{"before_median"}, IntegerColumn{"after_median"});
    for (const RegimeStanding& one : regime.standings) {
        int before = 0, after = 0;
        for (const Joining& joining : regime.joinings) {
            if (joining.state != one.state || !joining.year || joining.upper_bound) continue;
            const auto &earliest = regime.median_earliest[joining.institution],
                       &latest = regime.median_latest[joining.institution];
            before += earliest && *earliest > *joining.year ? 1 : 0;
            after += latest && *latest < *joining.year ? 1 : 0;
        }
        rows.add(regime.years.states[one.state], one.inside, one.outside, one.unknown, one.all(), one.coverage(),
                 one.coverage_upper(), one.share_of_known(), one.rank, one.best, one.worst, before, after);
    }
    return rows.table();
}

Table joining_table(const Regime& regime) {
    TableRows rows(TextColumn{"state"}, TextColumn{"institution"}, TextColumn{"status"}, IntegerColumn{"joined"},
                   IntegerColumn{"upper_bound"}, IntegerColumn{"earliest"}, IntegerColumn{"latest"},
                   RealColumn{"share_before"}, IntegerColumn{"median"}, IntegerColumn{"years_before_median"},
                   ListColumn{"sources"}, ListColumn{"rows"}, IntegerColumn{"median_earliest"},
                   IntegerColumn{"median_latest"});
    for (const Joining& joining : regime.joinings) {
        rows.add(regime.years.states[joining.state], regime.years.institutions[joining.institution],
                 status_word(joining.status), joining.year,
                 joining.year ? std::optional(joining.upper_bound) : std::nullopt, joining.earliest, joining.latest,
                 joining.share_before, regime.median[joining.institution], joining.before_median, joining.sources,
                 joining.lines, regime.median_earliest[joining.institution], regime.median_latest[joining.institution]);
    }
    return rows.table();
}

}  // namespace tarazy
