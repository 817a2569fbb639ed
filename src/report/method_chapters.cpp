#include "report/method_chapters.hpp"

#include "report/contradictions_part.hpp"
#include "report/folded.hpp"
#include "report/note_words.hpp"
#include "report/readings_part.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// For methods without a figure: their tables as they are, the first rows of long ones.
Html plain_tables(const ReportContext& context, const AnalysisResult& analysis) {
    static constexpr std::size_t shown_rows = 200;
    Html all;
    for (const ResultTable& result : analysis.tables) {
        std::vector<HtmlColumn> columns;
        for (const std::string& name : result.table.names)
            columns.push_back(result_column(context, result.table, name));
        const std::size_t rows = std::min(result.table.rows(), shown_rows);
        const std::string label = html_id("table-", analysis.id + "." + result.name);
        const Html cut =
            rows == result.table.rows()
                ? Html{}
                : element("p", {{"class", "quiet"}},
                          context.say("chapter.cut", {{"shown", static_cast<std::int64_t>(rows)},
                                                      {"total", static_cast<std::int64_t>(result.table.rows())}}));
        all += element("h3", {{"id", label}}, english(result.name.empty() ? analysis.id : result.name)) +
               scrolled(label, html_table({}, columns, rows)) + cut;
    }
    return all;
}

Html chapter_body(const ReportContext& context, const AnalysisResult& analysis) {
    const Chapter* chapter = context.chapter_of(analysis);
    return chapter != nullptr && chapter->body != nullptr ? chapter->body(context, analysis)
                                                          : plain_tables(context, analysis);
}

/// How to read the chapter. An analysis without a result has found nothing for the reading to depend on.
Html reading_of(const ReportContext& context, const AnalysisResult& analysis) {
    const Chapter* chapter = context.chapter_of(analysis);
    const std::string key = "reading." + analysis.method;
    Html reading;
    if (chapter != nullptr && chapter->reading != nullptr && analysis.failure.empty())
        reading = chapter->reading(context, analysis);
    else if (context.messages.knows(key))
        reading = context.say(key);
    return reading.markup.empty() ? Html{} : foldable_repeat(element("p", {{"class", "reading"}}, reading));
}

Html no_result(const ReportContext& context, const AnalysisResult& analysis) {
    return element("p", {{"class", "note"}},
                   {context.say("chapter.no_result"), Html{" "}, local(note_words(context, analysis.failure))});
}

Html limits(const ReportContext& context, const AnalysisResult& analysis) {
    if (analysis.limits.empty()) return {};
    Html items;
    for (const LocalText& limit : analysis.limits) items += element("li", {}, local(limit));
    return element("h3", {}, context.say("chapter.limits")) + element("ul", {{"class", "limits"}}, items);
}

/// What the program had to say of the data while it computed.
Html notes_of(const ReportContext& context, const AnalysisResult& analysis) {
    const std::vector<std::string> notes = notes_in(analysis.tables);
    if (notes.empty()) return {};
    Html items;
    for (const std::string& note : notes) items += element("li", {}, local(note_words(context, note)));
    return element("details", {{"class", "notes"}},
                   {element("summary", {}, context.say("chapter.notes")), foldable_entry(element("ul", {}, items))});
}

}  // namespace

Html method_chapters(const ReportContext& context) {
    Html chapters;
    for (const AnalysisResult& analysis : context.result.analyses) {
        const std::string id = html_id("analysis-", analysis.id), title = html_id("analysis-title-", analysis.id);
        const bool failed = !analysis.failure.empty();
        const Html from_shipped =
            analysis.from_shipped_table
                ? foldable_repeat(element("p", {{"class", "note"}}, context.say("chapter.from_shipped")))
                : Html{};
        const Html command =
            analysis.command.empty()
                ? Html{}
                : element("p", {{"class", "command"}},
                          {context.say("chapter.command"), Html{" "}, element("code", {}, text(analysis.command))});
        chapters += element(
            "section", {{"id", id}, {"class", "chapter"}, {"aria-labelledby", title}},
            {element("h2", {{"id", title}}, local(context.title_of(analysis.id))), reading_of(context, analysis),
             contradictions_part(context, &analysis), from_shipped,
             failed ? no_result(context, analysis) : chapter_body(context, analysis) + readings_part(context, analysis),
             limits(context, analysis), notes_of(context, analysis), command});
        chapters += Html{"\n"};
    }
    return chapters;
}

}  // namespace tarazy
