#include "report/reproduce_chapter.hpp"

#include "report/folded.hpp"
#include "report/graph_part.hpp"

namespace tarazy {
namespace {

Html command_block(std::string_view command) {
    return element("pre", {{"tabindex", "0"}}, element("code", {}, text(command)));
}

}  // namespace

Html reproduce_chapter(const ReportContext& context) {
    const StudyResult& result = context.result;
    const std::string command = result.command.empty() ? "tarazy study run studies/" + result.id : result.command;
    const Html facts = element(
        "dl", {{"class", "terms"}},
        {element("dt", {}, context.say("reproduce.version")), element("dd", {}, text("tarazy " + result.version)),
         element("dt", {}, context.say("reproduce.seed")), element("dd", {}, text(std::to_string(result.seed))),
         element("dt", {}, context.say("reproduce.study")), element("dd", {}, element("code", {}, text(result.id)))});
    Html commands;
    for (const AnalysisResult& analysis : result.analyses) {
        if (analysis.command.empty()) continue;
        commands += element("dt", {}, local(analysis.title)) + element("dd", {}, command_block(analysis.command));
    }
    const Html single = commands.markup.empty()
                            ? Html{}
                            : element("h3", {}, context.say("reproduce.single")) +
                                  folded(FoldPlace::block, 0, element("dl", {{"class", "commands"}}, commands));
    return element(
        "section", {{"id", "reproduce"}, {"class", "chapter"}, {"aria-labelledby", "reproduce-title"}},
        {element("h2", {{"id", "reproduce-title"}}, context.say("reproduce.title")),
         element("p", {}, context.say("reproduce.introduction")), command_block(command), facts, single,
         element("h3", {}, context.say("reproduce.check")),
         element("p", {}, context.say("reproduce.check_introduction")),
         command_block(
             "tarazy study verify OUTPUT\ntarazy explain CLAIM --study OUTPUT\ntarazy study diff OUTPUT-1 OUTPUT-2"),
         graph_part(context)});
}

}  // namespace tarazy
