#include "analyses/text/text_claim.hpp"

#include "ledger/claim_id.hpp"

namespace tarazy {

Claim text_claim(const AnalysisPlan& plan, const char* command, const TextQuantity& quantity, const std::string& about,
                 const std::string& period, std::optional<double> value) {
    Claim claim;
    claim.parts = {"", "", quantity.name, {}, period};
    if (!about.empty()) claim.parts.about = {about};
    claim.id = series_claim_id(plan.id, claim.parts);
    claim.analysis = plan.id;
    claim.quantity = quantity.name;
    claim.unit = quantity.unit;
    claim.method = command;
    claim.formula = quantity.formula;
    claim.formula_source = quantity.source;
    claim.parameters = plan.parameters.json();
    claim.no_interval = quantity.no_interval;
    claim.reproduce = plan.frame.command;
    claim.value = value;
    claim.subject = plan.frame.focus + (period.empty() ? "" : ", " + period) + (about.empty() ? "" : ": " + about);
    return claim;
}

}  // namespace tarazy
