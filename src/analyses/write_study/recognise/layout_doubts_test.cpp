#include "analyses/write_study/recognise/layout_doubts.hpp"

#include "analyses/write_study/recognise/layout_samples_test.hpp"
#include "analyses/write_study/recognise/recognise.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace layout_doubts_test {

Table table_of(const std::string& text) {
    return read_csv(text, "given.csv");
}

TEST(LayoutDoubts, AHeaderOfUsualWordsAloneIsNoFileOfTheUnitedNations) {
    const Table course = table_of("session,ccode,rcid,vote\nmorning,A,x,good\nevening,B,y,bad\nevening,B,z,bad\n");
    const DataLayout& votes = *data_layout("un_votes_voeten");
    EXPECT_EQ(layout_doubts(course, votes),
              (std::vector<std::string>{"no cell of 'ccode' means a state (A, B)",
                                        "no cell of 'session' is a session (morning, evening)"}));
    EXPECT_EQ(layout_of_table(course), nullptr);
    const Recognised found = recognised_table(course, "given.csv");
    EXPECT_EQ(found.layout, nullptr);
    EXPECT_EQ(found.role, "") << "session and rcid alone are no list of roll calls then";
    ASSERT_FALSE(found.needed.empty());
    EXPECT_NE(found.needed.front().find("its header is that of 'Voeten: votes"), std::string::npos);
}

TEST(LayoutDoubts, NoneOfWhatFitsOrIsNotThere) {
    const DataLayout& votes = *data_layout("un_votes_voeten");
    EXPECT_TRUE(layout_doubts(table_of("rcid,ccode,vote,session\n"), votes).empty());
    EXPECT_TRUE(layout_doubts(table_of("rcid,ccode,vote,session\n1,705,1,50\n"), votes).empty());
    // Aggregates stand where states do.
    EXPECT_TRUE(layout_doubts(table_of("Country Name,Country Code,Indicator Name,Indicator Code,2001\n"
                                       "World,WLD,GDP,NY,5\n"),
                              *data_layout("wdi"))
                    .empty());
    for (const auto& [file, id] : layout_samples()) {
        if (id == "ungdc" || id.starts_with("gdelt")) continue;
        EXPECT_TRUE(layout_doubts(read_table(sample_path(file)), *data_layout(id)).empty()) << file;
    }
}

TEST(LayoutDoubts, AMergedTableIsToldToHaveBoth) {
    const Table merged = table_of(
        "ccode,year,milex,milper,irst,pec,tpop,upop,cinc,scode,country,democ,autoc,polity,polity2\n"
        "365,1992,1,1,1,1,1,1,0.05,RUS,Russia,3,4,-1,-1\n");
    const Recognised found = recognised_table(merged, "given.csv");
    ASSERT_NE(found.layout, nullptr);
    EXPECT_NE(found.assumed.front().find("a table merged from several?"), std::string::npos) << found.assumed.front();
}

TEST(LayoutDoubts, NoSampleHasTheColumnsOfTwo) {
    for (const auto& [file, id] : layout_samples()) {
        if (id == "ungdc" || id.starts_with("gdelt")) continue;
        const Table table = read_table(sample_path(file));
        const auto beside = layouts_beside({.names = table.names, .title = table.origin.title}, *data_layout(id));
        EXPECT_TRUE(beside.empty()) << file << " is also " << (beside.empty() ? "" : beside.front()->id);
    }
}

}  // namespace layout_doubts_test
}  // namespace tarazy
