#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_codes_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

ProgramRun codes_of(std::vector<std::string> more) {
    const std::string data = TARAZY_SOURCE_DIR "/src/text/testdata/";
    std::vector<std::string> all = {
        "text",     "codes", "--documents", data + "declarations.csv", "--codebook", data + "codebook.csv",
        "--format", "csv"};
    all.insert(all.end(), more.begin(), more.end());
    return run_program(all);
}

const std::vector<std::string> four = {"--states", "AAA,BBB,CCC,DDD", "--windows", "2001-2003"};

std::vector<std::string> four_and(std::vector<std::string> more) {
    more.insert(more.begin(), four.begin(), four.end());
    return more;
}

TEST(TextCodes, SharesStandingsAndRivalsAreAsThePageShows) {
    const ProgramRun shares = codes_of(four);
    EXPECT_EQ(shares.status, 0) << shares.err;
    EXPECT_NE(shares.out.find("2001-2003,AAA,3,48,memory,11,0.229166666666667,"), std::string::npos) << shares.out;
    const ProgramRun standings = codes_of(four_and({"--show", "standings"}));
    EXPECT_NE(standings.out.find("2001-2003,share,,memory,3,1,1,1,1,1,1,1\n"), std::string::npos) << standings.out;
    const ProgramRun rivals =
        codes_of(four_and({"--anchors", "peace", "--rivals", "peace:memory-trade", "--show", "rivals"}));
    EXPECT_NE(rivals.out.find("2001-2003,AAA,peace,memory,trade,0,"), std::string::npos) << rivals.out;
}

TEST(TextCodes, NothingToShowIsNoSilentSuccess) {
    EXPECT_EQ(codes_of(four_and({"--show", "with"})).status, 2);
    EXPECT_EQ(codes_of({"--states", "AAA", "--windows", "2001-2003", "--show", "standings"}).status, 2);
    EXPECT_EQ(codes_of({"--states", "ZZZ", "--windows", "2001-2003"}).status, 3);
    EXPECT_EQ(codes_of({"--states", "AAA", "--windows", "2003-2001"}).status, 2);
    EXPECT_EQ(codes_of(four_and({"--anchors", "piece", "--show", "with"})).status, 3);
}

TEST(TextCodes, ColumnsThatLackAreNamedAmongThoseOfTheFile) {
    const testing_program::Folder folder;
    const std::string file = folder.write("ab.csv", "a,b\n1,2\n");
    const auto run = testing_program::run_program({"text", "codes", "--documents", file, "--codebook", file});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("no column 'doc_id'"), std::string::npos) << run.err;
    EXPECT_EQ(run.err.find("a, b, state"), std::string::npos) << run.err;
}

TEST(TextCodes, WhatIsOnlyDeniedIsToldApartOrLeftOut) {
    const Folder folder;
    const std::string documents = folder.write(
                          "d.csv",
                          "doc_id,state,year,text\na,AAA,2001,We want no treaty. The treaty binds. Good day.\n"),
                      codebook = folder.write("c.csv", "code,entry\nlaw,treaty\n");
    const auto codes = [&](std::vector<std::string> more) {
        std::vector<std::string> all = {"text",     "codes", "--documents", documents,   "--codebook", codebook,
                                        "--states", "AAA",   "--windows",   "2001-2001", "--format",   "csv"};
        all.insert(all.end(), more.begin(), more.end());
        return run_program(all).out;
    };
    EXPECT_EQ(codes({"--show", "denied"}), "window,group,code,count,denied,share_denied\n2001,AAA,law,2,1,0.5\n");
    EXPECT_NE(codes({}).find("2001,AAA,1,3,law,2,"), std::string::npos) << codes({});
    EXPECT_NE(codes({"--negated", "drop"}).find("2001,AAA,1,3,law,1,"), std::string::npos);
    EXPECT_NE(codes({"--negated", "within"}).find("2001,AAA,1,3,law,2,"), std::string::npos);
    EXPECT_EQ(codes({"--negated", "within", "--show", "denied"}), "") << "and it says why";
}

TEST(TextCodes, SampledSentencesComeWithTextAndProbabilityAndWithoutCodes) {
    const Folder folder;
    const std::string units = folder / "sentences.csv";
    ASSERT_EQ(codes_of(four_and({"--show", "sentences", "--output", units})).status, 0);
    const ProgramRun run = run_program({"text", "sample", "--units", units, "--strata", "rarest_code", "--size", "20",
                                        "--leave-out", "codes,rarest_code", "--documents",
                                        TARAZY_SOURCE_DIR "/src/text/testdata/declarations.csv", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,group,year,sentence,probability,text\n")) << run.out;
    EXPECT_NE(run.err.find("drawn"), std::string::npos) << run.err;
}

TEST(TextCodes, TheSheetHasEmptyColumnsForWhoReads) {
    const std::vector<std::string> sample = {
        "text",     "sample", "--units",     TARAZY_SOURCE_DIR "/src/text/testdata/machine_codes.csv",
        "--key",    "unit",   "--size",      "5",
        "--format", "csv",    "--leave-out", "good,useless,hand"};
    std::vector<std::string> adding = sample;
    adding.insert(adding.end(), {"--add", "codes,coder"});
    const ProgramRun run = run_program(adding);
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("unit,stratum,probability,codes,coder\n")) << run.out;
    EXPECT_NE(run.err.find("have a column 'probability' already"), std::string::npos) << run.err;
    adding.back() = "stratum";
    EXPECT_EQ(run_program(adding).status, 2);
}

TEST(TextCodes, StatesAreFoundByCodeOrName) {
    const Folder folder;
    const std::string documents =
        folder.write("d.csv", "doc_id,state,year,text\na,Kazakhstan,2001,Peace.\nb,RUS,2001,War. Peace.\n");
    const std::string codebook = folder.write("c.csv", "code,entry\npeace,peace*\n");
    const ProgramRun run = run_program({"text", "codes", "--documents", documents, "--codebook", codebook, "--states",
                                        "Қазақстан,Россия", "--draws", "99", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("2001,Қазақстан,1,1,peace,1,1,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("2001,Россия,1,2,peace,1,0.5,"), std::string::npos) << run.out;
    EXPECT_NE(
        run.err.find("note: the column 'state' spells states otherwise: 'Kazakhstan' (Қазақстан), 'RUS' (Россия)"),
        std::string::npos)
        << run.err;
}

TEST(TextCodes, AWordTwiceInOneCodeIsRefused) {
    const Folder folder;
    const std::string documents = folder.write("d.csv", "doc_id,state,year,text\na,KAZ,2001,Peace.\n");
    const std::string codebook = folder.write("c.csv", "code,entry\npeace,peace*\npeace,calm\npeace,peace*\n");
    const ProgramRun run = run_program({"text", "codes", "--documents", documents, "--codebook", codebook});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("c.csv:4:2: 'peace*' stands already on line 2 in the code 'peace'; keep it once"),
              std::string::npos)
        << run.err;
}

}  // namespace text_codes_test
}  // namespace tarazy
