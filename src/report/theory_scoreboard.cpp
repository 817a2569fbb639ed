#include "report/theory_scoreboard.hpp"

#include "report/verdict_marks.hpp"
#include "study/theory_scores.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::int64_t told_count(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

const char* mark_of(VerdictAgreement agreement) {
    switch (agreement) {
        case VerdictAgreement::agrees: return "✓";
        case VerdictAgreement::disagrees: return "✕";
        case VerdictAgreement::divided: return "◐";
        case VerdictAgreement::open: return "○";
    }
    return "○";
}

LocalText theory_name(const ReportContext& context, const std::string& theory) {
    return context.word("theory.", theory);
}

/// "✓ holds": what is expected, and how the verdict stands to it.
Html expectation_cell(const ReportContext& context, const JudgedProposition& proposition, const std::string& theory) {
    const auto expects = expectation_of(proposition, theory);
    if (!expects) return element("td", {}, text("–"));
    const VerdictAgreement agreement = agreement_of(*expects, proposition.verdict);
    return element(
        "td", {{"class", std::string(to_string(agreement))}},
        {text(mark_of(agreement)), text(" "), local(context.word("expects.", std::string(to_string(*expects))))});
}

Html proposition_line(const ReportContext& context, const JudgedProposition& proposition,
                      const std::vector<TheoryScore>& scores) {
    Html cells =
        element("th", {{"scope", "row"}},
                element("a", {{"href", "#" + html_id("proposition-", proposition.id)}}, text(proposition.id))) +
        element("td", {{"class", "verdict"}},
                {verdict_shape(proposition.verdict), text(" "), local(verdict_word(context, proposition.verdict))});
    for (const TheoryScore& score : scores) cells += expectation_cell(context, proposition, score.theory);
    return element("tr", tells_theories_apart(proposition) ? Attributes{{"class", "apart"}} : Attributes{}, cells) +
           Html{"\n"};
}

/// "realism: of 9 propositions 2 came out as it expects, 3 the other way, ..."
Html score_sentence(const ReportContext& context, const TheoryScore& score) {
    return element("li", {},
                   context.say("theories.score", {{"theory", theory_name(context, score.theory)},
                                                  {"n", told_count(score.propositions())},
                                                  {"agrees", told_count(score.agrees)},
                                                  {"disagrees", told_count(score.disagrees)},
                                                  {"divided", told_count(score.divided)},
                                                  {"open", told_count(score.open)},
                                                  {"apart_agrees", told_count(score.apart_agrees)},
                                                  {"apart_disagrees", told_count(score.apart_disagrees)}}));
}

}  // namespace

Html theory_scoreboard(const ReportContext& context) {
    const std::vector<JudgedProposition>& propositions = context.result.propositions;
    const std::vector<TheoryScore> scores = theory_scores(propositions);
    if (scores.empty()) return {};
    Html head = element("th", {{"scope", "col"}}, context.say("ledger.id")) +
                element("th", {{"scope", "col"}}, context.say("ledger.verdict"));
    Html sentences, rows;
    for (const TheoryScore& score : scores) {
        head += element("th", {{"scope", "col"}}, local(theory_name(context, score.theory)));
        sentences += score_sentence(context, score);
    }
    std::int64_t named = 0, seen = 0;
    for (const JudgedProposition& proposition : propositions) {
        if (proposition.expects.empty()) continue;
        rows += proposition_line(context, proposition, scores);
        named += 1;
        seen += proposition.expects_seen ? 1 : 0;
    }
    const Html table = element("table", {{"class", "findings theories"}},
                               {element("thead", {}, element("tr", {}, head)), element("tbody", {}, rows)});
    return element("h3", {{"id", "theories"}}, context.say("theories.title")) +
           element("p", {}, context.say("theories.reading")) + element("ul", {{"class", "open"}}, sentences) +
           scroll_box("theories", table) +
           element("p", {{"class", "quiet"}},
                   {context.say("theories.tally"), seen == 0 ? Html{} : text(" "),
                    seen == 0 ? Html{} : context.say("theories.seen", {{"seen", seen}, {"all", named}}), text(" "),
                    element("code", {}, text("results/theories.csv"))});
}

}  // namespace tarazy
