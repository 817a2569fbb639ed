#include "compare/sets/calibrate.hpp"

#include "base/error.hpp"
#include "compare/sets/peer_data_test.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace tarazy {
namespace calibrate_test {

TEST(Calibrate, EveryMethodGivesTheMembershipsOfQca) {
    const Table peer = read_table(peer_path("calibration_LR_DEV.csv"));
    const std::vector<double> x = require_reals(peer, "DEV");
    const double odds95 = std::log(0.95 / 0.05), odds953 = std::log(0.953 / 0.047);
    const std::vector<double> crisp = {550}, levels = {550, 850}, groups = {350, 550, 650, 800};
    const std::map<std::string, std::vector<double>> ours = {
        {"direct_logistic", calibrate_direct(x, {400, 550, 900}, odds95)},
        {"direct_logistic_idm953", calibrate_direct(x, {400, 550, 900}, odds953)},
        {"direct_logistic_decreasing", calibrate_direct(x, {900, 550, 400}, odds95)},
        {"linear", calibrate_s_shaped(x, {400, 550, 900}, 1, 1)},
        {"s_below2_above2", clamped_as_qca(calibrate_s_shaped(x, {400, 550, 900}, 2, 2))},
        {"bell_6", calibrate_bell(x, {300, 450, 600}, {1000, 850, 700}, 1, 1)},
        {"bell_6_p05", calibrate_bell(x, {300, 450, 600}, {1000, 850, 700}, 0.5, 2)},
        {"inverted_bell", calibrate_bell(x, {500, 400, 350}, {600, 950, 1000}, 1, 1)},
        {"crisp", calibrate_levels(x, crisp)},
        {"mv", calibrate_levels(x, levels)},
        {"indirect", calibrate_indirect(x, groups)},
        {"TFR", calibrate_tfr(require_reals(peer, "likert7"), 1)},
    };
    for (const auto& [name, memberships] : ours) {
        const std::vector<double> expected = require_reals(peer, name);
        const double tolerance = name == "indirect" ? 1e-5 : 1e-9;
        for (std::size_t i = 0; i < x.size(); ++i) EXPECT_NEAR(memberships[i], expected[i], tolerance) << name << i;
    }
}

TEST(Calibrate, ClusterThresholdsAreThoseOfFindTh) {
    const std::vector<double> x = require_reals(read_table(peer_path("calibration_LR_DEV.csv")), "DEV");
    const nlohmann::json peer = nlohmann::json::parse(peer_text("findTh_LR_DEV.json"));
    EXPECT_EQ(cluster_thresholds(x, 2), std::vector<double>{peer["findTh_2groups"].get<double>()});
    EXPECT_EQ(cluster_thresholds(x, 3), peer["findTh_3groups"].get<std::vector<double>>());
}

TEST(Calibrate, AnchorsMustRiseOrFall) {
    const std::vector<double> x = {1, 2};
    EXPECT_THROW(static_cast<void>(calibrate_direct(x, {3, 2, 4}, 3)), UsageError);
    EXPECT_THROW(static_cast<void>(calibrate_bell(x, {1, 2, 6}, {9, 8, 5}, 1, 1)), UsageError);
}

TEST(Calibrate, UnknownStaysUnknown) {
    const std::vector<double> x = {1, std::nan(""), 4, 6};
    EXPECT_TRUE(std::isnan(calibrate_direct(x, {1, 3, 5}, 3)[1]));
    EXPECT_TRUE(std::isnan(calibrate_tfr(x)[1]));
    EXPECT_DOUBLE_EQ(calibrate_tfr(x)[3], 1);
    // A lowest category of the scale that nobody chose leaves the lowest observed one above 0.
    EXPECT_DOUBLE_EQ(calibrate_tfr(x, 0)[0], 1.0 / 3);
}

TEST(Calibrate, SkewIsSaid) {
    const std::vector<double> skewed = {0.9, 0.1, 0.2, 0.1, 0.2, 0.3};
    EXPECT_TRUE(skew_warning(skewed, "A"));
    EXPECT_FALSE(skew_warning(std::vector<double>{0.9, 0.1}, "A"));
}

}  // namespace calibrate_test
}  // namespace tarazy
