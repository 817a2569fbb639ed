#include "report/proposition_ledger.hpp"

#include "report/citation.hpp"
#include "report/criterion_words.hpp"
#include "report/folded.hpp"
#include "report/multiverse_part.hpp"
#include "report/numbers.hpp"
#include "report/test_sentence.hpp"
#include "report/verdict_marks.hpp"
#include "study/verdict.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

std::string result_code(JudgedTest::Result result) {
    if (result == JudgedTest::Result::passed) return "passed";
    return result == JudgedTest::Result::failed ? "failed" : "undecided";
}

/// An analysis by its title, with a link to its chapter; a family of methods that was not asked by its name.
Html heard(const ReportContext& context, const std::string& analysis) {
    if (context.analysis(analysis) == nullptr) return local(context.word("family.", analysis));
    return element("a", {{"href", "#" + html_id("analysis-", analysis)}}, local(context.title_of(analysis)));
}

/// What a reader needs who checks the test: its number among the claims, what was declared in words and as written,
/// what it weighs, where it was computed, how the comparison states fare.
Html test_details(const ReportContext& context, const JudgedTest& test) {
    Html lines;
    if (const Claim* claim = context.claim(test.claim)) {
        lines +=
            element("p", {{"class", "measured"}},
                    {claim_link(claim, text(shown_claim(*claim))), text(" "), element("code", {}, text(claim->id))});
    }
    const Html weight = test.weight == 1 ? Html{} : text(" · ") + context.say("test.weight", {{"weight", test.weight}});
    lines += element(
        "p", {{"class", "declared"}},
        {context.say("test.declared"), text(" "), local(criterion_in_words(context, parse_criterion(test.criterion))),
         text(" ("), element("code", {}, text(test.criterion)), text(")"), weight});
    if (context.analysis(test.analysis) != nullptr) {
        lines += element("p", {}, {context.say("test.computed_in"), text(" "), heard(context, test.analysis)});
    }
    return element(
        "details", {},
        {element("summary", {}, context.say("test.details")), foldable_entry(lines + comparison_mark(context, test))});
}

Html test_entry(const ReportContext& context, const JudgedTest& test) {
    const std::string code = result_code(test.result);
    const char* mark = code == "passed" ? "✓" : code == "failed" ? "✕" : "?";
    const Html head = element("p", {{"class", "outcome"}},
                              {element("span", {{"class", "mark"}, {"aria-hidden", "true"}}, text(mark)),
                               local(test_sentence(context, test)), test.data_seen ? text(" †") : Html{}});
    // A method that would have something to say and was not asked has no number.
    const Html details = test.quantity.empty() ? Html{} : test_details(context, test);
    return element("li", {{"class", "test " + code}}, {head, idle_mark(context, test), details});
}

/// "Methods that agree: Closeness by year; Treaty ties. Silent: Agreement in votes", by the titles of the analyses.
Html methods_line(const ReportContext& context, const JudgedProposition& proposition) {
    Html line;
    for (const auto& [result, key] : {std::pair{JudgedTest::Result::passed, "methods.agree"},
                                      std::pair{JudgedTest::Result::failed, "methods.disagree"},
                                      std::pair{JudgedTest::Result::undecided, "methods.silent"}}) {
        std::set<std::string> analyses;
        for (const JudgedTest& test : proposition.tests)
            if (test.result == result && test.counted() > 0) analyses.insert(test.analysis);
        if (analyses.empty()) continue;
        Html titles;
        for (const std::string& analysis : analyses)
            titles += (titles.markup.empty() ? Html{} : text("; ")) + heard(context, analysis);
        line += element("p", {{"class", "methods"}}, {context.say(key), Html{" "}, titles});
    }
    return line.markup.empty() ? line : folded(FoldPlace::block, 0, line);
}

/// The sources behind the claims tested, each with its coverage: how old the evidence is.
Html sources_cell(const ReportContext& context, const JudgedProposition& proposition) {
    std::set<std::string> keys;
    for (const JudgedTest& test : proposition.tests) {
        const Claim* claim = context.claim(test.claim);
        if (claim == nullptr) continue;
        for (const InputUse& input : claim->inputs) {
            if (const DataUse* data = context.data(input.key)) keys.insert(data->sources.begin(), data->sources.end());
        }
    }
    static constexpr std::size_t sources_in_the_page = 2;
    Html entries, further;
    std::size_t named = 0;
    for (const Source& source : context.result.sources) {
        if (!keys.contains(source.key)) continue;
        (named++ < sources_in_the_page ? entries : further) += element(
            "li", {},
            {element("a", {{"href", "#" + html_id("source-", source.key)}}, local(short_citation(context, source))),
             source.coverage.en.empty() ? Html{} : text(": ") + local(source.coverage)});
    }
    if (entries.markup.empty()) return text("–");
    if (named > sources_in_the_page) entries += folded(FoldPlace::item, named - sources_in_the_page, further);
    return element("ul", {{"class", "plain"}}, entries);
}

