#include "analyses/compare/minimise_claims.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/compare/comparison_study_test.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace minimise_claims_test {

class MinimiseClaims : public testing::Test {
protected:
    void run(const std::string& parameters = "") {
        add_comparison(example_, parameters);
        const StudyResult outcome = run_study(example_.read(), all_methods());
        claims_ = std::ranges::find(outcome.analyses, "reversal", &AnalysisResult::id)->claims;
    }
    const Claim& claim(const std::string& quantity) {
        const auto found = std::ranges::find(claims_, "reversal." + quantity, &Claim::id);
        if (found == claims_.end()) throw std::runtime_error("no claim " + quantity);
        return *found;
    }
    ExampleStudy example_;
    std::vector<Claim> claims_;
};

TEST_F(MinimiseClaims, CountCasesAndRows) {
    run();
    EXPECT_EQ(claim("cases").value, 7);
    EXPECT_EQ(claim("cases_with_outcome").value, 4);
    EXPECT_EQ(claim("rows").value, 5);  // PAK and ISR share theirs with IND
    EXPECT_EQ(claim("focus_row_cases").value, 1);
}

TEST_F(MinimiseClaims, ModelsAreListedForTestsOfTheirTerms) {
    run();
    EXPECT_EQ(claim("parsimonious.models").value, 1);
    EXPECT_EQ(claim("parsimonious.models").statement, "NORM + ~THREAT");
    EXPECT_EQ(claim("parsimonious.models").unit, "models");
    EXPECT_EQ(claim("parsimonious.focus_terms").statement, "NORM");
    // Two of the four that gave up stand under NORM, which is the only term over KAZ.
    EXPECT_EQ(claim("parsimonious.focus_shared").value, 0.5);
    EXPECT_EQ(claim("parsimonious.focus_alone").value, 0);
}

TEST_F(MinimiseClaims, NumbersAreThoseOfTheDefinitions) {
    run();
    // NORM: memberships 1, 0.67, 0, 0, 0.33, 0, 0; the outcome is crisp.
    EXPECT_NEAR(*claim("sufficiency.NORM.incl").value, 1.67 / 2.0, 1e-12);
    EXPECT_NEAR(*claim("necessity.NORM.incl").value, 1.67 / 4.0, 1e-12);
    EXPECT_NEAR(*claim("parsimonious.1.NORM.cov").value, 1.67 / 4.0, 1e-12);
    EXPECT_EQ(claim("parsimonious.1.incl").formula_source, "Ragin 2006, eq. 1");
    EXPECT_EQ(claim("focus_rank.NORM").value, 1);
    EXPECT_NEAR(*claim("focus_rank.PACT").value, 2.0 / 3.0, 1e-12);
}

TEST_F(MinimiseClaims, WhereNoTermCoversTheStateItsShareIsUnknown) {
    run("focus = \"ISR\"\n");
    EXPECT_EQ(claim("parsimonious.focus_terms").statement, "-");
    EXPECT_EQ(claim("parsimonious.focus_terms").value, 0);
    EXPECT_FALSE(claim("parsimonious.focus_shared").value);
}

}  // namespace minimise_claims_test
}  // namespace tarazy
