#include "analyses/text/estimate_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace estimate_chapter_test {

TEST(EstimateChapter, SaysHowManyCodedAndShowsBothShares) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = estimate_body(context, *context.analysis("corrected_speeches")).markup;
    for (const char* part :
         {"One coder judged", "corrected_speeches.corrected.peace.2005-2016", "corrected_speeches.recall.peace"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
}

TEST(EstimateChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_TRUE(estimate_quantity(context, {"", "", "corrected", {"peace"}, "2005-2016"}));
    EXPECT_FALSE(estimate_quantity(context, {"", "", "no such number", {"peace"}, ""}));
}

}  // namespace estimate_chapter_test
}  // namespace tarazy
