#include "study/data_reading.hpp"

#include "analyses/example_study_test.hpp"
#include "study/data_files.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace data_reading_test {

TEST(DataReading, KeysOfTheDataSayHowFilesAreRead) {
    const ExampleStudy example;
    write_file_atomically(example / "data/other.csv",
                          "Table of votes\nrcid|ccode|vote\n1|705|yes\n1|365|..\n2|705|no\n");
    example.edit("study.toml", "file = \"data/votes.csv\"",
                 "file = \"data/other.csv\"\ndelimiter = \"bar\"\nheader_row = 2\nmissing = [\"..\"]\n"
                 "recode = [\"vote:yes=1,no=3\"]");
    const StudyFile study = example.read();
    EXPECT_EQ(study.data[0].reading.delimiter, '|');
    const LoadedData loaded = load_data(study, study.data[0]);
    ASSERT_EQ(loaded.table.rows(), 3u);
    EXPECT_EQ(loaded.table["vote"].integer(2), 3);
    EXPECT_TRUE(loaded.table["vote"].missing(1));
    EXPECT_EQ(loaded.uses.at(0).notes, std::vector<std::string>{"'..' is missing: 1 cell"});
}

TEST(DataReading, FaultyKeysAreProblemsOfTheStudyFile) {
    const ExampleStudy example;
    example.edit("study.toml", "file = \"data/votes.csv\"",
                 "file = \"data/votes.csv\"\ndelimiter = \"x\"\nheader_row = 0\nrecode = \"vote:yes\"");
    const std::string what = complaint_of([&] { (void)example.read(); });
    for (const char* part : {"the delimiter is comma", "header_row is 0", ": recode needs COLUMN:FROM=TO"})
        EXPECT_NE(what.find(part), std::string::npos) << what;
}

TEST(DataReading, EveryOptionChangesTheKeyOfTheCache) {
    const std::string plain = reading_text({});
    for (const ReadOptions& options :
         {ReadOptions{.delimiter = ';'}, ReadOptions{.sheet = "a"}, ReadOptions{.header_row = 2},
          ReadOptions{.encoding = "koi8-r"}, ReadOptions{.missing = {".."}}, ReadOptions{.recode = {{"a", "1", "2"}}},
          ReadOptions{.decimal = ','}})
        EXPECT_NE(reading_text(options), plain);
}

}  // namespace data_reading_test
}  // namespace tarazy
