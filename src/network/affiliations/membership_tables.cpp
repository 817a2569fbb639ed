#include "network/affiliations/membership_tables.hpp"

#include "base/edtf_calendar.hpp"
#include "network/affiliations/status_years.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

std::vector<std::string> line_texts(const AffiliationRecord& record, const std::vector<std::uint32_t>& rows) {
    std::vector<std::string> lines;
    for (const std::uint32_t row : rows) lines.push_back(std::to_string(record.table.line(row)));
    return lines;
}

std::string statuses_behind(const AffiliationRecord& record, const YearTie& tie) {
    std::set<std::string> statuses;
    for (const std::uint32_t at : tie.spells) statuses.insert(record.table.statuses[record.table.spells[at].status]);
    std::string text;
    for (const std::string& status : statuses) text += (text.empty() ? "" : "; ") + status;
    return text;
}

/// `2002` for a whole year, else the day, or two days with a slash between them.
std::string date_text(const std::optional<SpellDate>& date) {
    if (!date) return {};
    const CalendarDay first = calendar_day(date->first), last = calendar_day(date->last);
    if (first.year == last.year && first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31)
        return std::to_string(first.year);
    return date->first == date->last ? day_text(date->first) : day_text(date->first) + '/' + day_text(date->last);
}

struct SetChange {
    int entries = 0, exits = 0, before = 0, now = 0, both = 0;

    [[nodiscard]] std::optional<double> turnover() const {
        return before + now == 0 ? std::nullopt : std::optional(static_cast<double>(entries + exits) / (before + now));
    }
    [[nodiscard]] std::optional<double> jaccard() const {
        const int either = both + entries + exits;
        return either == 0 ? std::nullopt : std::optional(static_cast<double>(both) / either);
    }
};

SetChange set_change(const StatusYears& years, std::size_t state, int year) {
    SetChange change;
    for (std::size_t at = 0; at < years.institutions.size(); ++at) {
        const AffiliationStatus before = years(state, at, year - 1), now = years(state, at, year);
        if (before == AffiliationStatus::unknown || now == AffiliationStatus::unknown) continue;
        const bool was = before == AffiliationStatus::inside, is = now == AffiliationStatus::inside;
        change.before += was ? 1 : 0;
        change.now += is ? 1 : 0;
        change.entries += !was && is ? 1 : 0;
        change.exits += was && !is ? 1 : 0;
        change.both += was && is ? 1 : 0;
    }
    return change;
}

struct YearsApart {
    int count = 0;
    std::optional<int> first, last;
};

/// Years in which the readings of a conflict give the pair another status, each taken alone.
YearsApart years_apart(const AffiliationRecord& record, const AffiliationPair& pair, std::size_t conflict,
                       const YearRule& rule) {
    const auto [from, to] = years_of(record);
    YearsApart apart;
    for (int year = from; year <= to; ++year) {
        std::set<AffiliationStatus> said;
        for (const RivalReading& reading : pair.conflicts[conflict].readings) {
            const AffiliationPair alone{pair.institution, pair.state, reading.spells, {}};
            const AffiliationStatus status = affiliation_in_year(record, alone, year, rule).status;
            if (status != AffiliationStatus::unknown) said.insert(status);
        }
        if (said.size() < 2) continue;
        ++apart.count;
        if (!apart.first) apart.first = year;
        apart.last = year;
    }
    return apart;
}

}  // namespace

Table tie_table(const AffiliationRecord& record, int first, int last, const YearRule& rule, const Work& work,
                std::vector<std::string>& warnings) {
    if (last < first) throw UsageError("the first year is after the last");
    TableRows rows(IntegerColumn{"year"}, TextColumn{"state"}, TextColumn{"institution"}, TextColumn{"status"},
                   ListColumn{"sources"}, ListColumn{"rows"}, IntegerColumn{"carried"});
    bool any = false;
    WorkStep step(work, "networks by year", static_cast<std::size_t>(last - first + 1));
    for (int year = first; year <= last; ++year) {
        step.advance();
        std::optional<YearNetwork> built;
        try {
            built = network_of_year(record, year, rule);
        } catch (const InputError&) {
            if (first == last) throw;
            continue;
        }
        any = true;
        warnings.insert(warnings.end(), built->warnings.begin(), built->warnings.end());
        for (const YearTie& tie : built->ties) {
            rows.add(year, built->network.actors[tie.actor], built->network.institutions[tie.institution],
                     statuses_behind(record, tie), sources_behind(record, tie),
                     line_texts(record, rows_behind(record, tie, year)), tie.carried);
        }
    }
    if (!any) (void)network_of_year(record, first, rule);  // says why
    return rows.table();
}

