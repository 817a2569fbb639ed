#include "report/multiverse_part.hpp"

#include "analyses/all_methods.hpp"
#include "report/multiverse_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace multiverse_part_test {

TEST(MultiversePart, AVerdictSaysInHowManyUniversesItHolds) {
    const StudyResult result = result_with_multiverse();
    const ReportContext context(result, all_chapters());
    const std::string markup = multiverse_mark(context, result.propositions.front()).markup;
    EXPECT_NE(markup.find("holds in 3 of 4 universes"), std::string::npos) << markup;
    EXPECT_NE(markup.find("сохраняется в 3 из 4 вариантов расчёта"), std::string::npos) << markup;
    EXPECT_NE(markup.find("4 есептеу нұсқасының 3 нұсқасында сақталады"), std::string::npos) << markup;
    EXPECT_NE(markup.find("fragile"), std::string::npos);
    EXPECT_TRUE(multiverse_mark(context, result.propositions.back()).markup.empty()) << "nothing is known of it";
}

TEST(MultiversePart, TheFirstPageNamesWhatTurnsAVerdict) {
    const StudyResult result = result_with_multiverse();
    const std::string markup = multiverse_items(ReportContext(result, all_chapters())).markup;
    EXPECT_NE(markup.find("1 of 1 verdict change under other defensible choices."), std::string::npos) << markup;
    EXPECT_NE(markup.find("the other"), std::string::npos);
    EXPECT_NE(markup.find("1 alternative could not be computed"), std::string::npos);
    EXPECT_NE(markup.find("href=\"#multiverse\""), std::string::npos);
}

TEST(MultiversePart, WhatIsStaleIsSaidAndNotShown) {
    const StudyResult result = result_with_stale_multiverse();
    const ReportContext context(result, all_chapters());
    EXPECT_TRUE(multiverse_mark(context, result.propositions.front()).markup.empty());
    EXPECT_NE(multiverse_items(context).markup.find("changed since it was computed: [pole]"), std::string::npos);
    const StudyResult none = sample_result();
    EXPECT_TRUE(multiverse_items(ReportContext(none, all_chapters())).markup.empty());
}

}  // namespace multiverse_part_test
}  // namespace tarazy
