#include "analyses/text/estimate_chapter.hpp"

#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

HtmlColumn corrected_code_column(const ReportContext& context, const Table& table) {
    return {context.say("column.code"), false,
            [&](std::size_t row) { return local(context.name(text_in(table, "code", row))); }};
}

HtmlColumn estimate_column(const ReportContext& context, const AnalysisResult& analysis, const Table& table,
                           const char* quantity, bool of_window) {
    return {context.say(std::string("estimate.column.") + quantity), true,
            [&context, &analysis, &table, quantity, of_window](std::size_t row) {
                return claim_cell(context.claim(
                    analysis,
                    {"", "", quantity, {text_in(table, "code", row)}, of_window ? text_in(table, "window", row) : ""}));
            }};
}

/// The share of each period, in the order of the codes.
Html shares_of_periods(const ReportContext& context, const AnalysisResult& analysis, const Table& periods) {
    return html_table(
        {},
        {corrected_code_column(context, periods),
         {context.say("column.period"), false,
          [&](std::size_t row) { return text(shown_window(periods["period"].display(row))); }},
         result_column(context, periods, "machine"),
         {context.say("estimate.column.share_in_period"), true,
          [&](std::size_t row) {
              return claim_cell(context.claim(
                  analysis,
                  {"", "", "share_in_period", {text_in(periods, "code", row)}, periods["period"].display(row)}));
          }},
         result_column(context, periods, "coded"),
         result_column(context, periods, "sentences")},
        periods.rows());
}

Html slopes_of_codes(const ReportContext& context, const AnalysisResult& analysis, const Table& slopes) {
    const std::string label = html_id("slopes-", analysis.id);
    return element("h3", {{"id", label}}, context.say("chapter.share_slopes")) +
           scrolled(label,
                    html_table({},
                               {corrected_code_column(context, slopes),
                                {context.say("column.period"), false,
                                 [&](std::size_t row) { return text(shown_window(slopes["window"].display(row))); }},
                                result_column(context, slopes, "machine_slope"),
                                estimate_column(context, analysis, slopes, "slope", true),
                                result_column(context, slopes, "coded"),
                                result_column(context, slopes, "lambda")},
                               slopes.rows()));
}

/// How the shares change: the picture with its table, and the slopes.
Html corrected_over_time(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *periods = find_table(analysis.tables, "periods"), *slopes = find_table(analysis.tables, "slopes");
    Html all;
    if (periods != nullptr && periods->rows() > 0)
        all += figure_frame(
            context,
            {"code_trends-" + analysis.id,
             context.messages.say("figure.code_trends.title", {{"state", context.name(context.result.focus)}}),
             context.messages.say("figure.code_trends.description"), shares_of_periods(context, analysis, *periods)});
    if (slopes != nullptr && slopes->rows() > 0)
        all += element("p", {}, context.say("estimate.trend")) + slopes_of_codes(context, analysis, *slopes);
    return all;
}

}  // namespace

Html estimate_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *shares = find_table(analysis.tables, ""), *agreement = find_table(analysis.tables, "agreement"),
                *coders = find_table(analysis.tables, "coders");
    if (shares == nullptr || shares->rows() == 0 || agreement == nullptr)
        return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    const std::string label = html_id("corrected-", analysis.id), sample = html_id("sample-", analysis.id);
    const auto people = static_cast<std::int64_t>(coders == nullptr ? 0 : coders->rows());
    return element("p", {}, context.say("estimate.coders", {{"coders", people}})) +
           element("h3", {{"id", label}}, context.say("chapter.corrected_shares")) +
           scrolled(label, html_table({},
                                      {corrected_code_column(context, *shares),
                                       {context.say("column.period"), false,
                                        [&](std::size_t row) { return text(text_in(*shares, "window", row)); }},
                                       estimate_column(context, analysis, *shares, "machine", true),
                                       estimate_column(context, analysis, *shares, "corrected", true),
                                       result_column(context, *shares, "coded"),
                                       result_column(context, *shares, "sentences")},
                                      shares->rows())) +
           corrected_over_time(context, analysis) +
           element("h3", {{"id", sample}}, context.say("chapter.sample_agreement")) +
           scrolled(sample, html_table({},
                                       {corrected_code_column(context, *agreement),
                                        estimate_column(context, analysis, *agreement, "precision", false),
                                        estimate_column(context, analysis, *agreement, "recall", false),
                                        result_column(context, *agreement, "both"),
                                        result_column(context, *agreement, "machine_only"),
                                        result_column(context, *agreement, "hand_only"),
                                        result_column(context, *agreement, "neither")},
                                       agreement->rows()));
}

std::optional<LocalText> estimate_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "estimate.quantity." + parts.quantity;
    if (!context.messages.knows(key) || parts.about.empty()) return std::nullopt;
    return context.messages.say(key, {{"code", context.name(parts.about.front())}});
}

}  // namespace tarazy
