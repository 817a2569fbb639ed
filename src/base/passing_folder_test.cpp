#include "base/passing_folder.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace tarazy {
namespace passing_folder_test {

namespace fs = std::filesystem;

TEST(PassingFolder, IsGoneWithItsFilesWhenItsOwnerGoes) {
    fs::path path;
    {
        const PassingFolder folder(testing::TempDir(), "passing");
        path = folder.path();
        std::ofstream(path / "file") << "a";
        EXPECT_TRUE(path.filename().string().starts_with("passing-"));
        EXPECT_TRUE(fs::exists(path / "file"));
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(PassingFolder, PutInPlaceItStaysAndTakesThePlaceOfAnEmptyFolderOnly) {
    const fs::path target = fs::path(testing::TempDir()) / "passing_folder_kept";
    fs::remove_all(target);
    fs::create_directory(target);
    fs::permissions(target, fs::perms(0750));
    {
        const PassingFolder folder(testing::TempDir(), "passing");
        std::ofstream(folder.path() / "file") << "a";
        folder.put_in_place(target);
    }
    EXPECT_TRUE(fs::exists(target / "file"));
    EXPECT_EQ(fs::status(target).permissions(), fs::perms(0750));
    const PassingFolder other(testing::TempDir(), "passing");
    EXPECT_THROW(other.put_in_place(target), FileError);
    fs::remove_all(target);
}

TEST(PassingFolder, WhereNoneCanBeMadeIsToldWithThePlace) {
    try {
        const PassingFolder folder("/no/such/place", "passing");
        FAIL() << folder.path();
    } catch (const FileError& error) {
        EXPECT_TRUE(std::string(error.what()).starts_with("/no/such/place: no folder can be made in it: "));
    }
}

}  // namespace passing_folder_test
}  // namespace tarazy
