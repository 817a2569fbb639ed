#include "analyses/network/function_words.hpp"

#include "base/text_lists.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

LocalText put_before(const LocalText& first, const LocalText& second) {
    const auto both = [&](std::string_view language) {
        return in_language(first, language) + ": " + in_language(second, language);
    };
    return {both("en"), both("kk"), both("ru")};
}

}  // namespace

std::optional<LocalText> function_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "network.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    LocalText words = context.messages.say(key);
    if (!parts.about.empty()) {
        const std::string& code = parts.about.front();
        words = put_before(words, {code, code, code});
    }
    return parts.state.empty() ? words : put_before(context.name(parts.state), words);
}

std::string last_year_in(const Table& table) {
    std::optional<double> last;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto year = number_in(table, "year", row);
        if (year && (!last || *year > *last)) last = year;
    }
    return last ? std::to_string(static_cast<int>(*last)) : std::string();
}

std::vector<std::size_t> last_rows_of(const Table& table, const std::string& state) {
    const std::string year = last_year_in(table);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, "state", row) == state && text_in(table, "year", row) == year) rows.push_back(row);
    return rows;
}

const Claim* function_claim(const ReportContext& context, const AnalysisResult& analysis, const char* quantity,
                            const std::string& about, const std::string& year) {
    ClaimParts parts;
    parts.quantity = quantity;
    if (!about.empty()) parts.about = {about};
    if (const Claim* claim = context.claim(analysis, parts)) return claim;
    parts.time = year;
    return context.claim(analysis, parts);
}

HtmlColumn codes_column(const ReportContext& context, const Table& table, const std::string& name) {
    return {context.say("column." + name), false,
            [&table, name](std::size_t row) { return text(joined(list_items(text_in(table, name, row)), ", ")); }};
}

}  // namespace tarazy
