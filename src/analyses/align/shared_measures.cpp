#include "analyses/align/shared_measures.hpp"

namespace tarazy {

std::optional<SharedMeasure> measure_of_shares(const AnalysisPlan& plan, const Claim& claim) {
    const std::string arena = plan.input("votes") != nullptr ? "votes." : "ties.";
    const std::string& quantity = claim.parts.quantity;
    if (quantity == "years_nearest") return SharedMeasure{arena + quantity, SharedMeasure::Kind::leader};
    if (quantity == "closeness") return SharedMeasure{arena + "years_nearest", SharedMeasure::Kind::leader_of_year};
    if (quantity == "difference" || quantity == "trend")
        return SharedMeasure{arena + quantity, SharedMeasure::Kind::sign};
    return std::nullopt;
}

}  // namespace tarazy
