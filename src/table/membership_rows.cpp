#include "table/membership_rows.hpp"

#include "base/edtf_calendar.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/keys.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

namespace tarazy {
namespace {

std::string first_column_of(const Table& table, std::span<const char* const> names) {
    for (const char* name : names)
        if (table.find(name)) return name;
    return names.front();
}

std::vector<std::string> texts_or_none(const Table& table, const char* name) {
    return table.find(name) ? require_texts(table, name) : std::vector<std::string>(table.rows());
}

SpellDate whole_year(std::int64_t year) {
    return {day_number({year, 1, 1}), day_number({year, 12, 31})};
}

/// Reads the rows of the layout of spells.
class SpellLayout {
public:
    SpellLayout(const Table& table, const SpellReading& reading, RowFaults& faults)
        : table_(table),
          faults_(faults),
          start_name_(table.find("start") ? "start" : "first_year"),
          end_name_(table.find("end") ? "end" : "last_year"),
          institution_(require_texts(table, institution_column(table))),
          member_(member_codes(table, state_column_of(table), reading, faults)),
          status_(status_words(table, reading, faults)),
          start_(require_texts(table, start_name_)),
          end_(require_texts(table, end_name_)),
          source_(texts_or_none(table, "source")),
          note_(texts_or_none(table, "note")),
          preferred_(texts_or_none(table, "preferred")),
          strict_(reading.strict),
          years_(end_name_ == "last_year"),
          has_censored_(table.find("right_censored_at").has_value()) {
        if (has_censored_) known_to_ = require_integers(table, "right_censored_at");
        if (years_) find_end_of_record();
    }

    [[nodiscard]] MembershipRows rows(std::vector<std::string>& warnings) const {
        MembershipRows found;
        found.tells_absence = has_censored_ || years_;
        if (years_ && !has_censored_) found.record_ends = record_ends_;
        for (std::uint32_t row = 0; row < table_.rows(); ++row) {
            if (auto spell = read(row)) found.spells.push_back(std::move(*spell));
        }
        if (found.record_ends)
            warnings.push_back("spells that last to " + std::to_string(*found.record_ends) +
                               ", the last year of the table, are read as running still; nothing is known after it");
        return found;
    }

private:
    void find_end_of_record() {
        for (const std::string& text : end_) {
            const auto date = spell_date(text);
            if (date) record_ends_ = std::max(record_ends_.value_or(last_year_of(*date)), last_year_of(*date));
        }
    }

    std::optional<SpellDate> date(std::uint32_t row, const std::string& column, const std::string& text,
                                  bool& faulty) const {
        if (text.empty()) return std::nullopt;
        const auto found = spell_date(text);
        if (!found) {
            faults_.add(table_.problem(row, column, "'" + text + "' is no date", "write YYYY, YYYY-MM or YYYY-MM-DD"));
            faulty = true;
        }
        return found;
    }

    [[nodiscard]] std::optional<MembershipRow> read(std::uint32_t row) const {
        MembershipRow found{institution_[row], member_[row], status_[row], source_[row], {}, {row}};
        MembershipSpell& spell = found.spell;
        bool faulty = strict_ && (found.state.empty() || found.status.empty());
        if (strict_ && found.institution.empty()) {
            faults_.add(table_.problem(row, institution_column(table_), "the row names no institution", "name it"));
            faulty = true;
        }
        spell.start = date(row, start_name_, start_[row], faulty);
        spell.end = date(row, end_name_, end_[row], faulty);
        spell.already_in = note_[row].starts_with("upper bound:");
        spell.through_last_year = years_ || note_[row].starts_with("last year coded");
        spell.preferred = preferred_[row] != "no";
        if (has_censored_ && known_to_[row] != Column::missing_integer) {
            spell.known_to = year_of_number(known_to_[row]);
            if (!spell.known_to) {
                faults_.add(table_.problem(row, "right_censored_at", std::to_string(known_to_[row]) + " is no year",
                                           "give the last year the source covers"));
                faulty = true;
            }
        }
        if (years_ && !has_censored_ && spell.end && last_year_of(*spell.end) == record_ends_) {
            spell.known_to = record_ends_;
            spell.end.reset();
        }
        if (!check(row, spell) || faulty) return std::nullopt;
        return found;
    }

    [[nodiscard]] bool check(std::uint32_t row, const MembershipSpell& spell) const {
        bool sound = true;
        if (start_[row].empty() && end_[row].empty()) {
            faults_.add(table_.problem(row, start_name_, "the spell has neither start nor end", "give one of them"));
            sound = false;
        }
        if (spell.start && spell.end && spell.end->last < spell.start->first) {
            faults_.add(table_.problem(row, end_name_,
                                       "the spell ends in " + end_text(row, *spell.end) + ", before it starts",
                                       "put start and end in order"));
            sound = false;
        }
        if (spell.start && spell.known_to && *spell.known_to < first_year_of(*spell.start)) {
            faults_.add(
                table_.problem(row, has_censored_ ? "right_censored_at" : end_name_,
                               "the source ends in " + std::to_string(*spell.known_to) + ", before the spell starts",
                               "give the last year the source covers"));
            sound = false;
        }
        return sound;
    }

