#include "cli/program_run_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace text_trends_test {

using testing_program::Folder;
using testing_program::ProgramRun;
using testing_program::run_program;

const std::string folder_of_speeches = TARAZY_SOURCE_DIR "/examples/short-speeches/";

ProgramRun trends(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"text", "trends"});
    arguments.insert(arguments.end(), {"--format", "csv", "--digits", "3"});
    return run_program(arguments);
}

TEST(TextTrends, WordsByYear) {
    const ProgramRun run = trends({folder_of_speeches + "speeches.csv", "--features", "peace,nuclear*"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("year,key,documents,tokens,count,rate,lower,upper,se,interval\n1992,peace,3,"))
        << run.out;
    EXPECT_NE(run.err.find("12 of 12 intervals are those of a Poisson count"), std::string::npos) << run.err;
}

TEST(TextTrends, CodesOfADictionaryAndADocumentWithoutDate) {
    const ProgramRun run = trends({folder_of_speeches + "codes.csv", "--documents",
                                   folder_of_speeches + "documents.csv", "--features", "nuclear"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("1 document without a date: left out"), std::string::npos) << run.err;
    EXPECT_NE(run.out.find("\n2013,nuclear,2,"), std::string::npos) << run.out;
    const ProgramRun by_state = trends(
        {folder_of_speeches + "codes.csv", "--documents", folder_of_speeches + "documents.csv", "--by", "state"});
    EXPECT_NE(by_state.out.find("\nNorth,nuclear,6,"), std::string::npos) << by_state.out;
    EXPECT_NE(by_state.out.find(",linearised"), std::string::npos) << by_state.out;
}

TEST(TextTrends, TotalsOfATableOfTheirOwn) {
    const Folder folder;
    const std::string codes = folder.write("c.csv", "doc_id,peace\na,1\nb,3\n");
    const std::string sizes = folder.write("s.csv", "doc_id,tokens,words\nb,300,200\na,300,200\n");
    const std::string years = folder.write("y.csv", "doc_id,year\na,1992\nb,1992\n");
    const ProgramRun run = trends({codes, "--documents", years, "--totals", sizes, "--total", "words"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.out.find("\n1992,peace,2,400,4,100,"), std::string::npos) << run.out;
    EXPECT_EQ(trends({codes, "--documents", years}).status, 3);
}

TEST(TextTrends, OnlySomeDocuments) {
    const ProgramRun run = trends({folder_of_speeches + "speeches.csv", "--features", "water", "--where",
                                   "state=South & year>=2012", "--by", "state,year"});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_TRUE(run.out.starts_with("state,year,key,")) << run.out;
    EXPECT_NE(run.out.find("\nSouth,2012,water,1,"), std::string::npos) << run.out;
    EXPECT_EQ(run.out.find("North"), std::string::npos);
}

TEST(TextTrends, CodesOfADictionary) {
    const std::string texts = TARAZY_SOURCE_DIR "/src/text/testdata/four_languages.csv",
                      codes = TARAZY_SOURCE_DIR "/src/text/testdata/four_languages.yml";
    const ProgramRun run = trends({texts, "--dictionary", codes, "--features", "nuclear,neighbours.*"});
    ASSERT_EQ(run.status, 0) << run.err;
    // Four documents a year; words without punctuation, as `text tokens --show sizes` counts them.
    EXPECT_NE(run.out.find("\n1992,nuclear,4,"), std::string::npos) << run.out;
    EXPECT_NE(run.out.find("\n1995,neg_neighbours.china,4,"), std::string::npos) << run.out;
    EXPECT_EQ(run.out.find("threat"), std::string::npos) << "only the codes that were asked for";
    const ProgramRun plain = trends({texts, "--dictionary", codes, "--negation-window", "0"});
    EXPECT_EQ(plain.out.find("neg_"), std::string::npos) << plain.out;
    const ProgramRun languages = trends({texts, "--dictionary", codes, "--show", "languages"});
    EXPECT_TRUE(languages.out.starts_with("code,language,hits,negated,tokens,per_10000,share\nnuclear,en,"))
        << languages.out;
    const ProgramRun by_language = trends({texts, "--dictionary", codes, "--by", "language"});
    EXPECT_NE(by_language.out.find("\nkk,nuclear,2,"), std::string::npos) << by_language.out;
}

TEST(TextTrends, ACodeThatOneLanguageCarriesIsTold) {
    const Folder folder;
    const std::string texts = folder.write(
        "t.csv", "doc_id,language,year,text\na,en,1992,trust trust trust trust trust\nb,ru,1992,мир и труд\n");
    const ProgramRun run = trends({texts, "--dictionary", folder.write("d.csv", "code,entry\nconfidence,trust\n")});
    ASSERT_EQ(run.status, 0) << run.err;
    EXPECT_NE(run.err.find("5 of 5 hits in text of the language 'en'"), std::string::npos) << run.err;
    const ProgramRun unknown = trends(
        {texts, "--dictionary", folder.write("d.csv", "code,entry\nconfidence,trust\n"), "--features", "konfidence"});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_NE(unknown.err.find("'confidence'"), std::string::npos) << unknown.err;
}

TEST(TextTrends, BadInput) {
    EXPECT_EQ(trends({folder_of_speeches + "speeches.csv"}).status, 2);
    EXPECT_EQ(trends({folder_of_speeches + "speeches.csv", "--features", "peace", "--by", "yeer"}).status, 3);
    const ProgramRun none = trends({folder_of_speeches + "speeches.csv", "--features", "pease"});
    EXPECT_EQ(none.status, 0);
    EXPECT_NE(none.err.find("no word fits 'pease'"), std::string::npos) << none.err;
    const Folder folder;
    const ProgramRun undated = trends({folder.write("c.csv", "doc_id,year,peace,tokens\na,,1,10\n")});
    EXPECT_EQ(undated.status, 3);
    EXPECT_NE(undated.err.find("1 without a date"), std::string::npos) << undated.err;
    const ProgramRun negative = trends({folder.write("n.csv", "doc_id,year,peace,tokens\na,1992,-1,10\n")});
    EXPECT_EQ(negative.status, 3);
    EXPECT_NE(negative.err.find("n.csv:2:3: the count is negative"), std::string::npos) << negative.err;
}

}  // namespace text_trends_test
}  // namespace tarazy
