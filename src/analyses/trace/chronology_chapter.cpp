#include "analyses/trace/chronology_chapter.hpp"

#include "analyses/trace/chronology_rows.hpp"
#include "analyses/trace/timeline_still.hpp"
#include "report/figure_frame.hpp"
#include "report/folded.hpp"
#include "report/still.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// A study may hold several chronologies; the first keeps the short names of its parts.
std::string part_id(const ReportContext& context, const AnalysisResult& analysis, const std::string& prefix,
                    const std::string& id) {
    const bool first = analyses_by(context.result, analysis.method).front() == &analysis;
    return html_id(prefix, first ? id : analysis.id + '.' + id);
}

/// The chronology of one analysis, its events found by id.
struct Shown {
    const ReportContext& context;
    const AnalysisResult& analysis;
    std::vector<ChronologyEvent> events = events_of(analysis);
    std::vector<ChronologyLink> links = links_of(analysis);

    [[nodiscard]] std::string anchor(const std::string& event) const {
        return part_id(context, analysis, "event-", event);
    }
};

Html event_reference(const Shown& shown, const std::string& id) {
    const auto event = std::ranges::find(shown.events, id, &ChronologyEvent::id);
    if (event == shown.events.end()) return text(id);
    return element("a", {{"href", "#" + shown.anchor(id)}}, local(shown.context.name(event->title)));
}

/// Links from (or to) an event: "enables: ...", each marked when it is only the compiler's reading.
Html link_list(const Shown& shown, const std::string& event, bool outgoing) {
    const ReportContext& context = shown.context;
    Html items;
    for (const ChronologyLink& link : shown.links) {
        if ((outgoing ? link.from : link.to) != event) continue;
        const std::string key = (outgoing ? "link.out." : "link.in.");
        items += element(
            "li", {},
            {local(context.word(key, link.type)), Html{" "}, event_reference(shown, outgoing ? link.to : link.from),
             Html{" "}, element("span", {{"class", "quiet"}}, local(context.word("basis.", link.basis)))});
    }
    return items;
}

bool safe_address(const std::string& url) {
    return url.starts_with("https://") || url.starts_with("http://");
}

Html event_source(const ChronologyEvent& event) {
    if (event.source.empty() && event.url.empty()) return text("–");
    const Html name = english(event.source.empty() ? event.url : event.source);
    if (!safe_address(event.url)) return name;
    return element("a", {{"href", event.url}, {"rel", "noreferrer"}}, name);
}

Html event_tags(const ReportContext& context, const ChronologyEvent& event) {
    Html tags;
    for (const std::string& tag : event.tags) tags += element("li", {}, local(context.word("tag.", tag)));
    return tags.markup.empty() ? Html{} : element("ul", {{"class", "tags"}}, tags);
}

Html event_entry(const Shown& shown, const ChronologyEvent& event, bool conflict) {
    const ReportContext& context = shown.context;
    const Html summary = element(
        "summary", {},
        {element("span", {{"class", "date"}}, text(shown_date(event))), Html{" "},
         element("span", {{"class", "title"}}, local(context.name(event.title))),
         conflict ? Html{" "} + element("span", {{"class", "conflict"}}, context.say("event.conflict")) : Html{}});
    Html details = element("p", {}, local({event.description, event.description_kk, event.description_ru}));
    if (!event.quad.empty()) details += element("p", {{"class", "quiet"}}, local(context.word("quad.", event.quad)));
    details += event_tags(context, event);
    const Html links = link_list(shown, event.id, false) + link_list(shown, event.id, true);
    if (!links.markup.empty()) details += element("ul", {{"class", "links"}}, links);
    details += element(
        "p", {{"class", "quiet"}},
        {context.say("event.source"), Html{" "}, event_source(event), text(" · "), context.say("event.confidence"),
         Html{" "}, local(context.word("confidence.", event.confidence)), text(" · " + event.id)});
    return element("li", {{"id", shown.anchor(event.id)}, {"class", "event"}, {"data-event", event.id}},
                   element("details", {}, summary + details));
}

