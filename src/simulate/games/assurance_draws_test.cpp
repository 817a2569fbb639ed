#include "simulate/games/assurance_draws.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace assurance_draws_test {

const std::string ranges =
    "input,low,mode,high,source,judged_by,note\n"
    "p,0.1,0.3,0.7,,two coders,\n"
    "audience_cost,0,,1,,two coders,\n"
    "state_hedged,0.2,,0.2,,,\n"
    "lambda,2,4,8,,,\n";

Table comma_table(const std::string& text) {
    return read_csv(text, "ranges.csv");
}

double cell_of(const Table& table, const std::string& name, const std::string& column) {
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (*table.columns[0].text(row) == name) return *number_in(table, column, row);
    ADD_FAILURE() << name;
    return 0;
}

TEST(AssuranceDraws, QuantilesSharesAndCurves) {
    const AssuranceDraws draws =
        assurance_draws(assurance_ranges(comma_table(ranges)), {.draws = 60, .curve_draws = 20});
    EXPECT_EQ(draws.quantities.rows(), assurance_draw_quantities().size());
    EXPECT_EQ(draws.shares.rows(), 5u);
    EXPECT_EQ(draws.curves.rows(), 4u * 2 * 21);
    EXPECT_EQ(draws.undefined, 0u);
    EXPECT_EQ(cell_of(draws.quantities, "forgo_given_assure", "n"), 60);
    EXPECT_LT(cell_of(draws.quantities, "forgo_given_assure", "q05"),
              cell_of(draws.quantities, "forgo_given_assure", "q95"));
    // An audience cost binds, whatever the rest is.
    EXPECT_GE(cell_of(draws.quantities, "effect_of_audience_cost_on_honour", "q05"), 0);
    EXPECT_LE(cell_of(draws.shares, "share_valuable_though_declaratory", "met"),
              cell_of(draws.shares, "share_raises_forgoing", "met"));
}

TEST(AssuranceDraws, NeitherThreadsNorTheOrderOfRowsMatter) {
    const InputSpace space = assurance_ranges(comma_table(ranges));
    const InputSpace turned = assurance_ranges(
        comma_table("input,high,low,mode\nlambda,8,2,4\nstate_hedged,0.2,0.2,\naudience_cost,1,0,\np,0.7,0.1,0.3\n"));
    const AssuranceDraws a = assurance_draws(space, {.draws = 20, .curve_draws = 2, .threads = 1});
    const AssuranceDraws b = assurance_draws(turned, {.draws = 20, .curve_draws = 2, .threads = 2});
    for (std::size_t row = 0; row < a.quantities.rows(); ++row)
        EXPECT_EQ(*a.quantities["q50"].real(row), *b.quantities["q50"].real(row));
}

TEST(AssuranceDraws, WhatIsWrongWithRangesIsToldAtOnce) {
    try {
        (void)assurance_ranges(
            comma_table("input,low,mode,high\n"
                        "q,0,,1\np,0,,2\np,,,1\nlambda,3,1,4\naudience_cost,0,,1\naudience_cost,0,,1\n"));
        ADD_FAILURE();
    } catch (const InputError& error) {
        const std::string what = error.what();
        for (const char* part : {"no number 'q'", "the range of p leaves what is possible; keep it from 0 to 1",
                                 "the range of p has no end there", "low, mode and high of lambda do not rise",
                                 "'audience_cost' stands twice"})
            EXPECT_NE(what.find(part), std::string::npos) << part << "\n" << what;
    }
    EXPECT_THROW((void)assurance_ranges(comma_table("input,low\np,1\n")), InputError);
}

TEST(AssuranceDraws, CanBeStopped) {
    const InputSpace space = assurance_ranges(comma_table(ranges));
    expect_stoppable([&](const Work& work) { (void)assurance_draws(space, {.draws = 50, .work = work}); });
}

}  // namespace assurance_draws_test
}  // namespace tarazy
