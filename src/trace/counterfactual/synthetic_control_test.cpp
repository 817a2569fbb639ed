#include "trace/counterfactual/synthetic_control.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "trace/counterfactual/basque_panel_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>

namespace tarazy {
namespace synthetic_control_test {

const std::string shared = TARAZY_SHARED_DIR "/reference/trace/";

ControlOptions with_predictors(PredictorWeighting weighting) {
    ControlOptions options;
    options.weighting = weighting;
    const Table table = read_table(basque::folder + "basque_predictors.csv");
    options.predictors = read_predictors(&table, basque::panel(), basque::options(), {});
    options.judged = {1960, 1969};
    if (weighting == PredictorWeighting::given)
        options.given = read_predictor_weights(read_table(basque::folder + "basque_v.csv"), *options.predictors);
    return options;
}

std::map<std::string, double> weights_of(const DonorPanel& panel, const ControlFit& fit) {
    std::map<std::string, double> weights;
    for (std::size_t j = 0; j < panel.donors.size(); ++j) weights[panel.donors[j]] = fit.fit.weights[j];
    return weights;
}

TEST(SyntheticControl, OfTheBasqueCountryWithThePeersWeightsOfPredictors) {
    const DonorPanel panel = basque::panel();
    const ControlFit fit = synthetic_control(panel, with_predictors(PredictorWeighting::given));
    EXPECT_TRUE(fit.fit.certified);
    const auto weights = weights_of(panel, fit);
    // Published: Catalonia 0.85, Madrid 0.15 (Abadie & Gardeazabal 2003).
    EXPECT_NEAR(weights.at("Cataluna"), 0.85081447, 0.02);
    EXPECT_NEAR(weights.at("Madrid"), 0.14918431, 0.02);
    EXPECT_EQ(fit.predictors.size(), 14u);
    // The peer's weights, at the same V, have no lower loss.
    const ControlOptions options = with_predictors(PredictorWeighting::given);
    std::vector<double> peer(panel.donors.size(), 0.0);
    for (std::size_t j = 0; j < panel.donors.size(); ++j) {
        if (panel.donors[j] == "Cataluna") peer[j] = 0.85081447;
        if (panel.donors[j] == "Madrid") peer[j] = 1 - 0.85081447;
    }
    double peers_loss = 0;
    for (std::size_t k = 0; k < 14; ++k) {
        std::vector<double> values = {options.predictors->values.at(panel.treated)[k]};
        for (const auto& donor : panel.donors) values.push_back(options.predictors->values.at(donor)[k]);
        double mean = 0, squares = 0, gap = values[0];
        for (const double value : values) mean += value / 17;
        for (const double value : values) squares += (value - mean) * (value - mean) / 16;
        for (std::size_t j = 0; j < peer.size(); ++j) gap -= peer[j] * values[j + 1];
        peers_loss += options.given[k] * gap * gap / squares;
    }
    EXPECT_LE(fit.fit.loss, peers_loss + 1e-6);
    EXPECT_NEAR(fit.fit.loss, peers_loss, 1e-4);
}

TEST(SyntheticControl, ThePathIsThatOfThePeer) {
    if (!std::filesystem::exists(shared)) GTEST_SKIP() << "no " << shared;
    const Table path = read_table(shared + "synth_basque_path.csv");
    const ControlFit fit = synthetic_control(basque::panel(), with_predictors(PredictorWeighting::given));
    ASSERT_EQ(path.rows(), fit.synthetic.size());
    for (std::size_t t = 0; t < path.rows(); ++t) {
        EXPECT_NEAR(fit.synthetic[t], *path["synthetic"].real(t), 0.02);
        EXPECT_NEAR(fit.gap[t], *path["gap"].real(t), 0.02);
    }
}

TEST(SyntheticControl, TheNestedSearchIsNoWorseThanThePeersAndRepeatsItself) {
    const DonorPanel panel = basque::panel();
    const ControlFit peer = synthetic_control(panel, with_predictors(PredictorWeighting::given));
    ControlOptions options = with_predictors(PredictorWeighting::nested);
    options.evaluations = 600;
    options.ranges = false;
    const ControlFit found = synthetic_control(panel, options);
    EXPECT_LE(found.judged_loss, peer.judged_loss + 1e-9);
    EXPECT_GE(found.judged_loss, found.least_judged_loss - 1e-12);
    EXPECT_LE(found.evaluations, 600u);
    EXPECT_EQ(synthetic_control(panel, options).v, found.v);
}

TEST(SyntheticControl, OutcomeOnlyIsThePlaceboTablesFirstRow) {
    const ControlFit fit = synthetic_control(basque::panel());
    EXPECT_NEAR(fit.fit.loss, 0.0856360180652698, 1e-9);
    EXPECT_NEAR(fit.pre_rmspe, 0.0755583739304782, 1e-6);
    EXPECT_NEAR(fit.post_rmspe, 1.01331044502822, 1e-4);
    EXPECT_NEAR(fit.ratio.value(), 13.4109615164638, 1e-3);
    EXPECT_TRUE(fit.fit.unique);
    EXPECT_FALSE(fit.penalised);
    for (std::size_t t = 0; t < fit.range.size(); ++t) EXPECT_NEAR(fit.range[t].first, fit.synthetic[t], 1e-9);
}

TEST(SyntheticControl, InverseVarianceTakesEveryPredictorAlike) {
    const ControlFit fit = synthetic_control(basque::panel(), with_predictors(PredictorWeighting::inverse_variance));
    for (const double v : fit.v) EXPECT_NEAR(v, 1.0 / 14, 1e-15);
    EXPECT_TRUE(fit.fit.certified);
}

DonorPanel short_panel() {
    DonorPanel panel;
    panel.treated = "A";
    panel.donors = {"B", "C", "D", "E", "F"};
    panel.times = {1, 2, 3, 4};
    panel.pre = 3;
    panel.actual = {2, 2, 2, 5};
    panel.outcomes = {{1, 1, 1, 1}, {3, 3, 3, 3}, {0, 1, 3, 0}, {4, 3, 1, 10}, {2, 2.5, 2, 2}};
    return panel;
}

TEST(SyntheticControl, MoreDonorsThanPeriodsIsSaidWithWhatStaysOpen) {
    const ControlFit fit = synthetic_control(short_panel());
    EXPECT_FALSE(fit.fit.unique);
    EXPECT_TRUE(fit.perfect);
    EXPECT_FALSE(fit.ratio) << "a ratio to an exact fit means nothing";
    ASSERT_TRUE(fit.penalised);
    // B and C halve to the target; so do D and E; between 2 and 5 lies every mixture.
    EXPECT_NEAR(fit.range[3].first, 2, 1e-9);
    EXPECT_NEAR(fit.range[3].second, 5, 1e-9);
    EXPECT_NEAR(fit.mean_gap_range.first, 0, 1e-9);
    EXPECT_NEAR(fit.mean_gap_range.second, 3, 1e-9);
    EXPECT_GE(fit.synthetic[3], 2);
    EXPECT_LE(fit.synthetic[3], 5);
    EXPECT_NEAR(fit.penalised->weights[0] + fit.penalised->weights[1], 1, 1e-9) << "the nearer pair";
}

TEST(SyntheticControl, PredictorsThatAreTheSameForAllAreToldOrRefused) {
    ControlOptions options;
    options.weighting = PredictorWeighting::inverse_variance;
    PredictorTable predictors{{"flat", "x"}, {}};
    for (const char* unit : {"A", "B", "C", "D", "E", "F"}) predictors.values[unit] = {7, unit[0] - 'A' + 0.5};
    options.predictors = predictors;
    const ControlFit fit = synthetic_control(short_panel(), options);
    EXPECT_EQ(fit.unused, std::vector<std::string>{"flat"});
    EXPECT_EQ(fit.predictors, std::vector<std::string>{"x"});
    for (auto& [unit, values] : predictors.values) values = {7, 7};
    options.predictors = predictors;
    EXPECT_THROW((void)synthetic_control(short_panel(), options), UsageError);
}

TEST(SyntheticControl, AStopInTheMiddleOfTheSearchIsHeard) {
    ControlOptions options = with_predictors(PredictorWeighting::nested);
    std::stop_source asked;
    asked.request_stop();
    options.work = Work(asked.get_token());
    EXPECT_THROW((void)synthetic_control(basque::panel(), options), Interrupted);
}

}  // namespace synthetic_control_test
}  // namespace tarazy
