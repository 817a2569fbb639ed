#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// What is known of an assembly beyond its votes. Members are numbers everywhere inside: COW numbers of states, or
/// the places of the members' names in their sorted list.
struct Assembly {
    std::map<int, std::string> names = {};                    ///< of members that are no numbers; empty = numbers
    std::map<std::pair<int, int>, std::string> parties = {};  ///< (session, member); empty = not told
    std::map<int, int> years = {};                            ///< of the sessions whose year is known

    friend bool operator==(const Assembly&, const Assembly&) = default;
    [[nodiscard]] std::optional<int> year(int session) const;
    /// The member's name, or its number.
    [[nodiscard]] std::string name(int member) const;
    /// Empty when it is not known.
    [[nodiscard]] std::string party(int session, int member) const;
    /// Are there names or parties to choose members by, so that a code need not be that of a state?
    [[nodiscard]] bool has_names() const { return !names.empty() || !parties.empty(); }
    /// Names of all parties, sorted.
    [[nodiscard]] std::vector<std::string> party_names() const;
    /// The words for members and sessions in messages: a state sits in the United Nations, a member elsewhere.
    [[nodiscard]] const char* member_word() const { return names.empty() ? "state" : "member"; }
};

/// Whose votes they are, which tells the year of a session.
enum class Body {
    automatic,       ///< the General Assembly when members and sessions fit it (see `session_years`)
    united_nations,  ///< year = 1945 + session
    other            ///< years come from dates, or from sessions that are years
};

struct SessionYears {
    std::map<int, int> years;
    std::string assumed;  ///< a sentence when the General Assembly was supposed and no date confirms it; else empty
};

/// The year in which each session opens.
///
/// General Assembly (session s opens in September of 1945 + s): with `Body::united_nations`; and with
/// `Body::automatic` when every member is a state of the COW list (by number, or ISO alpha-3 code as its name), every
/// session lies in 1..150, and of the roll calls with a date at least half are of 1945 + s or 1946 + s. Otherwise a
/// session's year is that of its earliest date; without any date, the session itself when all sessions lie in
/// 1500..2200; else no session has a year.
/// @param dated  session and year of every roll call that has a date
/// O((members + sessions + roll calls) log sessions) and a look at the list of states for each member.
[[nodiscard]] SessionYears session_years(Body body, const Assembly& assembly, std::span<const int> members,
                                         std::span<const int> sessions, std::span<const std::pair<int, int>> dated);

/// The year of `2002-06-04`, `2002`, `20020604`, `4/6/2002` or `04.06.2002`; nothing when there is none in it.
[[nodiscard]] std::optional<int> year_in_date(const std::string& text);

}  // namespace tarazy
