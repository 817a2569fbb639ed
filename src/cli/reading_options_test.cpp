// Files as people have them, through the program: the same table whatever wrote it, what was assumed said once, the
// options of reading, and the format of the result by the ending of its name.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace reading_options_test {

using testing_program::bytes_of;
using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

std::vector<std::string> truth_table(const std::string& file, std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"compare",      "truth-table", "--data",     file,       "--outcome", "Y",
                                      "--conditions", "A,B",         "--observed", "--format", "csv"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

const std::string plain = "case,A,B,Y\nAU,1,0,0\nBE,1,1,1\nCZ,0,1,0\n";

TEST(ReadingOptions, EveryShapeOfTheFileGivesTheSameTruthTable) {
    const Folder folder;
    const std::string wanted = run_program(truth_table(folder.write("plain.csv", plain))).out;
    ASSERT_NE(wanted.find("BE"), std::string::npos);
    const std::vector<std::pair<std::string, std::string>> shapes = {
        {"excel.csv", "case,A,B,Y,,\nAU,1,0,0,,\nBE,1,1,1,,\nCZ,0,1,0,,\n,,,,,\n"},
        {"spaces.csv", "case,A,B,Y\nAU,1, 0,0\nBE,1,1,1 \nCZ,0,1,0\n"},
        {"r.csv", "\"\",\"A\",\"B\",\"Y\"\n\"AU\",1,0,0\n\"BE\",1,1,1\n\"CZ\",0,1,0\n"},
        {"r.txt", "\"A\" \"B\" \"Y\"\n\"AU\" 1 0 0\n\"BE\" 1 1 1\n\"CZ\" 0 1 0\n"},
        {"ru.csv", "case;A;B;Y\nAU;1;0,0;0\nBE;1;1,0;1\nCZ;0;1,0;0\n"},
        {"title.csv", "Table 1. Cases\n\ncase,A,B,Y\nAU,1,0,0\nBE,1,1,1\nCZ,0,1,0\n"},
        {"tabs.csv", "case\tA\tB\tY\nAU\t1\t0\t0\nBE\t1\t1\t1\nCZ\t0\t1\t0\n"},
    };
    for (const auto& [name, text] : shapes) {
        const ProgramRun run = run_program(truth_table(folder.write(name, text)));
        EXPECT_EQ(run.out, wanted) << name << ": " << run.err;
        EXPECT_EQ(run.status, 0) << name;
        EXPECT_EQ(run.err.find("note: ") == std::string::npos, name == "spaces.csv") << name << ": " << run.err;
    }
}

TEST(ReadingOptions, DecimalCommasGiveTheNumbersOfPoints) {
    const Folder folder;
    const std::string commas =
        "case;dev;urb;surv\nAUS;0,81;0,12;0,05\nBEL;0,99;0,89;0,95\nCZE;0,58;0,98;0,89\nEST;0,16;0,07;0,12\n";
    const ProgramRun run =
        run_program({"compare", "truth-table", "--data", folder.write("ru.csv", commas), "--outcome", "surv",
                     "--conditions", "dev,urb", "--incl-cut", "0.8", "--observed", "--format", "csv"});
    ASSERT_EQ(run.status, 0) << run.err;
    for (const char* number : {"0.188679245283019", "0.272727272727273", "0.957831325301205"})
        EXPECT_NE(run.out.find(number), std::string::npos) << run.out;
    EXPECT_NE(run.err.find("commas were read as decimal points in dev, urb, surv"), std::string::npos) << run.err;
}

TEST(ReadingOptions, NotesStandInTheJsonHeaderAndQuietSilencesThem) {
    const Folder folder;
    const std::string file = folder.write("ru.csv", "case;x\nA;0,5\n");
    const ProgramRun run = run_program({"data", "inspect", file, "--format", "json", "--quiet"});
    EXPECT_TRUE(run.err.empty()) << run.err;
    const auto notes = nlohmann::json::parse(run.out)["tarazy"]["notes"];
    ASSERT_EQ(notes.size(), 2u);
    EXPECT_EQ(notes[1], file + ": commas were read as decimal points in x");
}

TEST(ReadingOptions, RenameAndRecodeWorkForEveryTableOfTheCommand) {
    const Folder folder;
    const std::string votes = folder.write("v.csv", "id,country,choice\n1,2,yes\n1,365,no\n2,2,yes\n2,365,yes\n");
    const std::string rolls = folder.write("r.csv", "rcid,session\n1,60\n2,60\n");
    const ProgramRun run = run_program({"align", "similarity", "--votes", votes, "--roll-calls", rolls, "--rename",
                                        "rcid=id,ccode=country", "--rename", "vote=choice", "--recode",
                                        "choice:yes=1,no=3", "--format", "csv"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("60,2,365,2,"), std::string::npos) << run.out << run.err;
}

TEST(ReadingOptions, AColumnThatNoTableHasIsAnErrorWithTheNearestName) {
    const Folder folder;
    const std::string file = folder.write("t.csv", "country,A,B,Y\nAU,1,0,0\nBE,1,1,1\n");
    const ProgramRun run = run_program(truth_table(file, {"--rename", "case=contry"}));
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("--rename case=contry: there is no column 'contry'; did you mean 'country'?"),
              std::string::npos)
        << run.err;
    const ProgramRun recode = run_program({"data", "convert", file, folder / "o.csv", "--recode", "AA:1=2"});
    EXPECT_EQ(recode.status, 3);
    EXPECT_NE(recode.err.find("there is no column 'AA'"), std::string::npos) << recode.err;
    EXPECT_EQ(folder.entries(), 1u);
    EXPECT_EQ(run_program({"data", "inspect", file, "--rename", "case"}).status, 2);
    EXPECT_EQ(run_program({"data", "inspect", file, "--encoding", "klingon"}).status, 2);
    EXPECT_EQ(run_program({"data", "inspect", file, "--delimiter", "ab"}).status, 2);
}

TEST(ReadingOptions, WhatMeetsNothingIsAWarning) {
    const Folder folder;
    const std::string file = folder.write("t.csv", plain);
    const ProgramRun run = run_program({"data", "inspect", file, "--missing", "..,-9", "--recode", "A:7=1"});
    EXPECT_EQ(run.status, 0);
    EXPECT_NE(run.err.find("warning: --missing: '..' is in no cell"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("warning: --missing: '-9' is in no cell"), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("warning: --recode A:7=1: '7' is in no cell"), std::string::npos) << run.err;
}

TEST(ReadingOptions, PolicyWordsAndMarksStandTogether) {
    const Folder folder;
    const std::string file = folder.write("t.csv", plain + "DK,..,1,1\nES,-9,1,1\n");
    const std::vector<std::string> minimise = {"compare", "minimise",     "--data", file,       "--outcome",
                                               "Y",       "--conditions", "A,B",    "--missing"};
    const auto with = [&](const std::string& missing) {
        std::vector<std::string> words = minimise;
        words.push_back(missing);
        return run_program(words);
    };
    const ProgramRun bound = with("bound,..,-9");
    EXPECT_EQ(bound.status, 0) << bound.err;
    EXPECT_TRUE(nlohmann::json::parse(bound.out)["result"].contains("missing_bound"));
    const ProgramRun drop = with("..,-9");
    EXPECT_EQ(drop.status, 0) << drop.err;
    EXPECT_FALSE(nlohmann::json::parse(drop.out)["result"].contains("missing_bound"));
    EXPECT_EQ(with("bound").status, 3) << "the marks stay";
}

TEST(ReadingOptions, AMarkThatKeepsAColumnFromBeingNumericIsNamedWithTheOption) {
    const Folder folder;
    const std::string file = folder.write("wdi.csv", "case,gdp\nA,..\nB,1.5\nC,..\n");
    const ProgramRun run = run_program({"data", "inspect", file});
    EXPECT_NE(run.err.find("'..' in 2 cells; --missing .. makes them missing"), std::string::npos) << run.err;
    EXPECT_NE(run_program({"data", "inspect", file, "--missing", ".."}).out.find("gdp,real,2"), std::string::npos);
}

TEST(ReadingOptions, HeaderRowEncodingAndDelimiterAreHeeded) {
    const Folder folder;
    const std::string file = folder.write("t.txt", "x|y\nname|n\n\xCF\xF0\xE8\xE2\xE5\xF2|1\n");
    const ProgramRun run =
        run_program({"data", "convert", file, "-", "--header-row", "2", "--encoding", "koi8-r", "--delimiter", "|"});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.out, "name,n\nоПХБЕР,1\n");
    EXPECT_EQ(run_program({"data", "convert", file, "-", "--header-row", "2"}).out, "name,n\nПривет,1\n");
    EXPECT_EQ(run_program({"data", "convert", file, "-", "--header-row", "9"}).status, 3);
}

TEST(OutputFormat, TheEndingChoosesIt) {
    const Folder folder;
    const std::string file = folder.write("t.csv", plain + "DK,0,0,0\n");
    const auto run = [&](const std::string& verb, const std::string& name, std::vector<std::string> more = {}) {
        std::vector<std::string> words = {"compare", verb,           "--data", file, "--outcome",
                                          "Y",       "--conditions", "A,B",    "-o", folder / name};
        words.insert(words.end(), more.begin(), more.end());
        return run_program(words);
    };
    for (const std::string verb : {"truth-table", "minimise"}) {
        EXPECT_EQ(run(verb, "x.xlsx").status, 0);
        EXPECT_TRUE(bytes_of(folder / "x.xlsx").starts_with("PK")) << verb;
        EXPECT_EQ(run(verb, "x.json").status, 0);
        EXPECT_TRUE(nlohmann::json::accept(bytes_of(folder / "x.json"))) << verb;
        EXPECT_EQ(run(verb, "x.tsv").status, 0);
        EXPECT_NE(bytes_of(folder / "x.tsv").find('\t'), std::string::npos) << verb;
        EXPECT_EQ(run(verb, "x.csv.gz").status, 0);
        EXPECT_TRUE(bytes_of(folder / "x.csv.gz").starts_with("\x1F\x8B")) << verb;
        const ProgramRun csv = run(verb, "x.csv");
        EXPECT_EQ(csv.status, 0) << csv.err;
        const std::string line = bytes_of(folder / "x.csv");
        EXPECT_EQ(line.find('{'), std::string::npos) << verb << line;
        // Whatever was written reads back.
        for (const char* name : {"x.csv", "x.csv.gz", "x.tsv", "x.xlsx"})
            EXPECT_EQ(run_program({"data", "inspect", folder / name}).status, 0) << verb << ' ' << name;
    }
    EXPECT_TRUE(nlohmann::json::accept(
        run_program({"compare", "minimise", "--data", file, "--outcome", "Y", "--conditions", "A,B"}).out))
        << "nested results stay JSON when nothing is asked";
}

TEST(OutputFormat, ContradictionsAreRefusedBeforeAnythingIsWritten) {
    const Folder folder;
    const std::string file = folder.write("t.csv", plain);
    const std::vector<std::pair<const char*, const char*>> wrong = {
        {"csv", "x.xlsx"},  {"json", "x.csv"},  {"json", "x.xlsx"}, {"csv", "x.json"},
        {"table", "x.csv"}, {"table", "x.dta"}, {"csv", "x.sav"}};
    for (const auto& [format, name] : wrong) {
        const ProgramRun run = run_program({"data", "inspect", file, "--format", format, "-o", folder / name});
        EXPECT_EQ(run.status, 2) << format << ' ' << name;
        EXPECT_NE(run.err.find("does not fit -o"), std::string::npos) << run.err;
    }
    EXPECT_EQ(run_program({"data", "inspect", file, "-o", folder / "x.xlsx.gz"}).status, 2);
    for (const char* name : {"x.pdf", "x.DOCX", "x.xls", "x.png", "x.html", "x.pdf.gz"}) {
        const ProgramRun run = run_program({"data", "inspect", file, "-o", folder / name});
        EXPECT_EQ(run.status, 2) << name;
        EXPECT_NE(run.err.find("let the name end in .csv, .tsv, .json, .tex, .xlsx, .dta or .sav"), std::string::npos)
            << run.err;
    }
    EXPECT_EQ(folder.entries(), 1u);
    EXPECT_EQ(run_program({"data", "inspect", file, "-o", folder / "x.dat"}).status, 0) << "promises no format";
    for (const auto& [format, name] : std::vector<std::pair<const char*, const char*>>{
             {"csv", "x.tsv"}, {"csv", "x"}, {"json", "x.json"}, {"table", "x.txt"}, {"csv", "x.csv.gz"}})
        EXPECT_EQ(run_program({"data", "inspect", file, "--format", format, "-o", folder / name}).status, 0) << name;
}

TEST(OwnOutput, CharactersAreNeverCut) {
    const Folder folder;
    const std::string dates = folder.write("d.csv",
                                           "edtf\n1991-12-16\xE2\x80\x93"
                                           "1991-12-20\n1991қ\n");
    const std::string out = folder / "out.csv";
    EXPECT_EQ(run_program({"trace", "dates", dates, "-o", out}).status, 0);
    EXPECT_NE(bytes_of(out).find("'–'"), std::string::npos) << bytes_of(out);
    const ProgramRun run = run_program({"data", "inspect", out});
    EXPECT_EQ(run.status, 0) << run.err;
    EXPECT_EQ(run.err.find("note"), std::string::npos) << run.err;
    // Long cells in messages.
    for (std::size_t before = 0; before < 4; ++before) {
        std::string cell(before, 'x');
        for (int i = 0; i < 60; ++i) cell += "қ";
        const std::string file = folder.write("v.csv", "rcid,ccode,vote\n1,2,1\n1,365," + cell + "\n2,2,1\n");
        const std::string err = run_program({"align", "similarity", "--votes", file}).err;
        const std::size_t cut = err.find("...");
        ASSERT_NE(cut, std::string::npos) << err;
        EXPECT_EQ(err.substr(cut - 2, 2), "қ") << err;
    }
}

}  // namespace reading_options_test
}  // namespace tarazy