Table panel_table(const AffiliationRecord& record, int first, int last, const YearRule& rule, const Work& work) {
    const StatusYears years = status_years(record, first, last, rule, work);
    TableRows rows(IntegerColumn{"year"}, TextColumn{"state"}, IntegerColumn{"memberships"}, IntegerColumn{"unknown"},
                   IntegerColumn{"entries"}, IntegerColumn{"exits"}, RealColumn{"turnover"}, RealColumn{"jaccard"});
    for (int year = first; year <= last; ++year) {
        work.check();
        for (std::size_t state = 0; state < years.states.size(); ++state) {
            if (!years.exists(state, year)) continue;
            int memberships = 0, unknown = 0;
            for (std::size_t at = 0; at < years.institutions.size(); ++at) {
                const AffiliationStatus status = years(state, at, year);
                memberships += status == AffiliationStatus::inside ? 1 : 0;
                unknown += status == AffiliationStatus::unknown && years.founded(at, year) ? 1 : 0;
            }
            const bool follows = year > first && years.exists(state, year - 1);
            const SetChange change = follows ? set_change(years, state, year) : SetChange{};
            rows.add(year, years.states[state], memberships, unknown,
                     follows ? std::optional(change.entries) : std::nullopt,
                     follows ? std::optional(change.exits) : std::nullopt, follows ? change.turnover() : std::nullopt,
                     follows ? change.jaccard() : std::nullopt);
        }
    }
    return rows.table();
}

Table conflict_table(const AffiliationRecord& record, const YearRule& rule) {
    const ChosenAffiliations chosen = chosen_affiliations(record, rule);
    TableRows rows(TextColumn{"institution"}, TextColumn{"state"}, IntegerColumn{"conflict"}, IntegerColumn{"reading"},
                   IntegerColumn{"chosen"}, IntegerColumn{"preferred"}, TextColumn{"status"}, TextColumn{"start"},
                   TextColumn{"end"}, TextColumn{"source"}, ListColumn{"rows"}, IntegerColumn{"years_apart"},
                   IntegerColumn{"apart_from"}, IntegerColumn{"apart_to"});
    const bool picks = rule.policy == SourcePolicy::first || rule.policy == SourcePolicy::draw;
    for (const AffiliationPair& pair : record.pairs) {
        if (!chosen.states[pair.state] || !chosen.institutions[pair.institution]) continue;
        for (std::size_t conflict = 0; conflict < pair.conflicts.size(); ++conflict) {
            const YearsApart apart = years_apart(record, pair, conflict, rule);
            const std::size_t taken = reading_taken(record, pair, conflict, rule);
            const auto& readings = pair.conflicts[conflict].readings;
            for (std::size_t at = 0; at < readings.size(); ++at) {
                for (const std::uint32_t place : readings[at].spells) {
                    const MembershipSpell& spell = record.table.spells[place];
                    const auto own = record.table.rows_of(spell);
                    rows.add(record.table.institutions[pair.institution], record.table.states[pair.state], conflict + 1,
                             at + 1, picks ? std::optional(at == taken ? 1 : 0) : std::nullopt, spell.preferred,
                             record.table.statuses[spell.status], date_text(spell.start), date_text(spell.end),
                             readings[at].source, line_texts(record, {own.begin(), own.end()}), apart.count,
                             apart.first, apart.last);
                }
            }
        }
    }
    return rows.table();
}

}  // namespace tarazy
