#include "report/findings_table.hpp"

#include "report/multiverse_words.hpp"
#include "report/verdict_marks.hpp"
#include "study/verdict.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// The tests of a proposition by how they came out.
struct TestCount {
    std::int64_t passed = 0, decided = 0, undecided = 0, idle = 0;
    std::set<std::string> unasked;  ///< methods of which no test is declared
};

TestCount count_of(const JudgedProposition& proposition) {
    TestCount count;
    for (const JudgedTest& test : proposition.tests) {
        if (test.quantity.empty()) {
            count.unasked.insert(test.analysis);
        } else if (test.counted() <= 0) {
            count.idle += 1;
        } else if (test.result == JudgedTest::Result::undecided) {
            count.undecided += 1;
        } else {
            count.decided += 1;
            count.passed += test.result == JudgedTest::Result::passed ? 1 : 0;
        }
    }
    return count;
}

/// Sentences or parts of one, with a space between.
Html in_a_row(const std::vector<Html>& parts) {
    Html row;
    for (const Html& part : parts) row += (row.markup.empty() ? Html{} : text(" ")) + part;
    return row;
}

/// "Why some tests say nothing", as sentences.
std::vector<Html> what_is_open(const ReportContext& context, const TestCount& count) {
    std::vector<Html> parts;
    if (count.undecided > 0) parts.push_back(context.say("finding.undecided", {{"n", count.undecided}}));
    if (count.idle > 0) parts.push_back(context.say("finding.idle", {{"n", count.idle}}));
    if (count.unasked.empty()) return parts;
    Html methods;
    for (const std::string& method : count.unasked)
        methods += (methods.markup.empty() ? Html{} : text(", ")) + local(context.word("family.", method));
    parts.push_back(context.say("finding.unasked") + text(" ") + methods + text("."));
    return parts;
}

Html rests_on(const ReportContext& context, const JudgedProposition& proposition) {
    if (proposition.tests.empty()) return context.say("finding.no_test");
    const TestCount count = count_of(proposition);
    std::vector<Html> parts;
    if (count.decided > 0)
        parts.push_back(context.say("finding.passed", {{"passed", count.passed}, {"decided", count.decided}}));
    if (count.undecided > 0) parts.push_back(context.say("finding.undecided", {{"n", count.undecided}}));
    if (count.decided + count.undecided == 0) parts.push_back(context.say("finding.nothing_counts"));
    return in_a_row(parts);
}

/// Whether other readings of the data or other choices give another verdict.
Html firmness(const ReportContext& context, const JudgedProposition& proposition) {
    const bool none = proposition.verdict == Verdict::silent || proposition.verdict == Verdict::not_tested;
    if (none && proposition.overturned_by.empty()) return text("–");
    std::vector<Html> parts;
    if (!proposition.overturned_by.empty()) parts.push_back(context.say("finding.hangs"));
    const std::vector<ToldVerdict> told = told_verdicts(context);
    const auto found = std::ranges::find(told, proposition.id, &ToldVerdict::proposition);
    const bool chosen = found != told.end() && found->universes > 0;
    if (chosen && found->fragile) {
        const double share = static_cast<double>(found->holds) / static_cast<double>(found->universes);
        parts.push_back(element("a", {{"href", "#multiverse"}}, context.say("finding.fragile", {{"share", share}})));
    }
    const bool tried = proposition.readings_tried > 0 || (chosen && found->universes > 1);
    if (parts.empty()) return tried ? context.say("finding.firm") : text("–");
    return element("span", {{"class", "fragile"}}, in_a_row(parts));
}

Html finding_row(const ReportContext& context, const JudgedProposition& proposition) {
    const Html verdict =
        verdict_shape(proposition.verdict) + text(" ") + local(verdict_word(context, proposition.verdict));
    return element(
               "tr", {{"data-verdict", verdict_code(proposition.verdict)}},
               {element("th", {{"scope", "row"}},
                        element("a", {{"href", "#" + html_id("proposition-", proposition.id)}}, text(proposition.id))),
                element("td", {{"class", "verdict"}}, verdict), element("td", {}, local(proposition.text)),
                element("td", {{"class", "basis"}}, rests_on(context, proposition)),
                element("td", {{"class", "basis"}}, firmness(context, proposition))}) +
           Html{"\n"};
}

std::vector<std::string> topics_of(const StudyResult& result) {
    std::vector<std::string> topics;
    for (const JudgedProposition& proposition : result.propositions)
        if (std::ranges::find(topics, proposition.topic) == topics.end()) topics.push_back(proposition.topic);
    return topics;
}

/// Why a verdict is silent, or why there is none.
Html reason_of_silence(const ReportContext& context, const JudgedProposition& proposition) {
    if (proposition.tests.empty()) return context.say("finding.no_test");
    std::vector<Html> parts;
    const std::optional<Verdict> premise = premise_of(proposition.tests);
    if (premise && *premise != Verdict::supported)
        return context.say("premise.not_met", {{"verdict", verdict_word(context, *premise)}});
    const TestWeights weights = weigh(proposition.tests);
    if (weights.decided() > 0)
        parts.push_back(
            context.say("finding.too_little", {{"decided", weights.decided()}, {"declared", weights.declared}}));
    for (Html& part : what_is_open(context, count_of(proposition))) parts.push_back(std::move(part));
    if (proposition.as_recorded != proposition.verdict) parts.push_back(context.say("finding.hangs"));
    return in_a_row(parts);
}

}  // namespace

Html findings_table(const ReportContext& context) {
    const StudyResult& result = context.result;
    if (result.propositions.empty()) return {};
    Html head;
    for (const char* key :
         {"ledger.id", "ledger.verdict", "ledger.proposition", "finding.rests_on", "finding.firmness"})
        head += element("th", {{"scope", "col"}}, context.say(key));
    Html bodies;
    for (const std::string& topic : topics_of(result)) {
        Html rows;
        if (!topic.empty())
            rows += element("tr", {{"class", "topic"}},
                            element("th", {{"scope", "rowgroup"}, {"colspan", "5"}}, local(context.name(topic))));
        for (const JudgedProposition& proposition : result.propositions)
            if (proposition.topic == topic) rows += finding_row(context, proposition);
        bodies += element("tbody", {}, rows);
    }
    return element("h3", {{"id", "findings"}}, context.say("finding.title")) +
           scroll_box("findings", element("table", {{"class", "findings"}},
                                          {element("thead", {}, element("tr", {}, head)), bodies}));
}

Html undecided_part(const ReportContext& context) {
    Html items;
    for (const JudgedProposition& proposition : context.result.propositions) {
        if (proposition.verdict != Verdict::silent && proposition.verdict != Verdict::not_tested) continue;
        items += element("li", {},
                         {element("a", {{"href", "#" + html_id("proposition-", proposition.id)}}, text(proposition.id)),
                          text(": "), reason_of_silence(context, proposition)});
    }
    if (items.markup.empty()) return {};
    return element("h3", {}, context.say("finding.open_title")) + element("ul", {{"class", "open"}}, items);
}

}  // namespace tarazy
