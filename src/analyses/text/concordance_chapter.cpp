#include "analyses/text/concordance_chapter.hpp"

#include "report/numbers.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {
namespace {

/// The language of the documents, for those who hear the page read out.
std::string language_of_lines(const AnalysisResult& analysis) {
    const nlohmann::json parameters = nlohmann::json::parse(analysis.parameters, nullptr, false);
    return parameters.is_object() ? parameters.value("language", "en") : "en";
}

HtmlColumn found_column(const ReportContext& context, const AnalysisResult& analysis, const Table& counts,
                        const char* quantity) {
    return {context.say(std::string("concordance.column.") + quantity), true,
            [&context, &analysis, &counts, quantity](std::size_t row) {
                return claim_cell(context.claim(
                    analysis, {"", "", quantity, {text_in(counts, "code", row)}, text_in(counts, "window", row)}));
            }};
}

Html counts_of_codes(const ReportContext& context, const AnalysisResult& analysis, const Table& counts) {
    const std::string label = html_id("finds-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.concordance_counts")) +
           scrolled(label,
                    html_table({},
                               {{context.say("column.code"), false,
                                 [&](std::size_t row) { return local(context.name(text_in(counts, "code", row))); }},
                                {context.say("column.period"), false,
                                 [&](std::size_t row) { return text(shown_window(text_in(counts, "window", row))); }},
                                found_column(context, analysis, counts, "finds"),
                                found_column(context, analysis, counts, "in_documents"),
                                result_column(context, counts, "of_documents"),
                                result_column(context, counts, "per_10000"),
                                result_column(context, counts, "denied")},
                               counts.rows()));
}

/// A column of words of the documents, in their language.
HtmlColumn words_column(const ReportContext& context, const Table& lines, const char* column, bool to_the_right,
                        const std::string& language) {
    return {context.say(std::string("concordance.column.") + column), to_the_right,
            [&lines, column, language](std::size_t row) {
                const Html words = text(text_in(lines, column, row));
                return std::string_view(column) == "found"
                           ? element("strong", {{"lang", language}, {"class", "in-line"}}, words)
                           : element("span", {{"lang", language}, {"class", "in-line"}}, words);
            }};
}

/// A place in the document: other tables have columns of these names that mean something else.
HtmlColumn place_column(const ReportContext& context, const Table& lines, const char* column) {
    HtmlColumn result = result_column(context, lines, column);
    result.head = context.say(std::string("concordance.column.") + column);
    return result;
}

Html lines_of_codes(const ReportContext& context, const AnalysisResult& analysis, const Table& counts,
                    const Table& lines) {
    const std::string language = language_of_lines(analysis);
    Html all = element("p", {}, context.say("concordance.lines"));
    for (std::size_t k = 0; k < counts.rows(); ++k) {
        const std::string code = text_in(counts, "code", k), window = text_in(counts, "window", k);
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < lines.rows(); ++row)
            if (text_in(lines, "code", row) == code && text_in(lines, "window", row) == window) rows.push_back(row);
        if (rows.empty()) continue;
        const std::string label = html_id("lines-" + code + '-' + window + '-', analysis.id);
        all += element("h3", {{"id", label}},
                       context.say("chapter.concordance_lines",
                                   {{"code", context.name(code)}, {"period", shown_window(window)}})) +
               scrolled(label,
                        html_table({},
                                   {result_column(context, lines, "doc_id"), result_column(context, lines, "year"),
                                    place_column(context, lines, "sentence"), place_column(context, lines, "position"),
                                    words_column(context, lines, "before", true, language),
                                    words_column(context, lines, "found", false, language),
                                    words_column(context, lines, "after", false, language)},
                                   rows));
    }
    return all;
}

}  // namespace

Html concordance_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *counts = find_table(analysis.tables, ""), *lines = find_table(analysis.tables, lines_table);
    if (counts == nullptr || counts->rows() == 0)
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    const Html body = counts_of_codes(context, analysis, *counts);
    if (lines == nullptr) return body + element("p", {{"class", "note"}}, context.say("concordance.no_lines"));
    return body + lines_of_codes(context, analysis, *counts, *lines);
}

std::optional<LocalText> concordance_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "concordance.quantity." + parts.quantity;
    if (!context.messages.knows(key) || parts.about.empty()) return std::nullopt;
    return context.messages.say(key, {{"code", context.name(parts.about.front())}});
}

}  // namespace tarazy
