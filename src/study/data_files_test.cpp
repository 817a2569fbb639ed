#include "study/data_files.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/derive.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace tarazy {
namespace data_files_test {

TEST(DataFiles, PathsAreRecordedAsSeenFromTheStudy) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    EXPECT_EQ(recorded_path(study, "data/votes.csv"), "data/votes.csv");
    EXPECT_EQ(recorded_path(study, "./data/../data/votes.csv"), "data/votes.csv");
    EXPECT_EQ(recorded_path(study, example / "data/votes.csv"), "data/votes.csv");
    EXPECT_EQ(recorded_path(study, "$TARAZY_DATA/votes.csv"), "$TARAZY_DATA/votes.csv");
    EXPECT_EQ(recorded_path(study, "../raw/votes.csv"), "../raw/votes.csv");
    EXPECT_EQ(recorded_path(study, "/elsewhere/votes.csv"), "/elsewhere/votes.csv");
}

TEST(DataFiles, SeveralFilesAreOneTable) {
    const ExampleStudy example;
    write_file_atomically(example / "data/more.csv", "rcid,ccode,vote\n9001,705,1\n");
    example.edit("study.toml", "file = \"data/votes.csv\"", "file = [\"data/votes.csv\", \"data/more.csv\"]");
    const StudyFile study = example.read();
    const LoadedData loaded = load_data(study, study.data[0]);
    ASSERT_EQ(loaded.uses.size(), 2u);
    EXPECT_EQ(loaded.table.rows(), loaded.uses[0].rows + 1);
    EXPECT_EQ(loaded.uses[1].path, "data/more.csv");
    EXPECT_EQ(loaded.uses[1].sha256.size(), 64u);
}

TEST(DataFiles, ColumnsGetOurNames) {
    const ExampleStudy example;
    const StudyFile study = example.read();
    EXPECT_TRUE(load_data(study, study.data[1]).table.find("session").has_value());
    example.edit("study.toml", "session = \"meeting\"", "session = \"meting\"");
    const StudyFile mistyped = example.read();
    const std::string what = complaint_of([&] { (void)load_data(mistyped, mistyped.data[1]); });
    EXPECT_NE(what.find("no column 'meting' in the data 'roll_calls'"), std::string::npos) << what;
}

TEST(DataFiles, AFallbackFileStandsInForARawFile) {
    const ExampleStudy example;
    example.edit("study.toml", "file = \"data/links.csv\"",
                 "file = \"$TARAZY_TEST_RAW/links.csv\"\nfallback = \"data/links.csv\"");
    const StudyFile study = example.read();
    const LoadedData loaded = load_data(study, study.data[3]);
    EXPECT_EQ(loaded.state, DataState::file);
    EXPECT_TRUE(loaded.uses.at(0).fallback);
    EXPECT_EQ(loaded.uses.at(0).path, "data/links.csv");
    EXPECT_EQ(loaded.uses.at(0).raw_path, "$TARAZY_TEST_RAW/links.csv");
}

TEST(DataFiles, RawFilesAreLeftAloneWhenAskedTo) {
    const ExampleStudy example;
    example.ship_results();
    const Variable raw("TARAZY_TEST_RAW", example.beside("raw"));
    (void)derive_study(read_study_file_alone(example.folder(), all_methods()), all_methods());
    const StudyFile study = example.read();
    EXPECT_EQ(find_data(study, study.data[0]).state, DataState::raw);
    EXPECT_EQ(find_data(study, study.data[0], true).state, DataState::folder);
    const ShippedTables shipped = read_shipped_tables(study, study.data[0], "shares");
    ASSERT_EQ(shipped.tables.size(), 2u);
    EXPECT_EQ(shipped.tables[1].name, "summary");
    ASSERT_EQ(shipped.files.size(), 3u);
    EXPECT_EQ(shipped.files[2].path, "data/derived/provenance.json");
}

TEST(DataFiles, ATableIsWhatItsTextTells) {
    Table table;
    table.add("x", Column(std::vector<double>{1.0 / 3.0, 2.0, std::numeric_limits<double>::quiet_NaN()}));
    const Table written = as_written(table);
    EXPECT_EQ(written["x"].real(0), 0.333333333333333);
    EXPECT_TRUE(written["x"].missing(2));
    EXPECT_EQ(as_written(written)["x"].real(0), written["x"].real(0));
    EXPECT_EQ(as_written(Table{}).rows(), 0u);
}

TEST(DataFiles, ARowIsNamedByItsFileAndTheLineInIt) {
    const std::vector<FileRows> files = {{"a.csv", 0, {}}, {"b.csv", 3, {2, 5}}, {"c.toml", 5, {1, 2}}};
    const auto place = [&](std::size_t row) {
        const PlaceInFile found = place_in_file(files, row);
        return found.path + ':' + std::to_string(found.line);
    };
    EXPECT_EQ(place(0), "a.csv:2") << "line 1 is the header";
    EXPECT_EQ(place(2), "a.csv:4");
    EXPECT_EQ(place(3), "b.csv:2");
    EXPECT_EQ(place(4), "b.csv:5") << "a cell with line breaks stood before it";
    EXPECT_EQ(place(5), "c.toml:1");
}

}  // namespace data_files_test
}  // namespace tarazy
