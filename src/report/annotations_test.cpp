#include "report/annotations.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/example_study_test.hpp"
#include "study/run.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace annotations_test {

TEST(Annotations, VerdictsTestedNumbersAndPassagesLeadToTheirSources) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const Table table = annotation_table(ReportContext(result, all_chapters()));
    ASSERT_GT(table.rows(), 3u);
    EXPECT_EQ(text_in(table, "id", 0), "a1");
    EXPECT_EQ(text_in(table, "kind", 0), "verdict");
    EXPECT_EQ(text_in(table, "claim", 0), "proposition." + result.propositions[0].id + ".verdict");
    EXPECT_EQ(text_in(table, "kind", 1), "number");
    EXPECT_NE(text_in(table, "note", 1).find("declares"), std::string::npos);
    EXPECT_NE(text_in(table, "citation", 1).find("made up"), std::string::npos);
    bool passage = false;
    for (std::size_t row = 0; row < table.rows(); ++row) passage = passage || text_in(table, "kind", row) == "passage";
    EXPECT_TRUE(passage) << "the events of the chronology";
}

std::vector<Passage> one_quotation(const ReportContext&, const AnalysisResult& analysis) {
    std::string many;
    for (int i = 0; i < 200; ++i) many += "word ";
    Passage passage;
    passage.claim = analysis.id + ".x";
    passage.statement = {"He said", "Ол айтты", "Он сказал"};
    passage.excerpt = many;
    passage.language = "en";
    passage.role = "documents";
    return {passage};
}

StudyResult quoting(const std::string& licence) {
    StudyResult result;
    result.sources = {{"s", "Speaker", "2000", "Speech", "", "https://a.example", {}, licence}};
    DataUse use;
    use.key = "speeches";
    use.role = "documents";
    use.sources = {"s"};
    result.data = {use};
    result.analyses.resize(1);
    result.analyses[0].id = "words";
    result.analyses[0].method = "toy.words";
    result.analyses[0].made_from.data = {{"speeches", "documents"}};
    return result;
}

TEST(Annotations, AnExcerptHasAHundredAndFiftyWordsAtMostAndNoneWhereTheLicenceForbids) {
    const std::vector<Chapter> chapters = {{.method = "toy.words", .passages = one_quotation}};
    const StudyResult open = quoting("CC BY 4.0"), closed = quoting("no redistribution");
    const Table shown = annotation_table(ReportContext(open, chapters));
    ASSERT_EQ(shown.rows(), 1u);
    EXPECT_EQ(text_in(shown, "excerpt", 0).size(), 150u * 5 - 1 + 4);
    EXPECT_EQ(text_in(shown, "statement_kk", 0), "Ол айтты");
    EXPECT_EQ(text_in(shown, "link", 0), "https://a.example");
    EXPECT_EQ(text_in(shown, "licence", 0), "CC BY 4.0");
    const Table hidden = annotation_table(ReportContext(closed, chapters));
    EXPECT_EQ(text_in(hidden, "excerpt", 0), "");
    EXPECT_NE(text_in(hidden, "note", 0).find("licence"), std::string::npos);
}

TEST(Annotations, WordsAreCountedByBlanks) {
    EXPECT_EQ(first_words("  one two\nthree ", 3), "one two\nthree");
    EXPECT_EQ(first_words("one  two three", 2), "one  two ...");
    EXPECT_EQ(first_words("", 2), "");
}

}  // namespace annotations_test
}  // namespace tarazy
