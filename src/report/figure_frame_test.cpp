#include "report/figure_frame.hpp"

#include "report/sample_outcome_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace {

TEST(FigureFrame, HasTitleDescriptionAndTableWithoutScripts) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    const std::string markup =
        figure_frame(context, {"balance", {"Balance", "", ""}, {"What is seen.", "", ""}, text("TABLE")}).markup;
    for (const char* part : {"<figcaption>", ">Balance<", ">What is seen.<", "<details class=\"figure-table\">",
                             "TABLE", "data-figure=\"balance\""}) {
        EXPECT_NE(markup.find(part), std::string::npos) << part;
    }
}

TEST(FigureFrame, NoTableNoDetails) {
    const StudyOutcome outcome = sample_outcome();
    const ReportContext context(outcome);
    EXPECT_EQ(figure_frame(context, {"timeline", {"T", "", ""}, {"D", "", ""}, {}}).markup.find("<details"),
              std::string::npos);
}

}  // namespace
}  // namespace tarazy
