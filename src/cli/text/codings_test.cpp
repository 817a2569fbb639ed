#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <thread>

namespace tarazy {
namespace text_codings_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string sample = TARAZY_SOURCE_DIR "/src/text/testdata/sample_segments.csv";

std::vector<std::string> adding(const std::string& file, const std::string& start, const std::string& code) {
    return {"text", "codings", file, "--action", "add", "--doc",  "d", "--start",
            start,  "--end",   "50", "--coder",  "A",   "--code", code};
}

TEST(TextCodings, AddUndoAndRedoInAFileAndInAStore) {
    for (const char* name : {"segments.csv", "codings.sqlite"}) {
        const Folder folder;
        const std::string file = folder / name;
        const ProgramRun added = run_program(adding(file, "3", "peace"));
        EXPECT_EQ(added.status, 0) << added.err;
        EXPECT_EQ(run_program(adding(file, "9", "war")).status, 0);
        const auto list = [&] { return run_program({"text", "codings", file}).out; };
        EXPECT_EQ(list(), "doc,start,end,coder,code,memo\nd,3,50,A,peace,\nd,9,50,A,war,\n") << name;
        EXPECT_EQ(run_program({"text", "codings", file, "--action", "undo"}).status, 0);
        EXPECT_EQ(list(), "doc,start,end,coder,code,memo\nd,3,50,A,peace,\n") << name;
        EXPECT_EQ(run_program({"text", "codings", file, "--action", "undo", "--change", "3"}).status, 0);
        EXPECT_EQ(list(), "doc,start,end,coder,code,memo\nd,3,50,A,peace,\nd,9,50,A,war,\n") << name << ": redone";
        const ProgramRun log = run_program({"text", "codings", file, "--action", "log"});
        EXPECT_NE(log.out.find("\n4,"), std::string::npos) << log.out;
        EXPECT_EQ(run_program({"text", "codings", file, "--action", "undo", "--change", "3"}).status, 2)
            << "undone already";
    }
}

TEST(TextCodings, AFileChangedByHandIsNotOverwritten) {
    const Folder folder;
    const std::string file = folder / "segments.csv";
    EXPECT_EQ(run_program(adding(file, "3", "peace")).status, 0);
    folder.write("segments.csv", "doc,start,end,coder,code,memo\nd,4,50,A,peace,\n");
    const ProgramRun run = run_program(adding(file, "9", "war"));
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("the segments are not those of the log"), std::string::npos) << run.err;
    EXPECT_NE(bytes_of(file).find("d,4,50"), std::string::npos);
}

TEST(TextCodings, MergeKeepsAllAndListsConflicts) {
    const Folder folder;
    const std::string one = folder.write("a.csv", "doc,start,end,coder,code\nd,0,9,A,x\nd,20,30,A,y\n");
    const std::string other = folder.write("b.csv", "doc,start,end,coder,code\nd,0,9,A,x\nd,20,30,B,z\n");
    const ProgramRun run =
        run_program({"text", "codings", one, other, "--action", "merge", "--conflicts", folder / "conflicts.csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "doc,start,end,coder,code,memo\nd,0,9,A,x,\nd,20,30,A,y,\nd,20,30,B,z,\n");
    EXPECT_NE(run.err.find("1 conflicts; all their codings are kept"), std::string::npos) << run.err;
    EXPECT_NE(bytes_of(folder / "conflicts.csv").find("\ncode,d,20,30,A,y,"), std::string::npos);
}

TEST(TextCodings, MatricesAgreementAndAssignment) {
    const ProgramRun matrix = run_program({"text", "codings", sample, "--action", "matrix", "--show", "codes"});
    EXPECT_EQ(matrix.status, 0) << matrix.err;
    EXPECT_NE(matrix.out.find("\nbalance,hedging,1,0,1,11\n"), std::string::npos) << matrix.out;
    const ProgramRun agreement = run_program({"text", "codings", sample, "--action", "agreement"});
    EXPECT_EQ(agreement.status, 0) << agreement.err;
    EXPECT_NE(agreement.out.find("\nu_alpha,all text,nuclear,,2,,the documents are not given"), std::string::npos)
        << agreement.out;
    const Folder folder;
    const std::string documents = folder.write("d.csv", "doc_id,text\na,one\nb,two\nc,three\nd,four\n");
    const ProgramRun assigned = run_program(
        {"text", "codings", "--action", "assign", "--documents", documents, "--coders", "A,B", "--double", "0.25"});
    EXPECT_EQ(assigned.status, 0) << assigned.err;
    EXPECT_EQ(std::count(assigned.out.begin(), assigned.out.end(), '\n'), 6) << assigned.out;
}

TEST(TextCodings, WrongUseIsTold) {
    const Folder folder;
    EXPECT_EQ(run_program({"text", "codings"}).status, 2);
    EXPECT_EQ(run_program({"text", "codings", sample, "--action", "merge"}).status, 2);
    EXPECT_EQ(run_program({"text", "codings", folder / "none.sqlite"}).status, 4);
    // A name written wrong used to leave an empty store behind.
    EXPECT_EQ(run_program({"text", "codings", folder / "none.sqlite", "--action", "undo"}).status, 4);
    EXPECT_FALSE(std::filesystem::exists(folder / "none.sqlite"));
    const std::string documents = folder.write("d.csv", "doc_id,text\nd,short\n");
    auto beyond = adding(folder / "s.csv", "3", "x");
    beyond.insert(beyond.end(), {"--documents", documents});
    const ProgramRun run = run_program(beyond);
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("ends behind its document of 5 code points"), std::string::npos) << run.err;
}

// What was seen: of four codings that were added to one file at once three were there, and nobody was told.
TEST(TextCodings, WhatSeveralAddAtOnceIsAllThere) {
    for (const char* name : {"segments.csv", "codings.sqlite"}) {
        const Folder folder;
        const std::string file = folder / name;
        std::vector<std::thread> people;
        std::vector<int> statuses(6, -1);
        for (std::size_t i = 0; i < statuses.size(); ++i)
            people.emplace_back([&, i] { statuses[i] = run_program(adding(file, std::to_string(i), "peace")).status; });
        for (std::thread& each : people) each.join();
        EXPECT_EQ(statuses, std::vector<int>(6, 0)) << name;
        const std::string list = run_program({"text", "codings", file, "--format", "csv"}).out;
        EXPECT_EQ(std::count(list.begin(), list.end(), '\n'), 7) << list;
    }
}

TEST(TextCodings, CodedSentencesBecomeCodings) {
    const Folder folder;
    const std::string documents =
        folder.write("d.csv", "doc_id,text,language\nd,\"Полигон жабылды. Peace is kept.\",kk\n");
    const std::string sheet = folder.write("sheet.csv", "doc_id,sentence,codes,coder\nd,2,peace;law,R\nd,1,,R\n");
    const ProgramRun run =
        run_program({"text", "codings", sheet, "--action", "sentences", "--documents", documents, "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "doc,start,end,coder,code,memo\nd,17,31,R,law,\nd,17,31,R,peace,\n");
    EXPECT_EQ(run_program({"text", "codings", sheet, "--action", "sentences"}).status, 2);
}

}  // namespace text_codings_test
}  // namespace tarazy
