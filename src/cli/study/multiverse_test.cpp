// The command as a user types it: on a new study with choices, killed in the middle, over processes, with faults.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace study_multiverse_test {

using namespace testing_program;

std::string added_choice(const std::string& id, const std::string& set) {
    return "\n[[choice]]\nid = \"" + id + "\"\nname = \"" + id + "\"\nreason = \"either will do\"\n" +
           "[[choice.alternative]]\nid = \"own\"\nname = \"own\"\n[[choice.alternative]]\nid = \"other\"\n" +
           "name = \"other\"\nset = { " + set + " }\n";
}

/// What `study new` writes, with choices below it.
struct NewStudy {
    explicit NewStudy(const std::string& choices = added_choice("west", R"("pole.WEST.members" = ["USA"])") +
                                                   added_choice("bar",
                                                                "\"proposition.P1.test.2.comparison\" = "
                                                                "\"> 0.99 with probability 0.9\"") +
                                                   added_choice("seed", R"("study.seed" = 2)")) {
        EXPECT_EQ(run_program({"study", "new", folder / "study"}).status, 0);
        const std::string path = folder / "study/study.toml";
        folder.write("study/study.toml", bytes_of(path) + choices);
    }
    [[nodiscard]] std::vector<std::string> command(const std::string& output) const {
        return {"study", "multiverse", folder / "study", "--output", folder / output, "--format", "csv", "--quiet"};
    }
    [[nodiscard]] std::string file(const std::string& name) const { return bytes_of(folder / name); }

    Folder folder;
};

constexpr const char* tables[] = {"universes.csv", "verdicts.csv", "moves.csv", "curves.csv", "provenance.json"};

TEST(StudyMultiverse, WritesItsTablesAndPrintsASummary) {
    const NewStudy study;
    const ProgramRun run = run_program(study.command("universes"));
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("proposition,as_it_stands,holds,universes,share,moved_most_by,total_order\nP1,"))
        << run.out;
    for (const char* table : tables) EXPECT_FALSE(study.file("universes/" + std::string(table)).empty()) << table;
    EXPECT_TRUE(study.file("universes/universes.csv").starts_with("universe,choice.west,choice.bar,choice.seed,"));
    EXPECT_FALSE(std::filesystem::exists(study.folder / "study/data/multiverse"));
    EXPECT_EQ(run_program(study.command("universes")).status, 0) << "a second time into its own folder";
    study.folder.write("mine/letter.txt", "dear");
    EXPECT_EQ(run_program(study.command("mine")).status, 2);
}

TEST(StudyMultiverse, TheReportShowsWhatWasDerivedAndSaysWhenItIsStale) {
    const NewStudy study;
    const std::vector<std::string> run = {"study", "run", study.folder / "study", "--quiet"};
    const auto report = [&] {
        EXPECT_EQ(run_program(run).status, 0);
        return study.file("study/output/report.html");
    };
    EXPECT_NE(report().find("it was not computed yet"), std::string::npos);
    std::vector<std::string> derive = study.command("universes");
    derive.emplace_back("--derive");
    EXPECT_EQ(run_program(derive).status, 0);
    EXPECT_EQ(study.file("study/data/multiverse/verdicts.csv"), study.file("universes/verdicts.csv"));
    const std::string shown = report();
    EXPECT_NE(shown.find("8 universes"), std::string::npos);
    EXPECT_NE(shown.find("data-figure=\"specification_curve-multiverse\""), std::string::npos);
    EXPECT_EQ(study.file("study/output/results/multiverse.verdicts.csv"), study.file("universes/verdicts.csv"));
    EXPECT_EQ(run_program({"study", "verify", study.folder / "study/output"}).status, 0);
    std::string text = study.file("study/study.toml");
    text.replace(text.find("> 0.9 with"), 10, "> 0.8 with");
    study.folder.write("study/study.toml", text);
    const std::string stale = report();
    EXPECT_NE(stale.find("changed since it was computed: [proposition] of the study file"), std::string::npos);
    EXPECT_EQ(stale.find("data-figure=\"specification_curve-multiverse\""), std::string::npos);
}

TEST(StudyMultiverse, GoesOnAfterAKill) {
    const NewStudy study;
    const ProgramRun whole = run_program(study.command("whole"));
    ASSERT_EQ(whole.status, 0) << whole.err;
    const auto taken = time_of_program(study.command("timed"));
    bool killed = false;
    for (int part = 1; part <= 40 && !killed; ++part)
        killed = kill_program(study.command("killed"), taken * part / 40) &&
                 std::filesystem::exists(study.folder / "killed/.cache") &&
                 !std::filesystem::is_empty(study.folder / "killed/.cache");
    if (!killed) GTEST_SKIP() << "this machine was too fast or too slow to be killed in the middle";
    const ProgramRun resumed = run_program(study.command("killed"));
    EXPECT_EQ(resumed.status, 0) << resumed.err;
    EXPECT_EQ(resumed.out, whole.out);
    for (const char* table : tables)
        EXPECT_EQ(study.file("killed/" + std::string(table)), study.file("whole/" + std::string(table))) << table;
}

TEST(StudyMultiverse, TheSameBytesAtOneTwoAndThreeProcessesAndThreads) {
    const NewStudy study;
    const ProgramRun alone = run_program(study.command("alone"));
    std::vector<std::string> one_thread = study.command("one");
    one_thread.insert(one_thread.end(), {"--threads", "1"});
    EXPECT_EQ(run_program(one_thread).out, alone.out);
    EXPECT_EQ(study.file("one/curves.csv"), study.file("alone/curves.csv"));
    if (std::system("mpirun --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "no mpirun here";
    for (const char* ranks : {"1", "2", "3"}) {
        const std::string folder = "ranks" + std::string(ranks);
        std::string line = "timeout 240 mpirun --allow-run-as-root --oversubscribe -n " + std::string(ranks) + " '" +
                           tested_program() + "'";
        for (const std::string& word : study.command(folder)) line += " '" + word + "'";
        line += " > '" + (study.folder / "out") + "' 2> '" + (study.folder / "err") + "'";
        EXPECT_EQ(std::system(line.c_str()), 0) << study.file("err");
        EXPECT_EQ(study.file("out"), alone.out) << ranks;
        for (const char* table : tables)
            EXPECT_EQ(study.file(folder + '/' + table), study.file("alone/" + std::string(table))) << table << ranks;
    }
}

TEST(StudyMultiverse, WhatIsWrongIsToldWithItsPlace) {
    const NewStudy wrong(added_choice("west", R"("pole.WEST.member" = ["USA"])"));
    const ProgramRun run = run_program(wrong.command("universes"));
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("the study has no key 'pole.WEST.member'; did you mean 'pole.WEST.members'?"),
              std::string::npos)
        << run.err;
    EXPECT_EQ(run_program({"study", "check", wrong.folder / "study", "--no-run"}).err, run.err);
    const NewStudy none("");
    EXPECT_EQ(run_program(none.command("universes")).status, 2);
    const NewStudy few;
    std::vector<std::string> command = few.command("universes");
    command.insert(command.end(), {"--points", "4"});
    EXPECT_EQ(run_program(command).status, 2) << "8 universes, and a sample of 4 tells nothing";
}

}  // namespace study_multiverse_test
}  // namespace tarazy
