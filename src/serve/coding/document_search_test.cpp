#include "serve/coding/document_search.hpp"

#include "serve/request.hpp"

#include <gtest/gtest.h>

namespace tarazy::document_search_test {
namespace {

StudyDocuments documents_with(const std::string& text) {
    StudyDocuments documents;
    documents.list = {{"a", "", "", false, 0, text}, {"b", "", "", false, 0, "Second text."}};
    documents.places = {{"a", 0}, {"b", 1}};
    return documents;
}

TEST(DocumentSearch, WordsWhateverTheirCaseAndTheBlanksBetween) {
    const StudyDocuments documents = documents_with("😀 Бейбіт\nжол. БЕЙБІТ  ЖОЛ (a.b)");
    const DocumentFinds finds = search_documents(documents, {"бейбіт жол"});
    ASSERT_EQ(finds.finds.size(), 2u);
    EXPECT_EQ(finds.finds[0].start, 2u);
    EXPECT_EQ(finds.finds[0].end, 12u);
    EXPECT_EQ(finds.finds[1].start, 14u);
    EXPECT_EQ(finds.finds[1].found, "БЕЙБІТ  ЖОЛ");
    EXPECT_EQ(search_documents(documents, {"(a.b)"}).finds.size(), 1u) << "signs are letters like others";
    EXPECT_EQ(search_documents(documents, {"a.b", false, "b"}).finds.size(), 0u);
}

TEST(DocumentSearch, RegularExpressions) {
    const StudyDocuments documents = documents_with("one two three two");
    EXPECT_EQ(search_documents(documents, {"t\\w+", true}).finds.size(), 4u);
    EXPECT_TRUE(search_documents(documents, {"x*", true}).finds.size() == 1) << "empty finds are passed over";
    EXPECT_THROW((void)search_documents(documents, {"(", true}), RefusedRequest);
    EXPECT_THROW((void)search_documents(documents, {"  "}), RefusedRequest);
}

TEST(DocumentSearch, HasAnEnd) {
    DocumentSearch many{"t"};
    many.most = 3;
    EXPECT_TRUE(search_documents(documents_with(std::string(1000, 't')), many).more);
    // Backtracks for ages.
    DocumentSearch slow{"(a+)+$", true};
    slow.most_milliseconds = 100;
    const DocumentFinds finds = search_documents(documents_with(std::string(60, 'a') + "b"), slow);
    EXPECT_TRUE(finds.late);
}

}  // namespace
}  // namespace tarazy::document_search_test
