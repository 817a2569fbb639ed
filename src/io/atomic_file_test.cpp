#include "io/atomic_file.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <csignal>
#include <filesystem>

namespace tarazy {
namespace {

class AtomicFile : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }
    std::string folder = testing::TempDir() + "atomic_file_test";
};

TEST_F(AtomicFile, ReplacesTheFileWhole) {
    write_file_atomically(folder + "/a.txt", "old");
    write_file_atomically(folder + "/a.txt", "new");
    EXPECT_EQ(read_file(folder + "/a.txt"), "new");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

TEST_F(AtomicFile, MissingFolderIsAFileError) {
    EXPECT_THROW(write_file_atomically(folder + "/no/a.txt", "x"), FileError);
}

TEST_F(AtomicFile, AFullDiskLeavesTheOldFileAndNothingElse) {
    write_file_atomically(folder + "/a.txt", "old");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 4096;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    EXPECT_THROW(write_file_atomically(folder + "/a.txt", std::string(100000, 'x')), FileError);
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(read_file(folder + "/a.txt"), "old");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1);
}

}  // namespace
}  // namespace tarazy
