#include "analyses/simulate/hedge_claims.hpp"

#include "analyses/simulate/simulate_claim.hpp"
#include "analyses/simulate/skill_claims.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"

namespace tarazy {
namespace {

constexpr SkillOrigin hedge_origin = {"simulate hedge", "alignment"};

void add_parameters(const AnalysisPlan& plan, const Table& estimates, std::vector<Claim>& claims) {
    const bool profile = plan.parameters.get<std::string>("intervals") == "profile";
    for (std::size_t row = 0; row < estimates.rows(); ++row) {
        if (text_in(estimates, "free", row) != "1") continue;
        Claim claim = simulate_claim(plan, hedge_origin.command, hedge_parameter_parts(estimates, row),
                                     number_in(estimates, "estimate", row));
        claim.unit = "weight in the utility of a profile";
        if (text_in(estimates, "parameter", row) == "f") claim.unit = "precision of a Dirichlet distribution";
        claim.formula =
            "maximum likelihood, the later profile of each pair of years being Dirichlet around the expected one";
        claim.formula_source = "McKelvey & Palfrey 1995 for the choice; the terms are this program's";
        claim.inputs = uses(plan, "all pairs of years of all states");
        claim.interval = interval_in(estimates, row, "lower", "upper", hedge_claim_level,
                                     profile ? "likelihood ratio" : "observed information");
        claim.quantiles = quantiles_in(estimates, row, {{0.05, "lower"}, {0.5, "estimate"}, {0.95, "upper"}});
        if (!claim.interval) claim.no_interval = text_in(estimates, "notes", row);
        if (!claim.interval && claim.no_interval.empty())
            claim.no_interval = "an end lies beyond the bounds of the search, or the likelihood is flat";
        claims.push_back(std::move(claim));
    }
}

}  // namespace

ClaimParts hedge_parameter_parts(const Table& estimates, std::size_t row) {
    return {"", "", "parameter", {text_in(estimates, "parameter", row)}, ""};
}

std::vector<Claim> hedge_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    if (const Table* estimates = find_table(tables, "")) add_parameters(plan, *estimates, claims);
    if (const Table* skill = find_table(tables, "skill")) {
        add_skills_over_last(plan, hedge_origin, *skill, claims);
        add_skills(plan, hedge_origin, *skill, claims);
    }
    return claims;
}

std::vector<QuantityForm> hedge_claim_forms(const AnalysisPlan&) {
    return {{"parameter.<symbol>", true, ""},
            {"skill_over_persistence.<forecaster>-<horizon>", true, ""},
            {"skill.<forecaster>-<horizon>", true, ""}};
}

}  // namespace tarazy
