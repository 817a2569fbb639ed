#include "analyses/trace/synth_chapter.hpp"

#include "analyses/trace/outcome_words.hpp"
#include "report/figure_frame.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

/// Why there is no effect, or none that anything backs, in the reader's language.
Html withheld_effect(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* summary = find_table(analysis.tables, "");
    if (summary == nullptr || summary->rows() == 0) return {};
    const std::string kind = text_in(*summary, "withheld", 0), key = "synth.withheld." + kind;
    if (kind.empty() || !context.messages.knows(key)) return {};
    const std::string first = text_in(*summary, "first", 0), pre = text_in(*summary, "pre", 0);
    return element("p", {{"class", "note"}},
                   context.say(key, {{"state", context.name(text_in(*summary, "state", 0))},
                                     {"outcome", context.name(outcome_name(context, analysis, "outcome"))},
                                     {"first", first.empty() ? std::string("–") : first},
                                     {"n", pre.empty() ? std::string("0") : pre}}));
}

Html path_of_focus(const ReportContext& context, const AnalysisResult& analysis) {
    const Table& path = *find_table(analysis.tables, "path");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < path.rows(); ++row)
        if (text_in(path, "state", row) == context.result.focus) rows.push_back(row);
    std::vector<HtmlColumn> columns;
    for (const char* name : {"time", "actual", "synthetic", "gap", "q05", "q95", "range_low", "range_high"}) {
        if (!path.find(name)) continue;
        columns.push_back(result_column(context, path, name));
        if (std::string(name) != "gap") continue;
        columns.back().cell = [&](std::size_t row) {
            const Claim* claim = context.claim(analysis, {"", "", "effect", {}, text_in(path, "time", row)});
            const Html number = result_column(context, path, "gap").cell(row);
            return claim != nullptr && claim->value ? claim_link(claim, number) : number;
        };
    }
    return html_table({}, columns, rows);
}

Html weights_of(const ReportContext& context, const AnalysisResult& analysis) {
    return outcome_table(context, analysis, "weights", "chapter.weights", {"unit", "weight", "penalised"});
}

}  // namespace

bool has_control(const AnalysisResult& analysis) {
    const Table* path = find_table(analysis.tables, "path");
    return path != nullptr && path->rows() > 0;
}

Html synth_body(const ReportContext& context, const AnalysisResult& analysis) {
    Html body = withheld_effect(context, analysis);
    const std::vector<std::string> numbers = {"mean_effect", "uniqueness_width",  "placebo_p",   "placebo_rank",
                                              "conformal_p", "conformal_least_p", "pre_rmspe",   "post_rmspe",
                                              "rmspe_ratio", "kkt_residual",      "donors_used", "pre_periods",
                                              "post_periods"};
    if (!has_control(analysis)) return body + outcome_claims(context, analysis, numbers);
    const MessageArguments named = {{"state", context.name(context.result.focus)},
                                    {"outcome", context.name(outcome_name(context, analysis, "outcome"))}};
    body += figure_frame(
        context, {"synthetic_control-" + analysis.id, context.messages.say("figure.synthetic_control.title", named),
                  context.messages.say("figure.synthetic_control.description"), path_of_focus(context, analysis)});
    body += outcome_claims(context, analysis, numbers);
    body += weights_of(context, analysis);
    body += outcome_table(context, analysis, "predictors", "chapter.predictors",
                          {"predictor", "v", "treated", "synthetic", "mean"});
    body +=
        outcome_table(context, analysis, "", "chapter.placebos",
                      {"state", "mean_effect", "pre_rmspe", "post_rmspe", "rmspe_ratio", "placebo_rank", "placebo_p"});
    body += outcome_table(context, analysis, "time_placebos", "chapter.time_placebos",
                          {"from", "pre", "rmspe_pre", "rmspe_post", "ratio", "mean_gap"});
    return body + element("h3", {}, context.say("chapter.what_it_cannot")) +
           element("p", {}, context.say("synth.limits"));
}

}  // namespace tarazy
