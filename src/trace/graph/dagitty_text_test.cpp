#include "trace/graph/dagitty_text.hpp"

#include "base/random.hpp"
#include "trace/graph/dagitty_fault_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace tarazy {
namespace dagitty_text_test {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string message(const std::string& text) {
    try {
        (void)causal_graph(read_dagitty(text, "g.txt"));
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

TEST(DagittyText, NamesLinksRolesAndComments) {
    const CausalGraphParts parts = read_dagitty(
        "/* a graph */ dag my_graph {\nbb=\"0,0,1,1\"\n// a node\nx [exposure,pos=\"-0.5,1\"]; \"my \\\"y\\\"\" [o]\n"
        "x -> m -> \"my \\\"y\\\"\" # a chain\nx <-> z z <- m [beta=-0.3]\nu [latent] w [a,u] }\n",
        "g.txt");
    EXPECT_EQ(parts.arrows, (Pairs{{"x", "m"}, {"m", "my \"y\""}, {"m", "z"}}));
    EXPECT_EQ(parts.arcs, (Pairs{{"x", "z"}}));
    EXPECT_EQ(parts.exposures, std::vector<std::string>{"x"});
    EXPECT_EQ(parts.outcomes, std::vector<std::string>{"my \"y\""});
    EXPECT_EQ(parts.latent, (std::vector<std::string>{"u", "w"}));
    EXPECT_EQ(parts.adjusted, std::vector<std::string>{"w"});
}

TEST(DagittyText, GroupsAreLinkedEachToEach) {
    EXPECT_EQ(read_dagitty("dag{{a b}->{c,d}<-e}", "g.txt").arrows,
              (Pairs{{"a", "c"}, {"a", "d"}, {"b", "c"}, {"b", "d"}, {"e", "c"}, {"e", "d"}}));
}

TEST(DagittyText, NamesInAnyScriptNeedNoQuotes) {
    EXPECT_EQ(read_dagitty("dag { Қазақстан -> әлем }", "g.txt").arrows, (Pairs{{"Қазақстан", "әлем"}}));
    EXPECT_EQ(to_dagitty(causal_graph(read_dagitty("dag { Қ -> a }", "g.txt"))), "dag {\na\n\"Қ\"\n\"Қ\" -> a\n}\n");
}

TEST(DagittyText, FaultsAreNamedWithLineAndColumnInCharacters) {
    EXPECT_EQ(message("dag {\n  Қазақ -> }"),
              "g.txt:2:12: a name is expected here, not }; put names with signs or blanks in them in double quotes");
    EXPECT_EQ(message("dag {\nx -> x }"),
              "g.txt:2:3: 'x' is linked to itself; take the link out, or correct one of its ends");
    EXPECT_EQ(message("dag {\n a -> b\n b -> c\n c -> a }"),
              "g.txt:4:4: links run in a circle: a -> b -> c -> a; nothing leads back to itself; take out or turn "
              "round one of these links");
    EXPECT_EQ(message("dag { x [exposre] }"), "g.txt:1:10: 'exposre' is no role of a node; did you mean 'exposure'?");
    const std::vector<std::pair<const char*, const char*>> others = {
        {"", "begins with dag {"},
        {"pdag { a -- b }", "'pdag' is no kind of graph"},
        {"dag { a -- b }", "'--' is no link"},
        {"dag { a @-> b }", "'@->' is no link"},
        {"dag { a -> b", "ends without }"},
        {"dag { a -> \"b }", "quoted name has no end"},
        {"dag { \"\" -> b }", "the name is empty"},
        {"dag { a } b", "text behind"},
        {"dag { /* a }", "comment has no end"},
        {"dag { a [pos=] }", "a value is expected"},
        {"dag { a [exposure }", "a word is expected"},
        {"dag { a -> b [exposure] }", "stands behind a link"},
        {"dag a b { }", "no { behind dag"},
        {"dag { {a {b}} -> c }", "a group holds names only"},
        {"from,to\na,b\n", "'from' is no kind of graph"},
    };
    for (const auto& [text, part] : others) {
        EXPECT_NE(message(text).find(part), std::string::npos) << text << "\n" << message(text);
        EXPECT_TRUE(message(text).starts_with("g.txt:1:")) << message(text);
    }
}

TEST(DagittyText, IsKnownByItsBeginning) {
    for (const char* text :
         {"dag{a}", " DAG {", "// x\n/* y */ dag\n{", "dag my_graph { a }", "pdag { a -- b }", "digraph g {"})
        EXPECT_TRUE(looks_like_dagitty(text)) << text;
    for (const char* text : {"from,to\na,b\n", "", "dag", "dag,{a}\n", "dagger {", "# from\nfrom,to", "[exposure]"})
        EXPECT_FALSE(looks_like_dagitty(text)) << text;
}

TEST(DagittyText, EveryTextOfTheCorpusIsReadOrRefusedWithAPlace) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(TARAZY_SOURCE_DIR "/fuzz/corpus/dagitty")) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(file), {});
        EXPECT_EQ(dagitty_fault(text), std::nullopt) << entry.path();
        ++files;
    }
    EXPECT_GT(files, 5u);
}

TEST(DagittyText, DamagedTextsAreReadOrRefusedWithAPlace) {
    const std::string whole =
        "dag g { x [exposure,pos=\"0,1\"] \"y \\\" z\" [outcome] {a b} -> x <-> y /* c */ x <- c // d\n bb=\"1\" Қ -> "
        "x }";
    for (std::uint64_t i = 0; i < 1500; ++i) {
        Random random(7, "damaged graphs", i);
        std::string text = whole;
        for (std::uint64_t edits = 1 + random.below(3); edits > 0 && !text.empty(); --edits) {
            const std::size_t at = random.below(text.size());
            if (random.below(2) == 0)
                text.erase(at, 1 + random.below(4));
            else
                text.insert(at, 1, "{}[]<>-=\",;\\/ x\n"[random.below(16)]);
        }
        ASSERT_EQ(dagitty_fault(text), std::nullopt) << text;
    }
}

}  // namespace dagitty_text_test
}  // namespace tarazy
