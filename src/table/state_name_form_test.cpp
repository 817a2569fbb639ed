#include "table/state_name_form.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace state_name_form_test {

TEST(StateNameForm, CaseAccentsAndPunctuationAreNotLookedAt) {
    EXPECT_EQ(folded_name("  The  Gambia "), "gambia");
    EXPECT_EQ(folded_name("St. Kitts & Nevis"), "saint kitts nevis");
    EXPECT_EQ(folded_name("CÔTE D’IVOIRE"), "cote divoire");
    EXPECT_EQ(folded_name("Cote d Ivoire"), "cote divoire");
    EXPECT_EQ(folded_name("U.S.S.R."), "ussr");
    EXPECT_EQ(folded_name("U. S. S. R."), "ussr");
    EXPECT_EQ(folded_name("Guinea–Bissau"), "guinea bissau");
    EXPECT_EQ(folded_name("Объединённые"), folded_name("объединенные"));
    EXPECT_EQ(folded_name("TÜRKİYE"), folded_name("Turkiye"));
    EXPECT_EQ(folded_name("Kosovo¹"), "kosovo");
    EXPECT_EQ(folded_name("The"), "the");
    EXPECT_EQ(folded_name(""), "");
}

TEST(StateNameForm, AbbreviationsAreWrittenInFull) {
    EXPECT_EQ(folded_name("Korea, Dem. Rep."), "korea democratic republic");
    EXPECT_EQ(folded_name("Micronesia, Fed. Sts."), "micronesia federal states");
    EXPECT_EQ(folded_name("Lao PDR"), folded_name("Lao People's Democratic Republic"));
    EXPECT_EQ(folded_name("Lao P.D.R."), folded_name("Lao PDR"));
    EXPECT_EQ(folded_name("Solomon Is."), "solomon islands");
    EXPECT_EQ(folded_name("Маршалловы о-ва"), folded_name("Маршалловы острова"));
    EXPECT_EQ(folded_name("PR"), "pr") << "a word alone is no abbreviation of a longer name";
}

TEST(StateNameForm, TheOrderOfWordsDoesNotMatterForTheKey) {
    const std::string key = name_key("Democratic Republic of the Congo");
    for (const char* name : {"Congo, Dem. Rep.", "Congo (Democratic Republic of the)", "DR Congo", "Congo, D.R.",
                             "THE DEMOCRATIC REPUBLIC OF THE CONGO"})
        EXPECT_EQ(name_key(name), key) << name;
    EXPECT_NE(name_key("Congo, Rep."), key);
    EXPECT_EQ(name_key("Tanzania, United Republic of"), name_key("United Republic of Tanzania"));
    EXPECT_NE(name_key("Korea, Rep."), name_key("Korea, Dem. Rep."));
}

TEST(StateNameForm, PartsStandBetweenBracketsCommasAndStrokes) {
    EXPECT_EQ(name_parts("Iran (Persia)"), (std::vector<std::string>{"Iran ", "Persia"}));
    EXPECT_EQ(name_parts("Burma/Myanmar").size(), 2u);
    EXPECT_TRUE(name_parts("Kazakhstan").empty());
    EXPECT_TRUE(name_parts("(Kazakhstan)").empty());
    EXPECT_EQ(without_footnotes("Kosovo [1]"), "Kosovo ");
    EXPECT_EQ(without_footnotes("China (2)"), "China ");
    EXPECT_EQ(without_footnotes("Cyprus[a]"), "Cyprus");
    EXPECT_EQ(without_footnotes("Iran (Persia)"), "Iran (Persia)");
    EXPECT_EQ(without_footnotes("(open"), "(open");
}

TEST(StateNameForm, InvalidUtf8AndVeryLongTextAreNoCrash) {
    EXPECT_NO_THROW((void)name_key("\xff\xfe\x80"));
    EXPECT_NO_THROW((void)name_key(std::string(1'000'000, 'a')));
    EXPECT_NO_THROW((void)name_parts(std::string(1'000'000, '(')));
    EXPECT_NO_THROW((void)without_footnotes(std::string(100'000, '[')));
}

}  // namespace state_name_form_test
}  // namespace tarazy