Html statement(const ReportContext& context, const JudgedProposition& proposition) {
    Html all = element("p", {}, local(proposition.text));
    if (!proposition.theory.empty() && proposition.theory != "none") {
        all += element("p", {{"class", "theory"}}, local(context.word("theory.", proposition.theory)));
    }
    if (!proposition.would_change.en.empty()) {
        all += element("details", {{"class", "printed"}},
                       {element("summary", {}, context.say("ledger.would_change")),
                        foldable_entry(element("p", {}, local(proposition.would_change)))});
    }
    return all;
}

/// Of a conditional proposition premises come first, then what should follow.
Html all_tests(const ReportContext& context, const JudgedProposition& proposition) {
    static constexpr std::size_t tests_in_the_page = 2;
    Html tests, further;
    std::optional<TestPart> told;
    for (std::size_t i = 0; i < proposition.tests.size(); ++i) {
        const JudgedTest& test = proposition.tests[i];
        Html& list = i < tests_in_the_page ? tests : further;
        if (told != test.part && test.part != TestPart::plain) {
            const bool premise = test.part == TestPart::premise;
            list += element("li", {{"class", "part"}},
                            {element("strong", {}, context.say(premise ? "ledger.if" : "ledger.then")),
                             premise ? premise_part(context, proposition) : Html{}});
        }
        told = test.part;
        list += test_entry(context, test);
    }
    if (further.markup.empty()) return tests;
    return tests + folded(FoldPlace::item, proposition.tests.size() - tests_in_the_page, further);
}

/// Where the verdict hangs on single entries: a mark, and the verdict of the data as recorded.
Html as_recorded(const ReportContext& context, const JudgedProposition& proposition) {
    if (proposition.overturned_by.empty()) return {};
    return element("p", {{"class", "hanging"}},
                   context.say("verdict.hanging", {{"verdict", verdict_word(context, proposition.as_recorded)}}));
}

/// A proposition without a test has nothing to show in the last columns: its statement takes their room.
Html proposition_row(const ReportContext& context, const JudgedProposition& proposition) {
    const std::string code = verdict_code(proposition.verdict);
    const Html verdict =
        element("p", {{"class", "verdict " + code}},
                {verdict_shape(proposition.verdict), Html{" "}, local(context.word("verdict.", code))});
    Html cells = element("th", {{"scope", "row"}, {"class", "key"}}, text(proposition.id)) +
                 element("td", {{"class", "verdict-cell"}},
                         verdict + as_recorded(context, proposition) + multiverse_mark(context, proposition));
    if (proposition.tests.empty()) {
        cells += element("td", {{"class", "statement alone"}, {"colspan", "3"}}, statement(context, proposition));
    } else {
        const Html tests = all_tests(context, proposition);
        cells += element("td", {{"class", "statement"}}, statement(context, proposition)) +
                 element("td", {{"class", "tests"}},
                         hangs_part(context, proposition) + element("ul", {{"class", "plain"}}, tests) +
                             methods_line(context, proposition)) +
                 element("td", {{"class", "sources"}}, sources_cell(context, proposition));
    }
    return element("tr", {{"id", html_id("proposition-", proposition.id)}, {"data-verdict", code}}, cells);
}

}  // namespace

LocalText quantity_in_words(const ReportContext& context, const JudgedTest& test) {
    const Claim* claim = context.claim(test.claim);
    if (claim == nullptr) return {test.quantity, "", ""};
    const AnalysisResult* analysis = context.analysis(test.analysis);
    const Chapter* chapter = analysis == nullptr ? nullptr : context.chapter_of(*analysis);
    const ClaimParts& parts = claim->parts;
    std::optional<LocalText> words;
    if (chapter != nullptr && chapter->quantity != nullptr) words = chapter->quantity(context, parts);
    if (!words) return {test.quantity, "", ""};
    if (parts.time.empty()) return *words;
    return context.messages.say("quantity.in_window", {{"quantity", *words}, {"window", shown_window(parts.time)}});
}

Html proposition_ledger(const ReportContext& context) {
    Html head;
    for (const char* key : {"ledger.id", "ledger.verdict", "ledger.proposition", "ledger.tests", "ledger.sources"}) {
        head += element("th", {{"scope", "col"}}, context.say(key));
    }
    Html rows;
    for (const JudgedProposition& proposition : context.result.propositions) {
        rows += proposition_row(context, proposition);
        rows += Html{"\n"};
    }
    if (rows.markup.empty()) return element("p", {{"class", "quiet"}}, context.say("ledger.empty"));
    Html legend;
    for (const Verdict verdict :
         {Verdict::supported, Verdict::contradicted, Verdict::mixed, Verdict::silent, Verdict::not_tested}) {
        const std::string code = verdict_code(verdict);
        const auto count = std::ranges::count(context.result.propositions, verdict, &JudgedProposition::verdict);
        legend +=
            element("li", {},
                    {verdict_shape(verdict), Html{" "}, element("strong", {}, local(context.word("verdict.", code))),
                     text(" (" + std::to_string(count) + "): "), local(context.word("verdict_means.", code))});
    }
    return element("ul", {{"class", "plain verdict-legend"}}, legend) +
           element("table", {{"class", "ledger"}},
                   {element("thead", {}, element("tr", {}, head)), Html{"\n"}, element("tbody", {}, rows)});
}

}  // namespace tarazy
