#include "simulate/ensemble/checkpoint.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>

namespace tarazy {
namespace checkpoint_test {

namespace fs = std::filesystem;

fs::path fresh_folder() {
    const fs::path folder = fs::path(testing::TempDir()) / "checkpoint_test";
    fs::remove_all(folder);
    return folder;
}

TEST(Checkpoint, KeepsBlocksUntilTheyAreRemoved) {
    const fs::path folder = fresh_folder();
    const Checkpoint first(folder.string(), "id");
    EXPECT_EQ(first.found(), 0u);
    first.keep(3, std::array{1.5, -2.0});
    const Checkpoint again(folder.string(), "id");
    EXPECT_EQ(again.found(), 1u);
    EXPECT_EQ(again.block(3, 2), (std::vector<double>{1.5, -2.0}));
    EXPECT_FALSE(again.block(3, 3)) << "another length is no block";
    EXPECT_FALSE(again.block(4, 2));
    write_file_atomically((folder / "block-9.runs.partial-123").string(),
                          "half of a block, of a process that was killed");
    EXPECT_EQ(Checkpoint(folder.string(), "id").found(), 1u);
    again.remove();
    EXPECT_FALSE(fs::exists(folder));
}

TEST(Checkpoint, ADamagedBlockIsNone) {
    const fs::path folder = fresh_folder();
    Checkpoint(folder.string(), "id").keep(3, std::array{1.5, -2.0});
    const std::string file = (folder / "block-3.runs").string();
    const std::string whole = read_file(file);
    for (const std::size_t at : {std::size_t{5}, whole.size() - 1}) {
        std::string bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        write_file_atomically(file, bytes);
        const Checkpoint damaged(folder.string(), "id");
        EXPECT_EQ(damaged.found(), 0u) << at;
        EXPECT_FALSE(damaged.block(3, 2)) << at;
    }
    write_file_atomically(file, whole.substr(0, whole.size() - 8));
    EXPECT_EQ(Checkpoint(folder.string(), "id").found(), 0u);
    fs::remove_all(folder);
}

TEST(Checkpoint, BlocksOfAnotherRunAndOtherFilesAreRefused) {
    const fs::path folder = fresh_folder();
    Checkpoint(folder.string(), "one").keep(0, std::array{1.0});
    EXPECT_THROW(Checkpoint(folder.string(), "two"), UsageError);
    Checkpoint(folder.string(), "one").remove();
    fs::create_directories(folder);
    write_file_atomically((folder / "notes.txt").string(), "mine");
    EXPECT_THROW(Checkpoint(folder.string(), "one"), UsageError);
    EXPECT_TRUE(fs::exists(folder / "notes.txt"));
    EXPECT_THROW(Checkpoint((folder / "notes.txt").string(), "one"), FileError);
    fs::remove_all(folder);
}

TEST(Checkpoint, WithoutAFolderNothingIsKept) {
    const Checkpoint none;
    none.keep(0, std::array{1.0});
    EXPECT_FALSE(none.block(0, 1));
    none.remove();
}

}  // namespace checkpoint_test
}  // namespace tarazy
