#include "io/statistical_names.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace statistical_names_test {

std::vector<std::string> faults(const std::vector<std::string>& names, StatisticalFormat format) {
    Table table;
    for (const std::string& name : names) table.add(name, Column(std::vector<std::int64_t>{1}));
    Diagnostics diagnostics;
    check_statistical_names(table, format, diagnostics);
    std::vector<std::string> what;
    for (const Problem& problem : diagnostics.problems()) what.push_back(problem.what);
    return what;
}

constexpr auto stata = StatisticalFormat::stata;
constexpr auto spss = StatisticalFormat::spss;

TEST(StatisticalNames, NamesThatDifferInCaseOnlyAreOneNameInSpss) {
    EXPECT_EQ(faults({"State", "x", "state"}, spss),
              (std::vector<std::string>{
                  "the column names 'State' (column 1) and 'state' differ in case only, which SPSS ignores"}));
    EXPECT_EQ(faults({"Ел", "ел", "ЕЛ"}, spss).size(), 2u);
    EXPECT_TRUE(faults({"State", "state", "Ел", "ел"}, stata).empty());
}

TEST(StatisticalNames, EveryKindOfFaultIsToldInWords) {
    const std::vector<std::pair<const char*, const char*>> cases = {
        {"two words", "the column name 'two words' holds ' ', which Stata does not allow"},
        {"7days", "the column name '7days' begins with '7'; names in Stata begin with a letter"},
        {"a-b", "the column name 'a-b' holds '-', which Stata does not allow"},
        {"a–b", "the column name 'a–b' holds '–', which Stata does not allow"},
        {"GDP.growth", "the column name 'GDP.growth' holds '.', which Stata does not allow"},
        {"if", "the column name 'if' is a reserved word in Stata"},
        {"str12", "the column name 'str12' is a reserved word in Stata"},
        {"a234567890123456789012345678901234",
         "the column name 'a234567890123456789012345678901234' has 34 characters; Stata allows 32"},
    };
    for (const auto& [name, what] : cases) EXPECT_EQ(faults({name}, stata), std::vector<std::string>{what});
    EXPECT_EQ(faults({"with", "by", "a.", "_x", "$x", "a b"}, spss).size(), 6u);
    EXPECT_TRUE(faults({"GDP.growth", "@x", "a_b", "Қазақстан", "if", "a#"}, spss).empty());
    EXPECT_TRUE(faults({"_x", "Қазақстан_2", "str", "strength", "жылдарыныңүлесі"}, stata).empty());
    EXPECT_EQ(faults({"ққққққққққққққққққққққққққққққққққ"}, spss).size(), 1u);  // 34 letters, 68 bytes
}

}  // namespace statistical_names_test
}  // namespace tarazy
