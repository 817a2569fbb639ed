#include "analyses/compare/focus_claims.hpp"

#include "analyses/compare/minimise_claims.hpp"
#include "analyses/compare/minimise_tables.hpp"
#include "analyses/every_method_test.hpp"
#include "compare/minimisation/solution_statement.hpp"
#include "study/criterion.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy {
namespace focus_claims_test {

std::map<std::string, Claim> claims_with(const std::vector<std::string>& tested, const std::string& focus = "KAZ") {
    PreparedAnalysis analysis = prepared_analysis("reversal");
    analysis.plan.tested = tested;
    analysis.plan.frame.focus = focus;
    std::map<std::string, Claim> claims;
    for (Claim& claim : analysis.method->claims(analysis.plan, analysis.compute()))
        claims.emplace(claim.id.substr(std::string("reversal.").size()), std::move(claim));
    return claims;
}

TEST(FocusClaims, OfOtherCasesAreTheOnesThatTheyWouldHaveAsFocus) {
    const std::vector<std::string> tested = {"focus_rank.NORM",           "parsimonious.focus_terms",
                                             "conservative.focus_shared", "parsimonious.focus_alone",
                                             "focus_row_cases",           "sufficiency.NORM.incl"};
    const auto claims = claims_with(tested);
    std::size_t others = 0;
    for (const auto& [quantity, claim] : claims) others += claim.parts.state.empty() ? 0 : 1;
    EXPECT_EQ(others, 3u * 5u) << "UKR, BLR and UZB have the outcome, too";
    for (const std::string name : {"UKR", "BLR", "UZB"}) {
        const auto its_own = claims_with({}, name);
        for (const std::string& quantity : tested) {
            const auto found = claims.find("state." + name + '.' + quantity);
            ASSERT_EQ(found != claims.end(), about_focus(quantity)) << name << ' ' << quantity;
            if (found == claims.end()) continue;
            EXPECT_EQ(found->second.value, its_own.at(quantity).value) << name << ' ' << quantity;
            EXPECT_EQ(found->second.statement, its_own.at(quantity).statement) << name << ' ' << quantity;
        }
    }
}

TEST(FocusClaims, TermsOverACaseAreThoseThatSentencesOverItSpeakOf) {
    const PreparedAnalysis analysis = prepared_analysis("reversal");
    const ComparisonPlan plan = comparison_of(analysis.plan, analysis.roles());
    const auto models = all_models(plan.cases.space, coded_rows(truth_table(plan.cases, plan.cuts)), every_solution);
    std::size_t held = 0, not_held = 0;
    for (const std::string& name : plan.cases.names) {
        const auto claims = claims_with({}, name);
        for (const SolutionKind kind : {SolutionKind::conservative, SolutionKind::parsimonious}) {
            const Claim& terms = claims.at(std::string(to_string(kind)) + ".focus_terms");
            for (const std::string literal : {"NORM", "~THREAT", "PACT"}) {
                const Criterion criterion = parse_criterion("term contains " + literal + " in every model");
                const SolutionStatement statement =
                    parse_statement("term over " + name + " contains " + literal + " in every model", plan.cases.space,
                                    plan.cases.names);
                const AllModels& all = models[static_cast<std::size_t>(kind)];
                const bool holds_over = holds(statement, all, all, literals_over(statement, plan.cases));
                const TestResult expected = holds_over ? TestResult::passed : TestResult::failed;
                EXPECT_EQ(judge(criterion, terms).result, expected)
                    << name << ' ' << literal << ": " << terms.statement;
                ++(holds_over ? held : not_held);
            }
        }
    }
    EXPECT_GT(held, 5u);
    EXPECT_GT(not_held, 5u);
}

TEST(FocusClaims, OfOtherCasesAreOnlyThoseThatTestsRead) {
    for (const auto& [quantity, claim] : claims_with({"sufficiency.NORM.incl"}))
        EXPECT_EQ(claim.parts.state, "") << quantity;
    for (const auto& [quantity, claim] : claims_with({"focus_row_cases"}, "FRA"))
        EXPECT_EQ(claim.parts.state, "") << quantity << ": without a focus nothing is compared with it";
}

}  // namespace focus_claims_test
}  // namespace tarazy
