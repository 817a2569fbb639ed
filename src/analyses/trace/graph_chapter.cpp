#include "analyses/trace/graph_chapter.hpp"

#include "report/figure_frame.hpp"
#include "report/note_words.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

constexpr std::size_t paths_shown = 12, sets_shown = 8;

/// One analysis, its events found by id.
struct GraphShown {
    GraphShown(const ReportContext& in, const AnalysisResult& of) : context(in), analysis(of) {
        const Table* events = find_table(of.tables, "events");
        for (std::size_t row = 0; events != nullptr && row < events->rows(); ++row)
            titles[text_in(*events, "id", row)] = text_in(*events, "title", row);
    }

    const ReportContext& context;
    const AnalysisResult& analysis;
    std::map<std::string, std::string> titles = {};

    [[nodiscard]] Html title(const std::string& id) const {
        const auto found = titles.find(id);
        return found == titles.end() || found->second.empty() ? text(id) : local(context.name(found->second));
    }
    [[nodiscard]] const Table* table(const char* name) const {
        const Table* found = find_table(analysis.tables, name);
        return found == nullptr || found->rows() == 0 ? nullptr : found;
    }
    [[nodiscard]] Html heading(const std::string& label, const std::string& key) const {
        return element("h3", {{"id", label}}, context.say(key));
    }
    [[nodiscard]] std::string label(const char* part) const { return html_id("graph-", analysis.id + '.' + part); }
};

HtmlColumn event_column(const GraphShown& shown, const Table& table, const char* name) {
    return {shown.context.say(std::string("graph.column.") + name), false,
            [&shown, &table, name](std::size_t row) { return shown.title(text_in(table, name, row)); }};
}

Html pair_numbers(const GraphShown& shown) {
    const Table* pairs = shown.table("pairs");
    if (pairs == nullptr) return {};
    std::vector<HtmlColumn> columns = {event_column(shown, *pairs, "exposure"), event_column(shown, *pairs, "outcome")};
    for (const char* quantity : {"paths", "literature_paths", "shortest", "bottlenecks", "adjustment_sets"}) {
        columns.push_back(
            {shown.context.say(std::string("graph.column.") + quantity), true,
             [&shown, pairs, quantity](std::size_t row) {
                 const ClaimParts parts = {
                     "", "", quantity, {text_in(*pairs, "exposure", row), text_in(*pairs, "outcome", row)}, ""};
                 return claim_cell(shown.context.claim(shown.analysis, parts));
             }});
    }
    const std::string label = shown.label("pairs");
    return shown.heading(label, "graph.pairs") + scrolled(label, html_table({}, columns, pairs->rows()));
}

/// Titles of the events of a path as a list, before each but the first what the link to it rests on.
Html path_steps(const GraphShown& shown, const Table& paths, std::size_t row) {
    const std::vector<std::string> events = paths["events"].list(row), bases = paths["bases"].list(row),
                                   sources = paths["sources"].list(row);
    Html items;
    for (std::size_t i = 0; i < events.size(); ++i) {
        Html item = shown.title(events[i]);
        if (i > 0) {
            const std::size_t link = i - 1;
            item += Html{" "} + element("span", {{"class", "quiet"}}, local(shown.context.word("basis.", bases[link])));
            if (link < sources.size() && sources[link] != "-")
                item += Html{" "} + element("span", {{"class", "quiet"}}, local(shown.context.name(sources[link])));
        }
        items += element("li", {}, item);
    }
    return element("ol", {{"class", "path"}}, items);
}

/// The first rows of a table, of each pair in turn.
std::vector<std::size_t> first_rows(const Table& table, std::size_t most, const char* order) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) rows.push_back(row);
    std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return number_in(table, order, row).value_or(0); });
    rows.resize(std::min(rows.size(), most));
    std::ranges::sort(rows);
    return rows;
}

Html told_if_cut(const GraphShown& shown, std::size_t listed, std::size_t all, const char* table) {
    if (listed == all) return {};
    return element("p", {{"class", "quiet"}},
                   shown.context.say("graph.more", {{"n", static_cast<std::int64_t>(all - listed)},
                                                    {"file", "results/" + shown.analysis.id + '.' + table + ".csv"}}));
}

