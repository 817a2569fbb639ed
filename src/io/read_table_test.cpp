#include "io/read_table.hpp"

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "io/compressed.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy {
namespace read_table_test {

class ReadTable : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }
    std::string file(const std::string& name, std::string_view bytes) {
        write_file_atomically(folder + name, bytes);
        return folder + name;
    }
    std::string fault_of(const std::string& path) {
        try {
            static_cast<void>(read_table(path));
        } catch (const std::exception& error) {
            return error.what();
        }
        return "no error";
    }
    std::string folder = testing::TempDir() + "read_table_test/";
};

TEST_F(ReadTable, KnowsWhereItCameFrom) {
    const std::string path = file("votes.csv", "rcid,ccode,vote\n3,2,1\n3,365,3\n");
    const Table table = read_table(path);
    EXPECT_EQ(table.rows(), 2u);
    EXPECT_EQ(table.origin.path, path);
    EXPECT_EQ(table.origin.sha256, sha256_file(path));
}

TEST_F(ReadTable, PackedFilesReadLikePlainOnesAndAreHashedAsTheyLie) {
    const std::string text = "a,b\n1,x\n2,y\n";
    for (const auto& [name, compression] : {std::pair{"t.csv.gz", Compression::gzip},
                                            {"t.csv.xz", Compression::xz},
                                            {"unnamed.csv", Compression::gzip}}) {
        const std::string path = file(name, packed(text, compression));
        const Table table = read_table(path);
        EXPECT_EQ(table["b"].text(1), "y");
        EXPECT_EQ(table.origin.sha256, sha256_file(path));
    }
}

TEST_F(ReadTable, TabSeparatedByExtension) {
    EXPECT_EQ(read_table(file("t.tsv", "a\tb\n1\tx,y\n"))["b"].text(0), "x,y");
}

TEST_F(ReadTable, ANameThatPromisesPackedDataMustKeepIt) {
    EXPECT_NE(fault_of(file("t.csv.gz", "a,b\n")).find("the name promises packed data"), std::string::npos);
    EXPECT_NE(fault_of(file("e.csv.gz", "")).find("the file is empty"), std::string::npos);
}

TEST_F(ReadTable, UnpackingStopsAtTheLimit) {
    const std::string path = file("bomb.csv.gz", packed("a,b\n" + std::string(5'000'000, '\n'), Compression::gzip));
    EXPECT_THROW(static_cast<void>(read_table(path, ReadOptions{.max_bytes = 1'000'000})), LimitError);
    EXPECT_EQ(read_table(path).rows(), 0u);
}

TEST_F(ReadTable, MissingFilesAndFoldersAreFileErrors) {
    EXPECT_THROW(static_cast<void>(read_table(folder + "none.csv")), FileError);
    EXPECT_THROW(static_cast<void>(read_table(folder)), FileError);
}

TEST_F(ReadTable, LargeFilesReadTheSame) {
    std::string text = "id,x,name\n";
    for (int row = 0; row < 300'000; ++row) {
        text += std::to_string(row) + "," + std::to_string(row) + ".5,n" + std::to_string(row % 1000) + "\n";
    }
    const std::string path = file("large.csv", text);
    const Table table = read_table(path);
    ASSERT_EQ(table.rows(), 300'000u);
    EXPECT_EQ(table["id"].integer(299'999), 299'999);
    EXPECT_EQ(table["x"].real(123'456), 123'456.5);
    EXPECT_EQ(table["name"].text(123'456), "n456");
    EXPECT_EQ(table["name"].texts().levels.size(), 1000u);
    EXPECT_EQ(table.origin.sha256, sha256_hex(text));
}

TEST_F(ReadTable, RandomBytesAreRefusedNotMisread) {
    std::string junk;
    for (unsigned byte = 0; byte < 4096; ++byte) junk += static_cast<char>((byte * 2654435761u) >> 13);
    EXPECT_THROW(static_cast<void>(read_table(file("junk.csv", junk))), InputError);
}

TEST_F(ReadTable, UnVotesAreReadWhole) {
    const std::string path = std::string(TARAZY_SHARED_DIR) + "/data/alignment/un_votes.csv.gz";
    if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not there";
    const Table table = read_table(path);
    EXPECT_GT(table.rows(), 500'000u);
    for (const Column& column : table.columns) EXPECT_EQ(column.type(), ColumnType::integer);
    EXPECT_EQ(table.origin.sha256, sha256_file(path));
}

}  // namespace read_table_test
}  // namespace tarazy
