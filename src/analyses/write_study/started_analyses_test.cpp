#include "analyses/write_study/started_analyses.hpp"

#include "analyses/write_study/write_study_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace tarazy {
namespace started_analyses_test {

std::vector<std::string> methods_of(const StudyDraft& draft) {
    std::vector<std::string> methods;
    for (const StartedAnalysis& analysis : draft.analyses) methods.push_back(analysis.method);
    return methods;
}

std::string why_left_out(const StudyDraft& draft, const std::string& method) {
    const auto found = std::ranges::find(draft.left_out, method, &LeftOut::method);
    return found == draft.left_out.end() ? "" : found->why;
}

TEST(StartedAnalyses, VotesFeedAlignmentAndWhatReadsItsResult) {
    OrderedStudy study;
    study.give("votes.csv");
    study.give("roll_calls.csv");
    study.order.with = {"align", "trace"};
    const StudyDraft draft = study.draft();
    EXPECT_EQ(methods_of(draft), (std::vector<std::string>{"align.shares", "align.similarity", "align.ideal-points",
                                                           "trace.changepoints"}));
    EXPECT_EQ(draft.analyses.back().data, std::vector<std::string>{"closeness_by_year"});
    EXPECT_NE(why_left_out(draft, "trace.chronology").find("events (id,edtf,title)"), std::string::npos);
    EXPECT_NE(why_left_out(draft, "align.balance").find("several domains"), std::string::npos);
}

TEST(StartedAnalyses, VotesWithoutSessionsFeedNothingAndSayWhat) {
    OrderedStudy study;
    study.give("votes.csv");
    study.order.with = {"align"};
    const StudyDraft draft = study.draft();
    EXPECT_TRUE(draft.analyses.empty());
    EXPECT_NE(why_left_out(draft, "align.shares").find("list of roll calls (rcid,session)"), std::string::npos);
}

TEST(StartedAnalyses, AStateThatTheDataDoNotHaveIsTold) {
    OrderedStudy study;
    study.give("votes.csv");
    study.give("roll_calls.csv");
    study.order.focus = "MNG";
    EXPECT_NE(why_left_out(study.draft(), "align.shares").find("no row of MNG; its states are"), std::string::npos);
    study.order.focus = "KAZ";
    study.order.years = {1992, 1999};
    EXPECT_NE(why_left_out(study.draft(), "align.shares").find("knows KAZ in 2005-2016, not in 1992-1999"),
              std::string::npos);
}

TEST(StartedAnalyses, OfWhatAMethodNeedsOnlyWhatLacksIsTold) {
    OrderedStudy study;
    study.give("speeches.csv", "doc_id,state,year,text\nd1,KAZ,2005,Peace and trade.\n");
    study.order.with = {"text"};
    const std::string codes = why_left_out(study.draft(), "text.codes");
    EXPECT_EQ(codes, "it also needs codebook (code,entry); no such file was given");
    OrderedStudy other;
    other.give("events.csv");
    other.order.with = {"text"};
    const std::string both = why_left_out(other.draft(), "text.codes");
    EXPECT_TRUE(both.starts_with("it needs documents (")) << both;
    EXPECT_NE(both.find(" with codebook (code,entry); no such"), std::string::npos) << both;
}

TEST(StartedAnalyses, OnePoleIsTooFewForABalance) {
    OrderedStudy study;
    study.give("votes.csv");
    study.give("roll_calls.csv");
    study.order.poles = poles_of_option("RUS");
    const StudyDraft draft = study.draft();
    EXPECT_NE(why_left_out(draft, "align.shares").find("2 poles"), std::string::npos);
    EXPECT_EQ(draft.analyses.front().method, "align.similarity");
}

TEST(StartedAnalyses, TiesComeWithTheProgramsListOfStates) {
    OrderedStudy study;
    study.give("ties.csv", "ccode1,ccode2,year,atop_defense\n365,705,2005,1\n705,710,2005,0\n2,220,2005,1\n");
    study.order.with = {"align.shares"};
    const StudyDraft draft = study.draft();
    ASSERT_EQ(draft.analyses.size(), 1u);
    EXPECT_EQ(draft.analyses.front().data, (std::vector<std::string>{"ties", "system"}));
}

TEST(StartedAnalyses, WhatNoAnalysisReadsIsNamed) {
    OrderedStudy study;
    study.give("events.csv");
    study.give("panel.csv", "unit,time,growth\nKAZ,2005,1\n");
    study.order.with = {"trace.chronology"};
    EXPECT_EQ(study.draft().unread, std::vector<std::string>{"panel"});
}

TEST(StartedAnalyses, LongSpansHaveThirdsAndShortOnesAreWhole) {
    EXPECT_EQ(windows_within({1991, 2023}),
              (std::vector<Span>{{1991, 2023}, {1991, 2001}, {2002, 2012}, {2013, 2023}}));
    EXPECT_EQ(windows_within({2005, 2012}), (std::vector<Span>{{2005, 2012}, {2005, 2008}, {2009, 2012}}));
    EXPECT_EQ(windows_within({2005, 2006}), (std::vector<Span>{{2005, 2006}}));
}

}  // namespace started_analyses_test
}  // namespace tarazy
