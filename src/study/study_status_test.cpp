#include "study/study_status.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "base/build_identity.hpp"
#include "study/derive.hpp"
#include "study/run.hpp"
#include "study/study_result_json.hpp"
#include "study/write_outputs.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace study_status_test {

/// The example study, run once into a folder beside it.
struct RunExample {
    ExampleStudy example;
    std::string output = example.beside("output");

    void run() const {
        const StudyFile study = example.read();
        OutputFolder place(output);
        write_outputs(place, output, study, run_study(study, all_methods()), {{"report.html", "<p>"}}, 0);
    }
    [[nodiscard]] RecordedRun recorded() const {
        RecordedRun run{read_manifest(output + "/manifest.json"), std::nullopt};
        run.result = study_result_from_json_text(read_file(output + "/results/study.json"),
                                                 output + "/results/study.json", BesideRead::as_found);
        run.figures = {{"balance", {"shares"}}};
        return run;
    }
    [[nodiscard]] StudyStatus status(const std::optional<RecordedRun>& run) const {
        return study_status(read_study_file_alone(example.folder(), all_methods()), all_methods(), output, run);
    }
    [[nodiscard]] StudyStatus status() const { return status(recorded()); }
};

std::string said(const StudyStatus& status, const std::string& kind, const std::string& id) {
    for (const PartStatus& part : status.parts) {
        if (part.kind != kind || part.id != id) continue;
        std::string text(to_string(part.state));
        for (const Change& reason : part.reasons) text += "; " + reason.what;
        return text;
    }
    return "not listed";
}

TEST(StudyStatus, AfterARunAllIsFresh) {
    const RunExample example;
    example.run();
    const StudyStatus status = example.status();
    EXPECT_TRUE(status.all_fresh());
    for (const char* kind : {"file", "analysis", "proposition", "figure", "output"})
        EXPECT_TRUE(std::ranges::any_of(status.parts, [&](const PartStatus& part) { return part.kind == kind; }))
            << kind;
    EXPECT_EQ(said(status, "file", "study.toml"), "fresh");
    EXPECT_EQ(said(status, "output", "report.html"), "fresh");
    EXPECT_FALSE(status.graph.empty());
}

TEST(StudyStatus, BeforeARunNothingIs) {
    const RunExample example;
    const StudyStatus status = example.status(std::nullopt);
    EXPECT_FALSE(status.all_fresh());
    for (const PartStatus& part : status.parts) EXPECT_EQ(to_string(part.state), "not run") << part.id;
    EXPECT_FALSE(status.graph.empty()) << "what will lead to what is known";
}

TEST(StudyStatus, AChangedParameterIsNamedAndWhatFollowsFromItIsStale) {
    const RunExample example;
    example.run();
    example.example.edit("study.toml", "bootstrap = 200", "bootstrap = 300");
    const StudyStatus status = example.status();
    EXPECT_EQ(said(status, "analysis", "shares"), "stale; parameter 'bootstrap' changed from 200 to 300");
    EXPECT_EQ(said(status, "analysis", "similarity"), "fresh");
    EXPECT_EQ(said(status, "analysis", "chronology"), "fresh");
    EXPECT_EQ(said(status, "proposition", "P1"), "stale; analysis 'shares' is stale");
    EXPECT_EQ(said(status, "proposition", "P2"), "fresh");
    EXPECT_EQ(said(status, "figure", "balance"), "stale; analysis 'shares' is stale");
    EXPECT_EQ(said(status, "output", "results/shares.csv"), "stale; analysis 'shares' is stale");
    EXPECT_EQ(said(status, "output", "results/similarity.csv"), "fresh");
    EXPECT_NE(said(status, "output", "report.html").find("output 'results/study.json' is stale"), std::string::npos);
    EXPECT_FALSE(status.all_fresh());
}

TEST(StudyStatus, AChangedFileAMissingFileAndAnEditedResultAreToldApart) {
    const RunExample example;
    example.run();
    example.example.edit("data/votes.csv", "\n", "\n\n");
    EXPECT_TRUE(
        said(example.status(), "file", "data/votes.csv").starts_with("stale; changed since the run: its SHA-256"));
    EXPECT_EQ(said(example.status(), "analysis", "shares"), "stale; data/votes.csv changed");
    EXPECT_TRUE(said(example.status(), "figure", "balance").starts_with("stale; analysis 'shares' is stale"));
    std::filesystem::remove(example.example / "data/votes.csv");
    EXPECT_EQ(said(example.status(), "file", "data/votes.csv"), "missing; the file 'data/votes.csv' is not there");
    EXPECT_TRUE(said(example.status(), "analysis", "shares").starts_with("missing; "));
    write_file_atomically(example.output + "/results/chronology.csv", "edited\n");
    EXPECT_TRUE(said(example.status(), "output", "results/chronology.csv").starts_with("stale; changed since the run"));
    std::filesystem::remove(example.output + "/results/chronology.csv");
    EXPECT_EQ(said(example.status(), "output", "results/chronology.csv"), "missing; is not there");
}

