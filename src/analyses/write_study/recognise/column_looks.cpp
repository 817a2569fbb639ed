#include "analyses/write_study/recognise/column_looks.hpp"

#include "align/votes/vote_coding.hpp"
#include "base/text_cut.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// The distinct values of the first rows.
std::vector<std::string> sample_of(const Column& column) {
    constexpr std::size_t looked_at = 1000;
    std::set<std::string> seen;
    std::vector<std::string> values;
    for (std::size_t row = 0; row < std::min(column.size(), looked_at); ++row) {
        if (column.missing(row)) continue;
        std::string value = column.display(row);
        if (seen.insert(value).second) values.push_back(std::move(value));
    }
    return values;
}

/// Are nine in ten so?
template <typename Test>
bool mostly(const std::vector<std::string>& values, Test test) {
    const auto fit = std::ranges::count_if(values, test);
    return !values.empty() && 10 * fit >= 9 * static_cast<std::ptrdiff_t>(values.size());
}

bool is_year_text(const std::string& value) {
    return value.size() == 4 && year_of_cell(value).has_value();
}

std::string look_of(const Column& column, const std::string& name, const std::vector<std::string>& values) {
    constexpr std::size_t long_text = 200;
    if (values.empty()) return "";
    if (mostly(values, is_year_text)) return "years";
    const bool numbers = column.type() != ColumnType::text;
    const bool state_name = column_key(name).find("code") != std::string::npos ||
                            column_key(name).starts_with("state") || column_key(name).starts_with("country");
    if (values.size() > 2 && (!numbers || state_name) &&
        mostly(values, [](const std::string& value) { return iso3_meant(value).has_value(); }))
        return "states";
    if (numbers) {
        if (values.size() <= 2 && mostly(values, [](const auto& value) { return value == "0" || value == "1"; }))
            return "0 and 1";
        return "numbers";
    }
    if (mostly(values, [](const std::string& value) { return vote_of_word(value).has_value(); })) return "votes";
    if (mostly(values, [](const std::string& value) {
            return !value.empty() && value[0] >= '0' && value[0] <= '9' && year_of_cell(value).has_value();
        }))
        return "dates";
    if (std::ranges::any_of(values, [](const std::string& value) { return value.size() > long_text; })) return "texts";
    return "";
}

}  // namespace

std::vector<ColumnLook> column_looks(const Table& table) {
    std::vector<ColumnLook> looks;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        const Column& column = table.columns[c];
        const std::vector<std::string> values = sample_of(column);
        looks.push_back({table.names[c], std::string(to_string(column.type())), look_of(column, table.names[c], values),
                         values.empty() ? "" : shortened(values.front())});
    }
    return looks;
}

}  // namespace tarazy
