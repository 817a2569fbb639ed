#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A date of a spell as the days it can mean (day numbers of edtf_calendar.hpp): `2002` is the whole year, a day
/// itself.
struct SpellDate {
    std::int64_t first = 0, last = 0;
    [[nodiscard]] bool operator==(const SpellDate&) const = default;
};

/// `2002`, `2002-06`, `2002-06-04`, and these with the marks of EDTF for what is uncertain (`1964-05-08?`). Nothing for
/// any other text.
[[nodiscard]] std::optional<SpellDate> spell_date(std::string_view text);
/// The year of the first and of the last day that the date can mean.
[[nodiscard]] int first_year_of(const SpellDate& date);
[[nodiscard]] int last_year_of(const SpellDate& date);

/// One state in one institution with one status, as one source has it. Names are places in the lists of
/// `MembershipSpells`.
struct MembershipSpell {
    std::uint32_t institution = 0, state = 0, status = 0, source = 0;
    std::optional<SpellDate> start;  ///< nothing: not known
    std::optional<SpellDate> end;    ///< first day outside; nothing: still running, as far as the source goes
    bool through_last_year = false;  ///< `end` is the last year in which the state was in (a table of state-years)
    bool already_in = false;         ///< the start is an upper bound: in by then, nobody says since when
    bool preferred = true;           ///< the compiler prefers this row to its rivals
    std::optional<int> known_to;     ///< the last year that the source covers; a spell without end is unknown after it
    std::uint32_t first_row = 0, row_count = 0;  ///< its part of `MembershipSpells::rows`
};

/// What a table says about who was in what when.
struct MembershipSpells {
    std::vector<std::string> institutions, states, statuses, sources;  ///< in byte order; a source may be ""
    /// By institution, state, first day of the start, then row.
    std::vector<MembershipSpell> spells;
    std::vector<std::uint32_t> rows;  ///< rows of the table behind the spells, a run a spell
    /// Of each institution the last year in which a state without a spell is known to be outside; nothing: an absent
    /// row says nothing.
    std::vector<std::optional<int>> complete_to;
    Origin origin;  ///< of the table

    /// O(log names)
    [[nodiscard]] std::optional<std::uint32_t> find_institution(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint32_t> find_state(std::string_view name) const;
    /// The line of the file on which a row stands.
    [[nodiscard]] std::size_t line(std::uint32_t row) const;
    [[nodiscard]] std::span<const std::uint32_t> rows_of(const MembershipSpell& spell) const;
    /// The spells of one institution and state: [first, last) in `spells`. O(log spells)
    [[nodiscard]] std::span<const MembershipSpell> of_pair(std::uint32_t institution, std::uint32_t state) const;
};

/// How a state is called in memberships: its ISO alpha-3 code, else its COW abbreviation, by any spelling that
/// `state_meant` knows. Nothing when the text means no state.
[[nodiscard]] std::optional<std::string> member_code(std::string_view text);

struct SpellReading {
    /// Names of institutions with `complete_to`, the last year in which the table says of every state whether it was
    /// in. May be null.
    const Table* institutions = nullptr;
    /// Rows that contradict themselves are left out and told as warnings, not refused.
    bool leave_out_faulty = false;
    /// Unknown states, empty or unknown statuses and a table without rows are refused; otherwise texts stay what they
    /// are.
    bool strict = true;
};

/// Statuses on the way to membership (`signatory`, `signatory_not_ratified`, `prospective_member`): such a spell ends
/// where membership begins, though no row says so.
[[nodiscard]] bool is_stage_of_joining(std::string_view status);

/// Are there days on which the state surely was in by both spells? A change within a year that both give only as a year
/// is none.
[[nodiscard]] bool surely_overlap(const MembershipSpell& a, const MembershipSpell& b);

/// Reads one of three layouts, told apart by their columns. A state is any spelling that `state_meant` knows (ISO code,
/// COW number, name) and is called by its ISO alpha-3 code, else by its COW abbreviation.
///
/// - Spells: `institution` (or `igo`), `iso3` (`state`, `ccode`), `start`, `end`[, status, source, note, preferred,
///   right_censored_at]. An empty `end` is still running; after `right_censored_at` nobody knows. A note that begins
///   with `upper bound:` says that the start is one; with `last year coded`, that `end` is the last year inside. With
///   `first_year`, `last_year` for the dates, the last year is inside, and spells that reach the last year of the table
///   are running still, with nothing known after it.
/// - State-years: `year`, institution, state[, status]. Years without a gap are one spell.
/// - Treaties: `treaty`, state, `signature`, `ratification`, `force`, `end`[, record, record_id, coder]. The status is
///   `signatory` from the signature, `ratified` from the ratification, and `member` (party) from the later of the
///   ratification and the treaty's entry into force, which is the earliest date of force that the record (else any
///   record) has of the treaty. A treaty of which no row has a date of force is not in force. Empty means not known;
///   a date of the year 1 (0001-01-01) is a code of missing and refused.
///
/// Status codes 1, 2, 3 (COW) are `member`, `associate`, `observer`; 0 and -1 say that there is no spell; -9 and other
/// numbers below zero are refused. No status column: all are members.
///
/// A state without any row is outside up to the year to which the institution is complete: what `institutions` says,
/// else the latest year that a source of it covers. Where the table has no column that could tell, its list is taken as
/// complete, and a warning says so.
///
/// @param warnings  what was assumed or left out, and rows that repeat an earlier one: they count once
/// @throws InputError with every faulty row: no date at all, one that cannot be read, an end before the start, a source
/// that ends before the spell begins, an unknown state, a code of missing, spells of one source that overlap with
/// different status, two statuses of a state-year from one source; a table without rows
/// O(rows log rows)
[[nodiscard]] MembershipSpells read_membership_spells(const Table& table, const SpellReading& reading,
                                                      std::vector<std::string>& warnings);

}  // namespace tarazy
