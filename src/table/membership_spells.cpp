#include "table/membership_spells.hpp"

#include "base/edtf.hpp"
#include "table/keys.hpp"
#include "table/membership_rows.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace tarazy {
namespace {

bool is_plain_year(std::string_view text) {
    return text.size() == 4 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::uint32_t> place_in_names(const std::vector<std::string>& names, std::string_view name) {
    const auto found = std::ranges::lower_bound(names, name);
    if (found == names.end() || *found != name) return std::nullopt;
    return static_cast<std::uint32_t>(found - names.begin());
}

std::vector<std::string> distinct_names(const std::vector<MembershipRow>& rows, std::string MembershipRow::*name) {
    std::vector<std::string> names;
    names.reserve(rows.size());
    for (const MembershipRow& row : rows) names.push_back(row.*name);
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

auto place_of_spell(const MembershipSpell& spell) {
    return std::pair(spell.institution, spell.state);
}

void add_sorted_spells(std::vector<MembershipRow> rows, MembershipSpells& found) {
    found.institutions = distinct_names(rows, &MembershipRow::institution);
    found.states = distinct_names(rows, &MembershipRow::state);
    found.statuses = distinct_names(rows, &MembershipRow::status);
    found.sources = distinct_names(rows, &MembershipRow::source);
    for (MembershipRow& row : rows) {
        row.spell.institution = *place_in_names(found.institutions, row.institution);
        row.spell.state = *place_in_names(found.states, row.state);
        row.spell.status = *place_in_names(found.statuses, row.status);
        row.spell.source = *place_in_names(found.sources, row.source);
    }
    std::ranges::sort(rows, {}, [](const MembershipRow& row) {
        return std::tuple(row.spell.institution, row.spell.state,
                          row.spell.start ? row.spell.start->first : std::numeric_limits<std::int64_t>::min(),
                          row.rows.front(), row.spell.status);
    });
    for (MembershipRow& row : rows) {
        row.spell.first_row = static_cast<std::uint32_t>(found.rows.size());
        row.spell.row_count = static_cast<std::uint32_t>(row.rows.size());
        found.rows.insert(found.rows.end(), row.rows.begin(), row.rows.end());
        found.spells.push_back(row.spell);
    }
}

void check_spell_overlaps(const Table& table, const MembershipSpells& found, RowFaults& faults) {
    const auto& spells = found.spells;
    const auto stage = [&](const MembershipSpell& spell) { return is_stage_of_joining(found.statuses[spell.status]); };
    for (std::size_t first = 0, last = 0; first < spells.size(); first = last) {
        while (last < spells.size() && place_of_spell(spells[last]) == place_of_spell(spells[first])) ++last;
        for (std::size_t b = first; b < last; ++b) {
            for (std::size_t a = first; a < b; ++a) {
                if (spells[a].source != spells[b].source || spells[a].status == spells[b].status) continue;
                if (spells[a].preferred != spells[b].preferred) continue;  // the compiler has chosen
                // A signature does not end when the state becomes a party.
                if (stage(spells[a]) || stage(spells[b]) || !surely_overlap(spells[a], spells[b])) continue;
                faults.add(table.problem(found.rows_of(spells[b]).front(),
                                         table.find("status") ? "status" : institution_column(table),
                                         found.states[spells[b].state] + " is " + found.statuses[spells[b].status] +
                                             " of " + found.institutions[spells[b].institution] + " while line " +
                                             std::to_string(found.line(found.rows_of(spells[a]).front())) + " says " +
                                             found.statuses[spells[a].status],
                                         "give the first spell an end, or each row its source"));
                break;
            }
        }
    }
}

void find_completeness(const MembershipRows& rows, const SpellReading& reading, MembershipSpells& found,
                       std::vector<std::string>& warnings) {
    found.complete_to.assign(found.institutions.size(), rows.record_ends);
    for (const MembershipSpell& spell : found.spells) {
        auto& year = found.complete_to[spell.institution];
        if (spell.known_to) year = std::max(year.value_or(*spell.known_to), *spell.known_to);
    }
    bool listed_year = false;
    if (reading.institutions != nullptr && reading.institutions->find("complete_to")) {
        const auto names = require_texts(*reading.institutions, institution_column(*reading.institutions));
        const auto years = require_integers(*reading.institutions, "complete_to");
        std::map<std::string, std::int64_t> told;
        Diagnostics faults;
        for (std::size_t row = 0; row < years.size(); ++row) {
            const auto place = found.find_institution(names[row]);
            if (const auto [first, fresh] = told.emplace(names[row], years[row]); !fresh && first->second != years[row])
                faults.add(reading.institutions->problem(
                    row, "complete_to", "'" + names[row] + "' stands twice and its years differ", "keep one row"));
            // What the list itself says counts more than what the rows let us suppose.
            if (!place || years[row] == Column::missing_integer) continue;
            listed_year = true;
            if (const auto year = year_of_number(years[row]))
                found.complete_to[*place] = *year;
            else
                faults.add(reading.institutions->problem(row, "complete_to", std::to_string(years[row]) + " is no year",
                                                         "give the last year for which the list is complete"));
        }
        faults.throw_if_any();
    }
    if (rows.tells_absence || listed_year) return;
    for (auto& year : found.complete_to) year = std::numeric_limits<int>::max();
    warnings.push_back(
        "the table does not say how far its list is complete: a state without a row is read as outside; a column "
        "right_censored_at, or complete_to of --institutions, says more");
}

}  // namespace

std::optional<SpellDate> spell_date(std::string_view text) {
    if (text.size() < 4 || text.find('/') != std::string_view::npos) return std::nullopt;
    if (!is_plain_year(text.substr(0, 4))) return std::nullopt;
    const auto parsed = parse_edtf(text);
    const EdtfDate* date = std::get_if<EdtfDate>(&parsed);
    if (date == nullptr || date->kind == DateKind::span) return std::nullopt;
    if (date->earliest.kind != DayBound::Kind::known || date->latest.kind != DayBound::Kind::known) return std::nullopt;
    return SpellDate{date->earliest.day, date->latest.day};
}

int first_year_of(const SpellDate& date) {
    return static_cast<int>(calendar_day(date.first).year);
}
int last_year_of(const SpellDate& date) {
    return static_cast<int>(calendar_day(date.last).year);
}

std::optional<std::uint32_t> MembershipSpells::find_institution(std::string_view name) const {
    return place_in_names(institutions, name);
}

std::optional<std::uint32_t> MembershipSpells::find_state(std::string_view name) const {
    return place_in_names(states, name);
}

std::size_t MembershipSpells::line(std::uint32_t row) const {
    return origin.lines.empty() ? row + 2 : origin.lines[row];
}

std::span<const std::uint32_t> MembershipSpells::rows_of(const MembershipSpell& spell) const {
    return std::span(rows).subspan(spell.first_row, spell.row_count);
}

std::span<const MembershipSpell> MembershipSpells::of_pair(std::uint32_t institution, std::uint32_t state) const {
    const std::pair place(institution, state);
    return {std::ranges::lower_bound(spells, place, {}, place_of_spell),
            std::ranges::upper_bound(spells, place, {}, place_of_spell)};
}

bool is_stage_of_joining(std::string_view status) {
    return status == "signatory" || status == "signatory_not_ratified" || status == "prospective_member";
}

bool surely_overlap(const MembershipSpell& a, const MembershipSpell& b) {
    if (!a.start || !b.start) return false;
    const std::int64_t from = std::max(a.start->last, b.start->last);
    const auto ends_after = [&](const MembershipSpell& spell) {
        if (spell.end) return spell.end->first > from;
        return !spell.known_to || *spell.known_to >= last_year_of({from, from});
    };
    return ends_after(a) && ends_after(b);
}

MembershipSpells read_membership_spells(const Table& table, const SpellReading& reading,
                                        std::vector<std::string>& warnings) {
    if (table.rows() == 0 && reading.strict)
        throw InputError(Problem{table.origin.path, 1, 0, "the table has no memberships", "give a row a spell"});
    RowFaults faults(reading.leave_out_faulty);
    const MembershipRows rows = holds_treaties(table)      ? treaty_rows(table, reading, faults)
                                : holds_state_years(table) ? state_year_rows(table, reading, faults)
                                                           : spell_rows(table, reading, faults, warnings);
    MembershipSpells found;
    found.origin = table.origin;
    add_sorted_spells(rows.spells, found);
    // Of state-years the rows themselves were compared.
    if (!holds_state_years(table)) check_spell_overlaps(table, found, faults);
    faults.settle(warnings);
    find_completeness(rows, reading, found, warnings);
    if (std::string told = repeated_rows_note(table, "the memberships"); !told.empty())
        warnings.push_back(std::move(told));
    return found;
}

}  // namespace tarazy
