#include "align/votes/sitting.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "table/state_codes.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

bool is_cow_number(int number) {
    return std::ranges::any_of(all_states(), [&](const State& state) { return state.cow == number; });
}

void add_number(std::vector<int>& numbers, int number) {
    if (std::ranges::find(numbers, number) == numbers.end()) numbers.push_back(number);
}

/// First day in the COW system, for an order in time.
std::string first_day_in_system(const State& state) {
    return state.cow_spells.empty() ? std::string() : state.cow_spells.front().first;
}

}  // namespace

std::vector<int> numbers_of_state(std::string_view code, std::optional<int> year) {
    if (const auto number = parse_integer(code)) {
        if (*number < 0 || *number > 1'000'000) return {};
        return {static_cast<int>(*number)};
    }
    std::vector<int> numbers;
    if (year) {
        if (const auto cow = cow_of_iso3(code, *year)) numbers.push_back(*cow);
    }
    std::vector<const State*> bearers;
    for (const State& state : all_states()) {
        const bool former = std::ranges::find(state.former_iso, code) != state.former_iso.end();
        if (!code.empty() && (state.iso3 == code || former)) bearers.push_back(&state);
    }
    std::ranges::stable_sort(
        bearers, [](const State* a, const State* b) { return first_day_in_system(*a) > first_day_in_system(*b); });
    for (const State* state : bearers)
        if (state->cow) add_number(numbers, *state->cow);
    for (const State* state : bearers)
        if (state->gw && !is_cow_number(*state->gw)) add_number(numbers, *state->gw);
    return numbers;
}

bool is_number_of_a_state(int number) {
    return std::ranges::any_of(all_states(),
                               [&](const State& state) { return state.cow == number || state.gw == number; });
}

bool are_states(const Assembly& assembly, std::span<const int> members) {
    return !assembly.has_names() && std::ranges::all_of(members, is_number_of_a_state);
}

bool same_state(std::string_view a, std::string_view b, int year) {
    if (a == b) return true;
    const std::vector<int> first = numbers_of_state(a, year), second = numbers_of_state(b, year);
    return std::ranges::any_of(first, [&](int number) { return std::ranges::find(second, number) != second.end(); });
}

std::optional<int> Sitting::member(const std::string& code) const {
    for (const auto& [number, name] : assembly_.names)
        if (name == code) return sat_(number) ? std::optional(number) : std::nullopt;
    if (!assembly_.names.empty()) return std::nullopt;
    for (const int number : numbers_of_state(code, assembly_.year(session_)))
        if (sat_(number)) return number;
    return std::nullopt;
}

std::vector<int> Sitting::members(const std::string& code) const {
    if (const auto one = member(code)) return {*one};
    std::vector<int> found;
    for (const auto& [key, party] : assembly_.parties)
        if (key.first == session_ && party == code && sat_(key.second)) found.push_back(key.second);
    return found;
}

SittingPoles poles_of(const Sitting& sitting, std::span<const PoleMembers> poles, const std::string& when) {
    SittingPoles found;
    std::map<int, std::pair<std::size_t, std::string>> place;  // the pole and the name that a member was met under
    for (std::size_t p = 0; p < poles.size(); ++p) {
        found.members.emplace_back();
        for (const std::string& code : poles[p].members) {
            const std::vector<int> members = sitting.members(code);
            if (members.empty()) found.absent.emplace_back(code, poles[p].id);
            for (const int member : members) {
                const auto [met, fresh] = place.emplace(member, std::pair(p, code));
                if (fresh) found.members[p].push_back(member);
                if (fresh || met->second.first == p) continue;
                throw InputError(Problem{"", 0, 0,
                                         met->second.second + " of the pole " + poles[met->second.first].id + " and " +
                                             code + " of the pole " + poles[p].id + " mean the same member in " + when,
                                         "a member counts once: take it out of one of the poles"});
            }
        }
    }
    return found;
}

}  // namespace tarazy
