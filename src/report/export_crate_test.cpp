#include "report/export_crate.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/run.hpp"
#include "study/study_result_json.hpp"
#include "study/write_outputs.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <stop_token>

namespace tarazy {
namespace export_crate_test {

namespace fs = std::filesystem;

/// The example study, run once into a folder beside it.
struct RunToExport {
    ExampleStudy example;
    std::string output = example.beside("output"), crate = example.beside("crate");

    RunToExport() { run(); }
    void run() const {
        const StudyFile study = example.read();
        OutputFolder place(output);
        write_outputs(place, output, study, run_study(study, all_methods()), {{"report.html", "<p>"}}, 0);
    }
    CrateWritten write(const std::string& folder, CrateOptions options = {.date = "2026-01-31"}) const {
        return export_crate(
            output, example.folder(), read_manifest(output + "/manifest.json"),
            study_result_from_json_text(read_file(output + "/results/study.json"), output + "/results/study.json"),
            all_chapters(), folder, options);
    }
};

std::size_t entries_beside(const RunToExport& run) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(run.example.beside("")), {}));
}

TEST(ExportCrate, HoldsStudyOutputsAndTexts) {
    const RunToExport run;
    const CrateWritten written = run.write(run.crate);
    for (const char* file :
         {"ro-crate-metadata.json", "README.md", "rerun.sh", "data-dictionary.csv", "annotations.csv",
          "references.json", "references.bib", "study/study.toml", "study/data/votes.csv", "output/manifest.json",
          "output/ledger.sqlite", "output/results/shares.csv"})
        EXPECT_TRUE(fs::is_regular_file(fs::path(run.crate) / file)) << file;
    EXPECT_EQ(written.files, static_cast<std::size_t>(std::ranges::count_if(
                                 fs::recursive_directory_iterator(run.crate),
                                 [](const fs::directory_entry& entry) { return entry.is_regular_file(); })));
    EXPECT_FALSE(written.dated_by_file);
    EXPECT_NE(fs::status(run.crate + "/rerun.sh").permissions() & fs::perms::owner_exec, fs::perms::none);
}

TEST(ExportCrate, TwiceGivesTheSameBytes) {
    const RunToExport run;
    (void)run.write(run.crate);
    (void)run.write(run.crate + "-2/");
    for (const auto& entry : fs::recursive_directory_iterator(run.crate)) {
        if (!entry.is_regular_file()) continue;
        const fs::path same = fs::path(run.crate + "-2") / entry.path().lexically_relative(run.crate);
        EXPECT_EQ(read_file(entry.path().string()), read_file(same.string())) << same;
    }
}

TEST(ExportCrate, AFolderThatHoldsSomethingIsRefusedAndAnEmptyOneTaken) {
    const RunToExport run;
    fs::create_directories(run.crate);
    (void)run.write(run.crate);
    EXPECT_THROW((void)run.write(run.crate), UsageError);
    EXPECT_THROW((void)run.write(run.output + "/manifest.json"), UsageError);
    EXPECT_THROW((void)run.write(run.crate + "-3", {.date = "tomorrow"}), UsageError);
    EXPECT_THROW((void)run.write(run.crate + "-3", {.date = "2026", .left_out = {"nothing"}}), UsageError);
    EXPECT_THROW((void)run.write(run.example.beside("no/such/crate")), FileError);
    EXPECT_EQ(entries_beside(run), 3u) << "nothing is left behind";
}

TEST(ExportCrate, WhatMayNotBePassedOnIsDescribed) {
    const RunToExport run;
    run.example.edit("study.toml", "licence = \"", "licence = \"no redistribution; ");
    run.run();
    const CrateWritten written = run.write(run.crate);
    EXPECT_FALSE(fs::exists(run.crate + "/study/data/votes.csv"));
    const std::string metadata = read_file(run.crate + "/ro-crate-metadata.json");
    EXPECT_NE(metadata.find("not in this crate: its licence: no redistribution"), std::string::npos);
    EXPECT_NE(read_file(run.crate + "/rerun.sh").find("need study/data/votes.csv "), std::string::npos);
    EXPECT_TRUE(std::ranges::any_of(written.notes, [](const std::string& note) {
        return note.starts_with("data/votes.csv is not passed on: its licence");
    }));
    CrateOptions options{.date = "2026-01-31", .left_out = {"events"}};
    (void)run.write(run.crate + "-2", options);
    EXPECT_FALSE(fs::exists(run.crate + "-2/study/data/events.csv"));
}

TEST(ExportCrate, PeopleLicenceAndDateComeFromCitationCff) {
    const RunToExport run;
    write_file_atomically(run.example / "CITATION.cff",
                          "title: Cited so\nlicense: CC-BY-4.0\nauthors:\n  - name: The Institute\n"
                          "date-released: 2025-12-31\n");
    const CrateWritten written = run.write(run.crate, {});
    EXPECT_EQ(written.date, "2025-12-31");
    const std::string metadata = read_file(run.crate + "/ro-crate-metadata.json");
    for (const char* part : {"\"Cited so\"", "https://spdx.org/licenses/CC-BY-4.0", "\"The Institute\""})
        EXPECT_NE(metadata.find(part), std::string::npos) << part;
    EXPECT_TRUE(fs::exists(run.crate + "/study/CITATION.cff"));
    fs::remove(run.example / "CITATION.cff");
    const CrateWritten dated = run.write(run.crate + "-2", {});
    EXPECT_TRUE(dated.dated_by_file);
    EXPECT_EQ(dated.date.size(), 10u);
}

TEST(ExportCrate, CanBeStoppedAndLeavesNothing) {
    const RunToExport run;
    std::stop_source asked;
    asked.request_stop();
    const CrateOptions options{.date = "2026", .left_out = {}, .work = Work(asked.get_token())};
    EXPECT_THROW((void)run.write(run.crate, options), Interrupted);
    EXPECT_FALSE(fs::exists(run.crate));
    EXPECT_EQ(entries_beside(run), 2u);
}

}  // namespace export_crate_test
}  // namespace tarazy
