#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace trace_chronology_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string fixtures = TARAZY_SOURCE_DIR "/src/trace/testdata/";

ProgramRun run_chronology(const std::string& show) {
    return run_program({"trace", "chronology", fixtures + "events.csv", "--links", fixtures + "links.csv",
                        "--conflicts", fixtures + "conflicts.csv", "--show", show});
}

TEST(TraceChronology, EventsLinksAndConflictsAreShown) {
    const ProgramRun events = run_chronology("events");
    EXPECT_EQ(events.status, 0) << events.err;
    EXPECT_NE(events.out.find("a5,1994-11/..,1994-11-01,open,span,"), std::string::npos) << events.out;
    EXPECT_EQ(run_chronology("links").out, "type,basis,links\ncauses,literature,2\nenables,proposed,2\n");
    EXPECT_EQ(run_chronology("conflicts").out, "event,title,conflicts,attributes\na4,Joins the treaty,3,date; place\n");
    EXPECT_NE(run_chronology("years").out.find("1991,NUC,1"), std::string::npos);
}

TEST(TraceChronology, ATableWithoutRowsIsNoSilentSuccess) {
    const Folder folder;
    const ProgramRun run = run_program({"trace", "chronology", folder.write("events.csv", "id,edtf,title\n")});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("events.csv:1: the table has no event"), std::string::npos) << run.err;
}

TEST(TraceChronology, AllProblemsOfAllFilesAreReportedTogether) {
    const Folder folder;
    const std::string events = folder.write("events.csv", "id,edtf,title\ne1,1991-13,A\ne2,1992,B\ne3,1993,C\n");
    const std::string links = folder.write(
        "links.csv", "from,to,type,basis\ne2,e3,causes,proposed\ne3,e2,causes,proposed\ne2,e4,causes,proposed\n");
    const ProgramRun run = run_program({"trace", "chronology", events, "--links", links});
    EXPECT_EQ(run.status, 3);
    EXPECT_EQ(run.out, "");
    for (const char* part :
         {"'1991-13' is no date", "effect before cause: e3", "there is no event 'e4'", "e2 -> e3 -> e2"}) {
        EXPECT_NE(run.err.find(part), std::string::npos) << part << "\n" << run.err;
    }
}

}  // namespace trace_chronology_test
}  // namespace tarazy
