#include "cli/serve/opening_page.hpp"

#include "io/atomic_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

namespace tarazy::opening_page_test {
namespace {

TEST(OpeningPage, OnlyItsOwnerReadsItAndItGoes) {
    const std::string address = "http://127.0.0.1:4711/?token=0123&study=a%20b";
    const OpeningPage page(address);
    struct stat file {
    }, folder{};
    ASSERT_EQ(::stat(page.file().c_str(), &file), 0);
    ASSERT_EQ(::stat(std::filesystem::path(page.file()).parent_path().c_str(), &folder), 0);
    EXPECT_EQ(file.st_mode & 0777U, 0600U);
    EXPECT_EQ(folder.st_mode & 0777U, 0700U);
    EXPECT_NE(read_file(page.file()).find("url=" + address + "\""), std::string::npos);
    page.remove();
    EXPECT_FALSE(std::filesystem::exists(std::filesystem::path(page.file()).parent_path()));
    page.remove();
}

}  // namespace
}  // namespace tarazy::opening_page_test