TEST(StudyStatus, SeedYearsPolesAndProgramAreNamed) {
    const RunExample example;
    example.run();
    example.example.edit("study.toml", "seed = 1", "seed = 2");
    EXPECT_EQ(said(example.status(), "analysis", "shares"), "stale; the seed changed from 1 to 2");
    RecordedRun run = example.recorded();
    run.manifest.build = "another";
    EXPECT_NE(said(example.status(run), "analysis", "chronology").find("made by another build of tarazy"),
              std::string::npos);
    run.manifest.run.version = "0.0.1";
    EXPECT_NE(said(example.status(run), "figure", "balance").find("made by tarazy 0.0.1, this is"), std::string::npos);
}

TEST(StudyStatus, ADeclaredTestThatChangedMakesItsPropositionStale) {
    const RunExample example;
    example.run();
    const StudyResult result = *example.recorded().result;
    const std::string& criterion = result.propositions.at(0).tests.at(0).criterion;
    example.example.edit("study.toml", "comparison = \"" + criterion + "\"",
                         "comparison = \"< 0 with probability 0.5\"");
    EXPECT_EQ(said(example.status(), "proposition", result.propositions[0].id),
              "stale; test 1: the comparison changed from " + criterion + " to < 0 with probability 0.5");
    EXPECT_EQ(said(example.status(), "analysis", "shares"), "fresh");
}

TEST(StudyStatus, AnAnalysisThatIsNewOrGoneIsTold) {
    const RunExample example;
    example.run();
    example.example.edit("study.toml", "id = \"chronology\"", "id = \"events_in_time\"");
    const StudyStatus status = example.status();
    EXPECT_EQ(said(status, "analysis", "events_in_time"), "not run");
    EXPECT_EQ(said(status, "analysis", "chronology"), "stale; is no longer in the study");
}

TEST(StudyStatus, AnAnalysisWithoutAResultStaysFailedUntilSomethingChanges) {
    const RunExample example;
    write_file_atomically(example.example / "data/votes.csv", "rcid,ccode,vote\n1,2,1\n");
    example.run();
    EXPECT_TRUE(said(example.status(), "analysis", "shares").starts_with("failed; "));
    write_file_atomically(example.example / "data/votes.csv", "rcid,ccode,vote\n1,2,2\n");
    EXPECT_TRUE(said(example.status(), "analysis", "shares").starts_with("stale; "));
}

TEST(StudyStatus, AResultThatWasEditedTellsNothing) {
    const RunExample example;
    example.run();
    RecordedRun run = example.recorded();
    run.result.reset();
    EXPECT_EQ(said(example.status(run), "analysis", "shares"), "stale; nothing says what it was made from");
    EXPECT_TRUE(said(example.status(run), "proposition", example.recorded().result->propositions[0].id)
                    .starts_with("stale; nothing says what was tested"));
}

TEST(StudyStatus, ShippedTablesAreFreshAndRefusedWhenTheStudyWouldNotMakeThem) {
    const RunExample example;
    example.example.ship_results();
    {
        const Variable raw("TARAZY_TEST_RAW", example.example.beside("raw"));
        (void)derive_study(read_study_file_alone(example.example.folder(), all_methods()), all_methods());
    }
    example.run();
    EXPECT_TRUE(example.status().all_fresh());
    EXPECT_EQ(said(example.status(), "file", "data/derived/shares.csv"), "fresh");
    {
        const Variable raw("TARAZY_TEST_RAW", example.example.beside("raw"));
        EXPECT_TRUE(said(example.status(), "analysis", "shares")
                        .starts_with("stale; the data 'votes' were read from data/derived/"));
    }
    example.example.edit("study.toml", "bootstrap = 200", "bootstrap = 300");
    const std::string text = said(example.status(), "analysis", "shares");
    EXPECT_TRUE(text.starts_with("stale; parameter 'bootstrap' changed from 200 to 300; a run would refuse it: "))
        << text;
}

TEST(StudyStatus, TheTableHasReasonsAsLists) {
    const RunExample example;
    example.run();
    example.example.edit("study.toml", "bootstrap = 200", "bootstrap = 300");
    const Table table = status_table(example.status());
    EXPECT_EQ(table.names, (std::vector<std::string>{"kind", "id", "state", "because", "why"}));
}

}  // namespace study_status_test
}  // namespace tarazy
