#include "ledger/way_clear.hpp"

#include "base/error.hpp"
#include "io/atomic_file.hpp"
#include "ledger/example_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace way_clear_test {

namespace fs = std::filesystem;

TEST(WayClear, LinksAndFilesOnTheWayAreNoFolders) {
    const ScratchFolder folder;
    fs::create_directories(folder / "results/deep");
    write_file_atomically(folder / "file", "x");
    fs::create_directory_symlink(folder / "results", folder / "link");
    EXPECT_TRUE(way_is_clear(folder / "", "results/deep/a.csv"));
    EXPECT_TRUE(way_is_clear(folder / "", "new/a.csv"));
    EXPECT_FALSE(way_is_clear(folder / "", "link/deep/a.csv"));
    EXPECT_FALSE(way_is_clear(folder / "", "file/a.csv"));
}

TEST(WayClear, APathThatLeadsOutDoesNotStayInside) {
    for (const char* inside : {"a.csv", "results/deep/a.csv", "..a/b", "./a.csv"})
        EXPECT_TRUE(stays_inside(inside)) << inside;
    for (const char* outside : {"", "/a.csv", "../a.csv", "results/../../a.csv", "results/", "results/.."})
        EXPECT_FALSE(stays_inside(outside)) << outside;
}

TEST(WayClear, OnlyWhatARunHasWrittenIsReplaced) {
    const ScratchFolder folder;
    write_file_atomically(folder / "a.csv", "x");
    EXPECT_THROW(require_way_clear(folder / "", {"a.csv"}, {}, true), FileError);
    EXPECT_NO_THROW(require_way_clear(folder / "", {"a.csv"}, {{"a.csv", "", 0}}, true));
    write_file_atomically(folder / "manifest.json", "x");
    EXPECT_NO_THROW(require_way_clear(folder / "", {"manifest.json"}, {}, true));
    EXPECT_THROW(require_way_clear(folder / "", {"manifest.json"}, {}, false), FileError);
}

TEST(WayClear, FoldersThatAreNotThereYetAreMadeInOneThatIs) {
    const ScratchFolder folder;
    EXPECT_NO_THROW(require_folders_writable(folder / "", {"a.csv", "results/deep/b.csv"}));
}

}  // namespace way_clear_test
}  // namespace tarazy
