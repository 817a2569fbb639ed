#include "analyses/simulate/bargain_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace bargain_chapter_test {

TEST(BargainChapter, EndsOfAllModelsActorsAndHowItEnded) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = bargain_body(context, *context.analysis("bargained")).markup;
    for (const char* part : {"data-figure=\"rounds-bargained\"", "bargained.position_over_models.finance",
                             "bargained.variants_apart.pipelines", "expected utility (programs)", "southern neighbour",
                             "nothing in the data says which is right"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    AnalysisResult empty = *context.analysis("bargained");
    empty.tables = {{"", {}}};
    EXPECT_NE(bargain_body(context, empty).markup.find("quiet"), std::string::npos);
}

TEST(BargainChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto words = bargain_quantity(context, {"", "", "position_of_model", {"pipelines", "smp"}, ""});
    ASSERT_TRUE(words);
    EXPECT_EQ(words->en, "pipelines, spatial model: weighted mean at the end");
    EXPECT_EQ(bargain_quantity(context, {"", "", "variants_apart", {"issue"}, ""})->en.substr(0, 9), "the issue");
    EXPECT_FALSE(bargain_quantity(context, {"", "", "no such number", {"pipelines"}, ""}));
}

}  // namespace bargain_chapter_test
}  // namespace tarazy