/// Both values of each conflict, side by side.
Html conflicts_html(const Shown& shown, const std::vector<SourceConflict>& conflicts) {
    const ReportContext& context = shown.context;
    const auto both = [](const std::string& value, const std::string& source) {
        return element("span", {{"class", "value"}, {"lang", "en"}}, text(value)) +
               element("span", {{"class", "quiet"}, {"lang", "en"}}, text(source));
    };
    return html_table({},
                      {{context.say("column.event"), false,
                        [&](std::size_t row) { return event_reference(shown, conflicts[row].event); }},
                       {context.say("column.attribute"), false,
                        [&](std::size_t row) { return local(context.name(conflicts[row].attribute)); }},
                       {context.say("column.value_a"), false,
                        [&](std::size_t row) { return both(conflicts[row].value_a, conflicts[row].source_a); }},
                       {context.say("column.value_b"), false,
                        [&](std::size_t row) { return both(conflicts[row].value_b, conflicts[row].source_b); }}},
                      conflicts.size());
}

}  // namespace

std::string shown_date(const ChronologyEvent& event) {
    std::string shown = event.edtf;
    if (shown.size() > 2 && (shown.front() == '[' || shown.front() == '{')) shown = shown.substr(1, shown.size() - 2);
    if (const std::size_t dots = shown.find(".."); dots != std::string::npos) shown.replace(dots, 2, " … ");
    if (const std::size_t slash = shown.find('/'); slash != std::string::npos) shown.replace(slash, 1, " – ");
    return shown;
}

std::string timeline_id(const ReportContext& context, const AnalysisResult& analysis) {
    const bool first = analyses_by(context.result, analysis.method).front() == &analysis;
    return first ? "timeline" : "timeline-" + analysis.id;
}

Html conflicts_part(const ReportContext& context) {
    Html tables;
    for (const AnalysisResult* analysis : analyses_by(context.result, "trace.chronology")) {
        const std::vector<SourceConflict> conflicts = conflicts_of(*analysis);
        if (conflicts.empty()) continue;
        const std::string label = part_id(context, *analysis, "conflicts-", "title");
        tables += element("h3", {{"id", label}}, context.say("data.conflicts")) +
                  element("p", {}, context.say("data.conflicts_introduction")) +
                  scrolled(label, conflicts_html({context, *analysis}, conflicts));
    }
    return tables;
}

Html chronology_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Shown shown{context, analysis};
    if (shown.events.empty()) return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    std::set<std::string> in_conflict;
    for (const SourceConflict& conflict : conflicts_of(analysis)) in_conflict.insert(conflict.event);
    std::vector<const ChronologyEvent*> ordered;
    for (const ChronologyEvent& event : shown.events) ordered.push_back(&event);
    std::ranges::stable_sort(ordered, [](const auto* a, const auto* b) { return a->earliest < b->earliest; });
    static constexpr std::size_t events_in_the_page = 5;
    Html items, further;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        (i < events_in_the_page ? items : further) +=
            event_entry(shown, *ordered[i], in_conflict.contains(ordered[i]->id)) + Html{"\n"};
    }
    if (ordered.size() > events_in_the_page)
        items += folded(FoldPlace::item, ordered.size() - events_in_the_page, further);
    const auto count = static_cast<std::int64_t>(ordered.size());
    const std::string label = part_id(context, analysis, "events-", "title");
    return figure_frame(context, {timeline_id(context, analysis),
                                  context.messages.say("figure.timeline.title"),
                                  context.messages.say("figure.timeline.description"),
                                  {},
                                  false,
                                  first_still(context, analysis, {"trace.chronology"}, "timeline", timeline_still)}) +
           element("h3", {{"id", label}}, context.say("chapter.events", {{"n", count}})) +
           element("ol", {{"class", "events"}, {"aria-labelledby", label}}, items);
}

std::optional<LocalText> chronology_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "chronology.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    const LocalText words = context.messages.say(key);
    if (parts.about.empty()) return words;
    return context.messages.say("quantity.in_domain",
                                {{"domain", words}, {"quantity", context.word("basis.", parts.about.front())}});
}

}  // namespace tarazy
