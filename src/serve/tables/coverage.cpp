#include "serve/tables/coverage.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace tarazy {
namespace {

constexpr std::array<std::string_view, 16> state_names = {
    "state",        "ccode",    "iso3",   "country", "ccode1",      "state1", "gwcode",   "iso3c",
    "country_code", "stateabb", "member", "страна",  "государство", "ел",     "мемлекет", "case"};
constexpr std::array<std::string_view, 6> year_names = {"year", "Year", "YEAR", "год", "жыл", "time"};
constexpr int most_years = 500;
constexpr std::size_t most_states = 400;

template <std::size_t n>
const std::string* first_named(const Table& table, const std::array<std::string_view, n>& names) {
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(table.names, name);
        if (found != table.names.end()) return &*found;
    }
    return nullptr;
}

}  // namespace

std::optional<Coverage> coverage_of(const Table& table) {
    const std::string *state = first_named(table, state_names), *year = first_named(table, year_names);
    if (state == nullptr || year == nullptr || table[*year].type() == ColumnType::text) return std::nullopt;
    std::map<std::string, std::map<int, std::size_t>> counts;
    const Column &states = table[*state], &years = table[*year];
    int first = 0, last = 0;
    bool any = false;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto at = years.real(row);
        if (!at || states.missing(row) || *at < -10000 || *at > 10000) continue;
        const int when = static_cast<int>(*at);
        first = any ? std::min(first, when) : when;
        last = any ? std::max(last, when) : when;
        any = true;
        ++counts[states.display(row)][when];
    }
    if (!any || last - first >= most_years) return std::nullopt;
    Coverage coverage{*state, *year, {}, {}, {}, counts.size() > most_states ? counts.size() - most_states : 0};
    for (int when = first; when <= last; ++when) coverage.years.push_back(when);
    for (const auto& [name, by_year] : counts) {
        if (coverage.states.size() == most_states) break;
        coverage.states.push_back(name);
        std::vector<std::size_t>& line = coverage.rows.emplace_back();
        for (const int when : coverage.years) line.push_back(by_year.contains(when) ? by_year.at(when) : 0);
    }
    return coverage;
}

}  // namespace tarazy
