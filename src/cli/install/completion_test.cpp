#include "base/text_lists.hpp"
#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace tarazy {

namespace completion_test {

using namespace testing_program;

bool has(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

/// What a shell prints of a script, errors among it.
std::string said_by(const std::string& shell, const std::string& script) {
    const Folder folder;
    const std::string file = folder.write("script", script), out = folder / "out";
    const int status = std::system((shell + ' ' + file + " >" + out + " 2>&1 </dev/null").c_str());
    return (status == 0 ? "" : "(failed) ") + bytes_of(out);
}

std::string completed_by_bash(const std::string& words) {
    const std::vector<std::string> typed = split(words, ' ');
    std::string script = run_program({"completion", "bash"}).out + "COMP_WORDS=(";
    for (const std::string& word : typed) script += " '" + word + '\'';
    script += ")\nCOMP_CWORD=" + std::to_string(typed.size() - 1) + "\n_tarazy\nprintf '%s ' \"${COMPREPLY[@]}\"\n";
    return said_by("bash", script);
}

TEST(Completion, BashFollowsTheCommandThatIsTyped) {
    EXPECT_EQ(completed_by_bash("tarazy ali"), "align ");
    EXPECT_EQ(completed_by_bash("tarazy align sim"), "similarity ");
    EXPECT_EQ(completed_by_bash("tarazy align similarity --bootst"), "--bootstrap ");
    EXPECT_EQ(completed_by_bash("tarazy align similarity --coding v"), "voteview ");
    EXPECT_EQ(completed_by_bash("tarazy align similarity --format "), "table csv json latex ");
    // A value that is called like a command leads nowhere.
    EXPECT_EQ(completed_by_bash("tarazy align similarity -o study --bootst"), "--bootstrap ");
    // Files: nothing of ours, the shell's own.
    EXPECT_EQ(completed_by_bash("tarazy align similarity --votes x"), " ");
}

TEST(Completion, FishFollowsTheCommandThatIsTyped) {
    if (!has("fish")) GTEST_SKIP() << "fish is not installed";
    const std::string script = run_program({"completion", "fish"}).out;
    EXPECT_NE(said_by("fish", script + "complete -C 'tarazy ali'").find("align\tHow near"), std::string::npos);
    EXPECT_NE(said_by("fish", script + "complete -C 'tarazy align sim'").find("similarity\t"), std::string::npos);
    EXPECT_NE(said_by("fish", script + "complete -C 'tarazy align similarity --bootst'").find("--bootstrap"),
              std::string::npos);
    EXPECT_EQ(said_by("fish", script + "complete -C 'tarazy align similarity --coding v'").substr(0, 8), "voteview");
}

TEST(Completion, ZshReadsIt) {
    if (!has("zsh")) GTEST_SKIP() << "zsh is not installed";
    EXPECT_EQ(said_by("zsh -n", run_program({"completion", "zsh"}).out), "");
    // What is offered is looked at through stand-ins for the functions of zsh's own completion.
    const std::string stand_ins =
        "compdef() { : }\ncompadd() { print -r -- ${(P)2} }\n_describe() { print -r -- ${(P)2} }\n_files() { print "
        "files }\n";
    const auto completed = [&](const std::string& words, const std::string& count) {
        return said_by("zsh", stand_ins + run_program({"completion", "zsh"}).out + "words=(" + words +
                                  ")\nCURRENT=" + count + "\n_tarazy\n");
    };
    EXPECT_EQ(completed("tarazy align similarity --coding ''", "5"), "numbers voteview binary\n");
    EXPECT_NE(completed("tarazy align ''", "3").find("similarity:"), std::string::npos);
    EXPECT_NE(completed("tarazy align similarity --", "4").find("--bootstrap:"), std::string::npos);
    EXPECT_EQ(completed("tarazy align similarity --votes x", "5"), "files\n");
}

TEST(Completion, AnotherShellIsRefused) {
    const ProgramRun run = run_program({"completion", "tcsh"});
    EXPECT_EQ(run.status, 2);
    EXPECT_NE(run.err.find("bash"), std::string::npos) << run.err;
}

}  // namespace completion_test
}  // namespace tarazy
