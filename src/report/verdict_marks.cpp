#include "report/verdict_marks.hpp"

#include "report/multiverse_part.hpp"
#include "study/verdict.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr std::size_t readings_named = 5;

std::int64_t counted(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

Html reading_entry(const ReportContext& context, const OverturningReading& reading) {
    return element("li", {},
                   context.say("hangs.item", {{"entry", context.name(reading.entry)},
                                              {"variable", context.name(reading.variable)},
                                              {"recorded", reading.as_recorded},
                                              {"other", reading.other},
                                              {"basis", context.word("basis.", reading.basis)},
                                              {"verdict", verdict_word(context, reading.then)}}));
}

/// Propositions, each a link to its row.
Html proposition_links(const std::vector<const JudgedProposition*>& propositions) {
    Html links;
    for (const JudgedProposition* proposition : propositions) {
        links += (links.markup.empty() ? Html{} : text(", ")) +
                 element("a", {{"href", "#" + html_id("proposition-", proposition->id)}}, text(proposition->id));
    }
    return links;
}

/// All comparison states pass it, or none does.
bool tells_nothing(const JudgedTest& test) {
    return test.part != TestPart::premise && test.comparison.idle();
}

struct Counts {
    std::size_t tests = 0, idle = 0, seen = 0;
};

Counts counts_of(const StudyResult& result) {
    Counts counts;
    for (const JudgedProposition& proposition : result.propositions) {
        for (const JudgedTest& test : proposition.tests) {
            if (test.quantity.empty()) continue;  // a method that was not asked
            counts.tests += 1;
            counts.idle += test.counted() < test.weight ? 1 : 0;
            counts.seen += test.data_seen ? 1 : 0;
        }
    }
    return counts;
}

}  // namespace

std::string verdict_code(Verdict verdict) {
    std::string code(to_string(verdict));
    std::ranges::replace(code, ' ', '_');
    return code;
}

LocalText verdict_word(const ReportContext& context, Verdict verdict) {
    return context.word("verdict.", verdict_code(verdict));
}

Html verdict_shape(Verdict verdict) {
    const char* drawing = "";
    switch (verdict) {
        case Verdict::supported: drawing = "<circle cx=\"8\" cy=\"8\" r=\"6.5\" fill=\"currentColor\"/>"; break;
        case Verdict::contradicted:
            drawing = "<path d=\"M2.5 2.5 13.5 13.5M13.5 2.5 2.5 13.5\" stroke=\"currentColor\" stroke-width=\"3\"/>";
            break;
        case Verdict::mixed:
            drawing =
                "<circle cx=\"8\" cy=\"8\" r=\"6.25\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
                "<path d=\"M8 1.5A6.5 6.5 0 0 0 8 14.5Z\" fill=\"currentColor\"/>";
            break;
        case Verdict::silent:
            drawing =
                "<circle cx=\"8\" cy=\"8\" r=\"6.25\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>";
            break;
        case Verdict::not_tested:
            drawing =
                "<circle cx=\"8\" cy=\"8\" r=\"6.25\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" "
                "stroke-dasharray=\"2.2 2.2\"/>";
            break;
    }
    return {std::string("<svg class=\"shape\" viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\" "
                        "focusable=\"false\">") +
            drawing + "</svg>"};
}

Html hangs_part(const ReportContext& context, const JudgedProposition& proposition) {
    if (proposition.readings_tried == 0) return {};
    const auto& readings = proposition.overturned_by;
    if (readings.empty()) {
        return element("p", {{"class", "hangs none"}},
                       context.say("hangs.none", {{"n", counted(proposition.readings_tried)}}));
    }
    Html items;
    for (std::size_t i = 0; i < std::min(readings_named, readings.size()); ++i)
        items += reading_entry(context, readings[i]);
    if (readings.size() > readings_named)
        items += element("li", {}, context.say("hangs.more", {{"n", counted(readings.size() - readings_named)}}));
    return element("div", {{"class", "hangs"}},
                   {element("p", {},
                            {element("strong", {}, context.say("hangs.mark")), text(" "),
                             context.say("hangs.lead", {{"n", counted(readings.size())},
                                                        {"all", counted(proposition.readings_tried)},
                                                        {"verdict", verdict_word(context, proposition.as_recorded)}})}),
                    element("ul", {}, items)});
}

Html premise_part(const ReportContext& context, const JudgedProposition& proposition) {
    const auto premise = premise_of(proposition.tests);
    if (!premise) return {};
    return element("p", {{"class", "premise"}},
                   *premise == Verdict::supported
                       ? context.say("premise.met")
                       : context.say("premise.not_met", {{"verdict", verdict_word(context, *premise)}}));
}

Html idle_mark(const ReportContext& context, const JudgedTest& test) {
    if (!tells_nothing(test)) return {};
    return element("p", {{"class", "idle"}},
                   context.say(test.comparison.passed == 0 ? "test.idle_none" : "test.idle_all",
                               {{"states", counted(test.comparison.states)}}) +
                       text(" ") +
                       (test.absolute_because.en.empty()
                            ? context.say("test.weighs_nothing")
                            : context.say("test.weighs_because") + text(" ") + local(test.absolute_because)));
}

Html comparison_mark(const ReportContext& context, const JudgedTest& test) {
    if (tells_nothing(test) || test.comparison.states == 0) return {};
    return element("p", {{"class", "comparison"}},
                   context.say("test.comparison", {{"passed", counted(test.comparison.passed)},
                                                   {"states", counted(test.comparison.states)}}));
}

Html marks_of_all(const ReportContext& context) {
    std::vector<const JudgedProposition*> hanging;
    for (const JudgedProposition& proposition : context.result.propositions)
        if (!proposition.overturned_by.empty()) hanging.push_back(&proposition);
    Html items;
    if (!hanging.empty()) {
        items += element("li", {},
                         {context.say("front.hanging", {{"n", counted(hanging.size())}}), text(" "),
                          proposition_links(hanging), text(".")});
    }
    const Counts counts = counts_of(context.result);
    const auto tell = [&](const char* key, std::size_t n) {
        if (n > 0) items += element("li", {}, context.say(key, {{"n", counted(n)}, {"all", counted(counts.tests)}}));
    };
    tell("front.idle", counts.idle);
    tell("front.data_seen", counts.seen);
    items += multiverse_items(context);
    return items.markup.empty() ? Html{} : element("ul", {{"class", "verdict-marks"}}, items);
}

}  // namespace tarazy
