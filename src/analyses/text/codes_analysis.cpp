#include "analyses/text/codes_analysis.hpp"

#include "analyses/text/codes_claims.hpp"
#include "analyses/text/document_choice.hpp"
#include "base/text_lists.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "text/codes/code_sentences.hpp"
#include "text/codes/code_shares.hpp"
#include "text/codes/denied_sentences.hpp"

#include <algorithm>

namespace tarazy {
namespace {

CodeShareOptions code_share_options(const AnalysisPlan& plan) {
    CodeShareOptions options;
    options.windows = text_window_years(plan);
    options.groups = focus_and_comparison(plan);
    options.anchors = code_anchors(plan);
    for (const auto& [anchor, one, other] : code_rivals(plan)) options.rivals.push_back({anchor, one, other});
    options.context = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("context"));
    options.replicates = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("draws"));
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    return options;
}

SentenceCoding sentence_coding(const AnalysisPlan& plan) {
    SentenceCoding coding;
    const GroupChoice choice = document_choice(plan, focus_and_comparison(plan));
    coding.group = choice.column;
    coding.language = plan.parameters.get<std::string>("language");
    coding.groups = choice.groups;
    const std::string negated = plan.parameters.get<std::string>("negated");
    coding.negated = negated == "drop"     ? NegatedFinds::drop
                     : negated == "within" ? NegatedFinds::within
                                           : NegatedFinds::apart;
    coding.first = choice.first;
    coding.last = choice.last;
    coding.threads = plan.frame.threads;
    coding.work = plan.frame.work;
    return coding;
}

std::vector<ResultTable> compute_codes(const AnalysisPlan& plan, const RoleTables& data) {
    const CodeShareOptions options = code_share_options(plan);
    std::vector<std::string> notes;
    const CodedDocuments coded =
        code_sentences(*data.at("documents"), *data.at("codebook"), sentence_coding(plan), notes);
    CodeShares found = code_shares(coded, options);
    notes.insert(notes.end(), found.notes.begin(), found.notes.end());
    std::vector<ResultTable> result;
    result.push_back({"", std::move(found.shares)});
    result.push_back({"with", std::move(found.with)});
    result.push_back({"rivals", std::move(found.rivals)});
    result.push_back({"standings", std::move(found.standings)});
    result.push_back({"years", std::move(found.years)});
    result.push_back({"denied", denied_sentence_table(coded, plan.frame.focus, options.windows)});
    result.push_back({"sentences", coded_sentence_table(coded, std::vector<std::string>{plan.frame.focus})});
    result.push_back({"notes", notes_table(notes)});
    return result;
}

}  // namespace

Method codes_method() {
    Method method;
    method.id = "text.codes";
    method.version = 2;  // tells denied sentences apart
    method.reads_poles = false;
    method.reads = {{{"documents"}, {"codebook"}}};
    method.parameters = {
        windows_rule("periods to sum up (default: the study's years)"),
        {"anchors", ParameterKind::text, "", 0, 0, {}, "codes of which is asked what stands with them: peace, memory"},
        {"rivals",
         ParameterKind::text,
         "",
         0,
         0,
         {},
         "which of two stands with an anchor more often: peace: memory-trade; memory: law-trade"},
        {"context", ParameterKind::integer, "1", 0, 100, {}, "sentences before and after that stand with a sentence"},
        {"negated",
         ParameterKind::text,
         "apart",
         0,
         0,
         {"apart", "within", "drop"},
         "sentences that only deny a code: counted, and told apart; counted like others; left out"},
        draws_rule(),
        group_rule(),
        language_rule(true),
    };
    method.needs_focus = true;
    method.compute = compute_codes;
    method.claims = codes_claims;
    method.command = codes_command;
    method.quantities = codes_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "share" && claim.value.has_value();
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "there is no document of " + plan.frame.focus + " in these years";
    };
    return method;
}

}  // namespace tarazy
