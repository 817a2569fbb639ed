#include "trace/breaks/draw_agreement.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace draw_agreement_test {

DrawnChange change(std::int64_t at, std::int64_t around = 0) {
    return {static_cast<std::size_t>(at), {at - around, at + around}};
}

TEST(DrawAgreement, ShareAndDatesOfTheDrawsThatHaveTheChange) {
    const std::vector<std::size_t> changes = {10, 30};
    const std::vector<std::vector<DrawnChange>> draws = {
        {change(9), change(31)}, {change(12)}, {change(10), change(14), change(19)}, {}};
    const std::vector<DrawAgreement> found = draw_agreement(changes, draws, 0.95);
    EXPECT_DOUBLE_EQ(found[0].share, 0.75);
    EXPECT_EQ(found[0].interval->lower, 9);
    EXPECT_EQ(found[0].interval->upper, 12);
    EXPECT_DOUBLE_EQ(found[1].share, 0.25);
    EXPECT_EQ(found[1].interval->upper, 31);
}

TEST(DrawAgreement, IntervalsOfTheDrawsAreTakenIn) {
    const std::vector<std::size_t> changes = {10};
    std::vector<std::vector<DrawnChange>> draws(100, {change(10, 1)});
    draws[7] = {change(4, 2)};
    const std::vector<DrawAgreement> found = draw_agreement(changes, draws, 0.9);
    EXPECT_EQ(found[0].interval->lower, 9);
    EXPECT_EQ(found[0].interval->upper, 11);
    EXPECT_EQ(draw_agreement(changes, draws, 0.999)[0].interval->lower, 2);
}

TEST(DrawAgreement, WithoutChangesOrDrawsThereIsNothingToSay) {
    EXPECT_TRUE(draw_agreement({}, std::vector<std::vector<DrawnChange>>(2), 0.9).empty());
    const std::vector<std::size_t> changes = {10};
    EXPECT_FALSE(draw_agreement(changes, std::vector<std::vector<DrawnChange>>(2), 0.9)[0].interval.has_value());
}

}  // namespace draw_agreement_test
}  // namespace tarazy
