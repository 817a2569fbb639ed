#include "cli/program_run_test.hpp"
#include "io/compressed.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace trace_events_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string icews = TARAZY_SOURCE_DIR "/src/trace/testdata/icews_events.csv";
const std::string head = "source,target,period,n,n_dedup,goldstein_sum,vcoop,mcoop,vconf,mconf,goldstein_mean\n";

std::string gdelt_row(const std::string& date, const std::string& source, const std::string& target) {
    return "1\t" + date + std::string(6, '\t') + source + std::string(10, '\t') + target + std::string(9, '\t') +
           "057" + std::string(4, '\t') + "8.0" + std::string(27, '\t') + '\n';
}

TEST(TraceEvents, IcewsByWeekFromAnyDay) {
    const ProgramRun run = run_program({"trace", "events", icews, "--layout", "icews", "--period", "week",
                                        "--week-start", "2018-06-01", "--actors", "United States,Israel"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with(head)) << run.out;
    EXPECT_NE(run.out.find("United States,Israel,2018-06-01,"), std::string::npos) << run.out;
}

TEST(TraceEvents, TheChronologyOfKazakhstanByYear) {
    const std::string file = TARAZY_SOURCE_DIR "/studies/kazakhstan/data/chronology.csv";
    const ProgramRun run =
        run_program({"trace", "events", file, "--layout", "own", "--period", "year", "--complete", "--actors",
                     "KAZ,RUS", "--since", "1991", "--until", "2000", "--normalise", "volume"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find(",base,n_share,vcoop_share,mcoop_share,vconf_share,mconf_share\n"), std::string::npos);
    EXPECT_NE(run.out.find("KAZ,RUS,1991,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("KAZ,RUS,2000,"), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("events before --since or after --until: "), std::string::npos) << run.err;
}

TEST(TraceEvents, PackedFilesAndDuplicates) {
    const Folder folder;
    const std::string rows =
        gdelt_row("20140301", "KAZ", "RUS") + gdelt_row("20140301", "KAZ", "RUS") + gdelt_row("20140302", "KAZ", "");
    const std::string file = folder.write("g.csv.gz", packed(rows, Compression::gzip));
    const ProgramRun run = run_program({"trace", "events", file, "--layout", "gdelt1"});
    EXPECT_EQ(run.out, head + "KAZ,RUS,2014-03,2,1,16,2,0,0,0,8\n") << run.err;
    EXPECT_NE(run.err.find("events without source or target (no dyads, but part of --normalise): 1"), std::string::npos)
        << run.err;
    EXPECT_EQ(run_program({"trace", "events", file, "--layout", "gdelt1", "--dedup"}).out,
              head + "KAZ,RUS,2014-03,2,1,8,1,0,0,0,8\n");
}

TEST(TraceEvents, UnreadableRowsAreToldAndBeyondTheShareAnError) {
    const Folder folder;
    std::string rows;
    for (int i = 0; i < 2000; ++i) rows += gdelt_row("20140301", "KAZ", "RUS");
    const std::string file = folder.write("g.csv", rows + "broken\n" + rows + gdelt_row("20140231", "KAZ", "RUS"));
    const ProgramRun fine = run_program({"trace", "events", file, "--layout", "gdelt1"});
    EXPECT_EQ(fine.status, 0) << fine.err;
    EXPECT_NE(fine.err.find("rows that cannot be read and are left out: 2 of 4002"), std::string::npos) << fine.err;
    EXPECT_NE(fine.err.find("g.csv:2001: the row has 1 fields, not 58"), std::string::npos) << fine.err;
    EXPECT_NE(fine.err.find("g.csv:4002:2: '20140231' is no date"), std::string::npos) << fine.err;
    const ProgramRun strict = run_program({"trace", "events", file, "--layout", "gdelt1", "--bad-share", "0"});
    EXPECT_EQ(strict.status, 3);
    EXPECT_EQ(strict.out, "");
    EXPECT_NE(strict.err.find("g.csv:4002:2: '20140231' is no date"), std::string::npos) << strict.err;
}

TEST(TraceEvents, NamesThatAreNotUtf8AreToldWithTheirPlace) {
    const Folder folder;
    std::string rows;
    for (int i = 0; i < 2000; ++i) rows += gdelt_row("20140301", "KAZ", "RUS");
    const std::string file =
        folder.write("g.csv", rows + gdelt_row("20140301", "KAZ", "C\xD4T") + gdelt_row("20140301", "ҚАЗ", "RUS"));
    const ProgramRun run = run_program({"trace", "events", file, "--layout", "gdelt1"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("g.csv:2001:18: the name of the target has bytes that are no UTF-8"), std::string::npos)
        << run.err;
    EXPECT_NE(run.out.find("ҚАЗ,RUS"), std::string::npos) << run.out;
    EXPECT_EQ(run.out.find('\xD4'), std::string::npos);
    // Half of a pair of UTF-16 in three bytes, as damage makes it of a Korean syllable.
    const ProgramRun half =
        run_program({"trace", "events", folder.write("h.csv", rows + gdelt_row("20140301", "KAZ", "\xED\xA0\x80")),
                     "--layout", "gdelt1"});
    ASSERT_EQ(half.status, 0) << half.err;
    EXPECT_NE(half.err.find("h.csv:2001:18: the name of the target has bytes that are no UTF-8"), std::string::npos)
        << half.err;
    const ProgramRun nul = run_program(
        {"trace", "events", folder.write("n.csv", rows + gdelt_row("20140301", "KAZ", std::string("R\0S", 3))),
         "--layout", "gdelt1"});
    EXPECT_NE(nul.err.find("n.csv:2001:18: the name of the target has a NUL byte"), std::string::npos) << nul.err;
}

TEST(TraceEvents, AFileOfAnotherLayoutIsRefused) {
    const Folder folder;
    const std::string file = folder.write("g.csv", gdelt_row("20140301", "KAZ", "RUS"));
    const ProgramRun run = run_program({"trace", "events", file, "--layout", "gdelt2"});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("the first row has 58 fields; GDELT 2.0 has 61"), std::string::npos) << run.err;
    EXPECT_EQ(run_program({"trace", "events", icews, "--layout", "plover"}).status, 3);
    EXPECT_EQ(run_program({"trace", "events", icews, "--layout", "plover", "--quad", "icews"}).status, 2);
    EXPECT_EQ(run_program({"trace", "events", icews, "--layout", "icews", "--actors", "Izrael"}).status, 2);
    EXPECT_EQ(run_program({"trace", "events", icews, "--layout", "icews", "--since", "soon"}).status, 2);
    EXPECT_EQ(run_program({"trace", "events", icews, "--layout", "icews", "--since", "2030"}).status, 3);
    EXPECT_EQ(run_program({"trace", "events", folder / "none.csv", "--layout", "icews"}).status, 4);
}

TEST(TraceEvents, AFileCutToAFewBytesIsNotCalledEmpty) {
    const Folder folder;
    const std::string whole = packed(gdelt_row("20140301", "KAZ", "RUS"), Compression::gzip);
    for (const char* layout : {"gdelt1", "icews"}) {
        const std::string file = folder.write("g.csv.gz", whole.substr(0, 5));
        const ProgramRun run = run_program({"trace", "events", file, "--layout", layout});
        EXPECT_EQ(run.status, 3);
        EXPECT_NE(run.err.find("g.csv.gz: the file is cut short"), std::string::npos) << run.err;
    }
}

TEST(TraceEvents, JsonNamesTheFilesWithTheirDigests) {
    const ProgramRun run = run_program({"trace", "events", icews, "--layout", "icews", "--format", "json", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    const auto document = nlohmann::json::parse(run.out);
    EXPECT_EQ(document["tarazy"]["inputs"][0]["sha256"].get<std::string>().size(), 64u);
    EXPECT_EQ(document["tarazy"]["inputs"][0]["rows"], 200);
    EXPECT_TRUE(document["result"][0].contains("goldstein_mean"));
}

}  // namespace trace_events_test
}  // namespace tarazy
