#include "serve/served_folder.hpp"

#include "base/error.hpp"
#include "serve/request.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace served_folder_test {
namespace {

using namespace tarazy;
namespace fs = std::filesystem;

class ServedFolderTest : public testing::Test {
protected:
    void SetUp() override {
        root = fs::canonical(testing::TempDir()) / "served";
        fs::remove_all(root);
        fs::create_directories(root / "inner/studies/a");
        std::ofstream(root / "inner/studies/a/study.toml") << "[study]\n";
        std::ofstream(root / "secret.txt") << "secret";
        fs::create_directory_symlink(root, root / "inner/up");
        fs::create_symlink(root / "secret.txt", root / "inner/link.txt");
        folder = served_folder((root / "inner").string());
    }
    void TearDown() override { fs::remove_all(root); }
    fs::path root;
    ServedFolder folder;
};

TEST_F(ServedFolderTest, WhatLiesWithinIsFound) {
    EXPECT_EQ(path_within(folder, "studies/a"), (root / "inner/studies/a").string());
    EXPECT_EQ(path_within(folder, ""), (root / "inner").string());
    EXPECT_EQ(path_within(folder, "studies/new/file.csv"), (root / "inner/studies/new/file.csv").string());
    EXPECT_EQ(studies_within(folder), std::vector<std::string>{"studies/a"});
}

TEST_F(ServedFolderTest, NothingOutsideIs) {
    for (const std::string& path :
         {std::string("../secret.txt"), std::string("studies/../../secret.txt"), std::string("/etc/passwd"),
          std::string("up/secret.txt"), std::string("link.txt"), std::string("a\0b", 3), std::string("studies/a\n")}) {
        try {
            (void)path_within(folder, path);
            ADD_FAILURE() << path;
        } catch (const RefusedRequest& refused) {
            EXPECT_EQ(refused.status, 403) << path;
        }
    }
}

TEST_F(ServedFolderTest, AFolderIsListedWithItsStudies) {
    std::ofstream(root / "inner/studies/.hidden") << "x";
    std::ofstream(root / "inner/studies/b.csv") << "a,b\n";
    const auto entries = entries_of(path_within(folder, "studies"));
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_TRUE(entries[0].study);
    EXPECT_EQ(entries[1].name, "b.csv");
    EXPECT_EQ(entries[1].bytes, 4u);
    EXPECT_THROW((void)entries_of(path_within(folder, "studies/b.csv")), RefusedRequest);
    EXPECT_THROW((void)served_folder((root / "none").string()), FileError);
}

}  // namespace
}  // namespace served_folder_test
