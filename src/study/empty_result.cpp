#include "study/empty_result.hpp"

#include <algorithm>

namespace tarazy {

bool is_empty_result(const Method& method, const AnalysisPlan& plan, const std::vector<Claim>& claims) {
    return std::ranges::none_of(claims, [&](const Claim& claim) {
        if (!claim.value && claim.statement.empty()) return false;
        return method.is_finding == nullptr || method.is_finding(plan, claim);
    });
}

std::string why_empty(const Method& method, const AnalysisPlan& plan, const RoleTables& data) {
    return method.why_empty == nullptr ? "its data gave no number" : method.why_empty(plan, data);
}

}  // namespace tarazy
