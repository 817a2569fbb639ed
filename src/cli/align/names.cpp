#include "cli/align/names.hpp"

#include "align/votes/sitting.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/state_reference.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace tarazy {
namespace {

std::string in_one_case(const std::string& text) {
    std::string result;
    icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(result);
    return result;
}

/// The name as it is spelt in the list; letter case does not matter unless two names differ by it only.
std::optional<std::string> spelt(const std::string& name, const std::vector<std::string>& list) {
    if (std::ranges::find(list, name) != list.end()) return name;
    std::optional<std::string> found;
    for (const std::string& one : list) {
        if (in_one_case(one) != in_one_case(name)) continue;
        if (found) return std::nullopt;
        found = one;
    }
    return found;
}

std::optional<std::string> member_meant(const std::string& name, const KnownNames& known) {
    if (!known.members.empty()) {
        if (auto member = spelt(name, known.members)) return member;
        const auto code = known.states.empty() ? std::nullopt : iso3_meant(name);
        const auto state = code ? known.states.find(*code) : known.states.end();
        return state == known.states.end() ? std::nullopt : std::optional(state->second);
    }
    if (numbers_of_state(name, std::nullopt).empty()) return std::nullopt;
    return name;
}

std::optional<std::string> member_or_party(const std::string& name, const KnownNames& known) {
    if (auto member = member_meant(name, known)) return member;
    return spelt(name, known.parties);
}

[[noreturn]] void refuse_name(const std::string& name, const KnownNames& known, bool parties) {
    std::vector<std::string> all = known.members;
    if (parties) all.insert(all.end(), known.parties.begin(), known.parties.end());
    const bool is_party = !parties && spelt(name, known.parties);
    throw UsageError((is_party ? "'" + name + "' is a party, not a member; "
                               : "there is no member" + std::string(parties ? " or party" : "") + " '" + name + "'; ") +
                     (all.empty() ? "members are numbers here" : name_hint(name, all)));
}

std::map<std::string, std::string> names_by_state(const std::vector<std::string>& members) {
    std::map<std::string, std::string> states;
    for (const std::string& member : members) {
        const auto code = iso3_meant(member);
        if (!code || !states.emplace(*code, member).second) return {};
    }
    return states;
}

struct PoleText {
    std::string id;  ///< empty: the one member is the id
    std::vector<std::string> members;
};

PoleText pole_text(const std::string& text) {
    PoleText pole;
    const std::size_t equals = text.find('=');
    if (equals != std::string::npos) pole.id = trimmed(std::string_view(text).substr(0, equals));
    for (const std::string& member : split(equals == std::string::npos ? text : text.substr(equals + 1), '+'))
        pole.members.emplace_back(trimmed(member));
    return pole;
}

}  // namespace

KnownNames known_names(const Assembly& assembly, std::span<const int> members) {
    KnownNames known;
    known.numbers.assign(members.begin(), members.end());
    if (!assembly.names.empty())
        for (const int member : members) known.members.push_back(assembly.name(member));
    known.states = names_by_state(known.members);
    known.parties = assembly.party_names();
    return known;
}

std::vector<std::string> split_names(const std::string& text, const std::function<bool(const std::string&)>& is_known) {
    const std::vector<std::string> pieces = split(text, ',');
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t taken = 1;
        std::string run = pieces[i], part(trimmed(run));
        for (std::size_t j = i + 1; j < pieces.size(); ++j) {
            run += ',' + pieces[j];
            if (!is_known(std::string(trimmed(run)))) continue;
            part = trimmed(run);
            taken = j - i + 1;
        }
        parts.push_back(part);
        i += taken;
    }
    return parts;
}

std::vector<std::string> parse_members(const std::string& text, const KnownNames& known) {
    std::vector<std::string> members;
    const auto is_known = [&](const std::string& name) { return member_meant(name, known).has_value(); };
    for (const std::string& name : split_names(text, is_known)) {
        const auto member = member_meant(name, known);
        if (!member) refuse_name(name, known, false);
        if (std::ranges::find(members, *member) == members.end()) members.push_back(*member);
    }
    return members;
}

std::vector<PoleMembers> parse_member_poles(const std::string& text, const KnownNames& known) {
    const auto is_known = [&](const std::string& part) {
        if (member_or_party(part, known)) return true;
        const PoleText pole = pole_text(part);
        if (pole.id.empty() || pole.id.find(',') != std::string::npos) return false;  // the run began too early
        return std::ranges::all_of(
            pole.members, [&](const std::string& member) { return member_or_party(member, known).has_value(); });
    };
    std::vector<PoleMembers> poles;
    for (const std::string& part : split_names(text, is_known)) {
        if (const auto whole = member_or_party(part, known)) {
            poles.push_back({*whole, {*whole}});
            continue;
        }
        const PoleText written = pole_text(part);
        PoleMembers pole{written.id, {}};
        for (const std::string& member : written.members) {
            const auto meant = member_or_party(member, known);
            if (!meant) refuse_name(member, known, true);
            pole.members.push_back(*meant);
        }
        if (pole.id.empty()) throw UsageError("'" + part + "' is no pole; write a party, a member or ID=A+B");
        poles.push_back(std::move(pole));
    }
    return poles;
}

std::vector<int> parse_member_numbers(const std::string& text, const KnownNames& known, const Assembly& assembly) {
    std::set<int> numbers;
    const auto is_known = [&](const std::string& name) { return member_or_party(name, known).has_value(); };
    for (const std::string& name : split_names(text, is_known)) {
        const auto meant = member_or_party(name, known);
        if (!meant) refuse_name(name, known, true);
        const auto place = std::ranges::find(known.members, *meant);
        if (place != known.members.end()) {
            numbers.insert(known.numbers[static_cast<std::size_t>(place - known.members.begin())]);
        } else if (std::ranges::find(known.parties, *meant) != known.parties.end()) {
            for (const auto& [key, party] : assembly.parties)
                if (party == *meant) numbers.insert(key.second);
        } else {
            const std::vector<int> codes = numbers_of_state(*meant, std::nullopt);
            numbers.insert(codes.begin(), codes.end());
        }
    }
    return {numbers.begin(), numbers.end()};
}

std::string own_poles_text(const std::vector<std::string>& states, const std::vector<PoleMembers>& poles) {
    std::vector<std::string> own;
    for (const std::string& state : states) {
        const auto pole = std::ranges::find(poles, std::vector{state}, &PoleMembers::members);
        if (pole == poles.end()) return {};
        own.push_back(state + " is itself the pole " + pole->id);
    }
    return own.empty() ? std::string() : joined(own, ", ") + ", and a state's nearness to itself says nothing";
}

void check_poles(const std::vector<PoleMembers>& poles) {
    std::set<std::string> ids;
    std::map<std::string, std::string> pole_of;
    for (const PoleMembers& pole : poles) {
        if (!ids.insert(pole.id).second)
            throw UsageError("the pole " + pole.id + " is named twice; give each pole once");
        for (const std::string& member : pole.members) {
            const auto [entry, fresh] = pole_of.emplace(member, pole.id);
            if (fresh) continue;
            throw UsageError(member +
                             (entry->second == pole.id
                                  ? " stands twice in the pole " + pole.id
                                  : " is a member of the poles " + entry->second + " and " + pole.id) +
                             "; a member counts once");
        }
    }
}

}  // namespace tarazy
