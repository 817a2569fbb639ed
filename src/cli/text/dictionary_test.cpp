#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_dictionary_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string data = TARAZY_SOURCE_DIR "/src/text/testdata/";

TEST(TextDictionary, OneCodebookOverFourLanguages) {
    const ProgramRun run = run_program(
        {"text", "dictionary", data + "four_languages.csv", "--dictionary", data + "four_languages.yml", "--quiet"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("doc_id,nuclear,assurances,neighbours.russia,neighbours.china,threat,neg_nuclear,"))
        << run.out;
    // "We never threatened Russia or China": China is the fourth word behind "never".
    EXPECT_NE(run.out.find("\nen1,1,0,0,1,0,0,0,1,0,1\n"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\nzh1,1,0,1,1,0,"), std::string::npos) << run.out;
}

TEST(TextDictionary, HitsRatesAndEntries) {
    const std::vector<std::string> call = {
        "text",    "dictionary", data + "four_languages.csv", "--dictionary", data + "four_languages.yml",
        "--quiet", "--show"};
    const auto shown = [&](const std::string& what) {
        std::vector<std::string> words = call;
        words.push_back(what);
        return run_program(words).out;
    };
    EXPECT_TRUE(
        shown("hits").starts_with("doc_id,from,to,start,end,code,entry,negated,text\n"
                                  "en1,5,5,23,30,nuclear,nuclear*,0,nuclear\n"))
        << shown("hits");
    EXPECT_TRUE(shown("rates").starts_with("code,language,hits,negated,tokens,per_10000,share\nnuclear,en,2,0,"));
    EXPECT_TRUE(shown("entries").starts_with("code,entry,line,hits\nnuclear,nuclear*,3,2\n")) << shown("entries");
}

TEST(TextDictionary, ACodeWithoutHitIsToldAndAFaultHasItsLine) {
    const Folder folder;
    const std::string moon = folder.write("m.yml", "moon: [moon*]\nnuclear: [nuclear*]\n");
    const ProgramRun none = run_program({"text", "dictionary", data + "four_languages.csv", "--dictionary", moon});
    EXPECT_EQ(none.status, 0);
    EXPECT_NE(none.err.find("1 code has no hit: moon"), std::string::npos) << none.err;
    const std::string bad = folder.write("b.yml", "a:\n  - '/(/'\n");
    const ProgramRun run = run_program({"text", "dictionary", data + "four_languages.csv", "--dictionary", bad});
    EXPECT_EQ(run.status, 3);
    EXPECT_NE(run.err.find("b.yml:2: the regular expression"), std::string::npos) << run.err;
}

TEST(TextDictionary, ATableOfEntriesWithLanguages) {
    const Folder folder;
    const std::string codes = folder.write("c.csv", "code,entry,language\nrussia,russia*,en\nrussia,росси*,ru\n");
    const ProgramRun run = run_program({"text", "dictionary", data + "four_languages.csv", "--dictionary", codes,
                                        "--negation-window", "0", "--quiet"});
    EXPECT_TRUE(run.out.starts_with("doc_id,russia\nen1,1\nen2,0\nru1,1\n")) << run.out << run.err;
}

}  // namespace text_dictionary_test
}  // namespace tarazy
