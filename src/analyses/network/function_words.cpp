#include "analyses/network/function_words.hpp"

#include "base/text_lists.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
std::optional<LocalText> function_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "network.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    LocalText words = context.messages.say(key);
    if (!parts.about.empty()) {
        words = said_of(words, context.name(parts.about.front()));
    }
    return parts.state.empty() ? words : said_of(context.name(parts.state), words);
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

Html named_functions(const ReportContext& context, const std::vector<std::string>& codes) {
    Html names;
    for (const std::string& code : codes)
        names += (names.markup.empty() ? Html{} : text(", ")) + local(context.name(code));
    return names;
}

HtmlColumn functions_column(const ReportContext& context, const Table& table, const std::string& name) {
    return {context.say("column." + name), false, [&context, &table, name](std::size_t row) {
                return named_functions(context, list_items(text_in(table, name, row)));
            }};
}

HtmlColumn codes_column(const ReportContext& context, const Table& table, const std::string& name) {
    return {context.say("column." + name), false,
            [&table, name](std::size_t row) { return text(joined(list_items(text_in(table, name, row)), ", ")); }};
}

}  // namespace tarazy
