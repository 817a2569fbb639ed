#include "analyses/simulate/bargain_claims.hpp"

#include "analyses/every_method_test.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace tarazy {
namespace bargain_claims_test {

TEST(BargainClaims, ARangeOverModelsAndTheReadingsApart) {
    const PreparedAnalysis analysis = prepared_analysis("bargained");
    const std::vector<ResultTable> tables = analysis.compute();
    std::map<std::string, Claim> claims;
    for (Claim& claim : bargain_claims(analysis.plan, tables)) claims[claim.id] = std::move(claim);
    EXPECT_EQ(claims.size(), 2u * (1 + 1 + 3));
    const Claim& over = claims.at("bargained.position_over_models.pipelines");
    ASSERT_TRUE(over.interval);
    EXPECT_EQ(over.interval->kind, "range over 3 models");
    EXPECT_EQ(over.interval->level, 1);
    EXPECT_EQ(over.quantiles.size(), 5u);
    for (const char* model : {"smp", "bdm_paper", "bdm_scholz_code"}) {
        const Claim& one = claims.at(std::string("bargained.position_of_model.pipelines-") + model);
        EXPECT_GE(*one.value, over.interval->lower);
        EXPECT_LE(*one.value, over.interval->upper);
        EXPECT_FALSE(one.no_interval.empty());
    }
    EXPECT_NEAR(*claims.at("bargained.variants_apart.pipelines").value,
                std::abs(*claims.at("bargained.position_of_model.pipelines-bdm_paper").value -
                         *claims.at("bargained.position_of_model.pipelines-bdm_scholz_code").value),
                1e-9);
}

TEST(BargainClaims, ModelsInNames) {
    EXPECT_EQ(model_code("bdm scholz-code"), "bdm_scholz_code");
    EXPECT_EQ(model_code("smp"), "smp");
}

}  // namespace bargain_claims_test
}  // namespace tarazy
