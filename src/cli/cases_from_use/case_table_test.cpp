// The table of README.md beside: every case has a row, and every test that a row names exists.

#include "cli/cases_from_use/case_program_test.hpp"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace tarazy {
namespace case_table_test {

namespace fs = std::filesystem;

/// Case and the tests its row names.
std::map<std::string, std::vector<std::string>> rows_of_table() {
    std::map<std::string, std::vector<std::string>> rows;
    std::ifstream file(TARAZY_SOURCE_DIR "/src/cli/cases_from_use/README.md");
    const std::regex row(R"(^\| `([^`]+)` \| ([^|]+) \|.*)"), name(R"(`([A-Za-z0-9]+\.[A-Za-z0-9]+)`)");
    std::smatch match;
    for (std::string line; std::getline(file, line);) {
        if (!std::regex_match(line, match, row)) continue;
        const std::string tests = match[2];
        for (std::sregex_iterator test(tests.begin(), tests.end(), name), end; test != end; ++test)
            rows[match[1]].push_back((*test)[1]);
    }
    return rows;
}

/// All tests of the sources, as `Suite.Name`.
std::set<std::string> tests_of_sources() {
    std::set<std::string> tests;
    const std::regex test(R"(^TEST(?:_F|_P)?\(([A-Za-z0-9]+), ([A-Za-z0-9]+)\).*)");
    for (const char* folder : {"/src/cli", "/src/ledger", "/tests"}) {
        for (const auto& entry : fs::recursive_directory_iterator(std::string(TARAZY_SOURCE_DIR) + folder)) {
            if (!entry.path().filename().string().ends_with("_test.cpp")) continue;
            std::ifstream file(entry.path());
            std::smatch match;
            for (std::string line; std::getline(file, line);)
                if (std::regex_match(line, match, test)) tests.insert(match[1].str() + '.' + match[2].str());
        }
    }
    return tests;
}

/// `minimise-memory` as the name of a test: `MinimiseMemory`.
std::string test_name(const std::string& case_name) {
    std::string name;
    bool begins = true;
    for (const char c : case_name) {
        if (c == '-' || c == '_') {
            begins = true;
            continue;
        }
        name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        begins = false;
    }
    return name;
}

TEST(CaseTable, EveryTestThatARowNamesExistsAndTheFirstIsCalledAsTheCase) {
    const std::set<std::string> tests = tests_of_sources();
    const auto rows = rows_of_table();
    EXPECT_GE(rows.size(), 57u);
    for (const auto& [name, named] : rows) {
        for (const std::string& test : named) EXPECT_TRUE(tests.contains(test)) << name << ": " << test;
        if (name == "fuzz-preset-clang14") continue;  // no run of the program
        ASSERT_FALSE(named.empty()) << name;
        EXPECT_TRUE(named.front().starts_with("CasesOf") && named.front().ends_with('.' + test_name(name)))
            << name << ": " << named.front();
    }
}

TEST(CaseTable, EveryCaseHasARow) {
    const fs::path cases = TARAZY_SHARED_DIR "/reference/use";
    if (!fs::is_directory(cases)) GTEST_SKIP() << cases << " is not here";
    const auto rows = rows_of_table();
    for (const auto& entry : fs::directory_iterator(cases)) {
        if (!entry.is_directory()) continue;
        const std::string name = entry.path().filename().string();
        EXPECT_TRUE(rows.contains(name)) << name << " has no row in src/cli/cases_from_use/README.md";
    }
}

TEST(CaseTable, EveryFolderOfFilesIsOfACase) {
    const auto rows = rows_of_table();
    const std::string explained = testing_cases::bytes_of(testing_cases::case_file("README.md"));
    for (const auto& entry : fs::directory_iterator(testing_cases::case_file(""))) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_directory()) continue;
        EXPECT_TRUE(rows.contains(name)) << name;
        testing_cases::expect_in(explained, '`' + name + '`');
    }
}

}  // namespace case_table_test
}  // namespace tarazy
