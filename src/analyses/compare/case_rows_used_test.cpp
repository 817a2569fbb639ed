#include "analyses/compare/case_rows_used.hpp"

#include "analyses/every_method_test.hpp"
#include "report/rows_used_test.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace tarazy {
namespace case_rows_used_test {

class CaseRowsUsed : public testing::Test {
protected:
    [[nodiscard]] std::map<std::string, std::vector<std::size_t>> rows_of(const ClaimParts& parts) const {
        Claim claim;
        claim.parts = parts;
        return rows_by_role(prepared.tables, case_rows_used(every_method_result(), analysis, claim));
    }
    const PreparedAnalysis prepared = prepared_analysis("reversal");
    const AnalysisResult& analysis =
        *std::ranges::find(every_method_result().analyses, "reversal", &AnalysisResult::id);
};

TEST_F(CaseRowsUsed, TheCasesOfARowOfTheTruthTableAreThoseCounted) {
    const Table& truth = *find_table(analysis.tables, "truth_table");
    const Table& cases = prepared.tables.at("cases");
    for (std::size_t row = 0; row < truth.rows(); ++row) {
        const auto found = rows_of({"", "row", "n", {text_in(truth, "row", row)}, ""});
        std::vector<std::string> names;
        for (const std::size_t at : found.at("cases")) names.push_back(text_in(cases, "case", at));
        std::vector<std::string> in_row = truth["cases"].list(row);
        std::ranges::sort(names);
        std::ranges::sort(in_row);
        EXPECT_EQ(names, in_row);
    }
}

TEST_F(CaseRowsUsed, OfAConditionAreAllCasesAndOfTheRestAll) {
    const Table& cases = prepared.tables.at("cases");
    EXPECT_EQ(rows_of({"", "necessity", "incl", {"~NORM"}, ""}).at("cases").size(), cases.rows());
    EXPECT_EQ(rows_of({"", "", "cases", {}, ""}).at("cases").size(), cases.rows());
    Claim claim;
    claim.parts = {"", "row", "incl", {"no such row"}, ""};
    EXPECT_FALSE(case_rows_used(every_method_result(), analysis, claim).front().why_none.empty());
}

/// Inclusion of a row over the listed cases alone: sum min(x, y) / sum x.
TEST_F(CaseRowsUsed, InclusionOfARowIsThatOfItsListedCases) {
    const Table &cases = prepared.tables.at("cases"), &truth = *find_table(analysis.tables, "truth_table");
    for (std::size_t at = 0; at < truth.rows(); ++at) {
        Claim claim;
        claim.parts = {"", "row", "incl", {text_in(truth, "row", at)}, ""};
        const RowsByRole found =
            case_rows_entered({every_method_result(), analysis, claim, prepared.plan, prepared.roles()});
        double both = 0, all = 0;
        for (const std::size_t row : found.at("cases")) {
            double x = 1;
            for (const char* name : {"NORM", "THREAT", "PACT"}) {
                const double degree = *number_in(cases, name, row);
                x = std::min(x, *number_in(truth, name, at) == 1 ? degree : 1 - degree);
            }
            EXPECT_GT(x, 0);
            all += x;
            both += std::min(x, *number_in(cases, "GAVE_UP", row));
        }
        EXPECT_NEAR(*number_in(truth, "incl", at), both / all, 1e-9) << text_in(truth, "row", at);
        EXPECT_EQ(found.at("cells").size(), 4 * found.at("cases").size());
    }
}

/// Necessity of a condition over the column and the outcome that are listed: sum min(x, y) / sum y.
TEST_F(CaseRowsUsed, NecessityOfAConditionIsThatOfItsListedCells) {
    const Table& cells = prepared.tables.at("cells");
    const auto found = rows_of({"", "necessity", "incl", {"NORM"}, ""});
    std::map<std::string, std::map<std::string, double>> coded;
    for (const std::size_t row : found.at("cells"))
        coded[text_in(cells, "case", row)][text_in(cells, "variable", row)] =
            number_in(cells, "value", row).value_or(-1);
    double both = 0, outcome = 0;
    for (auto& [name, values] : coded) {
        ASSERT_EQ(values.size(), 2u) << name;
        both += std::min(values["NORM"], values["GAVE_UP"]);
        outcome += values["GAVE_UP"];
    }
    const auto claim = std::ranges::find_if(analysis.claims, [](const Claim& one) {
        return one.parts.domain == "necessity" && one.parts.quantity == "incl" &&
               one.parts.about == std::vector<std::string>{"NORM"};
    });
    ASSERT_NE(claim, analysis.claims.end());
    EXPECT_NEAR(*claim->value, both / outcome, 1e-12);
}

}  // namespace case_rows_used_test
}  // namespace tarazy
