#include "report/front_page.hpp"

#include "report/contradictions_part.hpp"
#include "report/findings_table.hpp"
#include "report/proposition_ledger.hpp"
#include "report/theory_scoreboard.hpp"
#include "report/verdict_marks.hpp"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace tarazy {
namespace {

std::vector<Html> front_sentences(const ReportContext& context) {
    std::vector<Html> sentences;
    for (const Chapter& chapter : context.chapters) {
        if (chapter.front_sentences == nullptr) continue;
        for (Html& sentence : chapter.front_sentences(context)) sentences.push_back(std::move(sentence));
    }
    return sentences;
}

Html picture(const ReportContext& context) {
    const auto found = front_picture(context);
    return found ? found->part : element("p", {{"class", "quiet"}}, context.say("front.no_shares"));
}

}  // namespace

std::optional<FrontPicture> front_picture(const ReportContext& context) {
    for (const Chapter& chapter : context.chapters) {
        if (chapter.front_picture == nullptr) continue;
        if (auto found = chapter.front_picture(context)) return found;
    }
    return std::nullopt;
}

Html front_page(const ReportContext& context) {
    Html sentences;
    for (const Html& sentence : front_sentences(context)) sentences += element("p", {}, sentence);
    const Html lead = sentences.markup.empty() ? Html{} : element("div", {{"class", "lead"}}, sentences);
    const Html ledger = element("section", {{"id", "ledger"}, {"aria-labelledby", "ledger-title"}},
                                {element("h2", {{"id", "ledger-title"}}, context.say("ledger.title")),
                                 element("p", {}, context.say("ledger.introduction")), proposition_ledger(context)});
    const std::string& focus = context.result.focus;
    const Html title =
        focus.empty() ? context.say("front.short") : context.say("front.title", {{"state", context.name(focus)}});
    return element(
               "section", {{"id", "state"}, {"aria-labelledby", "state-title"}},
               {element("h2", {{"id", "state-title"}}, title), findings_table(context), marks_of_all(context), lead,
                picture(context), contradictions_part(context), undecided_part(context), theory_scoreboard(context)}) +
           Html{"\n"} + ledger;
}

}  // namespace tarazy
