#include "report/claims_chapter.hpp"

#include "report/numbers.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tarazy {
namespace {

/// "votes, roll_calls: session 69": inputs of which the same rows were used are named together.
std::string inputs_text(const Claim& claim) {
    std::string all;
    for (std::size_t i = 0; i < claim.inputs.size(); ++i) {
        const InputUse& input = claim.inputs[i];
        const bool same_rows_follow = i + 1 < claim.inputs.size() && claim.inputs[i + 1].rows == input.rows;
        all += input.key;
        if (same_rows_follow)
            all += ", ";
        else
            all += (input.rows.empty() ? "" : ": " + input.rows) + (i + 1 < claim.inputs.size() ? "; " : "");
    }
    return all;
}

Html claim_row(const Claim& claim, bool own_command) {
    const std::string unit = claim.unit.empty() ? "" : " " + claim.unit;
    Html value = claim.value ? text(shown_claim(claim) + unit) : english(shown_claim(claim));
    if (claim.value && !claim.statement.empty())
        value = text(shown_number(claim.value) + unit) + element("code", {{"class", "models"}}, text(claim.statement));
    Html inputs = english(inputs_text(claim));
    if (own_command) inputs += element("code", {{"class", "own-command"}}, text(claim.reproduce));
    return element("tr", {{"id", html_id("claim-", claim.id)}},
                   {element("th", {{"scope", "row"}},
                            element("code", {}, text(claim.id)) +
                                element("span", {{"class", "subject"}, {"lang", "en"}}, text(claim.subject))),
                    element("td", {{"class", "number"}}, value), element("td", {}, inputs)}) +
           Html{"\n"};
}

Html group_heading(const ReportContext& context, const Claim& claim, bool one_command) {
    Html line;
    if (!claim.formula.empty()) {
        line += element("p", {},
                        {context.say("claims.formula"), Html{" "}, english(claim.formula, "code"),
                         claim.formula_source.empty() ? Html{} : text(" · ") + english(claim.formula_source)});
    }
    if (claim.value && !claim.interval && !claim.no_interval.empty())
        line += element("p", {}, {context.say("claims.no_interval"), Html{" "}, english(claim.no_interval)});
    if (one_command && !claim.reproduce.empty()) {
        line +=
            element("p", {}, {context.say("claims.command"), Html{" "}, element("code", {}, text(claim.reproduce))});
    }
    return element("tr", {{"class", "claim-group"}},
                   element("th", {{"scope", "rowgroup"}, {"colspan", "3"}},
                           element("strong", {}, english(claim.quantity)) + line));
}

Html analysis_claims(const ReportContext& context, const AnalysisResult& analysis) {
    using Group = std::tuple<std::string, std::string, std::string, std::string>;
    std::map<Group, std::size_t> index;
    std::vector<std::vector<const Claim*>> groups;  // in order of first appearance
    for (const Claim& claim : analysis.claims) {
        const auto [entry, fresh] =
            index.emplace(Group{claim.quantity, claim.formula, claim.formula_source, claim.no_interval}, groups.size());
        if (fresh) groups.emplace_back();
        groups[entry->second].push_back(&claim);
    }
    Html bodies;
    for (const auto& group : groups) {
        const bool one_command = std::ranges::all_of(
            group, [&](const Claim* claim) { return claim->reproduce == group.front()->reproduce; });
        Html rows = group_heading(context, *group.front(), one_command);
        for (const Claim* claim : group) rows += claim_row(*claim, !one_command);
        bodies += element("tbody", {}, rows);
    }
    const Html head =
        element("thead", {},
                element("tr", {},
                        {element("th", {{"scope", "col"}}, context.say("column.claim")),
                         element("th", {{"scope", "col"}, {"class", "number"}}, context.say("column.value")),
                         element("th", {{"scope", "col"}}, context.say("column.inputs"))}));
    const std::string label = html_id("claims-of-", analysis.id);
    const auto count = static_cast<std::int64_t>(analysis.claims.size());
    const Html title = analysis.title.en.empty() ? text(analysis.id) : local(analysis.title);
    return element("details", {{"class", "claims-of"}},
                   {element("summary", {{"id", label}},
                            {title, Html{" "},
                             element("span", {{"class", "quiet"}}, context.say("claims.count", {{"n", count}}))}),
                    // Text, not elements, to a reader whose scripts run: the script makes elements of it when they are
                    // looked into (claim_search.ts). Thousands of rows that nobody sees would cost seconds otherwise.
                    element("noscript", {}, scrolled(label, element("table", {{"class", "claims"}}, head + bodies)))}) +
           Html{"\n"};
}

}  // namespace

Html claims_chapter(const ReportContext& context) {
    Html analyses;
    for (const AnalysisResult& analysis : context.result.analyses) {
        if (!analysis.claims.empty()) analyses += analysis_claims(context, analysis);
    }
    return element("section", {{"id", "claims"}, {"class", "chapter"}, {"aria-labelledby", "claims-title"}},
                   {element("h2", {{"id", "claims-title"}}, context.say("claims.title")),
                    element("p", {}, context.say("claims.introduction")), analyses});
}

}  // namespace tarazy
