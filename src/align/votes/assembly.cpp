#include "align/votes/assembly.hpp"

#include "align/votes/sitting.hpp"
#include "base/number_text.hpp"
#include "table/state_codes.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace tarazy {
namespace {

constexpr int session_0_of_the_united_nations = 1945;

bool is_state(const Assembly& assembly, int member) {
    if (assembly.names.empty()) return is_number_of_a_state(member);
    const std::string name = assembly.name(member);
    return name.size() == 3 && find_state(name, StateScheme::iso3) != nullptr;
}

bool may_be_united_nations(const Assembly& assembly, std::span<const int> members, std::span<const int> sessions,
                           std::span<const std::pair<int, int>> dated) {
    constexpr int last_thinkable = 150;
    if (!std::ranges::all_of(sessions, [](int session) { return session >= 1 && session <= last_thinkable; }))
        return false;
    if (!std::ranges::all_of(members, [&](int member) { return is_state(assembly, member); })) return false;
    const auto fits = std::ranges::count_if(dated, [](const auto& call) {
        const int since = call.second - session_0_of_the_united_nations - call.first;
        return since == 0 || since == 1;
    });
    return 2 * fits >= std::ssize(dated);
}

}  // namespace

std::optional<int> Assembly::year(int session) const {
    const auto found = years.find(session);
    return found == years.end() ? std::nullopt : std::optional(found->second);
}

std::string Assembly::name(int member) const {
    const auto found = names.find(member);
    return found == names.end() ? std::to_string(member) : found->second;
}

std::string Assembly::party(int session, int member) const {
    const auto found = parties.find({session, member});
    return found == parties.end() ? std::string() : found->second;
}

std::vector<std::string> Assembly::party_names() const {
    std::set<std::string> found;
    for (const auto& [key, party] : parties) found.insert(party);
    return {found.begin(), found.end()};
}

SessionYears session_years(Body body, const Assembly& assembly, std::span<const int> members,
                           std::span<const int> sessions, std::span<const std::pair<int, int>> dated) {
    SessionYears result;
    const bool supposed = body == Body::automatic && may_be_united_nations(assembly, members, sessions, dated);
    if (body == Body::united_nations || supposed) {
        for (const int session : sessions) result.years[session] = session_0_of_the_united_nations + session;
        if (supposed && dated.empty()) {
            result.assumed =
                "years are those of the General Assembly of the United Nations, 1945 + session; --body other when "
                "these are votes of another body";
        }
        return result;
    }
    for (const auto& [session, year] : dated) {
        const auto [entry, fresh] = result.years.try_emplace(session, year);
        if (!fresh) entry->second = std::min(entry->second, year);
    }
    const bool sessions_are_years =
        std::ranges::all_of(sessions, [](int session) { return session >= 1500 && session <= 2200; });
    if (result.years.empty() && sessions_are_years)
        for (const int session : sessions) result.years[session] = session;
    return result;
}

std::optional<int> year_in_date(const std::string& text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digits = [&](std::string_view part) { return std::ranges::all_of(part, is_digit); };
    std::string_view year;
    const std::string_view all = text;
    if (all.size() >= 4 && digits(all.substr(0, 4)) && (all.size() == 4 || all.size() == 8 || !is_digit(all[4]))) {
        if (all.size() == 8 && !digits(all)) return std::nullopt;
        year = all.substr(0, 4);
    } else if (all.size() >= 8 && digits(all.substr(all.size() - 4)) && !is_digit(all[all.size() - 5])) {
        year = all.substr(all.size() - 4);
    } else {
        return std::nullopt;
    }
    const auto number = parse_integer(year);
    if (!number || *number < 1500 || *number > 2200) return std::nullopt;
    return static_cast<int>(*number);
}

}  // namespace tarazy
