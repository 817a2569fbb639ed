#include "analyses/write_study/given_data.hpp"

#include "analyses/write_study/write_study_test.hpp"
#include "base/error.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tarazy {
namespace given_data_test {

std::vector<GivenData> surveyed(const StudyOrder& order) {
    std::vector<GivenData> data = read_given_data(order, {});
    survey(data);
    return data;
}

TEST(GivenData, VotesAreOfTheYearsOfTheirSessions) {
    OrderedStudy study;
    study.give("votes.csv");
    study.give("roll_calls.csv");
    const std::vector<GivenData> data = surveyed(study.order);
    const GivenData* votes = given(data, "votes");
    ASSERT_NE(votes, nullptr);
    EXPECT_TRUE(votes->assembly);
    EXPECT_EQ(votes->years, (Span{2005, 2016}));
    EXPECT_TRUE(votes->covers("KAZ"));
    EXPECT_FALSE(votes->covers("MNG"));
    const std::vector<std::pair<std::string, std::string>> columns = {{"session", "meeting"}};
    EXPECT_EQ(given(data, "roll_calls")->columns, columns);
}

TEST(GivenData, FilesOfOneKindAreReadOneAfterTheOther) {
    OrderedStudy study;
    study.give("a.csv", "iso3,year,gdp\nKAZ,2005,1\n");
    study.give("b.csv", "iso3,year,gdp\nKAZ,2006,2\n");
    study.give("c.csv", "unit,time,trade\nKAZ,2006,2\n");
    const std::vector<GivenData> data = surveyed(study.order);
    ASSERT_EQ(data.size(), 2u);
    EXPECT_EQ(data[0].files.size(), 2u);
    EXPECT_EQ(data[0].years, (Span{2005, 2006}));
    EXPECT_EQ(data[1].key, "panel_2");
}

TEST(GivenData, EveryFileThatIsNotUnderstoodIsToldAtOnce) {
    OrderedStudy study;
    study.give("one.csv", "x,y\n1,2\n");
    study.give("two.csv", "rcid,country\n1,2\n");
    const std::string said = complaint_of([&] { (void)read_given_data(study.order, {}); });
    EXPECT_NE(said.find("one.csv:1:1: "), std::string::npos) << said;
    EXPECT_NE(said.find("two.csv:1:1: "), std::string::npos) << said;
}

TEST(GivenData, ABadVoteIsToldAtItsLine) {
    OrderedStudy study;
    study.give("votes.csv", "rcid,ccode,vote,session\n1,705,1,60\n1,365,7,60\n");
    EXPECT_NE(complaint_of([&] { (void)surveyed(study.order); }).find("votes.csv:3:3"), std::string::npos);
}

TEST(GivenData, FilesThatAreNotThereOrNamedTwiceAreRefused) {
    OrderedStudy study;
    study.order.files = {{"/nowhere/votes.csv"}, {"/nowhere/rolls.csv"}, {"/"}};
    try {
        (void)read_given_data(study.order, {});
        ADD_FAILURE() << "files that are not there were read";
    } catch (const FileError& error) {
        EXPECT_EQ(std::string(error.what()),
                  "/nowhere/votes.csv: there is no such file (--data)\n/nowhere/rolls.csv: there is no such file "
                  "(--data)\n/: is a folder; name the files in it with --data");
    }
    study.order.files = {{"-"}};
    EXPECT_THROW((void)read_given_data(study.order, {}), UsageError);
    study.order.files.clear();
    study.give("votes.csv");
    study.give("votes.csv");
    EXPECT_THROW((void)read_given_data(study.order, {}), UsageError);
}

TEST(GivenData, TwoFilesWithTheSameVotesAreNamed) {
    OrderedStudy study;
    const std::string votes = "rcid,ccode,vote,session\n1,705,1,60\n1,365,1,60\n";
    study.give("a.csv", votes);
    study.give("b.csv", votes);
    try {
        (void)surveyed(study.order);
        ADD_FAILURE() << "votes were counted twice";
    } catch (const UsageError& error) {
        EXPECT_NE(std::string(error.what()).find("a.csv' and '"), std::string::npos) << error.what();
        EXPECT_NE(std::string(error.what()).find("b.csv', which hold the same"), std::string::npos) << error.what();
    }
    study.order.files.pop_back();
    study.give("c.csv", "rcid,ccode,vote,session\n2,705,1,60\n1,365,1,60\n");
    const std::string said = complaint_of([&] { (void)surveyed(study.order); });
    EXPECT_NE(said.find("a.csv + "), std::string::npos) << said;
    EXPECT_NE(said.find("c.csv:3:1: state 365 votes a second time on roll call 1"), std::string::npos) << said;
}

TEST(GivenData, TheListOfStatesIsTheProgramsOwn) {
    const GivenData system = state_system();
    EXPECT_TRUE(system.files.front().bytes.starts_with("ccode,styear,endyear\n"));
    EXPECT_NE(system.files.front().bytes.find("\n712,1921,2016\n"), std::string::npos);
    EXPECT_GT(system.files.front().rows, 200u);
}

}  // namespace given_data_test
}  // namespace tarazy
