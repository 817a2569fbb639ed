#include "analyses/text/estimate_analysis.hpp"

#include "analyses/text/codes_claims.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"
#include "text/codes/corrected_shares.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<ResultTable> compute_estimate(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    CodedDocuments coded = read_coded_sentences(*data.at("coded_sentences"));
    std::erase_if(coded.documents, [&](const CodedDocument& each) { return each.group != plan.frame.focus; });
    std::vector<std::pair<int, int>> windows;
    for (const Span& window : code_windows(plan)) windows.emplace_back(window.first, window.last);
    CorrectedShares found = corrected_shares(coded, *data.at("hand_codes"), windows);
    TableRows coders(TextColumn{"coder"});
    for (const std::string& coder : found.coders) coders.add(coder);
    std::vector<ResultTable> result;
    result.push_back({"", std::move(found.shares)});
    result.push_back({"agreement", std::move(found.agreement)});
    result.push_back({"coders", coders.table()});
    result.push_back({"notes", notes_table(found.notes)});
    return result;
}

struct EstimateQuantity {
    const char *name, *column, *formula, *source, *no_interval;
};
constexpr const char* of_sample = "it describes the sample";
constexpr EstimateQuantity corrected_share = {"corrected", "corrected", "mean over all sentences of f + R / pi (Y - f)",
                                              "Egami, Hinck, Stewart & Wei 2023", ""};
constexpr EstimateQuantity machine_share = {"machine", "machine", "sentences that the dictionary finds / sentences",
                                            "counting", "its error is unknown: see corrected"};
constexpr EstimateQuantity sample_quantities[] = {
    {"precision", "precision", "sum of 1 / pi over sentences that both find / over those that the dictionary finds",
     "Horvitz & Thompson 1952", of_sample},
    {"recall", "recall", "sum of 1 / pi over sentences that both find / over those that people find",
     "Horvitz & Thompson 1952", of_sample},
};

Claim estimate_claim(const AnalysisPlan& plan, const EstimateQuantity& quantity, const std::string& code,
                     const std::string& window, std::optional<double> value) {
    Claim claim;
    claim.parts = {"", "", quantity.name, {code}, window};
    claim.id = series_claim_id(plan.id, claim.parts);
    claim.analysis = plan.id;
    claim.quantity = quantity.name;
    claim.unit = "share";
    claim.method = "text estimate";
    claim.formula = quantity.formula;
    claim.formula_source = quantity.source;
    claim.parameters = plan.parameters.json();
    claim.no_interval = quantity.no_interval;
    claim.reproduce = plan.frame.command;
    claim.value = value;
    claim.subject = plan.frame.focus + (window.empty() ? "" : ", " + window) + ": " + code;
    claim.inputs = uses(plan, "sentences of " + plan.frame.focus + (window.empty() ? "" : ", " + window));
    if (!value) claim.statement = "too few sentences were coded by hand";
    return claim;
}

std::vector<Claim> estimate_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const Table *shares = find_table(tables, ""), *agreement = find_table(tables, "agreement");
    for (std::size_t row = 0; shares != nullptr && row < shares->rows(); ++row) {
        const std::string code = text_in(*shares, "code", row), window = text_in(*shares, "window", row);
        Claim claim = estimate_claim(plan, corrected_share, code, window, number_in(*shares, "corrected", row));
        claim.interval = interval_in(*shares, row, "lower", "upper", 0.95, "normal, design-weighted");
        claim.quantiles =
            quantiles_in(*shares, row, {{0.05, "q05"}, {0.1, "q10"}, {0.5, "q50"}, {0.9, "q90"}, {0.95, "q95"}});
        claims.push_back(std::move(claim));
        claims.push_back(estimate_claim(plan, machine_share, code, window, number_in(*shares, "machine", row)));
    }
    for (std::size_t row = 0; agreement != nullptr && row < agreement->rows(); ++row) {
        for (const EstimateQuantity& quantity : sample_quantities)
            claims.push_back(estimate_claim(plan, quantity, text_in(*agreement, "code", row), "",
                                            number_in(*agreement, quantity.column, row)));
    }
    return claims;
}

std::vector<QuantityForm> estimate_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms = {{"precision.<code>"}, {"recall.<code>"}};
    for (const Span& window : code_windows(plan)) {
        const std::string years = to_string(window);
        forms.push_back({"corrected.<code>." + years, true, years});
        forms.push_back({"machine.<code>." + years, false, years});
    }
    return forms;
}

}  // namespace

Method estimate_method() {
    Method method;
    method.id = "text.estimate";
    method.reads = {{{"coded_sentences"}, {"hand_codes"}}};
    method.parameters = {
        {"windows",
         ParameterKind::spans,
         std::nullopt,
         1816,
         2100,
         {},
         "periods to sum up (default: the study's years)"},
    };
    method.needs_focus = true;
    method.compute = compute_estimate;
    method.claims = estimate_claims;
    method.quantities = estimate_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "corrected" && claim.value.has_value();
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "fewer than two sentences of " + plan.frame.focus + " are coded by hand";
    };
    return method;
}

}  // namespace tarazy
