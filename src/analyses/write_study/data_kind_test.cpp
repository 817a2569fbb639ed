#include "analyses/write_study/data_kind.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace tarazy {
namespace data_kind_test {

Table table_of(const std::string& text) {
    return read_csv(text, "given.csv");
}

std::string role_of(const std::string& text) {
    const auto found = recognised_data(table_of(text));
    return found ? found->role : "nothing";
}

TEST(DataKind, EveryFileOfTheStudyOfAllMethodsIsKnownByItsHeader) {
    const StudyFile& study = every_method_study();
    std::size_t looked_at = 0;
    for (const StudyData& data : study.data) {
        const std::string path = data.files.empty() ? "" : study.folder + "/" + data.files.front().text;
        if (!path.ends_with(".csv")) continue;
        const auto found = recognised_data(read_table(path));
        ASSERT_TRUE(found) << path;
        EXPECT_EQ(found->role, data.role.text) << path;
        ++looked_at;
    }
    EXPECT_GT(looked_at, 20u);
}

TEST(DataKind, EveryRoleOfAMethodIsKnownUnlessItIsADocument) {
    for (const std::string& role : data_roles(all_methods())) {
        if (role == "scenario" || role == "sealed_forecast") continue;
        EXPECT_NE(columns_of_role(role), "") << role;
    }
}

TEST(DataKind, ColumnsUnderOtherNamesAreRenamed) {
    const auto flows = recognised_data(table_of("iso3,partner_iso3,year,flow,usd_mln\nMNG,CHN,2010,imports,12\n"));
    ASSERT_TRUE(flows);
    EXPECT_EQ(flows->role, "flows");
    const std::vector<std::pair<std::string, std::string>> columns = {
        {"state", "iso3"}, {"pole", "partner_iso3"}, {"value", "usd_mln"}, {"domain", "flow"}};
    EXPECT_EQ(flows->columns, columns);
}

TEST(DataKind, NamesThatTheMethodsReadByThemselvesStay) {
    const auto found = recognised_data(table_of("institution,state,status,start,end\nUN,MNG,member,1961-10-27,\n"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->role, "memberships");
    EXPECT_TRUE(found->columns.empty());
}

TEST(DataKind, ATableOfYearsWithoutIndicatorsIsAPanelAndOneOfSetsAComparison) {
    EXPECT_EQ(role_of("iso3,year,gdp\nMNG,2001,1\n"), "panel");
    EXPECT_EQ(role_of("iso3,year,name\nMNG,2001,a\n"), "nothing");
    EXPECT_EQ(role_of("case,A,B,Y\nMNG,1,0,1\n"), "cases");
    EXPECT_EQ(role_of("case,name\nMNG,Mongolia\n"), "nothing");
}

TEST(DataKind, SeriesAreKnownByEveryNameThatTheirReadersRead) {
    for (const char* header :
         {"series,year,value", "series,t,y", "series,time,share", "series,year,closeness", "year,pole,closeness"})
        EXPECT_EQ(role_of(std::string(header) + "\n1,2,3\n"), "series") << header;
}

TEST(DataKind, TheBulkFileOfTheUnitedNationsIsOneOfVotes) {
    EXPECT_EQ(role_of("undl_id,ms_code,ms_name,ms_vote,date,session,resolution\n1,MNG,MONGOLIA,Y,2001-11-01,56,A/1\n"),
              "votes");
}

TEST(DataKind, WhatTheUserSaysItIsCounts) {
    const Table table = table_of("ccode,styear,endyear\n2,1816,2016\n");
    EXPECT_TRUE(recognised_data(table, "system"));
    EXPECT_FALSE(recognised_data(table, "votes"));
}

TEST(DataKind, AFileOfNoKindIsToldWithTheNearestAndWhatTheyLack) {
    const Problem problem = not_recognised(table_of("rcid,country,choice\n1,MNG,yes\n"));
    EXPECT_EQ(problem.file, "given.csv");
    EXPECT_EQ(problem.line, 1u);
    EXPECT_EQ(problem.column, 1u);
    EXPECT_NE(problem.what.find("rcid, country, choice"), std::string::npos);
    EXPECT_NE(problem.remedy.find("votes (rcid,ccode,vote) lacks 'ccode', 'vote'"), std::string::npos)
        << problem.remedy;
    EXPECT_NE(not_recognised(table_of("x,y\n1,2\n")).remedy.find("votes (rcid,ccode,vote)"), std::string::npos);
}

TEST(DataKind, RussianAndKazakhHeadersAreKnownInAnyLetterCase) {
    const auto flows = recognised_data(table_of("Страна,Год,Партнёр,Значение\nKAZ,2001,RUS,5\n"));
    ASSERT_TRUE(flows.has_value());
    EXPECT_EQ(flows->role, "flows");
    const std::vector<std::pair<std::string, std::string>> renamed = {
        {"state", "Страна"}, {"year", "Год"}, {"pole", "Партнёр"}, {"value", "Значение"}};
    EXPECT_EQ(flows->columns, renamed);
    EXPECT_EQ(role_of("ел,жыл,көрсеткіш,мән\nKAZ,2001,ЖІӨ,5\n"), "indicators");
    EXPECT_EQ(role_of("Номер голосования,Страна,Голос\n1,Казахстан,за\n"), "votes");
    EXPECT_EQ(role_of("Ұйым,Ел,Басталуы\nШЫҰ,KAZ,2001\n"), "memberships");
    EXPECT_EQ(role_of("страна,ГОД,ввп\nKAZ,2001,5\n"), "panel");
}

TEST(DataKind, FilesOfOthersAreReadAsTheirLayoutSays) {
    const auto weights = recognised_data(table_of(
        "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\nKZK,705,2001,-9,1,1,1,1,1,.1,2021\n"));
    ASSERT_TRUE(weights.has_value());
    EXPECT_EQ(weights->role, "weights");
    EXPECT_EQ(weights->missing, std::vector<std::string>{"-9"});
    const auto ties =
        recognised_data(table_of("year,defense,offense,neutral,nonagg,consul,stateA,stateB\n2001,1,0,0,1,1,705,365\n"));
    ASSERT_TRUE(ties.has_value());
    EXPECT_EQ(ties->role, "ties");
    EXPECT_EQ(ties->columns.front(), (std::pair<std::string, std::string>("ccode1", "stateA")));
}

TEST(DataKind, AFileThatMustBeReshapedFirstIsToldWithTheCommand) {
    const Table table =
        table_of("Country Name,Country Code,Indicator Name,Indicator Code,2001\nKazakhstan,KAZ,GDP,NY,5\n");
    ASSERT_FALSE(recognised_data(table, "indicators").has_value());
    const Problem problem = not_recognised(table);
    EXPECT_NE(problem.remedy.find("tarazy data reshape given.csv --output NEW.csv"), std::string::npos)
        << problem.remedy;
}

TEST(DataKind, CasesNeedSetsUnlessTheUserSaysTheyAreCases) {
    EXPECT_EQ(role_of("case,A,B,Y\nKAZ,0.2,1,1\nUZB,0.9,0,0\n"), "cases");
    EXPECT_EQ(role_of("case,A,B,Y\nKAZ,0,2,1\nUZB,1,0,0\n"), "cases") << "a multi-value condition";
    const std::string measured = "case,gdp,pop,trade,out\nKAZ,120.5,19,33,1\nUZB,80,33,40,0\n";
    EXPECT_EQ(role_of(measured), "nothing");
    EXPECT_TRUE(recognised_data(table_of(measured), "cases"));
    EXPECT_NE(not_recognised(table_of(measured)).remedy.find("tarazy compare calibrate"), std::string::npos);
    EXPECT_EQ(role_of("case,q1,q2,q3\n1,5,3,2\n2,4,1,2\n"), "nothing") << "answers from 1 to 5";
    EXPECT_EQ(role_of(",RUS,CHN,USA\nKAZ,0,0.5,1\nUZB,0.2,0.1,0\n"), "nothing") << "states by states";
    EXPECT_EQ(role_of("case,1990,1991,1992\nKAZ,0,0.5,1\nUZB,0.2,0.1,0\n"), "nothing") << "years";
}

TEST(DataKind, AColumnCalledVoteMustHoldVotes) {
    EXPECT_EQ(role_of("rcid,ccode,vote\n1,2,good\n2,2,bad\n"), "nothing");
    EXPECT_EQ(role_of("rcid,ccode,vote\n1,2,1.5\n"), "nothing") << "a share";
    EXPECT_EQ(role_of("rcid,ccode,vote\n1,2,yes\n2,2,perhaps\n"), "votes");
    EXPECT_EQ(role_of("rcid,ccode,vote\n1,2,9\n"), "votes");
    EXPECT_TRUE(recognised_data(table_of("rcid,ccode,vote\n1,2,good\n"), "votes"));
}

}  // namespace data_kind_test
}  // namespace tarazy
