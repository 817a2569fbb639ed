#include "report/claims_chapter.hpp"

#include "report/folded.hpp"
#include "report/numbers.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

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

Html claim_value(const Claim& claim) {
    const std::string unit = claim.unit.empty() ? "" : " " + claim.unit;
    if (!claim.value) return english(shown_claim(claim));
    if (claim.statement.empty()) return text(shown_claim(claim) + unit);
    return text(shown_number(claim.value) + unit) + element("code", {{"class", "models"}}, text(claim.statement));
}

/// The claims of an analysis, column by column.
struct ClaimColumns {
    std::vector<std::string> headings;  ///< what stands before a row: of the first of a group its heading
    std::vector<std::string> anchors, ids, subjects, values, inputs;

    void add(const Html& heading, const Claim& claim, bool own_command) {
        headings.push_back(heading.markup);
        anchors.push_back(html_id("", claim.id));
        ids.push_back(text(claim.id).markup);
        subjects.push_back(text(claim.subject).markup);
        values.push_back(claim_value(claim).markup);
        Html rests_on = english(inputs_text(claim));
        if (own_command) rests_on += element("code", {{"class", "own-command"}}, text(claim.reproduce));
        inputs.push_back(rests_on.markup);
    }

    [[nodiscard]] Html rows() const {
        const bool plain = anchors == ids;  // nearly always: then the ids need be held once only
        const Html row = row_slot(0) + Html{"<tr id=\"claim-"} + row_slot(plain ? 1 : 5) + Html{"\">"} +
                         element("th", {{"scope", "row"}},
                                 element("code", {}, row_slot(1)) +
                                     element("span", {{"class", "subject"}, {"lang", "en"}}, row_slot(2))) +
                         element("td", {{"class", "number"}}, row_slot(3)) + element("td", {}, row_slot(4)) +
                         Html{"</tr>\n"};
        std::vector<std::vector<std::string>> columns{headings, ids, subjects, values, inputs};
        if (!plain) columns.push_back(anchors);
        return row_block(row, columns);
    }
};

Html group_heading(const ReportContext& context, const Claim& claim, bool one_command) {
    Html line;
    if (!claim.formula.empty()) {
        line += element("p", {},
                        {context.say("claims.formula"), Html{" "}, english(claim.formula, "code"),
                         claim.formula_source.empty() ? Html{} : text(" · ") + english(claim.formula_source)});
    }
    if (claim.value && !claim.interval && !claim.no_interval.empty())
        line += element(
            "p", {},
            {context.say("claims.no_interval"), Html{" "}, local(context.word("no_interval.", claim.no_interval))});
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
    ClaimColumns columns;
    for (const auto& group : groups) {
        const bool one_command = std::ranges::all_of(
            group, [&](const Claim* claim) { return claim->reproduce == group.front()->reproduce; });
        Html heading = group_heading(context, *group.front(), one_command);
        if (!columns.ids.empty()) heading = Html{"</tbody><tbody>"} + heading;
        for (const Claim* claim : group) {
            columns.add(heading, *claim, !one_command);
            heading = {};
        }
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
                    folded(FoldPlace::block, analysis.claims.size(),
                           scrolled(label, element("table", {{"class", "claims"}},
                                                   head + element("tbody", {}, columns.rows()))))}) +
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