    /// The year says enough unless start and end lie in the same one.
    [[nodiscard]] std::string end_text(std::uint32_t row, const SpellDate& end) const {
        const auto start = spell_date(start_[row]);
        const int year = last_year_of(end);
        return start && first_year_of(*start) == year ? end_[row] : std::to_string(year);
    }

    const Table& table_;
    RowFaults& faults_;
    std::string start_name_, end_name_;
    std::vector<std::string> institution_, member_, status_, start_, end_, source_, note_, preferred_;
    bool strict_, years_, has_censored_;
    std::vector<std::int64_t> known_to_;
    std::optional<int> record_ends_;
};

/// Reads the rows of the layout of state-years: each year a row.
struct StateYear {
    std::uint32_t institution = 0, member = 0;
    std::int64_t year = 0;
    std::uint32_t status = 0, row = 0;
};

/// Places of texts in the order of first appearance.
class TextPlaces {
public:
    std::uint32_t place(const std::string& text) {
        const auto [entry, is_new] = places_.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
        if (is_new) texts.push_back(text);
        return entry->second;
    }
    std::vector<std::string> texts;

private:
    std::unordered_map<std::string, std::uint32_t> places_;
};

/// One source gives a state one status a year.
/// @param statuses  status and source of each number that a cell has
void refuse_two_statuses(const Table& table, std::vector<StateYear>& cells, const std::vector<std::string>& statuses,
                         RowFaults& faults) {
    const auto key = [](const StateYear& one) { return std::tuple(one.institution, one.member, one.year); };
    std::ranges::sort(cells, {}, [&](const StateYear& one) { return std::pair(key(one), one.row); });
    const auto parts = [&](const StateYear& cell) {
        const std::string_view words = statuses[cell.status];
        return std::pair(words.substr(0, words.find('\n')), words.substr(words.find('\n')));
    };
    std::vector<const StateYear*> told;  // each status of the state and year once: a file may repeat itself
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const StateYear& cell = cells[at];
        if (at == 0 || key(cells[at - 1]) != key(cell)) told.clear();
        if (std::ranges::find(told, cell.status, &StateYear::status) != told.end()) continue;
        const auto own = parts(cell);
        const auto other =
            std::ranges::find_if(told, [&](const StateYear* first) { return parts(*first).second == own.second; });
        if (other != told.end())
            faults.add(table.problem(cell.row, table.find("status") ? "status" : "year",
                                     "the status is " + std::string(own.first) + ", and on line " +
                                         std::to_string(line_of_row(table, (*other)->row)) +
                                         " of the same state, institution and year it is " +
                                         std::string(parts(**other).first),
                                     "keep one row a state, institution and year, or name the source of each"));
        told.push_back(&cell);
    }
}

}  // namespace

std::optional<std::string> member_code(std::string_view text) {
    const State* state = state_meant(text);
    if (state == nullptr) return std::nullopt;
    return state->iso3.empty() ? state->cow_abb : state->iso3;
}

std::optional<int> year_of_number(std::int64_t number) {
    if (number < -9999 || number > 9999) return std::nullopt;
    return static_cast<int>(number);
}

void RowFaults::add(Problem problem) {
    diagnostics_.add(std::move(problem));
}

void RowFaults::settle(std::vector<std::string>& warnings) const {
    if (!leave_out_) return diagnostics_.throw_if_any();
    for (const Problem& problem : diagnostics_.problems())
        warnings.push_back("left out: " +
                           to_string(Problem{problem.file, problem.line, problem.column, problem.what, {}}));
    if (diagnostics_.count() > diagnostics_.problems().size())
        warnings.push_back("left out: " + std::to_string(diagnostics_.count() - diagnostics_.problems().size()) +
                           " further rows with faults");
}

bool holds_treaties(const Table& table) {
    return table.find("treaty") && table.find("ratification") && !table.find("start");
}

bool holds_state_years(const Table& table) {
    return table.find("year") && !table.find("start") && !table.find("first_year");
}

std::string institution_column(const Table& table) {
    static constexpr std::array names = {"institution", "igo", "treaty", "organisation", "organization"};
    const std::string name = first_column_of(table, names);
    (void)require_column(table, name);
    return name;
}

