#include "study/study_section.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace study_section_test {

struct Read {
    StudyProblems problems{"study.toml", {}, {}};
    TomlValue table;
    explicit Read(const char* text) : table(parse_toml(text, "study.toml")) {}
    StudySection section() { return StudySection(table, "[x]", problems); }
};

TEST(StudySection, KeysThatNobodyAskedForAreUnknown) {
    Read read("name = \"a\"\nnmae = \"b\"\n");
    StudySection section = read.section();
    EXPECT_EQ(section.text("name").text, "a");
    section.finish();
    ASSERT_EQ(read.problems.problems.size(), 1u);
    EXPECT_EQ(to_string(read.problems.problems[0]), "study.toml:2:1: unknown key 'nmae' in [x]; did you mean 'name'?");
}

TEST(StudySection, AMissingKeyIsAProblemOnlyWhenItIsRequired) {
    Read read("a = 1\n");
    StudySection section = read.section();
    EXPECT_EQ(section.text("b", false).text, "");
    EXPECT_TRUE(section.texts("c", false).empty());
    EXPECT_TRUE(read.problems.problems.empty());
    EXPECT_EQ(section.text("d").text, "");
    EXPECT_EQ(read.problems.problems.at(0).what, "[x] has no 'd'");
}

TEST(StudySection, ATextAndAListOfTextsAreBothReadAsTexts) {
    Read read("one = \"a\"\nmany = [\"a\", \"b\"]\nmixed = [\"a\", 1]\nnone = []\n");
    StudySection section = read.section();
    EXPECT_EQ(section.texts("one").size(), 1u);
    EXPECT_EQ(section.texts("many").at(1).place.column, 14u);
    EXPECT_TRUE(section.texts("mixed").empty());
    EXPECT_TRUE(section.texts("none").empty());
    ASSERT_EQ(read.problems.problems.size(), 2u);
    EXPECT_EQ(read.problems.problems[0].what, "'mixed' in [x] is a list");
    EXPECT_EQ(read.problems.problems[1].what, "'none' in [x] is empty");
}

TEST(StudySection, NumbersKeepTheirKinds) {
    Read read("whole = 3\npart = 2.5\nword = \"3\"\nyear = 2025\n");
    StudySection section = read.section();
    EXPECT_EQ(section.integer("whole"), 3);
    EXPECT_EQ(section.number("whole"), 3.0);
    EXPECT_EQ(section.number("part"), 2.5);
    EXPECT_EQ(section.words("year"), "2025");
    EXPECT_FALSE(section.integer("part").has_value());
    EXPECT_FALSE(section.number("word").has_value());
    EXPECT_EQ(read.problems.problems.size(), 2u);
}

TEST(StudySection, ALanguageThatIsLackingIsAWarning) {
    Read read(
        "full = { en = \"a\", kk = \"ә\", ru = \"а\" }\nplain = \"a\"\nwrong = { en = \"a\", de = \"ä\", kk = \"ә\", "
        "ru = \"а\" }\n");
    StudySection section = read.section();
    EXPECT_EQ(section.local_text("full").kk, "ә");
    EXPECT_TRUE(read.problems.warnings.empty());
    EXPECT_EQ(section.local_text("plain").en, "a");
    EXPECT_EQ(read.problems.warnings.size(), 1u);
    EXPECT_EQ(section.local_text("wrong").ru, "а");
    EXPECT_EQ(read.problems.problems.at(0).what, "unknown key 'de' in 'wrong' in [x]");
}

TEST(StudySection, ProblemsAreThrownInTheOrderOfTheFile) {
    StudyProblems problems{"study.toml", {}, {}};
    problems.throw_if_any();
    problems.problem({9, 1}, "late", "mend it");
    problems.problem({2, 5}, "early", "mend it");
    try {
        problems.throw_if_any();
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().at(0).what, "early");
    }
}

TEST(StudySection, ListsOfTablesAreToldFromTables) {
    Read read("[[item]]\na = 1\n[[item]]\na = 2\n[named.one]\na = 1\n[single]\na = 1\n");
    StudySection section = read.section();
    EXPECT_EQ(section.tables("item").size(), 2u);
    EXPECT_EQ(section.named_tables("named").size(), 1u);
    EXPECT_EQ(section.entries("single").size(), 1u);
    EXPECT_TRUE(section.tables("none").empty());
    EXPECT_TRUE(section.tables("single").empty());
    EXPECT_EQ(read.problems.problems.size(), 1u);
}

}  // namespace study_section_test
}  // namespace tarazy
