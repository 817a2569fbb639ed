#include "report/render.hpp"

#include "base/error.hpp"
#include "report/claims_chapter.hpp"
#include "report/data_chapter.hpp"
#include "report/embedded.hpp"
#include "report/figure_data.hpp"
#include "report/folded.hpp"
#include "report/front_page.hpp"
#include "report/method_chapters.hpp"
#include "report/multiverse_chapter.hpp"
#include "report/packed_script.hpp"
#include "report/report_context.hpp"
#include "report/reproduce_chapter.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

/// Nothing is fetched: not by links to style, script, image or font, not by forms, not by the script itself.
constexpr std::string_view content_security_policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "connect-src 'none'; base-uri 'none'; form-action 'none'";

/// Says to the style sheet, before anything is laid out, that scripts run: chapters that are far then cost nothing.
constexpr std::string_view scripts_run = "document.documentElement.classList.add(\"scripts\")";

Html raw(std::string_view tag, const Attributes& attributes, std::string_view content) {
    return element(tag, attributes, Html{std::string(content)});
}

Html head(const ReportContext& context, std::string_view language) {
    return element("head", {},
                   {element("meta", {{"charset", "utf-8"}}),
                    element("meta", {{"http-equiv", "Content-Security-Policy"},
                                     {"content", std::string(content_security_policy)}}),
                    element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                    element("meta", {{"name", "generator"}, {"content", "tarazy " + context.result.version}}),
                    element("meta", {{"name", "color-scheme"}, {"content", "light dark"}}),
                    element("title", {}, text(in_language(context.result.title, language))),
                    raw("script", {}, scripts_run), raw("style", {}, embedded_file("report.css"))}) +
           Html{"\n"};
}

/// Radio buttons: the style sheet looks at which is checked, so that no script is needed.
Html language_switch(const ReportContext& context, std::string_view chosen) {
    Html choices = element("legend", {{"class", "visually-hidden"}}, context.say("page.language"));
    for (const std::string_view language : report_languages) {
        const std::string id = "language-" + std::string(language);
        Attributes attributes{{"type", "radio"}, {"name", "language"}, {"id", id}, {"value", std::string(language)}};
        if (language == chosen) attributes.emplace_back("checked", "");
        choices += element("input", attributes) + element("label", {{"for", id}, {"lang", std::string(language)}},
                                                          text(context.messages.say(language, "page.language_name")));
    }
    return element("fieldset", {{"class", "languages"}}, choices);
}

Html contents_entry(const std::string& target, const Html& name) {
    return element("li", {}, element("a", {{"href", "#" + target}}, name));
}

/// The chapters of the analyses, those of a family of methods together. Closed, so that the findings are seen at once.
Html contents_of_chapters(const ReportContext& context) {
    std::vector<std::pair<std::string, Html>> families;
    for (const AnalysisResult& analysis : context.result.analyses) {
        const std::string family = analysis.method.substr(0, analysis.method.find('.'));
        auto entries = std::ranges::find(families, family, &std::pair<std::string, Html>::first);
        if (entries == families.end()) entries = families.insert(families.end(), {family, {}});
        entries->second += contents_entry(html_id("analysis-", analysis.id),
                                          analysis.title.en.empty() ? text(analysis.id) : local(analysis.title));
    }
    Html groups;
    for (const auto& [family, entries] : families)
        groups += element("li", {}, {local(context.word("family.", family)), element("ol", {}, entries)});
    const auto count = static_cast<std::int64_t>(context.result.analyses.size());
    return element("details", {},
                   {element("summary", {}, context.say("page.chapters", {{"n", count}})),
                    element("ol", {{"class", "families"}}, groups)});
}

Html contents(const ReportContext& context) {
    Html entries =
        contents_entry("state", context.say("front.short")) + contents_entry("ledger", context.say("ledger.title"));
    if (context.result.multiverse) entries += contents_entry("multiverse", context.say("multiverse.title"));
    entries += contents_entry("data", context.say("data.title")) +
               contents_entry("claims", context.say("claims.title")) +
               contents_entry("reproduce", context.say("reproduce.title"));
    return element("nav", {{"aria-labelledby", "contents-title"}},
                   {element("h2", {{"id", "contents-title"}}, context.say("page.contents")), element("ol", {}, entries),
                    context.result.analyses.empty() ? Html{} : contents_of_chapters(context)});
}

Html masthead(const ReportContext& context, std::string_view language) {
    const StudyResult& result = context.result;
    return element("header", {{"class", "masthead"}},
                   {language_switch(context, language), element("p", {{"class", "kicker"}}, context.say("page.kicker")),
                    element("h1", {}, local(result.title)),
                    element("p", {{"class", "scope"}},
                            context.say("page.scope", {{"state", context.name(result.focus)},
                                                       {"first", std::to_string(result.first_year)},
                                                       {"last", std::to_string(result.last_year)}}))}) +
           Html{"\n"};
}

/// What is not there where no script runs, and where it is.
Html without_scripts(const ReportContext& context, ReportRows rows) {
    return element("p", {{"class", "note without-scripts"}},
                   context.say(rows == ReportRows::packed ? "page.packed" : "page.without_scripts"));
}

/// The chapters, and the packed parts of them.
struct Content {
    std::string page;
    Html packs;
};

Content content_of(const ReportContext& context, ReportRows rows) {
    const Html before = front_page(context) + Html{"\n"} + multiverse_chapter(context) + method_chapters(context) +
                        data_chapter(context) + Html{"\n"};
    const Html claims = claims_chapter(context) + Html{"\n"}, last = reproduce_chapter(context);
    if (rows == ReportRows::in_the_page) return {whole_page((before + claims + last).markup), {}};
    // The claims lie apart: they are as much as all the rest, and few readers open them.
    Content content;
    for (const auto& [pack, part] : {std::pair{"page", before}, {"claims", claims}, {"reproduce", last}}) {
        const FoldedPage folded = fold_page(part.markup, pack);
        content.page += folded.page;
        content.packs += packed_script(pack, folded.parts);
    }
    return content;
}

}  // namespace

std::vector<std::string_view> report_scripts() {
    return {scripts_run, embedded_file("loader.js"), embedded_file("report.js")};
}

std::string render_report(const StudyResult& result, Chapters chapters, const std::string& language, ReportRows rows) {
    if (std::ranges::find(report_languages, language) == report_languages.end()) {
        throw UsageError("there is no report in '" + language + "'; use en, kk or ru");
    }
    const ReportContext context(result, chapters);
    const Content content = content_of(context, rows);
    const Html main = element("main", {{"id", "main"}}, Html{content.page});
    const Html footer =
        element("footer", {}, element("p", {}, context.say("page.footer", {{"version", result.version}})));
    const Html skip = element("a", {{"class", "skip"}, {"href", "#main"}}, context.say("page.skip"));
    const Html scripts = content.packs + packed_script("figures", page_figure_data_json(context)) +
                         packed_script("script", embedded_file("report.js")) +
                         raw("script", {}, embedded_file("loader.js"));
    const Html body =
        element("body", {},
                {skip, Html{"\n"}, masthead(context, language), contents(context), without_scripts(context, rows),
                 Html{"\n"}, main, Html{"\n"}, footer, Html{"\n"}, scripts});
    return "<!doctype html>\n" + element("html", {{"lang", language}}, head(context, language) + body).markup + '\n';
}

}  // namespace tarazy
