#include "text/corpus/document_metadata.hpp"

#include "table/table_rows.hpp"

#include <gtest/gtest.h>

namespace tarazy::document_metadata_test {
namespace {

TEST(DocumentMetadata, YearsInNames) {
    EXPECT_EQ(year_in_name("speech_1994_kz.pdf"), 1994);
    EXPECT_EQ(year_in_name("2021-05-03.txt"), 2021);
    EXPECT_EQ(year_in_name("20210503.txt"), std::nullopt) << "no number of four digits";
    EXPECT_EQ(year_in_name("A-RES-0057 of 1995.txt"), 1995);
    EXPECT_EQ(year_in_name("speech.pdf"), std::nullopt);
}

TEST(DocumentMetadata, JoinsByIdOrFile) {
    Corpus corpus;
    corpus.ids = {"a/one", "two", "three"};
    corpus.texts = {"", "", ""};
    corpus.metadata.add("year", Column(std::vector<std::int64_t>{1990, 1991, 1992}));
    std::vector<DocumentSource> sources(3);
    sources[0].path = "docs/a/one.txt";
    sources[1].path = "docs/two.pdf";
    sources[2].path = "docs/three.pdf";
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"speaker"}, IntegerColumn{"year"}, RealColumn{"weight"});
    rows.add("two.pdf", "Tokayev", 2020, 0.5);
    rows.add("a/one", "Nazarbayev", 1994, 1.0);
    rows.add("four", "nobody", 1, 1.0);
    std::vector<std::string> warnings;
    join_metadata(corpus, sources, rows.table(), warnings);
    EXPECT_EQ(corpus.metadata["speaker"].display(0), "Nazarbayev");
    EXPECT_EQ(corpus.metadata["year"].display(1), "2020");
    EXPECT_EQ(corpus.metadata["year"].display(2), "1992") << "the name of the file says it";
    EXPECT_TRUE(corpus.metadata["weight"].missing(2));
    ASSERT_EQ(warnings.size(), 2u);
    EXPECT_NE(warnings[0].find("names no document: four"), std::string::npos) << warnings[0];
}

TEST(DocumentMetadata, TwoRowsForOneDocumentAreRefused) {
    Corpus corpus;
    corpus.ids = {"one"};
    corpus.texts = {""};
    const std::vector<DocumentSource> sources(1);
    TableRows rows(TextColumn{"doc_id"}, TextColumn{"x"});
    rows.add("one", "a");
    rows.add("one", "b");
    std::vector<std::string> warnings;
    EXPECT_THROW(join_metadata(corpus, sources, rows.table(), warnings), InputError);
}

}  // namespace
}  // namespace tarazy::document_metadata_test
