#include "base/program_version.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace tarazy {
namespace program_version_test {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

TEST(ProgramVersion, IsTheOneOfTheBuildFile) {
    const std::string build_file = text_of(TARAZY_SOURCE_DIR "/CMakeLists.txt");
    EXPECT_NE(build_file.find("project(tarazy VERSION " + program_version() + " "), std::string::npos);
}

/// A definition that all files are compiled with would have all compiled again for a new version.
TEST(ProgramVersion, OnlyItsOwnFileIsCompiledWithIt) {
    const std::string word =
        "TARAZY_"
        "VERSION";
    for (const char* folder : {"/src", "/bindings"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(TARAZY_SOURCE_DIR + std::string(folder))) {
            const std::string ending = entry.path().extension().string();
            if ((ending != ".cpp" && ending != ".hpp") || entry.path().filename() == "program_version.cpp") continue;
            EXPECT_EQ(text_of(entry.path()).find(word), std::string::npos) << entry.path();
        }
    }
}

}  // namespace program_version_test
}  // namespace tarazy
