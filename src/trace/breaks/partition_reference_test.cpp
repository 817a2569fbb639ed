#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "trace/breaks/break_references_test.hpp"
#include "trace/breaks/optimal_partition.hpp"
#include "trace/breaks/robust_scale.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace tarazy {
namespace partition_reference_test {

std::vector<double> scaled_series(const std::string& name, bool by_differences) {
    std::vector<double> y = reference_series().at(name);
    const double scale = by_differences ? *scale_of_differences(y) : 1;
    for (double& value : y) value /= scale;
    return y;
}

/// `MBIC`, `Hannan-Quinn` as the command line has them.
std::string penalty_word(const std::string& peer) {
    if (peer == "Hannan-Quinn") return "hq";
    return peer == "MBIC" ? "mbic" : peer == "BIC" ? "bic" : "aic";
}

std::vector<std::size_t> numbers_in(const std::string& text) {
    std::vector<std::size_t> numbers;
    for (const std::string& item : listed(text, ' ')) numbers.push_back(std::stoul(item));
    return numbers;
}

TEST(PartitionReference, EveryRowOfTheFullProgramme) {
    const Table table = read_table(break_references + "optimal_partition_exact.csv");
    const auto text = [&](const char* column, std::size_t row) { return table[column].display(row); };
    std::size_t compared = 0, peer_misses = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (text("degenerate", row) == "1") continue;
        const ChangeStatistic statistic = change_statistic_named(text("stat", row));
        const std::vector<double> y = scaled_series(text("series", row), text("scale", row) == "mad_diff");
        const SegmentCost cost(y, statistic);
        const Penalty penalty = penalty_named(penalty_word(text("penalty", row)), statistic, y.size());
        EXPECT_NEAR(penalty.per_change, *parse_real(text("pen_value", row)), 1e-8);
        const SegmentationOptions options = partition_options(penalty, std::stoul(text("minseglen", row)));
        const Segmentation found = optimal_partition(cost, options);
        double optimum = *parse_real(text("optimum", row));
        const std::string where = text("series", row) + ' ' + text("stat", row) + ' ' + text("scale", row) + ' ' +
                                  text("penalty", row) + ' ' + text("minseglen", row);
        // The peer forgets the length term of a segment without any count: here that of the first ten observations.
        if (where.starts_with("one_step poisson  MBIC")) optimum += std::log(10.0);
        EXPECT_NEAR(found.objective, optimum, 1e-6 * (1 + std::abs(optimum))) << where;
        EXPECT_EQ(found.changes, numbers_in(text("cpts_exact", row))) << where;
        EXPECT_TRUE(certify_segmentation(cost, options, found).holds()) << where;
        ++compared;
        peer_misses += text("peer_is_optimal", row) == "0" ? 1 : 0;
    }
    EXPECT_EQ(compared, 264u);
    EXPECT_EQ(peer_misses, 5u);
}

// Where another segmentation is as good (same_cpts = 0), ours is the one with fewer changes.
TEST(PartitionReference, WhatThePeerFindsWhereItIsOptimal) {
    std::map<std::string, std::string> optimal;
    const Table table = read_table(break_references + "optimal_partition_exact.csv");
    const auto key = [](const std::string& series, const std::string& statistic, const std::string& scale,
                        const std::string& penalty, const std::string& least) {
        return series + '|' + statistic + '|' + scale + '|' + penalty + '|' + least;
    };
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto text = [&](const char* column) { return table[column].display(row); };
        optimal[key(text("series"), text("stat"), text("scale"), text("penalty"), text("minseglen"))] =
            text("degenerate") == "1" || text("same_cpts") != "1" ? "" : text("peer_is_optimal");
    }
    std::ifstream file(break_references + "pelt.json");
    std::size_t compared = 0;
    for (const auto& entry : nlohmann::json::parse(file)) {
        if (entry["method"] != "PELT") continue;
        const std::string name = entry["series"], word = entry["stat"], penalty_name = entry["penalty"];
        const bool scaled = entry.contains("scale");
        const std::size_t least = entry["minseglen"];
        if (optimal[key(name, word, scaled ? "mad_diff" : "", penalty_name, std::to_string(least))] != "1") continue;
        const std::vector<double> y = scaled_series(name, scaled);
        if (scaled) {
            EXPECT_NEAR(*scale_of_differences(reference_series().at(name)), entry["scale_value"], 1e-9);
        }
        const ChangeStatistic statistic = change_statistic_named(word);
        const Penalty penalty = penalty_named(penalty_word(penalty_name), statistic, y.size());
        const Segmentation found = optimal_partition(SegmentCost(y, statistic), partition_options(penalty, least));
        EXPECT_EQ(found.changes, entry["cpts"].get<std::vector<std::size_t>>())
            << name << ' ' << word << ' ' << penalty_name << ' ' << least;
        ++compared;
    }
    EXPECT_GT(compared, 200u);
}

}  // namespace partition_reference_test
}  // namespace tarazy
