// The rules of the house that a compiler does not check: which folder may include which, one idea a file, a test
// beside every source.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace structure_test {

namespace fs = std::filesystem;
using Arrows = std::map<std::string, std::set<std::string>>;

const fs::path source = fs::path(TARAZY_SOURCE_DIR) / "src";

/// What each folder may include besides itself: everything left of it in
/// base <- table <- io, stats <- methods <- ledger <- study <- report <- analyses <- serve <- cli <- bindings. Families
/// of methods never include one another; the engines (ledger, study, report) know none of them.
Arrows allowed() {
    const std::set<std::string> ground = {"base", "table", "io", "stats"};
    const std::set<std::string> methods = {"align", "compare", "trace", "network", "text", "simulate"};
    Arrows arrows = {{"base", {}}, {"table", {"base"}}, {"io", {"base", "table"}}, {"stats", {"base", "table"}}};
    for (const std::string& method : methods) arrows[method] = ground;
    std::set<std::string> below = ground;
    for (const char* engine : {"ledger", "study", "report"}) {
        arrows[engine] = below;
        below.insert(engine);
    }
    below.insert(methods.begin(), methods.end());
    arrows["analyses"] = below;
    below.insert("analyses");
    arrows["serve"] = below;
    below.insert("serve");
    arrows["cli"] = below;
    below.insert("cli");
    arrows["bindings"] = below;
    return arrows;
}

std::vector<fs::path> sources() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(source)) {
        const std::string ending = entry.path().extension().string();
        if (ending == ".cpp" || ending == ".hpp") files.push_back(entry.path());
    }
    return files;
}

std::string folder_of(const fs::path& file) {
    return fs::relative(file, source).begin()->string();
}

/// Of src/analyses and src/cli, the family that a file belongs to: "align" of analyses/align/balance_chapter.cpp.
std::string family_of(const std::string& path) {
    static const std::regex family("^(?:analyses|cli)/([a-z_]+)/");
    std::smatch match;
    return std::regex_search(path, match, family) ? match[1].str() : "";
}

/// Includes of our own that the file may not have. @param path  of the file, from src
std::vector<std::string> wrong_arrows(const std::string& path, std::istream& file, const Arrows& arrows) {
    static const std::regex own(R"re(^\s*#\s*include\s+"(([a-z_]+)/[^"]+)")re");
    const std::string folder = path.substr(0, path.find('/'));
    std::set<std::string> may = arrows.at(folder);
    may.insert(folder);
    // Tests of the engines run them with the methods of this program.
    if (path.find("_test.") != std::string::npos && (folder == "study" || folder == "report")) may = arrows.at("cli");
    std::vector<std::string> wrong;
    std::smatch match;
    for (std::string line; std::getline(file, line);) {
        if (!std::regex_search(line, match, own)) continue;
        const std::string family = family_of(path), other = family_of(match[1]);
        const bool into_another_family =
            !family.empty() && !other.empty() && family != other && path.find("_test.") == std::string::npos;
        if (!may.contains(match[2]) || (folder == "analyses" && into_another_family)) wrong.push_back(line);
    }
    return wrong;
}

TEST(Structure, IncludesFollowTheArrows) {
    const Arrows arrows = allowed();
    for (const fs::path& path : sources()) {
        ASSERT_TRUE(arrows.contains(folder_of(path)))
            << path << " lies in a folder that has no place in the architecture";
        std::ifstream file(path);
        for (const std::string& line : wrong_arrows(fs::relative(path, source).string(), file, arrows))
            ADD_FAILURE() << path << ": " << line;
    }
}

TEST(Structure, AWrongArrowIsFound) {
    std::istringstream text("#include \"io/read_table.hpp\"\n#include \"table/table.hpp\"\n#include <vector>\n");
    EXPECT_EQ(wrong_arrows("table/table.cpp", text, allowed()),
              std::vector<std::string>{"#include \"io/read_table.hpp\""});
    std::istringstream sibling("#include \"trace/chronology.hpp\"\n");
    EXPECT_EQ(wrong_arrows("align/votes/votes.cpp", sibling, allowed()).size(), 1u);
    std::istringstream engine("#include \"analyses/all_methods.hpp\"\n#include \"align/votes/votes.hpp\"\n");
    EXPECT_EQ(wrong_arrows("study/run.cpp", engine, allowed()).size(), 2u);
    std::istringstream family("#include \"analyses/align/methods.hpp\"\n");
    EXPECT_EQ(wrong_arrows("analyses/compare/methods.cpp", family, allowed()).size(), 1u);
}

TEST(Structure, HeavyHeadersStayOutOfHeaders) {
    // The command core's own header is the one place for CLI11: it is precompiled. json_fwd.hpp only declares.
    const std::regex heavy(R"(#\s*include\s+[<"](nlohmann/(?!json_fwd)|toml|Eigen|httplib|CLI|unicode|tbb|sqlite3))");
    for (const fs::path& path : sources()) {
        if (path.extension() != ".hpp" || path.filename() == "command.hpp") continue;
        std::ifstream file(path);
        for (std::string line; std::getline(file, line);)
            EXPECT_FALSE(std::regex_search(line, heavy)) << path << ": " << line;
    }
}

TEST(Structure, NoFileIsLongerThanFourHundredLines) {
    for (const fs::path& path : sources()) {
        std::ifstream file(path);
        const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
        EXPECT_LE(lines, 400) << path;
    }
}

TEST(Structure, EverySourceHasItsTestBesideIt) {
    for (const fs::path& path : sources()) {
        const std::string name = path.stem().string();
        if (path.extension() != ".cpp" || name.ends_with("_test") || folder_of(path) == "cli") continue;
        std::ifstream test(path.parent_path() / (name + "_test.cpp"));
        const std::string text(std::istreambuf_iterator<char>(test), {});
        EXPECT_NE(text.find("\nTEST"), std::string::npos) << path;
    }
}

/// Two types of one name are one to the linker, which keeps the functions of either for both.
TEST(Structure, EachTypeHasANameOfItsOwn) {
    const std::regex definition(R"(^(?:struct|class|enum class|enum) ([A-Za-z_]+)(?: final)?(?: : [^;{]*)? \{)");
    std::map<std::string, fs::path> defined;
    for (const fs::path& path : sources()) {
        if (path.extension() != ".hpp" || path.stem().string().ends_with("_test")) continue;
        std::ifstream file(path);
        std::smatch match;
        for (std::string line; std::getline(file, line);) {
            if (!std::regex_search(line, match, definition)) continue;
            const auto [other, only] = defined.emplace(match[1], path);
            EXPECT_TRUE(only) << match[1] << " is defined in " << path << " and in " << other->second;
        }
    }
    EXPECT_GT(defined.size(), 500u);
}

/// clang 14 does not compile what gives a subrange with the headers of GCC 12; the fuzz targets are built with it.
TEST(Structure, NoAlgorithmOfRangesGivesASubrange) {
    for (const fs::path& path : sources()) {
        if (path.stem().string().ends_with("_test")) continue;
        std::ifstream file(path);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        for (const std::string name :
             {"stable_partition", "partition", "unique", "remove", "remove_if", "rotate", "equal_range", "search"})
            EXPECT_EQ(text.find("ranges::" + name + "("), std::string::npos) << path << ": " << name;
    }
}

TEST(Structure, NoFileHasAVagueName) {
    const std::regex vague("(^|_)(utils?|helpers?|common|misc|manager)(_|$)");
    for (const fs::path& path : sources()) EXPECT_FALSE(std::regex_search(path.stem().string(), vague)) << path;
}

}  // namespace structure_test
