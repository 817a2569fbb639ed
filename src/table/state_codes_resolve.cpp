#include "table/state_codes_resolve.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/state_names.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

constexpr std::array<StateScheme, 6> schemes = {StateScheme::cow,  StateScheme::gw,      StateScheme::iso3,
                                                StateScheme::iso2, StateScheme::cow_abb, StateScheme::name};

bool in_its_system(const StateMatch& match, int year) {
    switch (match.scheme) {
        case StateScheme::cow:
        case StateScheme::cow_abb: return in_cow_system(*match.state, year);
        case StateScheme::gw: return in_gw_system(*match.state, year);
        default: return in_cow_system(*match.state, year) || in_gw_system(*match.state, year);
    }
}

std::string joined_days(const std::vector<SystemSpell>& spells, std::string SystemSpell::*day) {
    std::string text;
    for (const SystemSpell& spell : spells) {
        if (!text.empty()) text += ';';
        text += (spell.*day).empty() ? ".." : spell.*day;
    }
    return text;
}

std::string spells_text(const std::vector<SystemSpell>& spells) {
    std::string text;
    for (const SystemSpell& spell : spells) {
        if (!text.empty()) text += " and ";
        text += spell.last.empty() ? "from " + spell.first + " on" : "from " + spell.first + " to " + spell.last;
    }
    return text;
}

void add_code(Table& table, std::span<const State* const> states, const char* name, std::optional<int> State::*code) {
    std::vector<std::int64_t> cells;
    for (const State* state : states) cells.push_back((state->*code) ? *(state->*code) : Column::missing_integer);
    table.add(name, Column(std::move(cells)));
}

void add_text(Table& table, std::span<const State* const> states, const char* name, std::string State::*text) {
    std::vector<std::string> cells;
    for (const State* state : states) cells.push_back(state->*text);
    table.add(name, Column(cells));
}

void add_days(Table& table, std::span<const State* const> states, const char* name,
              std::vector<SystemSpell> State::*spells, std::string SystemSpell::*day) {
    std::vector<std::string> cells;
    for (const State* state : states) cells.push_back(joined_days(state->*spells, day));
    table.add(name, Column(cells));
}

}  // namespace

StateResolution resolve_state(std::string_view given, std::optional<int> year) {
    const std::string_view text = trimmed(given);
    StateResolution resolution;
    const bool is_number = parse_integer(text).has_value();
    for (const StateScheme scheme : schemes) {
        if (is_number && scheme != StateScheme::cow && scheme != StateScheme::gw) continue;
        const State* state = find_state(text, scheme, year);
        if (state == nullptr ||
            std::ranges::find(resolution.matches, state, &StateMatch::state) != resolution.matches.end())
            continue;
        resolution.matches.push_back({state, scheme});
    }
    if (year) {
        const auto outside = [&](const StateMatch& match) { return !in_its_system(match, *year); };
        if (!std::ranges::all_of(resolution.matches, outside)) std::erase_if(resolution.matches, outside);
    }
    return resolution;
}

std::string unknown_state_text(std::string_view text) {
    const std::string quoted = "'" + std::string(text) + "'";
    if (const NotState* entry = not_a_state(trimmed(text))) return quoted + " is " + describe(*entry);
    return "no state has the code or name " + quoted;
}

std::string unknown_state_hint(std::string_view given) {
    const std::string_view text = trimmed(given);
    if (not_a_state(text) != nullptr) return "leave it out, or name a state";
    // A mistyped code has too few letters to guess from.
    if (text.size() <= 3 || parse_integer(text)) return "`tarazy data states` lists all codes and names";
    if (const auto nearest = nearest_state_name(text)) return "did you mean '" + *nearest + "'?";
    return "write a COW, Gleditsch-Ward or ISO 3166 code or a name; `tarazy data states` lists them";
}

std::string ambiguity_text(std::string_view text, const StateResolution& resolution) {
    std::string message = "'" + std::string(text) + "' is ";
    for (std::size_t i = 0; i < resolution.matches.size(); ++i) {
        if (i > 0) message += " and ";
        const StateMatch& match = resolution.matches[i];
        message += match.state->name_en + " (" + std::string(to_string(match.scheme)) + ")";
    }
    return message;
}

std::string explain_state(const State& state, std::optional<int> year) {
    std::string text = state.note;
    if (year && !in_cow_system(state, *year)) {
        if (!text.empty()) text += ' ';
        const std::string which = std::to_string(*year) + ": outside the COW system";
        text += "In " + which +
                (state.cow_spells.empty() ? "." : ", in which it is " + spells_text(state.cow_spells) + ".");
    }
    return text;
}

Table state_table(std::span<const State* const> states) {
    Table table;
    add_code(table, states, "cow", &State::cow);
    add_text(table, states, "cow_abb", &State::cow_abb);
    add_code(table, states, "gw", &State::gw);
    add_text(table, states, "iso2", &State::iso2);
    add_text(table, states, "iso3", &State::iso3);
    add_text(table, states, "name_en", &State::name_en);
    add_text(table, states, "name_ru", &State::name_ru);
    add_text(table, states, "name_kk", &State::name_kk);
    add_days(table, states, "cow_first", &State::cow_spells, &SystemSpell::first);
    add_days(table, states, "cow_last", &State::cow_spells, &SystemSpell::last);
    add_days(table, states, "gw_first", &State::gw_spells, &SystemSpell::first);
    add_days(table, states, "gw_last", &State::gw_spells, &SystemSpell::last);
    add_text(table, states, "note", &State::note);
    return table;
}

std::string_view to_string(StateScheme scheme) noexcept {
    switch (scheme) {
        case StateScheme::cow: return "cow";
        case StateScheme::cow_abb: return "cow_abb";
        case StateScheme::gw: return "gw";
        case StateScheme::iso2: return "iso2";
        case StateScheme::iso3: return "iso3";
        case StateScheme::name: return "name";
    }
    return "name";
}

std::optional<StateScheme> state_scheme(std::string_view name) noexcept {
    for (const StateScheme scheme : schemes) {
        if (to_string(scheme) == name) return scheme;
    }
    return std::nullopt;
}

}  // namespace tarazy
