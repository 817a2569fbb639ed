#include "analyses/trace/chronology_chapter.hpp"

#include "report/figure_frame.hpp"
#include "report/table_html.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

Html event_reference(const ReportContext& context, const std::string& id) {
    for (const ChronologyEvent& event : context.result.events) {
        if (event.id == id)
            return element("a", {{"href", "#" + html_id("event-", id)}, {"lang", "en"}}, text(event.title));
    }
    return text(id);
}

/// Links from (or to) an event: "enables: ...", each marked when it is only the compiler's reading.
Html link_list(const ReportContext& context, const std::string& event, bool outgoing) {
    Html items;
    for (const ChronologyLink& link : context.result.links) {
        if ((outgoing ? link.from : link.to) != event) continue;
        const std::string key = (outgoing ? "link.out." : "link.in.");
        items += element(
            "li", {},
            {local(context.word(key, link.type)), Html{" "}, event_reference(context, outgoing ? link.to : link.from),
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

Html event_entry(const ReportContext& context, const ChronologyEvent& event, bool conflict) {
    const Html summary = element(
        "summary", {},
        {element("span", {{"class", "date"}}, text(shown_date(event))), Html{" "},
         element("span", {{"class", "title"}, {"lang", "en"}}, text(event.title)),
         conflict ? Html{" "} + element("span", {{"class", "conflict"}}, context.say("event.conflict")) : Html{}});
    Html details = element("p", {}, english(event.description));
    if (!event.quad.empty()) details += element("p", {{"class", "quiet"}}, local(context.word("quad.", event.quad)));
    details += event_tags(context, event);
    const Html links = link_list(context, event.id, false) + link_list(context, event.id, true);
    if (!links.markup.empty()) details += element("ul", {{"class", "links"}}, links);
    details += element(
        "p", {{"class", "quiet"}},
        {context.say("event.source"), Html{" "}, event_source(event), text(" · "), context.say("event.confidence"),
         Html{" "}, local(context.word("confidence.", event.confidence)), text(" · " + event.id)});
    return element("li", {{"id", html_id("event-", event.id)}, {"class", "event"}, {"data-event", event.id}},
                   element("details", {}, summary + details));
}

}  // namespace

std::string shown_date(const ChronologyEvent& event) {
    std::string shown = event.edtf;
    if (shown.size() > 2 && (shown.front() == '[' || shown.front() == '{')) shown = shown.substr(1, shown.size() - 2);
    if (const std::size_t dots = shown.find(".."); dots != std::string::npos) shown.replace(dots, 2, " … ");
    if (const std::size_t slash = shown.find('/'); slash != std::string::npos) shown.replace(slash, 1, " – ");
    return shown;
}

Html conflict_table(const ReportContext& context) {
    const auto& conflicts = context.result.conflicts;
    const auto both = [](const std::string& value, const std::string& source) {
        return element("span", {{"class", "value"}, {"lang", "en"}}, text(value)) +
               element("span", {{"class", "quiet"}, {"lang", "en"}}, text(source));
    };
    return html_table(
        {},
        {{context.say("column.event"), false,
          [&](std::size_t row) { return event_reference(context, conflicts[row].event); }},
         {context.say("column.attribute"), false, [&](std::size_t row) { return english(conflicts[row].attribute); }},
         {context.say("column.value_a"), false,
          [&](std::size_t row) { return both(conflicts[row].value_a, conflicts[row].source_a); }},
         {context.say("column.value_b"), false,
          [&](std::size_t row) { return both(conflicts[row].value_b, conflicts[row].source_b); }}},
        conflicts.size());
}

Html chronology_body(const ReportContext& context) {
    if (context.result.events.empty()) return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    std::set<std::string> in_conflict;
    for (const SourceConflict& conflict : context.result.conflicts) in_conflict.insert(conflict.event);
    std::vector<const ChronologyEvent*> ordered;
    for (const ChronologyEvent& event : context.result.events) ordered.push_back(&event);
    std::ranges::stable_sort(ordered, [](const auto* a, const auto* b) { return a->earliest < b->earliest; });
    Html items;
    for (const ChronologyEvent* event : ordered) {
        items += event_entry(context, *event, in_conflict.contains(event->id));
        items += Html{"\n"};
    }
    const auto count = static_cast<std::int64_t>(ordered.size());
    return figure_frame(context, {"timeline",
                                  context.messages.say("figure.timeline.title"),
                                  context.messages.say("figure.timeline.description"),
                                  {}}) +
           element("h3", {{"id", "events-title"}}, context.say("chapter.events", {{"n", count}})) +
           element("ol", {{"class", "events"}, {"aria-labelledby", "events-title"}}, items);
}

}  // namespace tarazy
