#include "analyses/simulate/skill_claims.hpp"

#include "analyses/simulate/simulate_claim.hpp"
#include "study/claim_cells.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

/// A claim of a skill of these columns: `X`, `X_lower`, `X_upper`.
Claim claim_of_skill(const AnalysisPlan& plan, const SkillOrigin& origin, const Table& skill, std::size_t row,
                     const std::string& column, ClaimParts parts) {
    Claim claim = simulate_claim(plan, origin.command, std::move(parts), number_in(skill, column, row));
    claim.unit = "share of the benchmark's score";
    claim.formula_source = "Gneiting & Raftery 2007; Politis & Romano 1992 for the interval";
    claim.inputs =
        uses(plan, text_in(skill, "origins", row) + " origins, " + text_in(skill, "forecasts", row) + " forecasts",
             {origin.role});
    const std::string lower = column + "_lower", upper = column + "_upper";
    claim.interval = interval_in(skill, row, lower, upper, 0.9, "blocks of origins drawn again");
    claim.quantiles = quantiles_in(skill, row, {{0.05, lower}, {0.95, upper}});
    if (!claim.interval) claim.no_interval = "too few origins to draw blocks of them";
    return claim;
}

}  // namespace

ClaimParts skill_parts(const Table& skill, std::size_t row) {
    ClaimParts parts{"", "", "skill", {}, ""};
    if (skill.find("series")) parts.about.push_back(text_in(skill, "series", row));
    parts.about.push_back(text_in(skill, "forecaster", row));
    parts.about.push_back(text_in(skill, "horizon", row));
    return parts;
}

ClaimParts skill_over_last_parts(const Table& skill, std::size_t row) {
    ClaimParts parts = skill_parts(skill, row);
    parts.quantity = "skill_over_persistence";
    return parts;
}

void add_skills(const AnalysisPlan& plan, const SkillOrigin& origin, const Table& skill, std::vector<Claim>& claims) {
    for (std::size_t row = 0; row < skill.rows(); ++row) {
        if (!number_in(skill, "skill", row)) continue;
        Claim claim = claim_of_skill(plan, origin, skill, row, "skill", skill_parts(skill, row));
        claim.formula = "1 - mean CRPS / mean CRPS of '" + text_in(skill, "benchmark", row) +
                        "', the best of the other naive forecasts";
        claims.push_back(std::move(claim));
    }
}

void add_skills_over_last(const AnalysisPlan& plan, const SkillOrigin& origin, const Table& skill,
                          std::vector<Claim>& claims) {
    for (std::size_t row = 0; row < skill.rows(); ++row) {
        if (!number_in(skill, "skill_persistence", row)) continue;
        Claim claim = claim_of_skill(plan, origin, skill, row, "skill_persistence", skill_over_last_parts(skill, row));
        claim.formula = "1 - mean CRPS / mean CRPS of 'persistence', the last value";
        claims.push_back(std::move(claim));
    }
}

}  // namespace tarazy
