#include "report/figure_frame.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace figure_frame_test {

TEST(FigureFrame, HasTitleDescriptionAndTableWithoutScripts) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    const std::string markup =
        figure_frame(context, {"balance", {"Balance", "", ""}, {"What is seen.", "", ""}, text("TABLE")}).markup;
    for (const char* part : {"<figcaption>", ">Balance<", ">What is seen.<", "<details class=\"figure-table\">",
                             "TABLE", "data-figure=\"balance\""}) {
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    }
}

TEST(FigureFrame, NoTableNoDetails) {
    const StudyResult result = sample_result();
    const ReportContext context(result, all_chapters());
    EXPECT_EQ(figure_frame(context, {"timeline", {"T", "", ""}, {"D", "", ""}, {}}).markup.find("<details"),
              std::string::npos);
}

}  // namespace figure_frame_test
}  // namespace tarazy
