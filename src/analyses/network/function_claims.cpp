#include "analyses/network/function_claims.hpp"

#include "analyses/network/function_networks.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"

#include <algorithm>

namespace tarazy {

FunctionClaims::FunctionClaims(const AnalysisPlan& plan, std::string method, std::string command)
    : plan_(plan), method_(std::move(method)), command_(std::move(command)) {}

ClaimParts FunctionClaims::parts_of(const std::string& state, const char* quantity, const std::string& about,
                                    int year) const {
    ClaimParts parts;
    parts.state = state == plan_.frame.focus ? "" : state;
    parts.quantity = quantity;
    if (!about.empty()) parts.about = {about};
    parts.time = claim_time_of(plan_, year);
    return parts;
}

bool FunctionClaims::wanted(const std::string& state, const char* quantity, const std::string& about, int year) const {
    const ClaimParts parts = parts_of(state, quantity, about, year);
    return parts.state.empty() || read_by_a_test(plan_, parts);
}

void FunctionClaims::add(const std::string& state, const FunctionQuantity& quantity, const std::string& about, int year,
                         std::optional<double> value, const std::optional<NumberBounds>& bounds) {
    if (!wanted(state, quantity.name, about, year)) return;
    Claim claim;
    claim.parts = parts_of(state, quantity.name, about, year);
    claim.id = series_claim_id(plan_.id, claim.parts);
    claim.analysis = plan_.id;
    claim.quantity = quantity.name;
    claim.subject = state + (about.empty() ? "" : ", " + about) + ", " + std::to_string(year);
    if (bounds) {
        if (value && (bounds->known() || *value != 0)) claim.value = value;
        claim.interval =
            Interval{bounds->lower, bounds->upper, 1,
                     bounds->known() ? "every membership is known" : "bounds over the memberships that are not known"};
        const double middle = claim.value.value_or(bounds->lower);
        claim.quantiles = {{0.05, bounds->lower},
                           {0.1, bounds->lower},
                           {0.5, std::clamp(middle, bounds->lower, bounds->upper)},
                           {0.9, bounds->upper},
                           {0.95, bounds->upper}};
    } else {
        claim.no_interval = "it is not defined where nobody is known to provide the function";
    }
    claim.unit = quantity.unit;
    claim.method = method_;
    claim.formula = quantity.formula;
    claim.formula_source = quantity.source;
    claim.parameters = plan_.parameters.json();
    claim.inputs = uses(plan_, "memberships of " + state + " in " + std::to_string(year) +
                                   (about.empty() ? "" : ", functions of institutions: " + about));
    claim.reproduce = command_;
    claims_.push_back(std::move(claim));
}

void add_function_forms(const AnalysisPlan& plan, const char* quantity, const char* about,
                        std::vector<QuantityForm>& forms) {
    std::string text = quantity;
    if (*about != '\0') text += std::string(".") + about;
    if (plan.parameters.has("years")) text += ".<year>";
    forms.push_back({text, true, ""});
    forms.push_back({"state.<state>." + text, true, ""});
}

std::optional<NumberBounds> bounds_in(const Table& table, std::size_t row, const char* lower, const char* upper) {
    const auto low = number_in(table, lower, row), high = number_in(table, upper, row);
    if (!low || !high) return std::nullopt;
    return NumberBounds{*low, *high};
}

}  // namespace tarazy
