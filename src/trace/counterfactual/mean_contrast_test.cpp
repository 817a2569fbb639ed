#include "trace/counterfactual/mean_contrast.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace mean_contrast_test {

const std::string rows =
    "unit,time,outcome\nA,1,10\nA,2,12\nA,3,4\nA,4,2\nB,1,5\nB,2,5\nB,3,6\nB,4,6\nC,1,1\nC,2,1\nC,3,0\nC,4,\nD,1,2\nD,"
    "2,"
    "2\nD,3,2\nD,4,2\n";

ContrastOptions windows() {
    ContrastOptions options{1, 2, 3, 4};
    options.least = 2;
    return options;
}

TEST(MeanContrast, TheChangeOfOneBeyondThatOfTheOthers) {
    const MeanContrast found = mean_contrast(read_csv(rows, "x.csv"), windows());
    ASSERT_EQ(found.units.size(), 3u);
    EXPECT_EQ(found.left_out, std::vector<std::string>{"C"});
    const UnitContrast& a = found.units[0];
    EXPECT_EQ(a.before, 11);
    EXPECT_EQ(a.after, 3);
    EXPECT_EQ(a.change, -8);
    EXPECT_NEAR(a.difference.value(), -8 - (1 + 0) / 2.0, 1e-12);
    EXPECT_EQ(a.rank, 1u);
    EXPECT_NEAR(a.p, 1.0 / 3, 1e-12);
    EXPECT_NEAR(found.units[1].difference.value(), 1 - (-8 + 0) / 2.0, 1e-12);
    EXPECT_EQ(found.units[1].rank, 2u);
}

TEST(MeanContrast, AUnitAloneHasNoDifference) {
    ContrastOptions options = windows();
    options.units = {"A", "Z"};
    const MeanContrast found = mean_contrast(read_csv(rows, "x.csv"), options);
    ASSERT_EQ(found.units.size(), 1u);
    EXPECT_FALSE(found.units[0].difference);
    EXPECT_EQ(found.left_out, std::vector<std::string>{"Z"});
}

TEST(MeanContrast, WindowsThatOverlapAndRowsThatRepeatAreRefused) {
    ContrastOptions options = windows();
    options.after_first = 2;
    EXPECT_THROW((void)mean_contrast(read_csv(rows, "x.csv"), options), UsageError);
    EXPECT_THROW((void)mean_contrast(read_csv(rows + "A,1,3\n", "x.csv"), windows()), InputError);
}

}  // namespace mean_contrast_test
}  // namespace tarazy
