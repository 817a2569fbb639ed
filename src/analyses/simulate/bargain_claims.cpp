#include "analyses/simulate/bargain_claims.hpp"

#include "analyses/simulate/simulate_claim.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr const char* bargain_sources =
    "Bueno de Mesquita 1994, Scholz, Calbert & Smith 2011 for expected utility; KTAB (Wise and others) for the spatial "
    "model";

Claim bargain_claim(const AnalysisPlan& plan, ClaimParts parts, std::optional<double> value, const char* formula) {
    Claim claim = simulate_claim(plan, "simulate bargain", std::move(parts), value);
    claim.unit = "as the scale of positions";
    claim.formula = formula;
    claim.formula_source = bargain_sources;
    claim.inputs = uses(plan, "all actors");
    return claim;
}

void add_over_models(const AnalysisPlan& plan, const Table& over, std::vector<Claim>& claims) {
    for (std::size_t row = 0; row < over.rows(); ++row) {
        const std::string issue = text_in(over, "issue", row);
        const auto middle = number_in(over, "mean_middle", row);
        Claim claim = bargain_claim(plan, {"", "", "position_over_models", {issue}, ""}, middle,
                                    "median over the models of: mean of the last positions, weighted by capability x "
                                    "salience (spatial model: over all issues)");
        claim.interval = interval_in(over, row, "mean_least", "mean_most", 1,
                                     "range over " + text_in(over, "models", row) + " models");
        if (claim.interval && middle) {
            const double least = claim.interval->lower, most = claim.interval->upper;
            claim.quantiles = {{0.05, least}, {0.1, least}, {0.5, *middle}, {0.9, most}, {0.95, most}};
        }
        claims.push_back(std::move(claim));
        if (const auto apart = number_in(over, "variants_mean_apart", row)) {
            Claim difference = bargain_claim(plan, {"", "", "variants_apart", {issue}, ""}, apart,
                                             "|weighted mean at the end by the article's reading - by that of public "
                                             "programs| of the expected utility model");
            difference.no_interval = "a difference of two readings of one model, neither of which draws";
            claims.push_back(std::move(difference));
        }
    }
}

}  // namespace

std::string model_code(const std::string& model) {
    std::string code = model;
    std::ranges::replace_if(
        code, [](char c) { return c == ' ' || c == '-'; }, '_');
    return code;
}

std::vector<Claim> bargain_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    if (const Table* over = find_table(tables, "over_models")) add_over_models(plan, *over, claims);
    const Table* ends = find_table(tables, "");
    for (std::size_t row = 0; ends != nullptr && row < ends->rows(); ++row) {
        Claim claim = bargain_claim(
            plan,
            {"", "", "position_of_model", {text_in(*ends, "issue", row), model_code(text_in(*ends, "model", row))}, ""},
            number_in(*ends, "mean", row),
            "mean of the positions of the last turn, weighted by capability x salience (spatial model: over all "
            "issues)");
        claim.no_interval = text_in(*ends, "end", row) == "cycle"
                                ? "the model draws nothing; it goes round for ever, between the ends that the table has"
                                : "the model draws nothing";
        claims.push_back(std::move(claim));
    }
    return claims;
}

std::vector<QuantityForm> bargain_claim_forms(const AnalysisPlan&) {
    return {{"position_over_models.<issue>", true, ""},
            {"position_of_model.<issue>-<model>", false, ""},
            {"variants_apart.<issue>", false, ""}};
}

}  // namespace tarazy
