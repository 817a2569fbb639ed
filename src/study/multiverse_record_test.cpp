#include "study/multiverse_record.hpp"

#include "analyses/all_methods.hpp"
#include "study/multiverse_test.hpp"
#include "study/result_tables.hpp"
#include "study/run.hpp"
#include "study/study_result_json.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace multiverse_record_test {

std::vector<MultiverseFile> files_of(const StudyFile& study) {
    return multiverse_files(study, all_methods(), run_multiverse(study, all_methods(), multiverse_options()),
                            {"tarazy study multiverse example --derive", 1, 1024});
}

void derive_into(const MultiverseStudy& study) {
    (void)write_multiverse(study.example / multiverse_folder, files_of(study.read()));
}

std::string stale(const MultiverseStudy& study) {
    return kept_multiverse(study.read(), all_methods())->stale;
}

TEST(MultiverseRecord, WhatIsKeptIsShownByARunWithItsFiles) {
    const MultiverseStudy study;
    derive_into(study);
    const StudyResult result = run_study(study.read(), all_methods());
    ASSERT_TRUE(result.multiverse);
    EXPECT_EQ(result.multiverse->stale, "");
    EXPECT_EQ(result.multiverse->possible, 16u);
    ASSERT_EQ(result.multiverse->tables.size(), 3u);
    EXPECT_EQ(find_table(result.multiverse->tables, "verdicts")->rows(), 3u);
    EXPECT_EQ(result.multiverse->choices.at(2).alternatives.at(1).id, "higher");
    EXPECT_EQ(std::ranges::count(result.data, "multiverse", &DataUse::key), 4);
    const std::string json = to_json_text(result);
    EXPECT_EQ(to_json_text(study_result_from_json_text(json)), json);
}

TEST(MultiverseRecord, EqualStudiesGiveEqualBytes) {
    const MultiverseStudy study;
    const auto first = files_of(study.read()), second = files_of(study.read());
    for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].bytes, second[i].bytes) << first[i].name;
}

TEST(MultiverseRecord, WithoutChoicesThereIsNoneAndBeforeItIsComputedItSaysSo) {
    EXPECT_FALSE(kept_multiverse(ExampleStudy().read(), all_methods()));
    const MultiverseStudy study;
    EXPECT_EQ(stale(study), "it was not computed yet");
    EXPECT_TRUE(kept_multiverse(study.read(), all_methods())->tables.empty());
}

TEST(MultiverseRecord, WordsForReadersMayBeMended) {
    const MultiverseStudy study;
    derive_into(study);
    study.example.edit("study.toml", "The state keeps an even distance", "This state keeps an even distance");
    study.example.edit("study.toml", "An invented assembly", "A made-up assembly");
    EXPECT_EQ(stale(study), "");
}

TEST(MultiverseRecord, AChangedStudyIsSaidAndNoNumberIsShown) {
    const MultiverseStudy study;
    derive_into(study);
    study.example.edit("study.toml", "> 0.9 with probability 0.9", "> 0.8 with probability 0.9");
    EXPECT_EQ(stale(study), "changed since it was computed: [proposition] of the study file");
    EXPECT_TRUE(kept_multiverse(study.read(), all_methods())->tables.empty());
    const StudyResult result = run_study(study.read(), all_methods());
    EXPECT_EQ(std::ranges::count(result.data, "multiverse", &DataUse::key), 0);
}

TEST(MultiverseRecord, ChangedDataAndChangedTablesAreSaid) {
    const MultiverseStudy study;
    derive_into(study);
    study.example.edit("data/events.csv", "A treaty of friendship", "A pact of friendship");
    EXPECT_EQ(stale(study), "changed since it was computed: data/events.csv");
    derive_into(study);
    EXPECT_EQ(stale(study), "");
    study.example.edit("data/multiverse/verdicts.csv", "supported", "mixed");
    EXPECT_EQ(stale(study), "the table verdicts.csv was changed since it was made");
    write_file_atomically(study.example / "data/multiverse/provenance.json", "{ no json");
    EXPECT_NE(stale(study).find("cannot be understood"), std::string::npos);
}

}  // namespace multiverse_record_test
}  // namespace tarazy
