#include "base/leftovers.hpp"

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace tarazy {
namespace leftovers_test {

namespace fs = std::filesystem;

// The process cannot go on after `remove_leftovers`, so it is another one that calls it.
TEST(Leftovers, WhatIsKnownAtTheEndIsRemoved) {
    const fs::path folder = fs::path(testing::TempDir()) / ("leftovers-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    for (const char* name : {"aside", "kept", "second"}) std::ofstream(folder / name) << "x";
    const auto end_in_the_middle = [&] {
        const Leftover aside([&] { fs::remove(folder / "aside"); });
        const Leftover faulty([] { throw std::runtime_error("gone already"); });
        const Leftover second([&] { fs::remove(folder / "second"); });
        {
            const Leftover put_in_place([&] { fs::remove(folder / "kept"); });
        }
        remove_leftovers();
        ::_exit(7);
    };
    const pid_t child = ::fork();
    if (child == 0) end_in_the_middle();
    int state = 0;
    ASSERT_EQ(::waitpid(child, &state, 0), child);
    EXPECT_TRUE(WIFEXITED(state) && WEXITSTATUS(state) == 7);
    EXPECT_FALSE(fs::exists(folder / "aside"));
    EXPECT_FALSE(fs::exists(folder / "second"));
    EXPECT_TRUE(fs::exists(folder / "kept"));
    fs::remove_all(folder);
}

}  // namespace leftovers_test
}  // namespace tarazy
