#include "analyses/write_study/recognise/recognise.hpp"

#include "analyses/write_study/recognise/layout_samples_test.hpp"
#include "base/error.hpp"
#include "io/atomic_file.hpp"

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

/// `,2001,2002,Total`: a table of SIPRI that was taken out of its file looked like cases of a comparison.
TEST(Recognise, ATableOfSipriIsNoComparisonOfCases) {
    const std::string table = ",2001,2002,2003,Total\nRussia,5,0,1,6\nChina,0,1,0,1\nTotal,5,1,1,7\n";
    const Recognised alone = recognised_table(read_csv(table, "f.csv"), "f.csv");
    EXPECT_EQ(alone.layout, nullptr);
    EXPECT_EQ(alone.role, "");
    ASSERT_FALSE(alone.needed.empty());
    EXPECT_NE(alone.needed.front().find("the lines above the table ('arms imports to ..')"), std::string::npos)
        << alone.needed.front();
    const Recognised titled = recognised_table(
        read_csv("TIV of arms imports to Kazakhstan, 2001-2003\nGenerated: 1 May 2024\n\n" + table, "f.csv"), "f.csv");
    ASSERT_NE(titled.layout, nullptr);
    EXPECT_EQ(titled.layout->id, "sipri_imports");
    EXPECT_EQ(titled.role, "");
}

TEST(Recognise, AFileWhoseRowsCannotBeReadHasNoCommands) {
    const std::string path = testing::TempDir() + "recognise_faulty.csv";
    write_file_atomically(path, "rcid,ccode,vote,session\n1,2,1,1\n1,365,3\n");
    const Recognised found = recognise(path).at(0);
    ASSERT_NE(found.layout, nullptr);
    EXPECT_EQ(found.layout->id, "un_votes_voeten");
    EXPECT_NE(found.fault.find(":3"), std::string::npos) << found.fault;
    EXPECT_TRUE(found.advice.empty());
    EXPECT_EQ(found.role, "");
}

TEST(Recognise, ColumnsOfYourOwnAreNoTableOfOrganisations) {
    EXPECT_EQ(layout_of_table(read_csv("ccode,year,state,UN,gdp\n705,1992,Kazakhstan,1,5\n", "f.csv")), nullptr);
}

}  // namespace recognise_test
}  // namespace tarazy
