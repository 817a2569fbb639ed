#include "io/reading_changes.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace reading_changes_test {

std::string fault_of(std::string_view text, const ReadOptions& options) {
    try {
        static_cast<void>(read_csv(text, "t.csv", options));
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

TEST(ReadingChanges, MissingMarksMakeColumnsNumeric) {
    const Table table = read_csv("c,gdp,n\nA,..,-9\nB,1.5,3\nC,..,4\n", "t.csv", {.missing = {"..", "-9"}});
    EXPECT_EQ(table["gdp"].type(), ColumnType::real);
    EXPECT_TRUE(table["gdp"].missing(0));
    EXPECT_EQ(table["n"].type(), ColumnType::integer);
    EXPECT_TRUE(table["n"].missing(0));
    EXPECT_EQ(table["n"].integer(1), 3);
    EXPECT_EQ(table.origin.notes, (std::vector<std::string>{"'..' is missing: 2 cells", "'-9' is missing: 1 cell"}));
}

TEST(ReadingChanges, MarksCompareByValueAmongNumbersAndByTextAmongTexts) {
    const Table table = read_csv("a,b,c\n-9.0,-9,x\n1.5,2,-9\n", "t.csv", {.missing = {"-9"}});
    EXPECT_TRUE(table["a"].missing(0));
    EXPECT_TRUE(table["b"].missing(0));
    EXPECT_TRUE(table["c"].missing(1));
    EXPECT_EQ(table["c"].text(0), "x");
}

TEST(ReadingChanges, MissingNaLeavesNoNamibia) {
    const Table table = read_csv("iso2\nNA\nKZ\n", "t.csv", {.missing = {"NA"}});
    EXPECT_TRUE(table["iso2"].missing(0));
    EXPECT_EQ(table["iso2"].text(1), "KZ");
}

TEST(ReadingChanges, DecimalCommasAreReadOnceTheMarksAreGone) {
    const Table table = read_csv("c;x\nA;0,5\nB;...\n", "t.csv", {.missing = {"..."}});
    EXPECT_EQ(table["x"].real(0), 0.5);
    EXPECT_TRUE(table["x"].missing(1));
}

TEST(ReadingChanges, ColumnsAreRenamed) {
    const Table table = read_csv("country,v\nKAZ,1\n", "t.csv", {.rename = {{"case", "country"}, {"x", "v"}}});
    EXPECT_EQ(table.names, (std::vector<std::string>{"case", "x"}));
    // Two may change places.
    EXPECT_EQ(read_csv("a,b\n1,2\n", "t.csv", {.rename = {{"a", "b"}, {"b", "a"}}}).names,
              (std::vector<std::string>{"b", "a"}));
}

TEST(ReadingChanges, RenamingWhatIsNotThereIsAnErrorWithTheNearestName) {
    EXPECT_EQ(fault_of("country,v\nKAZ,1\n", {.rename = {{"case", "contry"}}}),
              "t.csv:1: there is no column 'contry' to be called 'case'; did you mean 'country'?");
    EXPECT_NE(fault_of("a,b\n1,2\n", {.rename = {{"b", "a"}}}).find("two columns would be called 'b'"),
              std::string::npos);
}

TEST(ReadingChanges, ValuesAreRecodedAllAtOnce) {
    const Table table =
        read_csv("vote,w\nyes,1\nno,2\n,3\n", "t.csv",
                 {.recode = {{"vote", "yes", "1"}, {"vote", "no", "3"}, {"w", "1", "2"}, {"w", "2", "1"}}});
    EXPECT_EQ(table["vote"].type(), ColumnType::integer);
    EXPECT_EQ(table["vote"].integer(1), 3);
    EXPECT_TRUE(table["vote"].missing(2));
    EXPECT_EQ(table["w"].integer(0), 2);
    EXPECT_EQ(table["w"].integer(1), 1);
}

TEST(ReadingChanges, RecodingToNothingIsMissingAndNumbersMayBecomeTexts) {
    const Table table = read_csv("a,b\n1,1\n2,2.5\n", "t.csv", {.recode = {{"a", "1", ""}, {"b", "2.50", "high"}}});
    EXPECT_TRUE(table["a"].missing(0));
    EXPECT_EQ(table["b"].text(1), "high");
    EXPECT_EQ(table["b"].text(0), "1");
}

TEST(ReadingChanges, RecodeWithoutAColumnIsForAll) {
    const Table table = read_csv("a,b\nx,1\n1,x\n", "t.csv", {.recode = {{"", "x", "5"}}});
    EXPECT_EQ(table["a"].integer(0), 5);
    EXPECT_EQ(table["b"].integer(1), 5);
}

TEST(ReadingChanges, WhatMeetsNothingIsToldOrCounted) {
    EXPECT_EQ(read_csv("a,b\n1,2\n", "t.csv", {.missing = {".."}}).origin.notes,
              std::vector<std::string>{"'..', to be missing, is in no cell"});
    EXPECT_NE(fault_of("vote,b\n1,2\n", {.recode = {{"vot", "1", "2"}}}).find("did you mean 'vote'?"),
              std::string::npos);
    ReadingMatches matches;
    const ReadOptions options{.missing = {"..", "1"}, .rename = {{"x", "q"}, {"y", "b"}}, .matches = &matches};
    static_cast<void>(read_csv("a,b\n1,1\n", "t.csv", options));
    static_cast<void>(read_csv("a,b\n1,3\n", "t.csv", options));
    EXPECT_EQ(matches.missing, (std::vector<std::size_t>{0, 3}));
    EXPECT_EQ(matches.rename, (std::vector<std::size_t>{0, 2}));
}

TEST(ReadingChanges, DelimitersAndDecimalMarksByName) {
    EXPECT_EQ(delimiter_named("tab"), '\t');
    EXPECT_EQ(delimiter_named(";"), ';');
    EXPECT_EQ(delimiter_named("blank"), ' ');
    EXPECT_EQ(decimal_named("comma"), ',');
    for (const char* text : {"", "ab", "x", "1", "\"", "\n"})
        EXPECT_THROW(static_cast<void>(delimiter_named(text)), UsageError);
    EXPECT_THROW(static_cast<void>(decimal_named("dot")), UsageError);
}

TEST(ReadingChanges, ListsOfOptions) {
    EXPECT_EQ(listed_texts("..,-9 , \"a,\"\"b\"\"\",,"), (std::vector<std::string>{"..", "-9", "a,\"b\""}));
    EXPECT_EQ(renames_of("case=country, v = \"Exports, mln\""),
              (std::vector<std::pair<std::string, std::string>>{{"case", "country"}, {"v", "Exports, mln"}}));
    EXPECT_THROW(static_cast<void>(renames_of("country")), UsageError);
    EXPECT_THROW(static_cast<void>(renames_of("case=")), UsageError);
    const auto recodes = recodes_of("vote: yes=1, no=3,\"a=b\"=");
    ASSERT_EQ(recodes.size(), 3u);
    EXPECT_EQ(recodes[0].column, "vote");
    EXPECT_EQ(recodes[1].from, "no");
    EXPECT_EQ(recodes[1].to, "3");
    EXPECT_EQ(recodes[2].from, "a=b");
    EXPECT_EQ(recodes[2].to, "");
    EXPECT_EQ(recodes_of("12:30=noon")[0].column, "12");
    EXPECT_EQ(recodes_of("yes=1")[0].column, "");
    EXPECT_THROW(static_cast<void>(recodes_of("vote:yes")), UsageError);
}

}  // namespace reading_changes_test
}  // namespace tarazy
