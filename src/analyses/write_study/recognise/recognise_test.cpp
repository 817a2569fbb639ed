#include "analyses/write_study/recognise/recognise.hpp"

#include "analyses/write_study/recognise/layout_samples_test.hpp"
#include "base/error.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace recognise_test {

const Recognised& only(const std::vector<Recognised>& all) {
    return all.at(0);
}

TEST(Recognise, EverySampleIsWhatItsNameSays) {
    const auto samples = layout_samples();
    EXPECT_GE(samples.size(), 50U);
    for (const auto& [file, id] : samples) {
        const auto all = recognise(sample_path(file));
        ASSERT_EQ(all.size(), 1U) << file;
        ASSERT_NE(only(all).layout, nullptr) << file << ": " << only(all).fault;
        EXPECT_EQ(only(all).layout->id, id);
        EXPECT_EQ(only(all).fault, "") << file;
        EXPECT_TRUE(only(all).whole) << file;
        EXPECT_GT(only(all).coverage.rows, 0U) << file;
        EXPECT_FALSE(only(all).advice.empty()) << file;
    }
}

TEST(Recognise, CoverageAndVersionOfASample) {
    const auto all = recognise(sample_path("cow_nmc.csv"));
    EXPECT_EQ(only(all).version, "6.0");
    EXPECT_EQ(only(all).coverage.years, std::pair(1995, 2016));
    EXPECT_EQ(only(all).coverage.states.size(), 5U);
    EXPECT_EQ(only(all).role, "weights");
}

TEST(Recognise, AFolderOfSpeechesIsOneEntry) {
    const auto all = recognise(sample_path("ungdc"));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(only(all).layout->id, "ungdc");
    EXPECT_EQ(only(all).coverage.rows, 6U);
    EXPECT_EQ(only(all).coverage.years, std::pair(2005, 2006));
}

TEST(Recognise, OfAnUnknownFileItsColumnsAndWhatIsNearest) {
    const std::string path = TARAZY_SOURCE_DIR "/examples/supreme-court/votes.csv";
    const auto all = recognise(TARAZY_SOURCE_DIR "/examples/nile/nile.csv");
    EXPECT_EQ(only(all).layout, nullptr);
    EXPECT_FALSE(only(all).columns.empty());
    EXPECT_FALSE(only(all).needed.empty() && only(all).role.empty());
    EXPECT_EQ(recognise(path).size(), 1U);
}

TEST(Recognise, LayoutsWithAShapeBecomeTablesThatCommandsRead) {
    for (const auto& [file, id] : layout_samples()) {
        const DataLayout& layout = *data_layout(id);
        if (!layout.shape) continue;
        const Table table = read_table(sample_path(file));
        std::vector<std::string> notes;
        const Table made = reshaped_by_layout(
            table, layout, {"arms imports to Kazakhstan, 2001", "arms exports from Kazakhstan, 2001"}, notes);
        EXPECT_GT(made.rows(), 0U) << file;
        EXPECT_TRUE(made.find("state") || made.find("ccode") || made.find("from")) << file;
    }
}

/// Files as published, where this machine has them.
TEST(Recognise, RealFilesAreWhatTheyAre) {
    const std::string folder = TARAZY_SHARED_DIR "/data/";
    const std::vector<std::pair<std::string, std::string>> files = {
        {"alignment/bsv_idealpoints_jul2025.csv.gz", "un_ideal_points_sets"},
        {"alignment/bsv_idealpoints_all_apr2020.csv.gz", "un_ideal_points"},
        {"alignment/un_roll_calls.csv.gz", "un_roll_calls_voeten"},
        {"alignment/cow_nmc.csv.gz", "cow_nmc"},
        {"alignment/atop_alliance_dyadyear.csv.gz", "atop_dyads_peacesciencer"},
        {"network/cow_states2016.csv", "cow_states"},
    };
    std::size_t seen = 0;
    for (const auto& [file, id] : files) {
        if (!std::filesystem::exists(folder + file)) continue;
        ++seen;
        const auto all = recognise(folder + file);
        ASSERT_NE(only(all).layout, nullptr) << file << only(all).fault;
        EXPECT_EQ(only(all).layout->id, id) << file;
        EXPECT_TRUE(only(all).coverage.years.has_value()) << file;
        EXPECT_TRUE(only(all).coverage.states.size() > 100 || id == "un_roll_calls_voeten") << file;
    }
    if (seen == 0) GTEST_SKIP() << "the published files are not beside this checkout";
}

TEST(Recognise, AFolderWithoutFilesIsToldAndAFileThatIsNotThere) {
    EXPECT_THROW((void)recognise(sample_path("nowhere.csv")), FileError);
}

}  // namespace recognise_test
}  // namespace tarazy
