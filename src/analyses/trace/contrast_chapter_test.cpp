#include "analyses/trace/contrast_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace contrast_chapter_test {

TEST(ContrastChapter, TheStateInFocusStandsFirstAndNumbersLeadToClaims) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string html = contrast_body(context, *context.analysis("contrast")).markup;
    const std::size_t own = html.find("#claim-contrast.difference.growth"),
                      other = html.find("#claim-contrast.state.ARM.difference.growth");
    EXPECT_NE(own, std::string::npos);
    EXPECT_LT(own, other);
    EXPECT_NE(html.find("#claim-contrast.rank_of_difference.growth"), std::string::npos);
}

}  // namespace contrast_chapter_test
}  // namespace tarazy
