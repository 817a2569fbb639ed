#include "ledger/work_folder.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "ledger/example_run_test.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>

namespace tarazy {
namespace work_folder_test {

namespace fs = std::filesystem;

TEST(WorkFolder, IsOursByItsMarkerOnly) {
    const ScratchFolder folder;
    EXPECT_EQ(work_folder(folder / "none"), WorkFolder::none);
    const std::string made = make_staging_folder(folder.path());
    EXPECT_EQ(work_folder(made), WorkFolder::ours);
    fs::create_directories(folder / ".staging-1");
    EXPECT_EQ(work_folder(folder / ".staging-1"), WorkFolder::empty);
    write_file_atomically(folder / ".staging-1/mine", "keep");
    EXPECT_EQ(work_folder(folder / ".staging-1"), WorkFolder::foreign);
    fs::create_directory_symlink(made, folder / ".staging-2");
    EXPECT_EQ(work_folder(folder / ".staging-2"), WorkFolder::foreign);
    for (const char* name : {".staging-1", ".staging-2"}) {
        remove_work_folder(folder / name);
        EXPECT_TRUE(fs::exists(folder / name)) << name;
    }
    write_file_atomically(made + "/report.html", "half done");
    remove_work_folder(made);
    EXPECT_FALSE(fs::exists(made));
}

TEST(WorkFolder, AForeignFolderOfTheSameNameIsPassedBy) {
    const ScratchFolder folder;
    const std::string taken = folder / (".staging-" + std::to_string(::getpid()));
    fs::create_directories(taken);
    write_file_atomically(taken + "/mine", "keep");
    const std::string made = make_staging_folder(folder.path());
    EXPECT_NE(made, taken);
    EXPECT_TRUE(is_staging_name(fs::path(made).filename().string()));
    EXPECT_THROW(static_cast<void>(make_staging_folder(folder / "none")), FileError);
}

TEST(WorkFolder, StagingNamesAreDigits) {
    EXPECT_TRUE(is_staging_name(".staging-120"));
    for (const char* name : {".staging-", ".staging-mine", ".staging-12a", "staging-12", ".pending"})
        EXPECT_FALSE(is_staging_name(name)) << name;
}

TEST(ResultCache, HoldsFilesNamedByADigestOnly) {
    const ScratchFolder folder;
    EXPECT_FALSE(is_result_cache(folder / "none"));
    EXPECT_TRUE(is_result_cache(folder.path()));
    const std::string digest(64, 'a');
    write_file_atomically(folder / digest, "x");
    write_file_atomically(folder / (digest + ".partial-17"), "x");
    EXPECT_TRUE(is_result_cache(folder.path()));
    write_file_atomically(folder / "mine", "x");
    EXPECT_FALSE(is_result_cache(folder.path()));
}

}  // namespace work_folder_test
}  // namespace tarazy
