#include "simulate/discovery/prim.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "simulate/designs/sample.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace prim_test {

Design uniform_design(std::size_t runs, std::size_t inputs) {
    InputSpace space;
    for (std::size_t i = 0; i < inputs; ++i)
        space.inputs.push_back({"x" + std::to_string(i + 1), {.lower = 0, .upper = 1}});
    return sample_design(space, {.method = "latin-hypercube", .base = runs});
}

std::vector<bool> cases_where(const Design& design, const std::function<bool(std::size_t)>& is_case) {
    std::vector<bool> cases(design.rows());
    for (std::size_t run = 0; run < cases.size(); ++run) cases[run] = is_case(run);
    return cases;
}

TEST(Prim, FindsTheBoxThatTheCasesLieIn) {
    const Design design = uniform_design(2000, 4);
    const std::vector<bool> cases =
        cases_where(design, [&](std::size_t run) { return design.value(run, 0) > 0.6 && design.value(run, 2) < 0.3; });
    const PrimResult result = prim(design, cases, {}, {.density = 0.95});
    EXPECT_TRUE(result.dense_enough);
    EXPECT_NEAR(result.box.lower[0], 0.6, 0.03);
    EXPECT_NEAR(result.box.upper[2], 0.3, 0.03);
    EXPECT_FALSE(result.box.restricts(1));
    EXPECT_FALSE(result.box.restricts(3));
    EXPECT_EQ(result.box.restricted_inputs(), 2u);
    EXPECT_GE(result.box.density(), 0.95);
    EXPECT_GT(static_cast<double>(result.box.cases) / static_cast<double>(std::ranges::count(cases, true)), 0.95);
    const std::vector<double> p = quasi_p_values(design, cases, {}, result.box);
    EXPECT_LT(p[0], 1e-10);
    EXPECT_EQ(p[1], 1);
}

TEST(Prim, TheTrajectoryShrinksStepByStepAndCountsWhatItHolds) {
    const Design design = uniform_design(500, 3);
    const std::vector<bool> cases =
        cases_where(design, [&](std::size_t run) { return design.value(run, 0) + design.value(run, 1) > 1.4; });
    const PrimResult result = prim(design, cases, {}, {});
    EXPECT_EQ(result.trajectory.front().runs, 500u);
    for (std::size_t i = 0; i < result.trajectory.size(); ++i) {
        const PrimBox& box = result.trajectory[i];
        std::size_t runs = 0, found = 0;
        for (std::size_t run = 0; run < 500; ++run) {
            runs += box.holds(design, run) ? 1 : 0;
            found += box.holds(design, run) && cases[run] ? 1 : 0;
        }
        EXPECT_EQ(box.runs, runs);
        EXPECT_EQ(box.cases, found);
        EXPECT_GE(box.runs, 25u);
        if (i > 0) {
            EXPECT_LT(box.runs, result.trajectory[i - 1].runs);
        }
    }
}

TEST(Prim, OneStepByHand) {
    // Ten runs; the two of highest x are cases. A peel of 20 % takes the two lowest: 2 of 8.
    Design design{.kind = "", .inputs = {"x"}, .values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}};
    const std::vector<bool> cases = {false, false, false, false, false, false, false, false, true, true};
    const PrimResult result = prim(design, cases, {}, {.peel = 0.2, .paste = 0, .density = 1});
    EXPECT_EQ(result.trajectory[1].lower[0], 2);
    EXPECT_EQ(result.trajectory[1].runs, 8u);
    EXPECT_EQ(result.box.lower[0], 8);
    EXPECT_EQ(result.box.runs, 2u);
    EXPECT_EQ(result.box.cases, 2u);
    // Without the restriction 2 of 10: the chance of 2 of 2 is 0.04.
    EXPECT_NEAR(quasi_p_values(design, cases, {}, result.box)[0], 0.04, 1e-12);
}

TEST(Prim, PastingGivesBackWhatPeelingTookTooMuch) {
    // Peels of 40 % overshoot the edge at 5 of 10.
    Design design{.kind = "", .inputs = {"x"}, .values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}};
    const std::vector<bool> cases = {false, false, false, false, false, true, true, true, true, true};
    const PrimOptions without{.peel = 0.4, .paste = 0, .density = 1}, with{.peel = 0.4, .paste = 0.1, .density = 1};
    EXPECT_EQ(prim(design, cases, {}, without).box.lower[0], 6);
    EXPECT_EQ(prim(design, cases, {}, with).box.lower[0], 5);
}

TEST(Prim, ADiscreteInputLosesItsValuesOneByOne) {
    Design design{.kind = "", .inputs = {"kind", "x"}};
    std::vector<bool> cases;
    for (int i = 0; i < 90; ++i) {
        design.values.insert(design.values.end(), {static_cast<double>(i % 3), static_cast<double>(i * 7 % 90)});
        cases.push_back(i % 3 == 1);
    }
    const PrimResult result = prim(design, cases, {}, {.density = 1});
    EXPECT_EQ(result.box.lower[0], 1);
    EXPECT_EQ(result.box.upper[0], 1);
    EXPECT_FALSE(result.box.restricts(1));
    EXPECT_EQ(result.box.cases, 30u);
}

TEST(Prim, WithoutCasesOrWithNothingElseNothingIsPeeled) {
    const Design design = uniform_design(50, 2);
    for (const bool all : {false, true}) {
        const PrimResult result = prim(design, std::vector<bool>(50, all), {}, {});
        EXPECT_EQ(result.trajectory.size(), 1u);
        EXPECT_EQ(result.dense_enough, all);
    }
    EXPECT_THROW((void)prim(design, std::vector<bool>(50), {}, {.peel = 0}), UsageError);
    EXPECT_THROW((void)prim(design, std::vector<bool>(50), {}, {.density = 2}), UsageError);
}

TEST(Prim, OnlyTheRunsAskedForCount) {
    const Design design = uniform_design(200, 2);
    const std::vector<bool> cases = cases_where(design, [&](std::size_t run) { return design.value(run, 0) > 0.5; });
    std::vector<std::uint32_t> among;
    for (std::uint32_t run = 0; run < 200; run += 2) among.push_back(run);
    EXPECT_EQ(prim(design, cases, among, {}).trajectory.front().runs, 100u);
}

TEST(Prim, CanBeStopped) {
    const Design design = uniform_design(400, 3);
    const std::vector<bool> cases = cases_where(design, [&](std::size_t run) { return design.value(run, 0) > 0.8; });
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW((void)prim(design, cases, {}, {.work = Work(source.get_token())}), Interrupted);
}

}  // namespace prim_test
}  // namespace tarazy
