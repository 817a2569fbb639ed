#include "align/balance/membership_record.hpp"

#include "table/keys.hpp"
#include "table/membership_spells.hpp"
#include "table/optional_columns.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// Lists that name states rather than give codes call the column `state`.
std::string state_column(const Table& spells) {
    return !spells.find("iso3") && spells.find("state") ? "state" : "iso3";
}

void check_columns(const Table& spells, const Table& institutions) {
    const std::vector<std::string> needed = {"institution", state_column(spells), "status", "start",
                                             "end",         "right_censored_at"};
    require_columns(spells, needed);
    (void)require_column(institutions, "institution");
    const std::vector<OptionalColumn> of_spells = {{"preferred", {}}, {"note", {"notes", "remark"}}};
    check_optional_columns(spells, of_spells, needed);
    const std::vector<OptionalColumn> of_list = {{"complete_to", {"complete until", "complete through"}}};
    check_optional_columns(institutions, of_list);
}

std::optional<int> year_of(const std::optional<SpellDate>& date) {
    return date ? std::optional(first_year_of(*date)) : std::nullopt;
}

}  // namespace

MembershipRecord::MembershipRecord(const Table& spells, const Table& institutions,
                                   const std::vector<std::string>& statuses) {
    check_columns(spells, institutions);
    repeats_ = repeated_rows_note(spells, "the memberships");
    std::vector<std::string> assumed;
    SpellReading reading;
    reading.strict = false;
    const MembershipSpells read = read_membership_spells(spells, reading, assumed);
    for (const MembershipSpell& spell : read.spells) {
        const std::string &institution = read.institutions[spell.institution], &iso3 = read.states[spell.state];
        states_.insert(iso3);
        const bool counts = std::ranges::find(statuses, read.statuses[spell.status]) != statuses.end();
        if (!counts || !spell.preferred) continue;
        const auto rows = read.rows_of(spell);
        spells_[{institution, iso3}].push_back({year_of(spell.start), year_of(spell.end), spell.known_to,
                                                spell.already_in, std::vector<std::size_t>(rows.begin(), rows.end())});
    }
    for (std::size_t at = 0; at < read.institutions.size(); ++at)
        if (read.complete_to[at]) complete_to_[read.institutions[at]] = *read.complete_to[at];
    const auto listed_names = require_texts(institutions, "institution");
    const std::set<std::string> names(listed_names.begin(), listed_names.end());
    if (institutions.find("complete_to")) {
        const auto years = require_integers(institutions, "complete_to");
        for (std::size_t row = 0; row < years.size(); ++row) {
            // What the list itself says counts more than what the rows let us suppose.
            if (years[row] != Column::missing_integer) complete_to_[listed_names[row]] = static_cast<int>(years[row]);
        }
    }
    for (const std::string& name : names) (complete_to_.contains(name) ? compared_ : left_out_).push_back(name);
}

Membership MembershipRecord::status(const std::string& institution, const std::string& iso3, int year) const {
    bool unknown = false;
    const auto found = spells_.find({institution, iso3});
    const std::vector<Spell> none;
    for (const Spell& spell : found == spells_.end() ? none : found->second) {
        if (!spell.tells_of(year)) continue;
        if (!spell.start) {
            if (year == *spell.end) return Membership::in;
            unknown = true;
        } else if (year < *spell.start) {
            unknown = true;
        } else if (!spell.end && spell.censored && year > *spell.censored) {
            unknown = true;
        } else {
            return Membership::in;
        }
    }
    const auto complete = complete_to_.find(institution);
    if (unknown || complete == complete_to_.end() || year > complete->second) return Membership::unknown;
    return Membership::out;
}

std::vector<std::size_t> MembershipRecord::rows(const std::string& institution, const std::string& iso3,
                                                int year) const {
    std::vector<std::size_t> rows;
    const auto found = spells_.find({institution, iso3});
    if (found == spells_.end()) return rows;
    for (const Spell& spell : found->second)
        if (spell.tells_of(year)) rows.insert(rows.end(), spell.table_rows.begin(), spell.table_rows.end());
    std::ranges::sort(rows);
    return rows;
}

}  // namespace tarazy
