#include "analyses/text/concordance_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace concordance_chapter_test {

TEST(ConcordanceChapter, ShowsLinesWithDocumentYearAndPlace) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = concordance_body(context, *context.analysis("speech_lines")).markup;
    for (const char* part :
         {"speech_lines.finds.peace.2005-2016", "class=\"in-line\">mountains</strong>", "KAZ_20", "drawn at random"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    EXPECT_EQ(markup.find("not at hand"), std::string::npos);
}

TEST(ConcordanceChapter, WithoutTheDocumentsTheCountsRemainAndItSaysSo) {
    const ReportContext context(every_method_result(), all_chapters());
    AnalysisResult shipped = *context.analysis("speech_lines");
    std::erase_if(shipped.tables, [](const ResultTable& table) { return table.name == lines_table; });
    const std::string markup = concordance_body(context, shipped).markup;
    EXPECT_NE(markup.find("The documents are not at hand here"), std::string::npos);
    EXPECT_NE(markup.find("speech_lines.finds.peace.2005-2016"), std::string::npos);
    EXPECT_EQ(markup.find("<strong"), std::string::npos);
}

TEST(ConcordanceChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_TRUE(concordance_quantity(context, {"", "", "finds", {"peace"}, "2005-2016"}));
    EXPECT_FALSE(concordance_quantity(context, {"", "", "no such number", {"peace"}, ""}));
}

}  // namespace concordance_chapter_test
}  // namespace tarazy
