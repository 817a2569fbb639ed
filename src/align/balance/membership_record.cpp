#include "align/balance/membership_record.hpp"

#include "table/optional_columns.hpp"
#include "base/number_text.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <limits>

namespace tarazy {
namespace {

/// The year of `2002`, `2002-06` or `2002-06-04`.
std::optional<int> year_of_date(const std::string& text) {
    const bool digits =
        text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || (text.size() > 4 && (text[4] != '-' || (text.size() != 7 && text.size() != 10))))
        return std::nullopt;
    return static_cast<int>(*parse_integer(text.substr(0, 4)));
}

/// Lists that name states rather than give codes call the column `state`.
std::string state_column(const Table& spells) {
    return !spells.find("iso3") && spells.find("state") ? "state" : "iso3";
}

std::vector<std::string> texts_if_there(const Table& table, const char* name) {
    return table.find(name) ? require_texts(table, name) : std::vector<std::string>(table.rows());
}

/// A year from a cell of dates; a problem when it is neither empty nor a date.
std::optional<int> date_cell(const Table& table, std::size_t row, const char* column, const std::string& text,
                             Diagnostics& diagnostics) {
    if (text.empty()) return std::nullopt;
    const auto year = year_of_date(text);
    if (!year) {
        diagnostics.add(table.problem(row, column, "'" + text + "' is no date", "write YYYY, YYYY-MM or YYYY-MM-DD"));
    }
    return year;
}

}  // namespace

MembershipRecord::MembershipRecord(const Table& spells, const Table& institutions,
                                   const std::vector<std::string>& statuses) {
    const std::vector<std::string> needed = {"institution", state_column(spells), "status", "start",
                                             "end",         "right_censored_at"};
    require_columns(spells, needed);
    (void)require_column(institutions, "institution");
    const std::vector<OptionalColumn> of_spells = {{"preferred", {}}, {"note", {"notes", "remark"}}};
    check_optional_columns(spells, of_spells, needed);
    const std::vector<OptionalColumn> of_list = {{"complete_to", {"complete until", "complete through"}}};
    check_optional_columns(institutions, of_list);
    read_spells(spells, statuses);
    const auto listed = require_texts(institutions, "institution");
    const std::set<std::string> names(listed.begin(), listed.end());
    if (institutions.find("complete_to")) {
        const auto years = require_integers(institutions, "complete_to");
        for (std::size_t row = 0; row < years.size(); ++row) {
            // What the list itself says counts more than what the rows let us suppose.
            if (years[row] != Column::missing_integer) complete_to_[listed[row]] = static_cast<int>(years[row]);
        }
    }
    for (const std::string& name : names) (complete_to_.contains(name) ? compared_ : left_out_).push_back(name);
}

void MembershipRecord::read_spells(const Table& spells, const std::vector<std::string>& statuses) {
    const auto institution = require_texts(spells, "institution"),
               iso3 = states_in_column(spells, state_column(spells)), status = require_texts(spells, "status"),
               start = require_texts(spells, "start"), end = require_texts(spells, "end"),
               preferred = texts_if_there(spells, "preferred"), note = texts_if_there(spells, "note");
    const auto censored = require_integers(spells, "right_censored_at");
    Diagnostics diagnostics;
    for (std::size_t row = 0; row < spells.rows(); ++row) {
        Spell spell;
        spell.start = date_cell(spells, row, "start", start[row], diagnostics);
        spell.end = date_cell(spells, row, "end", end[row], diagnostics);
        spell.already_in = note[row].starts_with("upper bound:");
        if (censored[row] != Column::missing_integer) spell.censored = static_cast<int>(censored[row]);
        if (start[row].empty() && end[row].empty()) {
            diagnostics.add(spells.problem(row, "start", "the spell has neither start nor end", "give one of them"));
        }
        if (spell.start && spell.end && *spell.end < *spell.start) {
            diagnostics.add(spells.problem(row, "end",
                                           "the spell ends in " + std::to_string(*spell.end) + ", before it starts",
                                           "put start and end in order"));
        }
        if (spell.start && spell.censored && *spell.censored < *spell.start) {
            diagnostics.add(
                spells.problem(row, "right_censored_at",
                               "the source ends in " + std::to_string(*spell.censored) + ", before the spell starts",
                               "give the last year the source covers"));
        }
        states_.insert(iso3[row]);
        if (spell.censored) {
            int& latest = complete_to_.try_emplace(institution[row], std::numeric_limits<int>::min()).first->second;
            latest = std::max(latest, *spell.censored);
        }
        const bool counts = std::ranges::find(statuses, status[row]) != statuses.end();
        if (counts && preferred[row] != "no") spells_[{institution[row], iso3[row]}].push_back(spell);
    }
    diagnostics.throw_if_any();
}

Membership MembershipRecord::status(const std::string& institution, const std::string& iso3, int year) const {
    bool unknown = false;
    const auto found = spells_.find({institution, iso3});
    const std::vector<Spell> none;
    for (const Spell& spell : found == spells_.end() ? none : found->second) {
        if (spell.end && year > *spell.end) continue;
        if (!spell.start) {
            if (year == *spell.end) return Membership::in;
            unknown = true;
        } else if (year < *spell.start) {
            unknown = unknown || spell.already_in;
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

}  // namespace tarazy
