#include "analyses/align/shares_still.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace shares_still_test {

ShareYear share_year(const std::string& state, int year, double russia, const std::string& flag = {}) {
    ShareYear row;
    row.state = state;
    row.domain = "votes";
    row.flag = flag;
    row.year = year;
    row.poles["RUS"].share = russia;
    row.poles["CHN"].share = 1 - russia;
    return row;
}

struct Still : testing::Test {
    StudyResult result;
    std::vector<FrontShare> shares;

    Still() {
        result.focus = "KAZ";
        result.poles = {{"RUS", {"Russia", "Ресей", "Россия"}, {"RUS"}}, {"CHN", {"China", "Қытай", "Китай"}, {"CHN"}}};
        for (const ShareYear& row : {share_year("KAZ", 1992, 1), share_year("KAZ", 1993, 0.5),
                                     share_year("KAZ", 1995, 0.5), share_year("UZB", 1992, 0.25)})
            shares.push_back({nullptr, row});
    }
    [[nodiscard]] std::string drawn() const {
        return shares_still(ReportContext(result, all_chapters()), shares).markup;
    }
};

TEST_F(Still, ALineForEachPoleBreaksWhereAYearIsLacking) {
    // 1992 at the left edge and at the top, 1993 a third of the way and half as high, 1995 at the right edge.
    EXPECT_NE(drawn().find("d=\"M46 8l74 61M267 69h2\""), std::string::npos) << drawn();
    EXPECT_NE(drawn().find("d=\"M46 130l74-61M267 69h2\""), std::string::npos) << drawn();
    EXPECT_NE(drawn().find("Қытай"), std::string::npos);
}

TEST_F(Still, YearsThatMustNotBeComparedAreLeftOut) {
    shares[1].year.flag = "agenda";
    EXPECT_NE(drawn().find("d=\"M46 8h2M267 69h2\""), std::string::npos) << drawn();
}

TEST_F(Still, WithoutTheStateInFocusThereIsNothing) {
    shares.erase(shares.begin(), shares.begin() + 3);
    EXPECT_TRUE(drawn().empty());
}

TEST(SharesStill, StandsInThePageForReadersWithoutScripts) {
    const ReportContext context(every_method_result(), all_chapters());
    const std::string markup = shares_still(context, front_shares(context.result)).markup;
    EXPECT_GT(std::ranges::count(markup, 'l'), 3);
    EXPECT_EQ(markup.find("NaN"), std::string::npos);
    EXPECT_EQ(markup.find("nan"), std::string::npos);
}

}  // namespace shares_still_test
}  // namespace tarazy
