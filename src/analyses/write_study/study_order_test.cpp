#include "analyses/write_study/study_order.hpp"

#include "analyses/all_methods.hpp"
#include "base/error.hpp"
#include "study/method.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

namespace tarazy {
namespace study_order_test {

std::string refusal(const std::function<void()>& action) {
    try {
        action();
    } catch (const UsageError& error) {
        return error.what();
    }
    ADD_FAILURE() << "nothing was refused";
    return "";
}

StudyOrder order() {
    StudyOrder order;
    order.id = "mongolia";
    order.focus = "MNG";
    order.poles = poles_of_option("RUS,CHN,WEST=USA+GBR");
    order.years = {1991, 2023};
    return order;
}

TEST(StudyOrder, PolesAreStatesOrNamesWithMembers) {
    const std::vector<Pole> poles = poles_of_option("RUS, china, WEST=USA+GBR, OTHERS=JPN+KOR+DEU+IND, PAIR=KAZ+KGZ");
    ASSERT_EQ(poles.size(), 5u);
    EXPECT_EQ(poles[1].id, "CHN");
    EXPECT_EQ(poles[1].name.ru, "Китай");
    EXPECT_EQ(poles[2].name.kk, "Батыс");
    EXPECT_EQ(poles[2].members, (std::vector<std::string>{"USA", "GBR"}));
    EXPECT_TRUE(is_named_by_id(poles[3]));
    EXPECT_EQ(poles[4].name.en, "Kazakhstan, Kyrgyzstan");
    EXPECT_EQ(poles[4].name.kk, "Қазақстан, Қырғызстан");
}

TEST(StudyOrder, PolesInOtherScriptsGetAnIdAndKeepTheirName) {
    const std::string text = "РОС=RUS,БАТЫС ӘЛЕМ=USA+GBR+FRA+DEU,Ёлки=CHN,Türk=TUR,WEST=ITA";
    const std::vector<Pole> poles = poles_of_option(text);
    ASSERT_EQ(poles.size(), 5u);
    EXPECT_EQ(poles[0].id, "ROS");
    EXPECT_EQ(poles[0].name.ru, "РОС");
    EXPECT_EQ(poles[0].name.en, "Russia");
    EXPECT_EQ(poles[1].id, "BATYS-ALEM");
    EXPECT_EQ(poles[1].name.kk, "БАТЫС ӘЛЕМ");
    EXPECT_TRUE(is_named_by_id(poles[1]));
    EXPECT_EQ(poles[3].id, "Turk");
    EXPECT_EQ(poles[3].name.en, "Türk");
    const std::vector<std::string> told = poles_told(text, poles);
    ASSERT_EQ(told.size(), 4u);
    EXPECT_EQ(told[0], "the pole 'РОС' has the id ROS; its name stays as you wrote it");
    EXPECT_NE(refusal([] { (void)poles_of_option("РОС=RUS,ROS=CHN"); }).find("'ROS' is named twice"),
              std::string::npos);
    EXPECT_NE(refusal([] { (void)poles_of_option("…=RUS,ROS=CHN"); }).find("no id of a pole"), std::string::npos);
}

TEST(StudyOrder, FoldersInOtherScriptsGiveASensibleId) {
    EXPECT_EQ(id_of_folder("/tmp/моя студия 1"), "moya-studiya-1");
    EXPECT_EQ(id_of_folder("/tmp/Менің зерттеуім/"), "Mening-zertteuim");
    EXPECT_EQ(id_of_folder("/tmp/études (2)"), "etudes-2");
    EXPECT_EQ(id_of_folder("/tmp/***"), "study");
}

TEST(StudyOrder, AWrongStateIsToldWithTheOneThatWasMeant) {
    EXPECT_NE(refusal([] { (void)state_of_option("Mongolya", "--focus"); }).find("Mongolia"), std::string::npos);
    EXPECT_NE(refusal([] { (void)poles_of_option("RUS,CHN,WEST=USA+XQX"); }).find("'XQX'"), std::string::npos);
    EXPECT_NE(refusal([] { (void)states_of_option("KGZ,Uzbekistn", "--comparison"); }).find("Uzbekistan"),
              std::string::npos);
}

TEST(StudyOrder, SemicolonsAreToldAsSuch) {
    EXPECT_NE(refusal([] { (void)poles_of_option("RUS;CHN"); }).find("commas"), std::string::npos);
    EXPECT_NE(refusal([] { (void)states_of_option("KGZ;TJK", "--comparison"); }).find("commas"), std::string::npos);
    EXPECT_NE(refusal([] { (void)methods_of_option("align;trace", {"align.shares"}); }).find("commas"),
              std::string::npos);
}

TEST(StudyOrder, PolesThatCannotBeAreRefused) {
    EXPECT_NE(refusal([] { (void)poles_of_option("RUS,CHN,RUS"); }).find("twice"), std::string::npos);
    EXPECT_NE(refusal([] { (void)poles_of_option("USA,WEST=USA+GBR"); }).find("twice"), std::string::npos);
    EXPECT_NE(refusal([] { (void)poles_of_option("USA+GBR"); }).find("WEST=USA+GBR"), std::string::npos);
    EXPECT_NE(refusal([] { (void)poles_of_option("WEST="); }).find("no members"), std::string::npos);
    EXPECT_NE(refusal([] { (void)poles_of_option("the west=USA"); }).find("no id"), std::string::npos);
}

TEST(StudyOrder, YearsTheWrongWayRoundAreToldSo) {
    EXPECT_EQ(years_of_option("1991-2024"), (Span{1991, 2024}));
    EXPECT_NE(refusal([] { (void)years_of_option("2024-1991"); }).find("earlier year"), std::string::npos);
    EXPECT_NE(refusal([] { (void)years_of_option("1991:2024"); }).find("hyphen"), std::string::npos);
    EXPECT_NE(refusal([] { (void)years_of_option("91-24"); }).find("1991-2024"), std::string::npos);
}

TEST(StudyOrder, FamiliesAndMethodsCanBeAskedFor) {
    const std::vector<std::string> ids = method_names(all_methods());
    EXPECT_EQ(methods_of_option("align, trace.chronology", ids),
              (std::vector<std::string>{"align", "trace.chronology"}));
    EXPECT_NE(refusal([&] { (void)methods_of_option("algin", ids); }).find("'align'"), std::string::npos);
}

TEST(StudyOrder, ARoleMayStandBeforeAFile) {
    EXPECT_EQ(file_of_option("system=states.csv").role, "system");
    EXPECT_EQ(file_of_option("system=states.csv").written, "states.csv");
    EXPECT_EQ(file_of_option("a=b.csv").written, "a=b.csv");
}

TEST(StudyOrder, TheIdComesFromTheFolder) {
    EXPECT_EQ(id_of_folder("studies/my study (2)/"), "my-study-2");
    EXPECT_EQ(id_of_folder("Моңғолия"), "Monggholiya");
}

TEST(StudyOrder, AStateIsNoPoleOfItself) {
    EXPECT_NO_THROW(check_order(order()));
    StudyOrder wrong = order();
    wrong.focus = "GBR";
    EXPECT_NE(refusal([&] { check_order(wrong); }).find("WEST"), std::string::npos);
    wrong = order();
    wrong.comparison = {"MNG"};
    EXPECT_NE(refusal([&] { check_order(wrong); }).find("--comparison"), std::string::npos);
    wrong = order();
    wrong.id = "a b";
    EXPECT_NE(refusal([&] { check_order(wrong); }).find("--name"), std::string::npos);
}

TEST(StudyOrder, NamesOfStatesComeInThreeLanguages) {
    EXPECT_EQ(state_names("MNG").en, "Mongolia");
    EXPECT_EQ(state_names("MNG").kk, "Моңғолия");
    EXPECT_EQ(state_names("MNG").ru, "Монголия");
}

}  // namespace study_order_test
}  // namespace tarazy
