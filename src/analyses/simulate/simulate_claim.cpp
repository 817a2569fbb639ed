#include "analyses/simulate/simulate_claim.hpp"

#include "ledger/claim_id.hpp"
#include "stats/wilson_interval.hpp"
#include "study/claim_cells.hpp"

namespace tarazy {

Claim simulate_claim(const AnalysisPlan& plan, const char* command, ClaimParts parts, std::optional<double> value) {
    Claim claim;
    claim.parts = std::move(parts);
    claim.id = series_claim_id(plan.id, claim.parts);
    claim.analysis = plan.id;
    claim.quantity = claim.parts.quantity;
    claim.method = command;
    claim.parameters = plan.parameters.json();
    claim.reproduce = plan.frame.command;
    claim.value = value;
    for (const std::string& about : claim.parts.about) claim.subject += (claim.subject.empty() ? "" : ", ") + about;
    if (!claim.parts.domain.empty()) claim.subject += ", policy " + claim.parts.domain;
    if (!claim.parts.time.empty()) claim.subject += ", " + claim.parts.time;
    return claim;
}

void put_fan(Claim& claim, const Table& fan, std::size_t row, const std::string& of) {
    claim.interval = interval_in(fan, row, "q05", "q95", 0.9, "middle 90 % of the " + of);
    claim.quantiles =
        fan.find("q25")
            ? quantiles_in(fan, row,
                           {{0.05, "q05"},
                            {0.1, "q10"},
                            {0.25, "q25"},
                            {0.5, "q50"},
                            {0.75, "q75"},
                            {0.9, "q90"},
                            {0.95, "q95"}})
            : quantiles_in(fan, row, {{0.05, "q05"}, {0.1, "q10"}, {0.5, "q50"}, {0.9, "q90"}, {0.95, "q95"}});
}

void put_share(Claim& claim, double met, double n, const std::string& of) {
    const WilsonInterval wide = wilson_interval(met, n, 0.9), narrow = wilson_interval(met, n, 0.8);
    claim.value = met / n;
    claim.unit = "share";
    claim.formula_source = "Wilson 1927";
    claim.interval = Interval{wide.lower, wide.upper, 0.9, "Wilson, of the number of " + of};
    claim.quantiles = {
        {0.05, wide.lower}, {0.1, narrow.lower}, {0.5, met / n}, {0.9, narrow.upper}, {0.95, wide.upper}};
}

}  // namespace tarazy
