#include "analyses/text/keyness_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "report/report_context.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace keyness_figures_test {

TEST(KeynessFigures, HoldTheWordsOfBothSidesAndOfNothingThereAreNone) {
    const ReportContext context(every_method_result(), all_chapters());
    AnalysisResult empty;
    empty.id = "speech_words";
    EXPECT_TRUE(keyness_figures(context, empty).empty());
    const auto figures = keyness_figures(context, *context.analysis("speech_words"));
    ASSERT_EQ(figures.size(), 1U);
    EXPECT_EQ(figures[0]["id"], "keyness-speech_words");
    std::size_t others = 0;
    for (const auto& row : figures[0]["rows"]) others += row[1] == "reference" ? 1 : 0;
    EXPECT_GT(others, 0U);
}

}  // namespace keyness_figures_test
}  // namespace tarazy
