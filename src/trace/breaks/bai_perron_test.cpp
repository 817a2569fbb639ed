#include "trace/breaks/bai_perron.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "trace/breaks/break_references_test.hpp"
#include "trace/breaks/optimal_partition.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace tarazy {
namespace bai_perron_test {

std::vector<double> counted(std::size_t n) {
    std::vector<double> time;
    for (std::size_t t = 1; t <= n; ++t) time.push_back(static_cast<double>(t));
    return time;
}

/// Infinite values are texts in the file.
bool is_number(const nlohmann::json& value) {
    return value.is_number();
}

void compare_models(const nlohmann::json& entry, const BaiPerron& found, const std::string& where) {
    ASSERT_EQ(found.models.size(), entry["m_max"].get<std::size_t>() + 1) << where;
    for (std::size_t m = 0; m < found.models.size(); ++m) {
        const double rss = entry["RSS"][m], size = 1 + std::abs(entry["RSS"][0].get<double>());
        EXPECT_NEAR(found.models[m].rss, rss, 1e-7 * std::max(rss, 1e-5 * size)) << where << m;
        if (rss < 1e-12 * size) continue;
        EXPECT_NEAR(*found.models[m].bic, entry["BIC"][m], 1e-7 * std::abs(entry["BIC"][m].get<double>()))
            << where << m;
        if (m > 0) {
            EXPECT_EQ(found.models[m].breaks, entry["breaks_by_m"][m - 1].get<std::vector<std::size_t>>())
                << where << m;
        }
    }
}

void compare_choice(const nlohmann::json& entry, const BaiPerron& found, const std::string& where) {
    EXPECT_EQ(found.chosen, entry["m_bic"]) << where;
    EXPECT_EQ(found.models[found.chosen].breaks, entry["breaks_bic"].get<std::vector<std::size_t>>()) << where;
    ASSERT_EQ(found.intervals.size(), entry["confint95"].size()) << where;
    for (std::size_t i = 0; i < found.intervals.size(); ++i) {
        const auto& interval = entry["confint95"][i];
        if (!is_number(interval[0]) || !is_number(interval[2])) continue;
        ASSERT_TRUE(found.intervals[i].has_value()) << where;
        EXPECT_NEAR(static_cast<double>(found.intervals[i]->lower), interval[0], 1) << where;
        EXPECT_NEAR(static_cast<double>(found.intervals[i]->upper), interval[2], 1) << where;
    }
}

TEST(BaiPerron, EveryEntryOfTheReference) {
    std::ifstream file(break_references + "bai_perron.json");
    for (const auto& entry : nlohmann::json::parse(file)) {
        const std::string name = entry["series"], model = entry["model"];
        const double h = entry["h"];
        const std::string where = name + ' ' + model + ' ' + std::to_string(h) + ' ';
        const std::vector<double>& y = reference_series().at(name);
        BaiPerronOptions options;
        options.trend = model == "trend";
        options.least_segment = least_segment_of(h, y.size(), options.trend);
        const BaiPerron found = bai_perron(y, counted(y.size()), options);
        const auto& peer = entry["supF"];
        ASSERT_TRUE(found.test.has_value());
        EXPECT_EQ(found.test->at, peer["at"]) << where;
        EXPECT_NEAR(found.test->p_value, peer["p"], 1e-3) << where;
        if (!is_number(peer["supF"])) {
            EXPECT_TRUE(std::isinf(found.test->statistic)) << where;
        } else {
            EXPECT_NEAR(found.test->statistic, peer["supF"], 1e-7 * peer["supF"].get<double>()) << where;
        }
        if (found.test->statistic == std::numeric_limits<double>::infinity()) {
            EXPECT_EQ(found.models[found.chosen].breaks, std::vector<std::size_t>{10}) << where;
            continue;
        }
        compare_models(entry, found, where);
        compare_choice(entry, found, where);
    }
}

TEST(BaiPerron, NoSegmentationOfTheSameSizeIsBetter) {
    const std::vector<double>& y = reference_series().at("discoveries");
    const BaiPerron found = bai_perron(y, {}, {.least_segment = 7});
    const SegmentCost cost(y, ChangeStatistic::mean);
    for (const double penalty : {5.0, 12.0, 20.0, 40.0}) {
        const Segmentation partition = optimal_partition(cost, {.per_change = penalty, .least_segment = 7});
        EXPECT_NEAR(found.models.at(partition.changes.size()).rss, partition.cost, 1e-9);
        EXPECT_EQ(found.models[partition.changes.size()].breaks, partition.changes);
    }
}

TEST(BaiPerron, SegmentsThatCannotBeAreRefused) {
    EXPECT_EQ(least_segment_of(0.15, 100, false), 15u);
    EXPECT_EQ(least_segment_of(0.1, 30, false), 3u);
    EXPECT_EQ(least_segment_of(12, 100, true), 12u);
    EXPECT_THROW((void)least_segment_of(0.6, 100, false), UsageError);
    EXPECT_THROW((void)least_segment_of(0.01, 100, false), UsageError);
    EXPECT_THROW((void)least_segment_of(2, 100, true), UsageError);
    EXPECT_THROW((void)least_segment_of(-1, 100, true), UsageError);
}

TEST(BaiPerron, IsStoppable) {
    std::vector<double> y;
    for (int i = 0; i < 800; ++i) y.push_back(std::sin(i) + (i > 300 ? 1 : 0));
    expect_stoppable([&](const Work& work) { (void)bai_perron(y, {}, {.least_segment = 100, .work = work}); });
}

}  // namespace bai_perron_test
}  // namespace tarazy
