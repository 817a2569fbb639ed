#include "table/state_names.hpp"

#include "table/state_name_form.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <unordered_map>

namespace tarazy {
namespace {

/// A name as a misspelt one is compared with it, and whose it is.
struct SpelledName {
    std::u32string letters;
    std::string shown;  ///< as the table writes it
    const State* state = nullptr;
    const NotState* other = nullptr;
    bool main_name = false;
};

struct NameIndex {
    std::unordered_map<std::string, std::vector<NamedState>> states;
    std::unordered_map<std::string, const NotState*> others;
    std::unordered_map<std::string, const NotState*> other_codes;
};

std::string upper_code(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

NameIndex make_index() {
    NameIndex index;
    const auto enter = [&](const State& state, const std::string& name, bool main_name) {
        if (name.empty()) return;
        std::vector<NamedState>& named = index.states[name_key(name)];
        if (named.empty() || named.back().state != &state) named.push_back({&state, main_name});
    };
    for (const State& state : all_states()) {
        enter(state, state.name_en, true);
        enter(state, state.name_ru, true);
        enter(state, state.name_kk, true);
        for (const std::string& name : state.other_names) enter(state, name, false);
    }
    for (const NotState& entry : all_not_states()) {
        index.others.emplace(name_key(entry.name), &entry);
        for (const std::string& name : entry.other_names) index.others.emplace(name_key(name), &entry);
        for (const std::string& code : entry.codes) index.other_codes.emplace(code, &entry);
    }
    return index;
}

const NameIndex& name_index() {
    static const NameIndex index = make_index();
    return index;
}

std::vector<NamedState> with_key(const std::string& key) {
    const auto& states = name_index().states;
    const auto found = states.find(key);
    return found == states.end() ? std::vector<NamedState>{} : found->second;
}

std::u32string letters_of(const std::string& folded) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(folded);
    std::u32string letters;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        letters += static_cast<char32_t>(text.char32At(i));
    return letters;
}

std::vector<SpelledName> spell_names() {
    std::vector<SpelledName> names;
    const auto add = [&](const std::string& name, const State* state, const NotState* other, bool main_name) {
        if (!name.empty()) names.push_back({letters_of(folded_name(name)), name, state, other, main_name});
    };
    for (const State& state : all_states()) {
        for (const std::string* name : {&state.name_en, &state.name_ru, &state.name_kk})
            add(*name, &state, nullptr, true);
        for (const std::string& name : state.other_names) add(name, &state, nullptr, false);
    }
    for (const NotState& entry : all_not_states()) {
        add(entry.name, nullptr, &entry, true);
        for (const std::string& name : entry.other_names) add(name, nullptr, &entry, false);
    }
    return names;
}

/// Insertions, deletions, substitutions and transpositions of neighbours (Damerau 1964).
std::size_t letters_apart(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

/// One state through time: Russia and the Soviet Union have one number, united and West Germany one ISO code.
bool same_state(const State& a, const State& b) {
    return (!a.iso3.empty() && a.iso3 == b.iso3) || (a.cow && a.cow == b.cow) || &a == &b;
}

/// A name that goes on behind another, or begins before it, is a word of its own: Dominican, Nigerian, Assyria.
bool extends(const std::u32string& a, const std::u32string& b) {
    return a.starts_with(b) || b.starts_with(a) || a.ends_with(b) || b.ends_with(a);
}

}  // namespace

std::vector<NamedState> states_named(std::string_view name) {
    const std::string text = without_footnotes(name);
    std::vector<NamedState> found = with_key(name_key(text));
    if (!found.empty() || name_index().others.contains(name_key(text))) return found;
    bool first = true;
    for (const std::string& part : name_parts(text)) {
        const std::vector<NamedState> named = with_key(name_key(part));
        if (first) found = named;
        std::erase_if(found, [&](const NamedState& one) {
            return std::ranges::find(named, one.state, &NamedState::state) == named.end();
        });
        first = false;
    }
    return found;
}

const NotState* not_a_state(std::string_view text) {
    const NameIndex& index = name_index();
    // Two signs that are not written in capitals are no code of the World Bank: T2, EU.
    const std::string capitals = text.size() <= 2 ? std::string(text) : upper_code(text);
    if (const auto code = index.other_codes.find(capitals); code != index.other_codes.end()) return code->second;
    const auto found = index.others.find(name_key(without_footnotes(text)));
    return found == index.others.end() ? nullptr : found->second;
}

std::optional<std::string> nearest_state_name(std::string_view name) {
    static const std::vector<SpelledName> names = spell_names();
    constexpr std::size_t shortest = 5, longest = 200, long_name = 10;
    const std::u32string letters = letters_of(folded_name(name));
    if (letters.size() < shortest || letters.size() > longest) return std::nullopt;
    const std::size_t allowed = letters.size() < long_name ? 1 : 2;
    const SpelledName* best = nullptr;
    std::size_t best_apart = std::numeric_limits<std::size_t>::max();
    std::vector<std::pair<std::size_t, const SpelledName*>> near;
    for (const SpelledName& one : names) {
        const std::size_t longer = std::max(one.letters.size(), letters.size());
        if (longer - std::min(one.letters.size(), letters.size()) > allowed + 1) continue;
        const std::size_t apart = letters_apart(letters, one.letters);
        if (apart > allowed + 1) continue;
        near.emplace_back(apart, &one);
        if (apart < best_apart || (apart == best_apart && one.main_name && !best->main_name)) {
            best = &one;
            best_apart = apart;
        }
    }
    if (best == nullptr || best->state == nullptr || best_apart > allowed) return std::nullopt;
    if (best->letters.front() != letters.front() || extends(best->letters, letters)) return std::nullopt;
    for (const auto& [apart, one] : near) {
        // An older state of the very same name (Annam, too, was called Vietnam) does not make the name doubtful.
        if (apart > best_apart + 1 || (one->letters == best->letters && best->main_name && !one->main_name)) continue;
        if (one->state == nullptr || !same_state(*one->state, *best->state)) return std::nullopt;
    }
    return best->shown;
}

}  // namespace tarazy
