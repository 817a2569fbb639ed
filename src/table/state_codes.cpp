#include "table/state_codes.hpp"

#include "base/number_text.hpp"
#include "table/state_codes_load.hpp"
#include "table/state_names.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

namespace tarazy {
namespace {

int year_of(const std::string& day) {
    return static_cast<int>(*parse_integer(std::string_view(day).substr(0, 4)));
}

/// How far a spell is from a year: 0 in force on 31 December, 1 in force on some day, then the years between + 1.
int distance(const SystemSpell& spell, int year) {
    const int first = year_of(spell.first);
    const int last = spell.last.empty() ? std::numeric_limits<int>::max() : year_of(spell.last);
    if (year < first) return first - year + 1;
    if (year > last) return year - last + 1;
    const bool at_end = spell.last.empty() || year < last || std::string_view(spell.last).substr(5) == "12-31";
    return at_end ? 0 : 1;
}

int nearest_spell(const std::vector<SystemSpell>& spells, int year) {
    int nearest = std::numeric_limits<int>::max();
    for (const SystemSpell& spell : spells) nearest = std::min(nearest, distance(spell, year));
    return nearest;
}

/// COW codes are judged by the COW system, Gleditsch-Ward numbers by theirs, ISO codes and names by both.
int distance(const State& state, StateScheme scheme, int year) {
    const int cow = nearest_spell(state.cow_spells, year), gw = nearest_spell(state.gw_spells, year);
    if (scheme == StateScheme::gw) return gw;
    if (scheme == StateScheme::cow || scheme == StateScheme::cow_abb) return cow;
    return std::min(cow, gw);
}

std::string first_day(const State& state) {
    std::string day;
    if (!state.cow_spells.empty()) day = std::max(day, state.cow_spells.back().first);
    if (!state.gw_spells.empty()) day = std::max(day, state.gw_spells.back().first);
    return day;
}

std::string upper_ascii(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

/// The states that have a code, for each kind of code.
using CodeIndex = std::map<StateScheme, std::unordered_map<std::string, std::vector<NamedState>>>;

CodeIndex make_code_index() {
    CodeIndex index;
    const auto enter = [&](StateScheme scheme, const std::string& code, const State& state) {
        if (!code.empty()) index[scheme][code].push_back({&state, true});
    };
    for (const State& state : all_states()) {
        for (const StateScheme scheme :
             {StateScheme::cow, StateScheme::cow_abb, StateScheme::gw, StateScheme::iso2, StateScheme::iso3})
            enter(scheme, code_of(state, scheme), state);
        for (const std::string& code : state.former_iso)
            enter(code.size() == 2 ? StateScheme::iso2 : StateScheme::iso3, code, state);
    }
    return index;
}

std::vector<NamedState> states_called(std::string_view text, StateScheme scheme) {
    static const CodeIndex index = make_code_index();
    if (scheme == StateScheme::name) return states_named(text);
    std::string code = upper_ascii(text);
    if (scheme == StateScheme::cow || scheme == StateScheme::gw) {
        const auto number = parse_integer(text);
        if (!number) return {};
        code = std::to_string(*number);
    }
    const auto& codes = index.at(scheme);
    const auto found = codes.find(code);
    return found == codes.end() ? std::vector<NamedState>{} : found->second;
}

}  // namespace

std::span<const State> all_states() {
    static const std::vector<State> states = [] {
        std::vector<State> rows = parse_state_codes(state_codes_csv());
        add_aliases(rows, state_aliases_csv());
        return rows;
    }();
    return states;
}

const State* find_state(std::string_view text, StateScheme scheme, std::optional<int> year) {
    // Smallest of: years away, further name rather than one of the three names; then the latest.
    const auto rank = [&](const NamedState& named) {
        return std::pair(year ? distance(*named.state, scheme, *year) : 0, named.main_name ? 0 : 1);
    };
    NamedState best;
    for (const NamedState& named : states_called(text, scheme)) {
        if (best.state == nullptr || rank(named) < rank(best) ||
            (rank(named) == rank(best) && first_day(*named.state) > first_day(*best.state))) {
            best = named;
        }
    }
    return best.state;
}

const State* state_by_cow(int cow, int year) {
    const State* state = find_state(std::to_string(cow), StateScheme::cow, year);
    return state != nullptr && in_cow_system(*state, year) ? state : nullptr;
}

std::optional<int> cow_of_iso3(std::string_view iso3, int year) {
    const State* state = find_state(iso3, StateScheme::iso3, year);
    return state == nullptr ? std::nullopt : state->cow;
}

std::optional<std::string> iso3_of_cow(int cow, int year) {
    const State* state = find_state(std::to_string(cow), StateScheme::cow, year);
    if (state == nullptr || state->iso3.empty()) return std::nullopt;
    return state->iso3;
}

std::string code_of(const State& state, StateScheme scheme) {
    switch (scheme) {
        case StateScheme::cow: return state.cow ? std::to_string(*state.cow) : std::string();
        case StateScheme::gw: return state.gw ? std::to_string(*state.gw) : std::string();
        case StateScheme::cow_abb: return state.cow_abb;
        case StateScheme::iso2: return state.iso2;
        case StateScheme::iso3: return state.iso3;
        case StateScheme::name: return state.name_en;
    }
    return {};
}

bool in_cow_system(const State& state, int year) {
    return nearest_spell(state.cow_spells, year) <= 1;
}
bool in_gw_system(const State& state, int year) {
    return nearest_spell(state.gw_spells, year) <= 1;
}

}  // namespace tarazy
