#include "analyses/align/tested_numbers.hpp"

#include "align/balance/window_standings.hpp"
#include "ledger/claim_id.hpp"

#include <algorithm>

namespace tarazy {
namespace {

bool names_number(const AnalysisPlan& plan, const ClaimParts& parts) {
    const std::string id = series_claim_id(plan.id, parts);
    return std::ranges::any_of(plan.tested, [&](const std::string& tested) {
        return id.size() == plan.id.size() + 1 + tested.size() && id.ends_with(tested);
    });
}

}  // namespace

bool is_tested(const AnalysisPlan& plan, const ClaimParts& parts) {
    if (names_number(plan, parts)) return true;
    ClaimParts beside = parts;
    beside.state.clear();
    if (const auto quantity = quantity_of_standing(parts.quantity)) beside.quantity = *quantity;
    return names_number(plan, beside);
}

}  // namespace tarazy
