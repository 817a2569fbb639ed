#include "report/figure_frame.hpp"

#include "report/folded.hpp"

namespace tarazy {

Html figure_frame(const ReportContext& context, const FigureFrame& frame) {
    const std::string title_id = html_id("figure-title-", frame.id);
    const std::string summary_id = html_id("figure-table-", frame.id);
    const Html caption = element("figcaption", {}, element("h3", {{"id", title_id}}, local(frame.title)));
    const Html description = said_by_script(element(
        "p", {{"class", "description"}, {"id", html_id("figure-description-", frame.id)}}, local(frame.description)));
    const Html drawing = element("div", {{"class", "drawing"}});
    const Html summary = element("summary", {{"id", summary_id}}, context.say("figure.table"));
    Attributes attributes{{"class", "figure-table"}};
    if (frame.open) attributes.emplace_back("open", "");
    const Html table = scrolled(summary_id, frame.table);
    const Html entry = element("details", attributes, {summary, frame.open ? table : foldable_entry(table)});
    return element("figure",
                   {{"class", "figure"},
                    {"id", html_id("figure-", frame.id)},
                    {"data-figure", frame.id},
                    {"aria-labelledby", title_id}},
                   {caption, drawing, frame.still.markup.empty() ? Html{} : element("noscript", {}, frame.still),
                    description, frame.table.markup.empty() ? Html{} : entry});
}

}  // namespace tarazy
