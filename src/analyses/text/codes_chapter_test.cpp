#include "analyses/text/codes_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace codes_chapter_test {

TEST(CodesChapter, NumbersHaveWordsInThreeLanguages) {
    const StudyResult& result = every_method_result();
    const ReportContext context(result, all_chapters());
    const auto words = codes_quantity(context, {"", "", "with", {"peace", "memory"}, "2005-2016"});
    ASSERT_TRUE(words);
    EXPECT_EQ(words->en, "of the sentences on “peace”, the share with “memory”");
    EXPECT_NE(words->kk, words->ru);
    EXPECT_FALSE(codes_quantity(context, {"", "", "closeness", {"peace"}, ""}));
}

}  // namespace codes_chapter_test
}  // namespace tarazy
