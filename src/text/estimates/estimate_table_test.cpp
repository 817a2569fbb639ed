#include "text/estimates/estimate_table.hpp"

#include "base/error.hpp"
#include "io/read_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace tarazy::estimate_table_test {
namespace {

const std::string reference = TARAZY_SHARED_DIR "/reference/text/machine_codes.";

std::size_t row_with(const Table& table, const std::string& estimator, const std::string& group) {
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, "estimator", row) == estimator && text_in(table, "group", row) == group) return row;
    return table.rows();
}

void expect_estimate(const Table& table, const std::string& estimator, const std::string& group,
                     const nlohmann::json& expected) {
    const std::size_t row = row_with(table, estimator, group);
    ASSERT_LT(row, table.rows()) << estimator;
    for (const char* column : {"estimate", "se", "lower", "upper", "lambda"}) {
        if (expected.contains(column)) {
            EXPECT_NEAR(*number_in(table, column, row), expected[column].get<double>(), 1e-10)
                << estimator << ' ' << column;
        }
    }
}

TEST(EstimateTable, EqualsTheReferenceForAGoodAndAUselessMachine) {
    if (!std::filesystem::exists(reference + "csv")) GTEST_SKIP() << reference << "csv is not there";
    const Table codes = read_table(reference + "csv");
    std::ifstream file(reference + "json");
    const nlohmann::json expected = nlohmann::json::parse(file);
    for (const char* coder : {"good", "useless"}) {
        std::vector<std::string> warnings;
        const HandSample sample = read_hand_sample(codes, codes, {.machine = coder});
        const Table table = estimate_table(sample, {}, "machine_codes.csv", warnings);
        expect_estimate(table, "ppi", "", expected[coder]["ppi"]);
        expect_estimate(table, "ppi_plus", "", expected[coder]["ppi_plus"]);
        expect_estimate(table, "design_weighted", "", expected[coder]["dsl"]);
        expect_estimate(table, "hand_only", "", expected[coder]["hand_only"]);
        expect_estimate(table, "design_weighted", "early", expected[coder]["dsl_early"]);
        expect_estimate(table, "design_weighted", "late", expected[coder]["dsl_late"]);
        EXPECT_NEAR(*number_in(table, "estimate", row_with(table, "machine_only", "")),
                    expected[coder]["machine_only"].get<double>(), 1e-10);
        ASSERT_EQ(warnings.size(), 1u);
        EXPECT_NE(warnings[0].find("sampling probabilities differ"), std::string::npos);
    }
}

Table small_codes() {
    std::string csv = "unit,code,year,hand\n";
    for (int unit = 0; unit < 200; ++unit) {
        csv += "u" + std::to_string(unit) + ',' + (unit % 3 == 0 ? "peace" : "war") + ',' +
               (unit < 100 ? "1992" : (unit < 199 ? "1993" : "1994"));
        csv += unit % 4 == 0 && unit < 196 ? (unit % 6 == 0 ? ",peace\n" : ",war\n") : ",\n";
    }
    return read_csv(csv, "codes.csv");
}

TEST(EstimateTable, SharesOfCodesByYear) {
    const Table codes = small_codes();
    const HandSample sample = read_hand_sample(codes, codes, {});
    std::vector<std::string> warnings;
    const Table table = estimate_table(sample, {.categories = {"peace", "war"}}, "codes.csv", warnings);
    const std::size_t peace = row_with(table, "ppi_plus", "1992"), war = peace + 16;
    EXPECT_EQ(text_in(table, "category", peace), "peace");
    ASSERT_EQ(text_in(table, "category", war), "war");
    ASSERT_EQ(text_in(table, "estimator", war), "ppi_plus");
    EXPECT_NEAR(*number_in(table, "estimate", peace) + *number_in(table, "estimate", war), 1, 1e-12);
    EXPECT_NE(text_in(table, "note", row_with(table, "machine_only", "1994")).find("nothing corrects the machine"),
              std::string::npos);
    EXPECT_EQ(row_with(table, "ppi", "1994"), table.rows());
    EXPECT_EQ(warnings,
              std::vector<std::string>{"2 of 4 groups have fewer than two units coded by hand and no interval"});
}

TEST(EstimateTable, TextsNeedACategoryAndItMustOccur) {
    const Table codes = small_codes();
    const HandSample sample = read_hand_sample(codes, codes, {});
    std::vector<std::string> warnings;
    EXPECT_THROW((void)estimate_table(sample, {}, "codes.csv", warnings), InputError);
    EXPECT_THROW((void)estimate_table(sample, {.categories = {"piece"}}, "codes.csv", warnings), UsageError);
}

TEST(EstimateTable, StrataAreWeightedByTheirSize) {
    std::string csv = "unit,code,stratum,hand\n";
    for (int unit = 0; unit < 400; ++unit)
        csv += "u" + std::to_string(unit) + ',' + (unit % 2 == 0 ? "1" : "0") + (unit < 100 ? ",a," : ",b,") +
               (unit % 5 == 0 ? (unit < 100 ? "1\n" : (unit % 2 == 0 ? "1\n" : "0\n")) : "\n");
    const Table codes = read_csv(csv, "c.csv");
    std::vector<std::string> warnings;
    const Table table = estimate_table(read_hand_sample(codes, codes, {}), {}, "c.csv", warnings);
    const double all = *number_in(table, "estimate", row_with(table, "ppi_plus_stratified", ""));
    EXPECT_NEAR(all,
                0.25 * *number_in(table, "estimate", row_with(table, "ppi_plus", "a")) +
                    0.75 * *number_in(table, "estimate", row_with(table, "ppi_plus", "b")),
                1e-12);
}

TEST(EstimateTable, PlansHowManyToCode) {
    if (!std::filesystem::exists(reference + "csv")) GTEST_SKIP() << reference << "csv is not there";
    const Table codes = read_table(reference + "csv");
    std::vector<std::string> warnings;
    const auto plan = [&](const char* coder, double half) {
        return coding_plan_table(read_hand_sample(codes, codes, {.machine = coder}), half, {}, "c.csv", warnings);
    };
    const Table good = plan("good", 0.03), useless = plan("useless", 0.03);
    EXPECT_LT(*number_in(good, "n_needed", 0), 0.7 * *number_in(good, "n_hand_only", 0));
    EXPECT_NEAR(*number_in(useless, "n_needed", 0), *number_in(useless, "n_hand_only", 0), 5);
    EXPECT_EQ(good.rows(), 3u);
    EXPECT_FALSE(number_in(plan("good", 0.0001), "n_needed", 0));
}

}  // namespace
}  // namespace tarazy::estimate_table_test
