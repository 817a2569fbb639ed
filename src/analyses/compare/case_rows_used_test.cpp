#include "analyses/compare/case_rows_used.hpp"

#include "analyses/every_method_test.hpp"
#include "report/rows_used_test.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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

TEST_F(CaseRowsUsed, OfARowOfTheTruthTableAreItsCases) {
    const Table& truth = *find_table(analysis.tables, "truth_table");
    const Table& cases = prepared.tables.at("cases");
    for (std::size_t row = 0; row < truth.rows(); ++row) {
        const auto found = rows_of({"", "row", "incl", {text_in(truth, "row", row)}, ""});
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
    EXPECT_TRUE(rows_of({"", "row", "incl", {"no such row"}, ""}).empty());
}

}  // namespace case_rows_used_test
}  // namespace tarazy
