#pragma once

#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// `position_over_models.<issue>`: the middle one of the models' weighted means at the end, with the range over the
/// models as interval (bounds: a test that one number lies within holds of all models, or is undecided).
/// `position_of_model.<issue>-<model>`: that of one model. `variants_apart.<issue>`: how far the two readings of the
/// expected utility model end apart.
[[nodiscard]] std::vector<Claim> bargain_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables);
[[nodiscard]] std::vector<QuantityForm> bargain_claim_forms(const AnalysisPlan& plan);

/// "bdm_scholz_code" for "bdm scholz-code": a model in the name of a claim or column.
[[nodiscard]] std::string model_code(const std::string& model);

}  // namespace tarazy
