// From a folder of PDFs in three languages to a corrected trend and a project of REFI-QDA: the page
// docs/text-walkthrough.md, step by step.

#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace tarazy::testing_program {
namespace walkthrough_test {

const std::string example = TARAZY_SOURCE_DIR "/examples/three-languages/";

std::string text_of(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

ProgramRun step(std::vector<std::string> words) {
    words.insert(words.begin(), "text");
    ProgramRun run = run_program(words);
    EXPECT_EQ(run.status, 0) << words[1] << ": " << run.err;
    return run;
}

TEST(Walkthrough, FromAFolderOfPdfsToACorrectedTrendAndAProject) {
    const Folder folder;
    const std::string corpus = folder / "corpus.csv", sentences = folder / "sentences.csv",
                      sheet = folder / "sheet.csv";
    const ProgramRun built = step({"build", example + "documents", "-o", corpus, "--log", folder / "choices.csv"});
    EXPECT_NE(built.err.find("20 documents"), std::string::npos) << built.err;
    EXPECT_NE(built.err.find("pages with two columns"), std::string::npos) << built.err;
    step({"codes", "--documents", corpus, "--codebook", example + "codebook.csv", "--show", "sentences", "-o",
          sentences});
    step({"sample", "--units", sentences, "--strata", "year", "--size", "200", "--leave-out", "codes,rarest_code",
          "--add", "codes,coder", "--documents", corpus, "-o", sheet});
    const std::string drawn = text_of(sheet), read = text_of(example + "sheet_read.csv");
    EXPECT_TRUE(drawn.starts_with("doc_id,group,year,sentence,probability,codes,coder,text\n")) << drawn.substr(0, 200);
    EXPECT_EQ(std::ranges::count(drawn, '\n'), std::ranges::count(read, '\n'))
        << "sheet_read.csv must be this sheet, with the codes that a person gave";

    const ProgramRun trend = step({"estimate", "--codes", sentences, "--sample", example + "sheet_read.csv",
                                   "--category", "memory", "--format", "csv"});
    for (const char* year : {"2019", "2020", "2021", "2022"})
        EXPECT_NE(trend.out.find("year," + std::string(year) + ",memory,design_weighted,"), std::string::npos)
            << trend.out;

    const std::string people = folder / "people.csv", machine = folder / "machine.csv", both = folder / "both.csv",
                      project = folder / "commission.qdpx";
    step({"codings", example + "sheet_read.csv", "--action", "sentences", "--documents", corpus, "-o", people});
    step({"codings", sentences, "--action", "sentences", "--documents", corpus, "--coder", "codebook", "-o", machine});
    step({"codings", people, machine, "--action", "merge", "-o", both});
    const ProgramRun exported =
        step({"qdpx", "export", project, "--segments", both, "--documents", corpus, "--format", "csv"});
    const ProgramRun back = step({"qdpx", "import", project, "--format", "csv"});
    EXPECT_EQ(std::ranges::count(back.out, '\n') > 100, true) << exported.out;
    EXPECT_NE(back.out.find(",codebook,memory,"), std::string::npos) << back.out.substr(0, 500);
}

}  // namespace walkthrough_test
}  // namespace tarazy::testing_program
