#include "table/state_reference.hpp"

#include "base/number_text.hpp"
#include "base/text_cut.hpp"
#include "base/text_lists.hpp"
#include "table/state_codes_resolve.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace tarazy {
namespace {

/// An item in double quotes without them.
std::string unquoted(std::string_view item) {
    item = trimmed(item);
    if (item.size() >= 2 && item.front() == '"' && item.back() == '"') item = trimmed(item.substr(1, item.size() - 2));
    return std::string(item);
}

/// Places behind which a comma outside of quotes stands, and the end.
std::vector<std::size_t> item_ends(std::string_view text) {
    std::vector<std::size_t> ends;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] == ',' && !quoted) ends.push_back(i);
    }
    ends.push_back(text.size());
    return ends;
}

}  // namespace

const State* state_meant(std::string_view given) {
    const std::string_view text = trimmed(given);
    if (text.empty()) return nullptr;
    if (parse_integer(text)) return find_state(text, StateScheme::cow);
    const State* state = nullptr;
    if (text.size() == 3) {
        state = find_state(text, StateScheme::iso3);
        if (state == nullptr) state = find_state(text, StateScheme::cow_abb);
    } else if (text.size() == 2) {
        state = find_state(text, StateScheme::iso2);
    }
    return state != nullptr ? state : find_state(text, StateScheme::name);
}

std::optional<std::string> iso3_meant(std::string_view text) {
    const State* state = state_meant(text);
    if (state == nullptr || state->iso3.empty()) return std::nullopt;
    return state->iso3;
}

std::vector<int> cow_numbers_meant(std::string_view text) {
    constexpr std::int64_t most = std::numeric_limits<int>::max();
    if (const auto number = parse_integer(trimmed(text))) {
        if (*number < -most || *number > most) return {};
        return {static_cast<int>(*number)};
    }
    const State* meant = state_meant(text);
    if (meant == nullptr) return {};
    std::set<int> numbers;
    if (meant->cow) numbers.insert(*meant->cow);
    for (const State& state : all_states()) {
        if (!meant->iso3.empty() && state.iso3 == meant->iso3 && state.cow) numbers.insert(*state.cow);
    }
    return {numbers.begin(), numbers.end()};
}

std::string not_meant_text(std::string_view text) {
    const State* state = state_meant(text);
    if (state == nullptr) return unknown_state_text(trimmed(text));
    return state->name_en + " has no ISO alpha-3 code, by which states are followed through time here";
}

std::string not_meant_hint(std::string_view text) {
    return state_meant(text) == nullptr ? unknown_state_hint(text) : "leave it out";
}

std::vector<std::string> split_list_of_states(std::string_view text,
                                              const std::function<bool(const std::string&)>& accepts) {
    constexpr std::size_t longest = 4;  // commas in one name, and one more
    const std::vector<std::size_t> ends = item_ends(text);
    const auto item = [&](std::size_t first, std::size_t last) {
        const std::size_t begin = first == 0 ? 0 : ends[first - 1] + 1;
        return unquoted(text.substr(begin, ends[last] - begin));
    };
    // most[i]: items of the best way to part what begins with piece i; 0 when there is none. length[i]: of its first.
    std::vector<std::size_t> most(ends.size() + 1, 0), length(ends.size() + 1, 0);
    for (std::size_t i = ends.size(); i-- > 0;) {
        for (std::size_t n = 1; n <= longest && i + n <= ends.size(); ++n) {
            const bool rest = i + n == ends.size() || most[i + n] > 0;
            if (!rest || most[i + n] + 1 <= most[i] || !accepts(item(i, i + n - 1))) continue;
            most[i] = most[i + n] + 1;
            length[i] = n;
        }
    }
    std::vector<std::string> items;
    for (std::size_t i = 0; i < ends.size();) {
        const std::size_t n = most[0] > 0 ? length[i] : 1;
        items.push_back(item(i, i + n - 1));
        i += n;
    }
    return items;
}

std::vector<std::string> states_in_column(const Table& table, std::string_view name,
                                          const std::vector<std::string>& kept) {
    std::vector<std::string> cells = require_texts(table, name);
    std::unordered_map<std::string, std::string> known;
    for (const std::string& text : kept) known.emplace(text, text);
    for (std::string& cell : cells) {
        if (cell.empty()) continue;
        const auto [entry, is_new] = known.try_emplace(cell);
        if (is_new) entry->second = iso3_meant(cell).value_or(std::string(trimmed(cell)));
        cell = entry->second;
    }
    return cells;
}

std::vector<std::string> states_as_asked(const Table& table, std::string_view name, std::span<const std::string> asked,
                                         std::vector<std::string>& notes) {
    std::vector<std::string> cells = require_texts(table, name);
    const std::set<std::string> written(cells.begin(), cells.end());
    std::map<std::string, std::string> names;  // by ISO code
    for (const std::string& one : asked) {
        const auto code = iso3_meant(one);
        if (code && (*code == one || !written.contains(one))) names.emplace(*code, one);
    }
    if (names.empty()) return cells;
    std::map<std::string, std::string> read;
    std::vector<std::string> told;
    for (const std::string& text : written) {
        if (text.empty() || std::ranges::find(asked, text) != asked.end()) continue;
        const auto code = iso3_meant(text);
        const auto found = code ? names.find(*code) : names.end();
        if (found == names.end()) continue;
        read.emplace(text, found->second);
        told.push_back('\'' + shortened(text) + "' (" + found->second + ')');
    }
    if (read.empty()) return cells;
    constexpr std::size_t shown = 5;
    notes.push_back("the column '" + std::string(name) + "' spells states otherwise: " + first_few(told, shown));
    for (std::string& cell : cells)
        if (const auto found = read.find(cell); found != read.end()) cell = found->second;
    return cells;
}

}  // namespace tarazy
