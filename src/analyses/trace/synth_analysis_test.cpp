#include "analyses/trace/synth_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace synth_analysis_test {

const Claim* claim_called(const std::vector<Claim>& claims, const std::string& id) {
    const auto found = std::ranges::find(claims, id, &Claim::id);
    return found == claims.end() ? nullptr : &*found;
}

TEST(SynthAnalysis, EveryDonorIsAPlaceboAndTheEffectHasAnInterval) {
    const PreparedAnalysis analysis = prepared_analysis("control");
    const std::vector<ResultTable> tables = analysis.compute();
    const Table& summary = *find_table(tables, "");
    EXPECT_EQ(summary.rows(), 8u);
    EXPECT_EQ(text_in(summary, "state", 0), "KAZ");
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, tables);
    const Claim* effect = claim_called(claims, "control.mean_effect.2012-2016");
    ASSERT_NE(effect, nullptr);
    ASSERT_TRUE(effect->value && effect->interval);
    EXPECT_LT(effect->interval->lower, *effect->value);
    EXPECT_EQ(effect->quantiles.size(), 7u);
    EXPECT_TRUE(std::ranges::is_sorted(effect->quantiles, {}, &Quantile::value));
    EXPECT_EQ(claim_called(claims, "control.state.UZB.mean_effect.2012-2016"), nullptr) << "no test asks for it";
}

TEST(SynthAnalysis, NumbersOfOtherStatesAreThereWhereATestAsks) {
    PreparedAnalysis analysis = prepared_analysis("control");
    analysis.plan.tested = {"mean_effect.2012-2016", "placebo_p"};
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    const Claim* other = claim_called(claims, "control.state.UZB.mean_effect.2012-2016");
    ASSERT_NE(other, nullptr);
    EXPECT_TRUE(other->interval);
    EXPECT_TRUE(claim_called(claims, "control.state.ARM.placebo_p")->value);
}

TEST(SynthAnalysis, TooFewYearsBeforeGiveAReasonAndNoNumber) {
    const PreparedAnalysis analysis = prepared_analysis("control_short");
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    const Claim* effect = claim_called(claims, "control_short.mean_effect.2007-2016");
    ASSERT_NE(effect, nullptr);
    EXPECT_FALSE(effect->value);
    EXPECT_EQ(effect->statement,
              "no effect can be estimated: KAZ has 2 values before 2007 (values from 2005 to 2016); a counterfactual "
              "needs 3 at least");
    EXPECT_EQ(claim_called(claims, "control_short.pre_periods")->value, 2);
}

TEST(SynthAnalysis, AnExactFitIsWithheld) {
    PreparedAnalysis analysis = prepared_analysis("control");
    std::vector<std::string> units;
    std::vector<std::int64_t> times;
    std::vector<double> values;
    for (const char* state : {"KAZ", "ARM", "BLR", "GEO", "KGZ", "MDA", "TJK", "UZB"})
        for (std::int64_t year = 2009; year < 2017; ++year) {
            units.emplace_back(state);
            times.push_back(year);
            values.push_back(units.back() == "KAZ" ? 2 : units.back() == "ARM" ? 1 : 3);
        }
    Table exact;
    exact.add("unit", Column(units));
    exact.add("time", Column(times));
    exact.add("growth", Column(values));
    analysis.tables.at("panel") = exact;
    const std::vector<ResultTable> tables = analysis.compute();
    EXPECT_EQ(text_in(*find_table(tables, ""), "withheld", 0), "exact");
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, tables);
    const Claim* effect = claim_called(claims, "control.mean_effect.2012-2016");
    EXPECT_FALSE(effect->value);
    EXPECT_NE(effect->statement.find("exactly"), std::string::npos);
}

TEST(SynthAnalysis, WithPredictorsThereIsANumberAndNoInterval) {
    PreparedAnalysis analysis = prepared_analysis("control");
    analysis.plan.parameters.set("v", std::string("inverse"));
    analysis.plan.parameters.set("predictors", std::string("growth:2005-2008,growth:2009-2011"));
    const std::vector<Claim> claims = analysis.method->claims(analysis.plan, analysis.compute());
    const Claim* effect = claim_called(claims, "control.mean_effect.2012-2016");
    EXPECT_TRUE(effect->value);
    EXPECT_FALSE(effect->interval);
    EXPECT_FALSE(effect->no_interval.empty());
    analysis.plan.parameters.set("predictors", std::string("growth:2005-2013"));
    EXPECT_THROW((void)analysis.compute(), InputError) << "a window that reaches into the event";
}

TEST(SynthAnalysis, TheCommandComputesItAlone) {
    const PreparedAnalysis analysis = prepared_analysis("control");
    const std::string command = analysis.method->command(analysis.plan);
    EXPECT_NE(command.find(" --treated KAZ --from 2012 --donors ARM,BLR,GEO,KGZ,MDA,TJK,UZB --drop-gaps"),
              std::string::npos)
        << command;
}

}  // namespace synth_analysis_test
}  // namespace tarazy
