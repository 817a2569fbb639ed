#include "text/estimates/hand_sample.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy::hand_sample_test {
namespace {

const Table codes = read_csv("unit,code,stratum\nb,1,x\na,0,x\nc,1,y\n", "codes.csv");

std::string refusal_of(const Table& all, const std::string& sample) {
    try {
        (void)read_hand_sample(all, read_csv(sample, "sample.csv"), {});
    } catch (const InputError& error) {
        return error.what();
    }
    return "none";
}

TEST(HandSample, JoinsTheTwoTables) {
    const HandSample sample =
        read_hand_sample(codes, read_csv("unit,probability,hand\nc,.5,0\na,.25,0\n", "s.csv"), {});
    EXPECT_EQ(sample.units, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(sample.hand, (std::vector<std::string>{"0", "", "0"}));
    EXPECT_EQ(sample.probability[0], 0.25);
    EXPECT_TRUE(std::isnan(sample.probability[1]));
    EXPECT_EQ(sample.stratum, (std::vector<std::string>{"x", "x", "y"}));
    EXPECT_TRUE(sample.year.empty());
}

TEST(HandSample, MayStandInOneTable) {
    const Table one = read_csv("unit,code,hand\na,1,1\nb,0,\nc,0,0\n", "one.csv");
    const HandSample sample = read_hand_sample(one, one, {});
    EXPECT_EQ(sample.hand, (std::vector<std::string>{"1", "", "0"}));
    EXPECT_TRUE(sample.probability.empty());
}

TEST(HandSample, FaultsAreToldTogether) {
    const std::string told = refusal_of(codes, "unit,probability,hand\na,0,1\nq,.5,1\nb,,1\nb,.5,1\n");
    EXPECT_NE(told.find("sample.csv:2:2: the probability of being sampled is not in (0, 1]"), std::string::npos)
        << told;
    EXPECT_NE(told.find("sample.csv:3:1: the unit 'q' has no machine code"), std::string::npos) << told;
    EXPECT_NE(told.find("sample.csv:4:2: a unit coded by hand has no probability"), std::string::npos) << told;
    EXPECT_NE(told.find("sample.csv:5:1: the unit 'b' stands here a second time"), std::string::npos) << told;
    EXPECT_NE(refusal_of(codes, "unit,hand\na,1\n").find("one unit only is coded by hand"), std::string::npos);
    EXPECT_NE(refusal_of(codes, "unit,hand\na,\n").find("no unit is coded by hand"), std::string::npos);
    const Table gap = read_csv("unit,code\na,1\nb,\n", "gap.csv");
    EXPECT_NE(refusal_of(gap, "unit,hand\na,1\nb,1\n").find("gap.csv:3:2: the machine code is missing"),
              std::string::npos);
}

}  // namespace
}  // namespace tarazy::hand_sample_test
