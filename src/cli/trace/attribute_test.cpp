#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace trace_attribute_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string chronology = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/chronology.csv";

TEST(TraceAttribute, BreaksAgainstEvents) {
    const Folder folder;
    const std::string breaks = folder.write("breaks.csv", "series,change_after\nrus,1994\nchn,1993\n");
    const std::string events = folder.write("events.csv", "id,edtf,title,tags\na,1994-03,A,RUS\nb,1999-01-05,B,CHN\n");
    const ProgramRun run = run_program({"trace", "attribute", "--breaks", breaks, "--events", events, "--since", "1991",
                                        "--until", "2000", "--tags-of", "rus=RUS", "--tags-of", "chn=CHN+RUS"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out,
              "pole,hits,p_circular,p_hypergeometric,p_holm,changes,coverage,periods,events\n"
              "rus,1,0.3,0.3,0.6,1,0.3,10,1\n"
              "chn,1,0.6,0.6,0.6,1,0.6,10,2\n");
    const ProgramRun pairs = run_program({"trace", "attribute", "--breaks", breaks, "--events", events, "--since",
                                          "1991", "--until", "2000", "--show", "pairs"});
    EXPECT_EQ(pairs.out,
              "pole,change_after,probability,event,edtf,title,p_within\n"
              "rus,1994,1,a,1994-03,A,1\nchn,1993,1,a,1994-03,A,1\n");
}

TEST(TraceAttribute, ObservationsThatAreNumbered) {
    const Folder folder;
    const std::string breaks = folder.write("breaks.csv", "series,change_after,probability\nvotes,21,0.9\n");
    const ProgramRun run = run_program({"trace", "attribute", "--breaks", breaks, "--events", chronology, "--first",
                                        "1992", "--until", "2019", "--tags", "RUS"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\nvotes,"), std::string::npos) << run.out;
}

TEST(TraceAttribute, WhatIsLackingIsNamed) {
    const Folder folder;
    const std::string breaks = folder.write("breaks.csv", "series,change_after\nrus,1994\n");
    const ProgramRun unknown = run_program({"trace", "attribute", "--breaks", breaks, "--events", chronology});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_NE(unknown.err.find("--since and --until"), std::string::npos) << unknown.err;
    EXPECT_NE(unknown.err.find("trace changepoints --show each"), std::string::npos) << unknown.err;
    const ProgramRun window = run_program({"trace", "attribute", "--breaks", breaks, "--events", chronology, "--since",
                                           "1991", "--until", "2010", "--window", "-1"});
    EXPECT_EQ(window.status, 2);
    EXPECT_NE(window.err.find("--window is -1; give 0 or more"), std::string::npos) << window.err;
    const ProgramRun outside = run_program(
        {"trace", "attribute", "--breaks", breaks, "--events", chronology, "--since", "2000", "--until", "2010"});
    EXPECT_EQ(outside.status, 3);
    EXPECT_NE(outside.err.find("breaks.csv:2:2: the change after 1994 lies outside of 2000 to 2010"), std::string::npos)
        << outside.err;
    const ProgramRun tag = run_program({"trace", "attribute", "--breaks", breaks, "--events", chronology, "--since",
                                        "1991", "--until", "2010", "--tags", "RUSS"});
    EXPECT_EQ(tag.status, 2);
    EXPECT_NE(tag.err.find("no event has the tag 'RUSS'"), std::string::npos) << tag.err;
}

TEST(TraceAttribute, EventsEverywhereAreTold) {
    const Folder folder;
    const std::string breaks = folder.write("breaks.csv", "series,change_after\nrus,1999\n");
    const ProgramRun run = run_program(
        {"trace", "attribute", "--breaks", breaks, "--events", chronology, "--since", "1992", "--until", "2019"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("rus: 1 of its periods lie near an event"), std::string::npos) << run.err;
    EXPECT_NE(run.out.find("rus,1,1,1,1,1,1,28,"), std::string::npos) << run.out;
}

TEST(TraceAttribute, NoChangeIsTold) {
    const Folder folder;
    const std::string breaks = folder.write("breaks.csv", "series,change_after\nrus,\n");
    const ProgramRun run = run_program(
        {"trace", "attribute", "--breaks", breaks, "--events", chronology, "--since", "1991", "--until", "2010"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("no series has a change"), std::string::npos) << run.err;
    EXPECT_NE(run.out.find("rus,0,,,,0,"), std::string::npos) << run.out;
}

}  // namespace trace_attribute_test
}  // namespace tarazy
