#include "simulate/sensitivity/sensitivity_table.hpp"

#include "base/error.hpp"
#include "simulate/sensitivity/ishigami_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace sensitivity_table_test {

Table table_of(const std::string& design_method, const std::string& method, bool constant = false) {
    const Design design =
        sample_design(ishigami_inputs(), {.method = design_method, .base = 64, .pairs = design_method == "saltelli"});
    RunOutcome outcome{"y", ishigami_outcomes(design)};
    if (constant) std::ranges::fill(outcome.values, 2.0);
    return sensitivity_table(design, {outcome}, {.method = method, .resampling = {.replicates = 20}});
}

TEST(SensitivityTable, EveryMethodHasARowAnInput) {
    const std::vector<std::pair<std::string, std::string>> methods = {{"saltelli", "sobol"}, {"saltelli", "pairs"},
                                                                      {"morris", "morris"},  {"shapley", "shapley"},
                                                                      {"random", "delta"},   {"sobol", "pawn"}};
    for (const auto& [design, method] : methods) {
        const Table table = table_of(design, method);
        EXPECT_EQ(table.rows(), 3u) << method;
        EXPECT_EQ(table.names.front(), "outcome");
        EXPECT_EQ(table.names.back(), "notes");
        EXPECT_FALSE(table.columns[method == "pairs" ? 3 : 2].missing(0)) << method;
        const Table constant = table_of(design, method, true);
        EXPECT_EQ(constant.rows(), 3u) << method;
        EXPECT_TRUE(constant.columns[method == "pairs" ? 3 : 2].missing(0)) << method;
        EXPECT_NE(constant["notes"].display(0).find("no variance to explain"), std::string::npos) << method;
    }
    EXPECT_NE(table_of("saltelli", "sobol")["notes"].display(2).find("S1 may be 0"), std::string::npos);
}

TEST(SensitivityTable, TheDesignSaysItsMethod) {
    for (const auto& [kind, method] : std::map<std::string, std::string>{{"saltelli-pairs", "sobol"},
                                                                         {"morris-4", "morris"},
                                                                         {"shapley-3", "shapley"},
                                                                         {"sobol", "delta"},
                                                                         {"", "delta"}})
        EXPECT_EQ(method_of_design({.kind = kind, .inputs = {}}), method);
}

TEST(SensitivityTable, WhatDoesNotFitIsRefused) {
    EXPECT_THROW((void)table_of("random", "sobol"), InputError);
    EXPECT_THROW((void)table_of("saltelli", "sobl"), UsageError);
    const Design design = sample_design(ishigami_inputs(), {.method = "morris", .base = 4});
    EXPECT_THROW((void)sensitivity_table(design, {{"y", ishigami_outcomes(design)}}, {.method = "morris", .levels = 6}),
                 UsageError);
    const Design plain = sample_design(ishigami_inputs(), {.base = 4});
    EXPECT_THROW((void)sensitivity_table(plain, {{"y", ishigami_outcomes(plain)}}, {.method = "pairs"}), UsageError);
}

}  // namespace sensitivity_table_test
}  // namespace tarazy
