#include "analyses/trace/changepoints_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace changepoints_chapter_test {

TEST(ChangepointsChapter, NamesTheChangeItsDatesAndWhatCoincides) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = changepoints_body(context, *context.analysis("turning")).markup;
    EXPECT_NE(markup.find("Talks on a common market"), std::string::npos);
    EXPECT_NE(markup.find("turning_points-turning"), std::string::npos);
    EXPECT_NE(markup.find("Probability of a change in 2010–2011"), std::string::npos);
    EXPECT_NE(markup.find("All decisions shifted together"), std::string::npos);
    EXPECT_EQ(markup.find("caused"), std::string::npos);
    const std::string imports = changepoints_body(context, *context.analysis("turning_imports")).markup;
    EXPECT_EQ(imports.find("Events that coincide"), std::string::npos);
}

TEST(ChangepointsChapter, ASeriesIsCalledAsItsPole) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto words = changepoints_quantity(context, {"", "", "changes", {"RUS"}, ""});
    ASSERT_TRUE(words.has_value());
    EXPECT_EQ(words->en, "expected number of changes of level: Russia");
    EXPECT_NE(changepoints_quantity(context, {"", "", "decisions_p", {}, ""})->kk.find("p-мәні"), std::string::npos);
    EXPECT_FALSE(changepoints_quantity(context, {"", "", "unheard", {"RUS"}, ""}).has_value());
}

TEST(ChangepointsChapter, WithoutATableItSaysSo) {
    AnalysisResult none = *std::ranges::find(every_method_result().analyses, "turning", &AnalysisResult::id);
    none.tables.clear();
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_NE(changepoints_body(context, none).markup.find("quiet"), std::string::npos);
}

}  // namespace changepoints_chapter_test
}  // namespace tarazy