Html path_list(const GraphShown& shown) {
    const Table* paths = shown.table("paths");
    if (paths == nullptr) return element("p", {}, shown.context.say("graph.no_path"));
    const std::vector<std::size_t> rows = first_rows(*paths, paths_shown, "path");
    const std::vector<HtmlColumn> columns = {
        {shown.context.say("graph.column.path"), true,
         [&](std::size_t row) { return text((*paths)["path"].display(row)); }},
        {shown.context.say("graph.column.events"), false,
         [&](std::size_t row) { return path_steps(shown, *paths, row); }},
        {shown.context.say("graph.column.basis"), false,
         [&](std::size_t row) { return local(shown.context.word("graph.basis.", text_in(*paths, "basis", row))); }}};
    const std::string label = shown.label("paths");
    return shown.heading(label, "graph.paths") +
           scrolled(label, html_table({}, columns, rows, rows_in(shown.context, *paths))) +
           told_if_cut(shown, rows.size(), paths->rows(), "paths");
}

Html set_list(const GraphShown& shown) {
    const Table* sets = shown.table("sets");
    if (sets == nullptr) return element("p", {}, shown.context.say("graph.no_set"));
    const std::vector<std::size_t> rows = first_rows(*sets, sets_shown, "size");
    const auto members = [&](std::size_t row) {
        Html items;
        for (const std::string& id : (*sets)["set"].list(row)) items += element("li", {}, shown.title(id));
        if (items.markup.empty()) return shown.context.say("graph.empty_set");
        return element("ul", {{"class", "path"}}, items);
    };
    const std::vector<HtmlColumn> columns = {
        {shown.context.say("graph.column.kind"), false,
         [&](std::size_t row) { return local(shown.context.word("graph.kind.", text_in(*sets, "kind", row))); }},
        event_column(shown, *sets, "exposure"),
        event_column(shown, *sets, "outcome"),
        {shown.context.say("graph.column.set"), false, members}};
    const std::string label = shown.label("sets");
    return shown.heading(label, "graph.sets") + scrolled(label, html_table({}, columns, rows)) +
           told_if_cut(shown, rows.size(), sets->rows(), "sets");
}

Html drawn_table(const GraphShown& shown) {
    const Table* links = shown.table("each_link");
    if (links == nullptr) return {};
    return html_table(
        {},
        {event_column(shown, *links, "from"),
         event_column(shown, *links, "to"),
         {shown.context.say("graph.column.basis"), false,
          [&](std::size_t row) { return local(shown.context.word("basis.", text_in(*links, "basis", row))); }}},
        links->rows());
}

Html graph_notes(const GraphShown& shown) {
    Html items;
    for (const std::string& note : notes_in(shown.analysis.tables))
        items += element("li", {}, local(note_words(shown.context, note)));
    return items.markup.empty() ? Html{} : element("ul", {{"class", "quiet"}}, items);
}

}  // namespace

std::string causal_graph_id(const AnalysisResult& analysis) {
    return "causal_graph-" + analysis.id;
}

bool has_causal_graph(const AnalysisResult& analysis) {
    const Table* links = find_table(analysis.tables, "each_link");
    return links != nullptr && links->rows() > 0;
}

Html graph_body(const ReportContext& context, const AnalysisResult& analysis) {
    const GraphShown shown(context, analysis);
    const Claim* pairs = context.claim(analysis, {"", "", "independent_pairs", {}, ""});
    Html body = element("p", {}, context.say("graph.meaning"));
    if (has_causal_graph(analysis)) {
        body += figure_frame(context, {causal_graph_id(analysis), context.messages.say("figure.graph.title"),
                                       context.messages.say("figure.graph.description"), drawn_table(shown)});
    }
    if (shown.table("pairs") != nullptr) body += pair_numbers(shown) + path_list(shown) + set_list(shown);
    if (pairs != nullptr && pairs->value) {
        const auto n = static_cast<std::int64_t>(*pairs->value);
        body += element("p", {}, local_with_claims(context.messages.say("graph.independent", {{"n", n}}), {pairs->id}));
    }
    return body + element("p", {}, context.say("graph.limits")) + graph_notes(shown);
}

std::optional<LocalText> graph_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "graph.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    const LocalText words = context.messages.say(key);
    if (parts.about.size() != 2) return words;
    const auto title = [&](const std::string& id) {
        for (const AnalysisResult* analysis : analyses_by(context.result, "trace.graph")) {
            const GraphShown shown(context, *analysis);
            if (const auto found = shown.titles.find(id); found != shown.titles.end())
                return context.name(found->second);
        }
        return context.name(id);
    };
    return context.messages.say("graph.quantity_between",
                                {{"quantity", words}, {"a", title(parts.about[0])}, {"b", title(parts.about[1])}});
}

}  // namespace tarazy
