#include "report/contradictions_part.hpp"

#include "report/numbers.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// "Russia 21 [18; 24]", or the number alone where there is one only.
Html told_number(const ReportContext& context, const Claim& claim, bool named) {
    const Html number = claim_link(context, claim.id, text(shown_claim(claim)));
    if (!named || claim.parts.about.empty()) return number;
    return local(context.name(claim.parts.about.front())) + text(" ") + number;
}

Html side_entry(const ReportContext& context, const ContradictingSide& side) {
    Html numbers;
    std::string window;
    for (const std::string& id : side.claims) {
        const Claim* claim = context.claim(id);
        if (claim == nullptr) continue;
        window = claim->parts.time;
        numbers +=
            (numbers.markup.empty() ? Html{} : text(", ")) + told_number(context, *claim, side.claims.size() > 1);
    }
    const AnalysisResult* analysis = context.analysis(side.analysis);
    const Html name = analysis == nullptr || analysis->title.en.empty() ? text(side.analysis) : local(analysis->title);
    return element("li", {},
                   {element("a", {{"href", "#" + html_id("analysis-", side.analysis)}}, name),
                    text(" (" + shown_window(window) + "): "), numbers});
}

/// "to which of the two it is nearer: Russia and China": what they measure, and of whom.
Html measured(const ReportContext& context, const Contradiction& one) {
    const Html measure = local(context.word("contradiction.of.", one.measures));
    const Claim* claim = one.sides.front().claims.size() == 1 ? context.claim(one.sides.front().claims[0]) : nullptr;
    if (claim == nullptr || claim->parts.about.empty()) return measure;
    Html who;
    for (const std::string& pole : claim->parts.about)
        who += (who.markup.empty() ? Html{} : text(" – ")) + local(context.name(pole));
    return measure + text(" (") + who + text(")");
}

Html entry(const ReportContext& context, const Contradiction& one) {
    Html sides;
    for (const ContradictingSide& side : one.sides) sides += side_entry(context, side);
    Html years;
    if (one.common_years > 0) {
        years =
            element("p", {},
                    context.say("contradiction.years", {{"differing", static_cast<std::int64_t>(one.differing_years)},
                                                        {"common", static_cast<std::int64_t>(one.common_years)}}));
    }
    return element("p", {},
                   {element("strong", {}, context.say("contradiction.title")), text(" "), measured(context, one)}) +
           element("ul", {}, sides) + years;
}

}  // namespace

Html contradictions_part(const ReportContext& context, const AnalysisResult* of) {
    Html all;
    std::vector<std::string> arenas;
    for (const Contradiction& one : context.result.contradictions) {
        const bool takes_part =
            of == nullptr || std::ranges::find(one.sides, of->id, &ContradictingSide::analysis) != one.sides.end();
        if (!takes_part) continue;
        all += entry(context, one);
        const std::string arena = one.measures.substr(0, one.measures.find('.'));
        if (std::ranges::find(arenas, arena) == arenas.end()) arenas.push_back(arena);
    }
    if (all.markup.empty()) return all;
    for (const std::string& arena : arenas) {
        const std::string key = "contradiction.why." + arena;
        if (context.messages.knows(key)) all += element("p", {}, context.say(key));
    }
    return element("div", {{"class", "note contradiction"}}, all);
}

}  // namespace tarazy
