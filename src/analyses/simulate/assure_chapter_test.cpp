#include "analyses/simulate/assure_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace assure_chapter_test {

TEST(AssureChapter, ShowsChoicesCurvesAndWhoJudged) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = assure_body(context, *context.analysis("assured")).markup;
    for (const char* part : {"data-figure=\"curves-assured\"", "assured.effect_of_assurance_on_forgo",
                             "assured.share_valuable_though_declaratory", "two invented coders"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
}

TEST(AssureChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto words = assure_quantity(context, {"", "", "effect_of_assurance_on_press", {}, ""});
    ASSERT_TRUE(words);
    EXPECT_EQ(words->en, "how much more likely the challenger presses after an assurance than after silence");
    EXPECT_FALSE(assure_quantity(context, {"", "", "no such number", {}, ""}));
}

}  // namespace assure_chapter_test
}  // namespace tarazy
