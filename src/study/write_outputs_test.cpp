#include "study/write_outputs.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "base/work_test.hpp"
#include "ledger/manifest.hpp"
#include "ledger/verify.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace write_outputs_test {

WrittenOutputs write_run(const ExampleStudy& example, double duration) {
    const StudyFile study = example.read();
    const std::string output = example / "output";
    OutputFolder place(output);
    return write_outputs(place, output, study, run_study(study, all_methods()), {{"report.html", "<!doctype html>"}},
                         duration);
}

TEST(WriteOutputs, EverythingThatARunFoundIsWrittenAndRecorded) {
    const ExampleStudy example;
    const WrittenOutputs written = write_run(example, 1.5);
    for (const char* file : {"report.html", "ledger.sqlite", "manifest.json", "results/shares.csv",
                             "results/shares.summary.csv", "results/shares.json", "results/similarity.csv",
                             "results/chronology.csv", "results/propositions.csv", "results/study.json"}) {
        EXPECT_TRUE(std::filesystem::exists(example / (std::string("output/") + file))) << file;
    }
    const Verification verification = verify_files(example / "output");
    EXPECT_TRUE(verification.sound()) << verification.findings.front().what;
    EXPECT_EQ(written.files, verification.outputs + 1);  // the manifest cannot list itself
    const LedgerContent ledger = read_ledger(example / "output/ledger.sqlite");
    EXPECT_EQ(written.claims, ledger.claims.size());
    EXPECT_EQ(find_claim(ledger, "proposition.P1.verdict").statement, "supported");
    EXPECT_EQ(ledger.inputs.at(0).path, "study.toml");
}

TEST(WriteOutputs, TwoRunsDifferInTheDurationOnly) {
    const ExampleStudy example;
    write_run(example, 1.5);
    const std::string ledger = read_file(example / "output/ledger.sqlite"),
                      results = read_file(example / "output/results/study.json");
    std::string manifest = read_file(example / "output/manifest.json");
    write_run(example, 2.5);
    EXPECT_EQ(read_file(example / "output/ledger.sqlite"), ledger);
    EXPECT_EQ(read_file(example / "output/results/study.json"), results);
    EXPECT_EQ(read_file(example / "output/manifest.json"), manifest.replace(manifest.find("1.5"), 3, "2.5"));
}

TEST(WriteOutputs, NoPlaceOfThisMachineIsWritten) {
    const ExampleStudy example;
    write_run(example, 0);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(example / "output")) {
        if (!entry.is_regular_file()) continue;
        EXPECT_EQ(read_file(entry.path().string()).find(example.folder()), std::string::npos) << entry.path();
    }
}

TEST(WriteOutputs, AStudyWithoutAnalysesAndPropositionsIsWrittenToo) {
    const ExampleStudy example;
    write_file_atomically(example / "study.toml",
                          "[study]\nid = \"s\"\ntitle = \"A\"\nfocus = \"KAZ\"\nyears = [1992, 2000]\n");
    EXPECT_EQ(write_run(example, 0).claims, 0u);
    EXPECT_FALSE(std::filesystem::exists(example / "output/results/propositions.csv"));
    EXPECT_TRUE(verify_files(example / "output").sound());
}

TEST(WriteOutputs, AStopLeavesTheFormerResults) {
    const ExampleStudy example;
    write_run(example, 1.5);
    const std::string output = example / "output", manifest = read_file(output + "/manifest.json");
    const auto files = [&] { return std::distance(std::filesystem::recursive_directory_iterator(output), {}); };
    const auto before = files();
    const StudyFile study = example.read();
    const StudyResult result = run_study(study, all_methods());
    for (const int after : {1, 3, 6}) {
        std::stop_source stop;
        int told = 0;
        const Work work(stop.get_token(), [&](const Progress&) {
            if (++told == after) stop.request_stop();
        });
        {
            OutputFolder place(output);
            EXPECT_THROW(write_outputs(place, output, study, result, {{"report.html", "new"}}, 9, work), Interrupted);
        }
        EXPECT_EQ(read_file(output + "/manifest.json"), manifest);
        EXPECT_EQ(files(), before);
    }
}

}  // namespace write_outputs_test
}  // namespace tarazy
