#pragma once

#include "align/balance/shares.hpp"
#include "align/votes/assembly.hpp"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

// Lists of members and poles on the command line, for assemblies whose members have names or parties.

/// What may be named in such an assembly.
struct KnownNames {
    std::vector<std::string> members;  ///< names; empty = members are numbers, named by number or state code
    std::vector<std::string> parties;
    std::vector<int> numbers;  ///< of the members, in the order of `members` where they have names
    /// ISO alpha-3 code and name, where every name means a state of its own: KAZ may be called Kazakhstan then.
    std::map<std::string, std::string> states = {};
};
[[nodiscard]] KnownNames known_names(const Assembly& assembly, std::span<const int> members);

/// Parts of a comma-separated list, blanks around them dropped; a part that is known may hold commas itself
/// ("Ash, Anna"): the longest known run of parts is one.
[[nodiscard]] std::vector<std::string> split_names(const std::string& text,
                                                   const std::function<bool(const std::string&)>& is_known);

/// Members as the assembly spells them, in any letter case, each once. @throws UsageError with the nearest name
[[nodiscard]] std::vector<std::string> parse_members(const std::string& text, const KnownNames& known);

/// `GREENS,RIGHT=Conservatives+Ash`: poles of members and parties. @throws UsageError
[[nodiscard]] std::vector<PoleMembers> parse_member_poles(const std::string& text, const KnownNames& known);

/// Numbers of members; the name of a party stands for all who ever belonged to it. @throws UsageError
[[nodiscard]] std::vector<int> parse_member_numbers(const std::string& text, const KnownNames& known,
                                                    const Assembly& assembly);

/// "VNM is itself the pole VNM, ...", where every state asked for is the whole of a pole, so that no share can be
/// known; else empty.
[[nodiscard]] std::string own_poles_text(const std::vector<std::string>& states, const std::vector<PoleMembers>& poles);

inline constexpr const char* own_poles_remedy = "choose other --states or --poles";

/// @throws UsageError when two poles have the same id, or a member stands twice
void check_poles(const std::vector<PoleMembers>& poles);

}  // namespace tarazy
