#include "base/regular_file.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

namespace tarazy {
namespace regular_file_test {

TEST(RegularFile, DevicesPipesAndFoldersAreRefusedBeforeTheyAreOpened) {
    const std::string pipe = testing::TempDir() + "regular_file_test.pipe";
    ::unlink(pipe.c_str());
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    for (const std::string& path : {pipe, std::string("/dev/zero"), std::string("/dev/null"), testing::TempDir()})
        EXPECT_THROW(require_regular_file(path), FileError) << path;
    ::unlink(pipe.c_str());
}

TEST(RegularFile, FilesMissingOnesAndWhatTheShellHandsOverPass) {
    const std::string file = testing::TempDir() + "regular_file_test.txt";
    std::ofstream(file) << "x";
    for (const std::string& path : {file, file + ".missing", std::string("/dev/stdin"), std::string("/dev/fd/0")})
        EXPECT_NO_THROW(require_regular_file(path)) << path;
    ::unlink(file.c_str());
}

}  // namespace regular_file_test
}  // namespace tarazy
