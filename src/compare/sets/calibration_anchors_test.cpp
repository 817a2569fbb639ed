#include "compare/sets/calibration_anchors.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace calibration_anchors_test {

using Numbers = std::vector<double>;

TEST(CalibrationAnchors, NamesStandInAnyOrder) {
    EXPECT_EQ(read_anchors("2500,5000,20000", anchor_names), (Numbers{2500, 5000, 20000}));
    std::vector<std::string> parts = {"e=2500", "c=5000", "i=20000"};
    do {
        EXPECT_EQ(read_anchors(parts[0] + ", " + parts[1] + "," + parts[2], anchor_names),
                  (Numbers{2500, 5000, 20000}));
    } while (std::ranges::next_permutation(parts).found);
    EXPECT_EQ(read_anchors("inclusion = 3, Crossover=2, exclusion=-1.5", anchor_names), (Numbers{-1.5, 2, 3}));
    EXPECT_EQ(read_anchors("e2=6,c2=5,i2=4,i1=3,c1=2,e1=1", bell_anchor_names), (Numbers{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(read_anchors("t2=5,t1=3"), (Numbers{3, 5}));
    EXPECT_EQ(read_anchors("3,5,9"), (Numbers{3, 5, 9}));
    EXPECT_EQ(read_anchors(""), Numbers{});
}

TEST(CalibrationAnchors, FaultsSayWhatIsLacking) {
    const auto complaint = [](std::string_view text, std::span<const std::string_view> names) -> std::string {
        try {
            (void)read_anchors(text, names);
        } catch (const UsageError& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_NE(complaint("1,2", anchor_names).find("give 3 numbers, not 2: e=..,c=..,i=.."), std::string::npos);
    EXPECT_NE(complaint("e=1,c=2,c=3", anchor_names).find("'i' is lacking"), std::string::npos);
    EXPECT_NE(complaint("e=1,2,3", anchor_names).find("name all of them or none"), std::string::npos);
    EXPECT_NE(complaint("e=1,c=b,i=3", anchor_names).find("'c=b' is no number"), std::string::npos);
    EXPECT_NE(complaint("5,3", {}).find("thresholds must rise"), std::string::npos);
    EXPECT_NE(complaint("e=5,c=3", {}).find("t1=..,t2=.."), std::string::npos);
}

TEST(CalibrationAnchors, OnlyThoseThatFallAreTold) {
    const Numbers x = {110, 40110, 4670}, membership = {0.997, 0.000891, 0.597};
    EXPECT_EQ(falling_note(Numbers{20000, 5000, 2500}, "GNI", x, membership),
              "anchors fall: the set falls with GNI (40110 -> 0.0009)");
    EXPECT_EQ(falling_note(Numbers{2500, 5000, 20000}, "GNI", x, membership), std::nullopt);
    EXPECT_EQ(falling_note(Numbers{2500}, "GNI", x, membership), std::nullopt);
}

}  // namespace calibration_anchors_test
}  // namespace tarazy
