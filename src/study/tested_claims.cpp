#include "study/tested_claims.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

const Claim* claim_about(const AnalysisResult& analysis, const ClaimParts& parts) {
    const auto found = std::ranges::find(analysis.claims, parts, &Claim::parts);
    return found == analysis.claims.end() ? nullptr : &*found;
}

bool has_number(const Claim& claim) {
    return claim.value && !std::isnan(*claim.value);
}

/// The standing, or the rank, of a number without error among numbers without error.
double place_among(Scale scale, double mine, const std::vector<const Claim*>& others) {
    double below = 0, above = 0, count = 0;
    for (const Claim* other : others) {
        if (!has_number(*other)) continue;
        count += 1;
        below += *other->value < mine ? 1 : *other->value == mine ? 0.5 : 0;
        above += *other->value > mine ? 1 : 0;
    }
    return scale == Scale::rank ? 1 + above : below / count;
}

}  // namespace

const AnalysisResult* find_analysis(const std::vector<AnalysisResult>& analyses, const std::string& id) {
    const auto found = std::ranges::find(analyses, id, &AnalysisResult::id);
    return found == analyses.end() ? nullptr : &*found;
}

const Claim* claim_of_quantity(const AnalysisResult& analysis, const std::string& quantity) {
    const auto found = std::ranges::find(analysis.claims, analysis.id + '.' + quantity, &Claim::id);
    return found == analysis.claims.end() ? nullptr : &*found;
}

std::vector<const Claim*> comparison_claims(const AnalysisResult& analysis, const Claim& claim) {
    std::vector<const Claim*> found;
    if (!claim.parts.state.empty()) return found;
    for (const Claim& other : analysis.claims) {
        if (other.parts.state.empty()) continue;
        ClaimParts parts = other.parts;
        parts.state.clear();
        if (parts == claim.parts) found.push_back(&other);
    }
    return found;
}

ReadClaim claim_read_by(Scale scale, const AnalysisResult& analysis, const Claim& claim) {
    if (scale == Scale::number) return {claim, ""};
    ClaimParts parts = claim.parts;
    parts.quantity = std::string(quantity_prefix(scale)) + parts.quantity;
    if (const Claim* standing = claim_about(analysis, parts)) return {*standing, ""};
    const std::vector<const Claim*> others = comparison_claims(analysis, claim);
    if (others.empty())
        return {{}, "the analysis has no such number of the comparison states", WhyUndecided::no_comparison};
    const auto known = std::ranges::count_if(others, [](const Claim* other) { return has_number(*other); });
    if (known < static_cast<std::ptrdiff_t>(ComparisonPasses::least_states))
        return {{},
                "only " + std::to_string(known) + " comparison states have this number; three are needed",
                WhyUndecided::too_few_compared};
    if (claim.interval || std::ranges::any_of(others, [](const Claim* other) { return other->interval.has_value(); }))
        return {{},
                "the analysis does not tell which errors of the states go together",
                WhyUndecided::joint_errors_not_known};
    if (!has_number(claim)) return {{}, "the data do not tell this number", WhyUndecided::unknown_number};
    Claim made = claim;
    made.value = place_among(scale, *claim.value, others);
    made.statement.clear();
    return {std::move(made), ""};
}

ComparisonPasses passes_among(const Criterion& criterion, const std::vector<Claim>& others) {
    ComparisonPasses passes;
    if (criterion.scale != Scale::number) return passes;
    for (const Claim& other : others) {
        if (!has_number(other) && other.statement.empty()) continue;
        ++passes.states;
        if (judge(criterion, other).result != TestResult::passed) continue;
        ++passes.passed;
        passes.who.push_back(other.parts.state);
    }
    return passes;
}

ComparisonPasses comparison_passes(const Criterion& criterion, const AnalysisResult& analysis, const Claim& claim) {
    std::vector<Claim> others;
    for (const Claim* other : comparison_claims(analysis, claim)) others.push_back(*other);
    return passes_among(criterion, others);
}

}  // namespace tarazy
