#include "base/abandoned.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

namespace tarazy {
namespace abandoned_test {

namespace fs = std::filesystem;

/// The number of a process that was there and is gone.
pid_t gone() {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    return child;
}

class Abandoned : public testing::Test {
protected:
    void SetUp() override {
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }
    [[nodiscard]] fs::path made(const std::string& name) const {
        std::ofstream(folder / name) << "x";
        return folder / name;
    }
    [[nodiscard]] fs::path made_folder(const std::string& name, unsigned mode) const {
        fs::create_directories(folder / name / "inside");
        fs::permissions(folder / name, fs::perms(mode));
        return folder / name;
    }
    const fs::path folder = fs::path(testing::TempDir()) / "abandoned_test";
};

TEST_F(Abandoned, PartialFilesOfProcessesThatAreGoneAreSwept) {
    const std::string dead = std::to_string(gone());
    const fs::path first = made("o.csv.partial-" + dead), second = made("o.csv.partial-" + dead + "-1");
    const fs::path alive = made("o.csv.partial-" + std::to_string(::getpid()));
    const fs::path other = made("p.csv.partial-" + dead), word = made("o.csv.partial-of-mine");
    const fs::path longer = made("o.csv.partial-" + dead + ".bak");
    sweep_partial_files(folder / "o.csv");
    for (const fs::path& path : {first, second}) EXPECT_FALSE(fs::exists(path)) << path;
    for (const fs::path& path : {alive, other, word, longer}) EXPECT_TRUE(fs::exists(path)) << path;
}

TEST_F(Abandoned, WhatIsHeldStaysThoughItsProcessSeemsGone) {
    const fs::path held = made("o.csv.partial-" + std::to_string(gone()));
    const int file = ::open(held.c_str(), O_RDONLY);
    hold(file);
    EXPECT_FALSE(is_abandoned(held));
    sweep_partial_files(folder / "o.csv");
    EXPECT_TRUE(fs::exists(held));
    ::close(file);
    EXPECT_TRUE(is_abandoned(held));
    sweep_partial_files(folder / "o.csv");
    EXPECT_FALSE(fs::exists(held));
}

TEST_F(Abandoned, PrivateFoldersThatNobodyHoldsAreSwept) {
    const fs::path left = made_folder("tarazy-x-aB3dE6", 0700);
    const fs::path open = made_folder("tarazy-x-report", 0755), named = made_folder("tarazy-x-notes-2", 0700);
    const fs::path held = made_folder("tarazy-x-aB3dE7", 0700);
    const int file = ::open(held.c_str(), O_RDONLY | O_DIRECTORY);
    EXPECT_TRUE(hold_new_folder(file, held));
    sweep_passing_folders(folder, "tarazy-x");
    EXPECT_TRUE(fs::exists(held));
    ::close(file);
    EXPECT_FALSE(fs::exists(left));
    EXPECT_TRUE(fs::exists(open));
    EXPECT_TRUE(fs::exists(named));
}

TEST_F(Abandoned, AFolderThatWasSweptBeforeItWasHeldIsKnownToBeLost) {
    const fs::path made = made_folder("tarazy-x-aB3dE8", 0700);
    const int file = ::open(made.c_str(), O_RDONLY | O_DIRECTORY);
    sweep_passing_folders(folder, "tarazy-x");
    EXPECT_FALSE(hold_new_folder(file, made));
    ::close(file);
    const fs::path other = made_folder("tarazy-x-aB3dE9", 0700);
    const int sweeping = ::open(other.c_str(), O_RDONLY | O_DIRECTORY), making = ::open(other.c_str(), O_RDONLY);
    hold(sweeping);
    EXPECT_FALSE(hold_new_folder(making, other));
    ::close(sweeping);
    ::close(making);
}

}  // namespace abandoned_test
}  // namespace tarazy
