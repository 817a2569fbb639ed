#include "report/multiverse_part.hpp"

#include "report/multiverse_words.hpp"
#include "report/note_words.hpp"

#include <algorithm>

namespace tarazy {
namespace {

Html link_to_multiverse(const Html& content) {
    return element("a", {{"href", "#multiverse"}}, content);
}

Html flip_entry(const ReportContext& context, const ToldVerdict& told) {
    Html turns;
    for (const std::string& turned : told.turned_by)
        turns += (turns.markup.empty() ? text(" ") : text("; ")) + turned_in_words(context, turned);
    return element(
        "li", {},
        {element("a", {{"href", "#" + html_id("proposition-", told.proposition)}}, text(told.proposition)), text(": "),
         context.say("multiverse.holds", {{"holds", told.holds}, {"universes", told.universes}}), text(". "),
         told.turned_by.empty() ? context.say("multiverse.turned_together")
                                : context.say("multiverse.turned_by") + turns});
}

}  // namespace

Html multiverse_mark(const ReportContext& context, const JudgedProposition& proposition) {
    const std::vector<ToldVerdict> told = told_verdicts(context);
    const auto found = std::ranges::find(told, proposition.id, &ToldVerdict::proposition);
    if (found == told.end()) return {};
    if (found->universes == 1)
        return element("p", {{"class", "universes"}}, link_to_multiverse(context.say("multiverse.untouched")));
    return element("p", {{"class", found->fragile ? "universes fragile" : "universes"}},
                   link_to_multiverse(
                       context.say("multiverse.holds", {{"holds", found->holds}, {"universes", found->universes}})));
}

Html multiverse_items(const ReportContext& context) {
    if (!context.result.multiverse) return {};
    if (!context.result.multiverse->stale.empty())
        return element("li", {},
                       {link_to_multiverse(context.say("front.multiverse_unknown")), text(" "),
                        local(note_words(context, context.result.multiverse->stale)), text(".")});
    Html entries;
    std::int64_t fragile = 0, all = 0;
    for (const ToldVerdict& told : told_verdicts(context)) {
        ++all;
        if (!told.fragile) continue;
        ++fragile;
        entries += flip_entry(context, told);
    }
    const Html lead = link_to_multiverse(context.say("front.fragile", {{"n", fragile}, {"all", all}}));
    const Html left_out = alternatives_left_out(context);
    return element("li", {},
                   {lead, left_out.markup.empty() ? Html{} : text(" ") + left_out,
                    entries.markup.empty() ? Html{} : element("ul", {}, entries)});
}

}  // namespace tarazy
