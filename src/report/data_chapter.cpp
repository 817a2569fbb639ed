#include "report/data_chapter.hpp"

#include "report/citation.hpp"
#include "report/note_words.hpp"
#include "report/table_html.hpp"

namespace tarazy {
namespace {

Html hash(const std::string& sha256) {
    if (sha256.empty()) return text("–");
    return element("code", {{"class", "hash"}}, text(sha256));
}

Html file_table(const ReportContext& context) {
    const auto& data = context.result.data;
    const auto used = [&](std::size_t row) {
        const DataUse& use = data[row];
        Html cell =
            element("code", {}, text(use.path)) + element("span", {{"class", use.fallback ? "stand-in" : "quiet"}},
                                                          context.say(use.fallback ? "data.fallback" : "data.raw"));
        if (use.fallback && !use.raw_path.empty()) {
            cell += element("span", {{"class", "quiet"}},
                            {context.say("data.instead_of"), Html{" "}, element("code", {}, text(use.raw_path))});
        }
        if (!use.note.en.empty()) cell += element("span", {{"class", "quiet"}}, local(use.note));
        for (const std::string& note : use.notes)
            cell += element("span", {{"class", "quiet"}},
                            {context.say("data.notes"), Html{" "}, local(note_words(context, note))});
        return cell;
    };
    const auto source = [&](std::size_t row) {
        Html links;
        for (const Source* each : sources_of(context.result, data[row])) {
            if (!links.markup.empty()) links += text("; ");
            links +=
                element("a", {{"href", "#" + html_id("source-", each->key)}}, local(short_citation(context, *each)));
        }
        return links.markup.empty() ? text("–") : links;
    };
    return html_table(
        {},
        {{context.say("column.data"), false, [&](std::size_t row) { return element("code", {}, text(data[row].key)); }},
         {context.say("column.role"), false,
          [&](std::size_t row) { return local(context.word("role.", data[row].role)); }},
         {context.say("column.file"), false, used},
         {context.say("column.rows"), true,  // a file that is no table has none
          [&](std::size_t row) { return text(data[row].rows == 0 ? "–" : std::to_string(data[row].rows)); }},
         {context.say("column.source"), false, source},
         {Html{"SHA-256"}, false, [&](std::size_t row) { return hash(data[row].sha256); }}},
        data.size());
}

Html source_entry(const ReportContext& context, const Source& source) {
    Html title = local(context.name(source.title), "cite");
    if (source.url.starts_with("https://") || source.url.starts_with("http://")) {
        title = element("a", {{"href", source.url}, {"rel", "noreferrer"}}, title);
    }
    // Not all that data come from is known: without an author the line begins with the year or the title.
    Html of_whom = local(context.name(source.author));
    if (!source.year.empty()) of_whom += text((source.author.empty() ? "(" : " (") + source.year + ")");
    if (!of_whom.markup.empty()) of_whom += text(". ");
    Html entry = element(
        "p", {},
        {of_whom, title, source.publisher.empty() ? Html{} : text(". ") + english(source.publisher), text(".")});
    Html terms;
    if (!source.coverage.en.empty())
        terms += element("dt", {}, context.say("source.coverage")) + element("dd", {}, local(source.coverage));
    if (!source.licence.empty())
        terms +=
            element("dt", {}, context.say("source.licence")) + element("dd", {}, local(context.name(source.licence)));
    if (!terms.markup.empty()) entry += element("dl", {{"class", "terms"}}, terms);
    return element("li", {{"id", html_id("source-", source.key)}}, entry);
}

}  // namespace

Html data_chapter(const ReportContext& context) {
    Html sources;
    for (const Source& source : context.result.sources) sources += source_entry(context, source) + Html{"\n"};
    Html of_methods;
    for (const Chapter& chapter : context.chapters)
        if (chapter.on_data != nullptr) of_methods += chapter.on_data(context);
    return element("section", {{"id", "data"}, {"class", "chapter"}, {"aria-labelledby", "data-title"}},
                   {element("h2", {{"id", "data-title"}}, context.say("data.title")),
                    element("p", {}, context.say("data.introduction")),
                    element("h3", {{"id", "files-title"}}, context.say("data.files")),
                    scrolled("files-title", file_table(context)), element("h3", {}, context.say("data.sources")),
                    element("ol", {{"class", "sources"}}, sources), of_methods});
}

}  // namespace tarazy
