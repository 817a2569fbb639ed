#include "analyses/align/shares_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace shares_figures_test {

TEST(SharesFigures, ClosenessAndDomainsAreThoseOfTheFocusState) {
    const ReportContext context(every_method_result(), all_chapters());
    for (const auto& figure : {closeness_figure_data(context, *context.analysis("shares")),
                               domains_figure_data(context, *context.analysis("hedge"))}) {
        ASSERT_FALSE(figure["rows"].empty()) << figure["id"];
        for (const auto& row : figure["rows"]) EXPECT_EQ(row[0], "KAZ");
    }
}

TEST(SharesFigures, ThePictureAtTheHeadHoldsAllStates) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto picture = balance_picture(context);
    ASSERT_TRUE(picture);
    ASSERT_EQ(picture->figures.size(), 1u);
    bool other = false;
    for (const auto& row : picture->figures[0]["rows"]) other = other || row[0] == "UZB";
    EXPECT_TRUE(other);
    EXPECT_NE(picture->part.markup.find("figure-table-balance"), std::string::npos);
}

TEST(SharesFigures, WithoutSharesThereIsNoPicture) {
    const StudyResult none;
    EXPECT_FALSE(balance_picture(ReportContext(none, all_chapters())));
}

}  // namespace shares_figures_test
}  // namespace tarazy