std::string state_column_of(const Table& table) {
    static constexpr std::array names = {"iso3", "state", "ccode", "cow"};
    const std::string name = first_column_of(table, names);
    (void)require_column(table, name);
    return name;
}

std::vector<std::string> member_codes(const Table& table, const std::string& column, const SpellReading& reading,
                                      RowFaults& faults) {
    if (!reading.strict) return states_in_column(table, column);
    std::vector<std::string> cells = require_texts(table, column);
    std::unordered_map<std::string, std::string> known;
    for (std::uint32_t row = 0; row < cells.size(); ++row) {
        const auto [entry, is_new] = known.try_emplace(cells[row]);
        if (is_new) entry->second = member_code(cells[row]).value_or("");
        if (entry->second.empty()) {
            faults.add(table.problem(
                row, column, cells[row].empty() ? std::string("the row names no state") : not_meant_text(cells[row]),
                cells[row].empty() ? std::string("name it") : not_meant_hint(cells[row])));
        }
        cells[row] = entry->second;
    }
    return cells;
}

std::vector<std::string> status_words(const Table& table, const SpellReading& reading, RowFaults& faults) {
    if (!table.find("status")) return std::vector<std::string>(table.rows(), "member");
    std::vector<std::string> cells = require_texts(table, "status");
    if (!reading.strict) return cells;
    for (std::uint32_t row = 0; row < cells.size(); ++row) {
        std::string& cell = cells[row];
        const auto code = parse_integer(cell);
        if (!code && !cell.empty()) continue;
        if (code && *code >= 1 && *code <= 3) {
            cell = *code == 1 ? "member" : *code == 2 ? "associate" : "observer";
        } else if (code && (*code == 0 || *code == -1)) {
            cell.clear();
        } else {
            faults.add(table.problem(row, "status",
                                     cell.empty() ? std::string("the status is empty")
                                     : *code < 0  ? "the status is " + cell + ", a code of missing, which is no value"
                                                  : "the status " + cell + " is not known",
                                     "write a word or 1 (member), 2 (associate), 3 (observer); leave out rows of what "
                                     "is not known"));
            cell.clear();
        }
    }
    return cells;
}

MembershipRows spell_rows(const Table& table, const SpellReading& reading, RowFaults& faults,
                          std::vector<std::string>& warnings) {
    return SpellLayout(table, reading, faults).rows(warnings);
}

MembershipRows state_year_rows(const Table& table, const SpellReading& reading, RowFaults& faults) {
    const auto institution = require_texts(table, institution_column(table));
    const auto member = member_codes(table, state_column_of(table), reading, faults);
    const auto status = status_words(table, reading, faults);
    const auto source = texts_or_none(table, "source");
    const auto years = require_integers(table, "year");
    TextPlaces institutions, members, statuses;
    std::vector<StateYear> cells;
    cells.reserve(table.rows());
    std::optional<int> last;
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
        const std::optional<int> year = year_of_number(years[row]);
        if (!year) {
            faults.add(table.problem(row, "year", "the row has no year", "give the year of the row"));
            continue;
        }
        last = std::max(last.value_or(*year), *year);
        if (member[row].empty() || status[row].empty()) continue;
        // A source is part of the status: rows of two sources are two spells.
        cells.push_back({institutions.place(institution[row]), members.place(member[row]), years[row],
                         statuses.place(status[row] + '\n' + source[row]), row});
    }
    refuse_two_statuses(table, cells, statuses.texts, faults);
    std::ranges::sort(cells, {}, [](const StateYear& one) {
        return std::tuple(one.institution, one.member, one.status, one.year, one.row);
    });
    MembershipRows found;
    found.record_ends = last;
    found.tells_absence = true;
    for (std::size_t from = 0, to = 0; from < cells.size(); from = to) {
        const StateYear& first = cells[from];
        for (to = from + 1; to < cells.size(); ++to) {
            const StateYear& next = cells[to];
            if (std::tuple(next.institution, next.member, next.status) !=
                    std::tuple(first.institution, first.member, first.status) ||
                next.year > cells[to - 1].year + 1)
                break;
        }
        const std::string& words = statuses.texts[first.status];
        const std::size_t parting = words.find('\n');
        MembershipRow row{institutions.texts[first.institution],
                          members.texts[first.member],
                          words.substr(0, parting),
                          words.substr(parting + 1),
                          {},
                          {}};
        row.spell.start = whole_year(first.year);
        row.spell.through_last_year = true;
        if (cells[to - 1].year == *last)
            row.spell.known_to = *last;
        else
            row.spell.end = whole_year(cells[to - 1].year);
        for (std::size_t at = from; at < to; ++at) row.rows.push_back(cells[at].row);
        found.spells.push_back(std::move(row));
    }
    return found;
}

}  // namespace tarazy
