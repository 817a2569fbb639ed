#pragma once

#include "align/balance/shares.hpp"
#include "align/votes/assembly.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Who sat in a session. Figures by year name states by code, votes by session name them by number, and some states
// changed their number within a session: Germany is 260 in the record of the United Nations through session 45 (1990)
// and 255 from session 46, though COW writes 255 from October 1990; Yemen likewise 678 and 679.

/// The numbers under which a state may stand in votes, the likeliest first: its COW number in the year, then its other
/// COW numbers (the latest first), then its Gleditsch-Ward number where that is nobody's COW number (340 for Serbia).
/// @param code  ISO alpha-3, or a number itself  @param year  nothing = not known: the latest number first
/// Empty when there is no such state. O(number of states).
[[nodiscard]] std::vector<int> numbers_of_state(std::string_view code, std::optional<int> year);

/// Is it the COW number of a state, or a Gleditsch-Ward number that is nobody's COW number?
[[nodiscard]] bool is_number_of_a_state(int number);

/// Are these the states of an assembly, to be named by codes of states: numbers of states, without names and parties?
[[nodiscard]] bool are_states(const Assembly& assembly, std::span<const int> members);

/// Do the two codes (ISO alpha-3 or numbers) mean the same state in this year: equal, or with a number in common
/// (SUN and RUS, YUG and SRB, 255 and DEU)?
[[nodiscard]] bool same_state(std::string_view a, std::string_view b, int year);

/// The members of one session.
class Sitting {
public:
    /// @param sat  whether the member with this number sat (voted) in the session
    Sitting(const Assembly& assembly, int session, std::function<bool(int)> sat)
        : assembly_(assembly), session_(session), sat_(std::move(sat)) {}

    /// The member that a name, number or ISO code means: a code gives the first of `numbers_of_state` that sat.
    [[nodiscard]] std::optional<int> member(const std::string& code) const;
    /// The same, and for the name of a party all its members in the session that sat, sorted. A member's name comes
    /// before a party's.
    [[nodiscard]] std::vector<int> members(const std::string& code) const;

private:
    const Assembly& assembly_;
    int session_;
    std::function<bool(int)> sat_;
};

/// Who makes up the poles in one session.
struct SittingPoles {
    std::vector<std::vector<int>>
        members;  ///< of each pole, each once, whatever names mean it (a party and its member)
    std::vector<std::pair<std::string, std::string>> absent;  ///< code and pole of those that did not sit
};

/// @param when  "session 45", for messages
/// @throws InputError when one member stands in two poles under different names: RUS and SUN, a member and its party.
[[nodiscard]] SittingPoles poles_of(const Sitting& sitting, std::span<const PoleMembers> poles,
                                    const std::string& when);

}  // namespace tarazy
