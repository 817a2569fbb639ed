#include "report/multiverse_chapter.hpp"

#include "analyses/all_methods.hpp"
#include "report/multiverse_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace multiverse_chapter_test {

std::string chapter_of(const StudyResult& result) {
    return multiverse_chapter(ReportContext(result, all_chapters())).markup;
}

TEST(MultiverseChapter, ShowsVerdictsMovesCurvesAndReasons) {
    const std::string markup = chapter_of(result_with_multiverse());
    EXPECT_NE(markup.find("4 universes"), std::string::npos);
    EXPECT_NE(markup.find("data-figure=\"specification_curve-multiverse\""), std::string::npos);
    EXPECT_NE(markup.find("0.750"), std::string::npos);
    EXPECT_LT(markup.find("0.750"), markup.find("0.250")) << "the strongest move first";
    EXPECT_NE(markup.find("12.5 %"), std::string::npos) << markup;
    EXPECT_NE(markup.find("Теория не говорит."), std::string::npos);
    EXPECT_NE(markup.find("four &lt;states&gt;"), std::string::npos);
    EXPECT_NE(markup.find("tarazy study multiverse studies/sample --derive"), std::string::npos);
    EXPECT_NE(markup.find("left out: the alternative"), std::string::npos);
}

TEST(MultiverseChapter, OfAChangedStudyItSaysSoAndShowsNoNumber) {
    const std::string markup = chapter_of(result_with_stale_multiverse());
    EXPECT_NE(markup.find("changed since it was computed: [pole] of the study file"), std::string::npos);
    EXPECT_NE(markup.find("Кодирование"), std::string::npos) << "the choices themselves are shown";
    EXPECT_EQ(markup.find("data-figure"), std::string::npos);
    EXPECT_EQ(markup.find("universes each"), std::string::npos);
}

TEST(MultiverseChapter, AStudyWithoutChoicesHasNone) {
    EXPECT_EQ(chapter_of(sample_result()), "");
}

}  // namespace multiverse_chapter_test
}  // namespace tarazy
