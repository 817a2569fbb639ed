#include "analyses/simulate/hedge_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace hedge_chapter_test {

TEST(HedgeChapter, WhatThePastAllowsToClaimStandsFirst) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = hedge_body(context, *context.analysis("hedged")).markup;
    EXPECT_TRUE(markup.starts_with("<p class=\"caution\">")) << markup.substr(0, 200);
    EXPECT_LT(markup.find("No demonstrated skill over"), markup.find("data-figure=\"fan-hedged\""));
    for (const char* part : {"hedged.parameter.e", "hedged.skill_over_persistence.hedge-1", "cost of concentration",
                             "<h4>Purpose</h4>", "<strong>profile a</strong>", "<code>b_T</code>"})
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    EXPECT_EQ(markup.find("**"), std::string::npos) << "no marks of Markdown are left";
}

TEST(HedgeChapter, NumbersAreWorded) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_EQ(hedge_quantity(context, {"", "", "parameter", {"k"}, ""})->en, "k: cost of concentration on one pole");
    EXPECT_TRUE(hedge_quantity(context, {"", "", "skill", {"hedge", "1"}, ""}));
    EXPECT_FALSE(hedge_quantity(context, {"", "", "no such number", {"k"}, ""}));
}

}  // namespace hedge_chapter_test
}  // namespace tarazy
