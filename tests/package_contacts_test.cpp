// Who made the program, and where to write, is the same in every package. The address is one that cannot exist: the
// project has none.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace package_contacts_test {

std::string text_of(const std::string& path) {
    std::ifstream file(std::string(TARAZY_SOURCE_DIR) + '/' + path);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

TEST(PackageContacts, EveryPackageNamesTheSame) {
    for (const char* path : {"cmake/install.cmake", "bindings/r/DESCRIPTION", "bindings/python/pyproject.toml"}) {
        EXPECT_NE(text_of(path).find("The Tarazy authors"), std::string::npos) << path;
        EXPECT_NE(text_of(path).find("tarazy@tarazy.invalid"), std::string::npos) << path;
    }
    EXPECT_NE(text_of("CITATION.cff").find("name: The Tarazy authors"), std::string::npos);
}

TEST(PackageContacts, TheVersionIsTheSame) {
    const std::string build_file = text_of("CMakeLists.txt");
    const std::size_t begin =
        build_file.find("project(tarazy VERSION ") + std::string("project(tarazy VERSION ").size();
    const std::string version = build_file.substr(begin, build_file.find(' ', begin) - begin);
    EXPECT_NE(text_of("CITATION.cff").find("\nversion: " + version + "\n"), std::string::npos) << version;
    EXPECT_NE(text_of("bindings/r/DESCRIPTION").find("\nVersion: " + version + "\n"), std::string::npos) << version;
}

}  // namespace package_contacts_test
