#include "analyses/trace/changepoints_claims.hpp"

#include "base/number_text.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

const char* const posterior_source =
    "Fearnhead 2006, eq. 4 and 6, with geometric gaps and a normal-inverse-gamma prior";
const char* const itself_a_probability = "it is itself a probability: what is not known of the dates is in it";
const char* const p_value_of_the_series = "a p-value belongs to the series as it is";
const char* const all_is_averaged = "what is not known of changes and of dates of events is averaged in";

/// Claims of the rows of one table.
class PointClaims {
public:
    PointClaims(const AnalysisPlan& plan, std::vector<Claim>& claims) : plan_(plan), claims_(claims) {}

    /// The claim of a row, its value in the column; comparison states have claims of tested numbers only.
    void add(const Table& table, std::size_t row, const std::string& quantity, const char* column,
             const std::string& unit, const std::string& formula, const std::string& source,
             const std::string& no_interval, const std::string& time = {}) {
        const std::string series = text_in(table, "series", row), state = text_in(table, "state", row);
        Claim claim;
        claim.parts = {state == plan_.frame.focus ? "" : state, "", quantity, {}, time};
        if (!series.empty() || quantity != "decisions_p") claim.parts.about = {series.empty() ? "series" : series};
        claim.id = series_claim_id(plan_.id, claim.parts);
        if (!claim.parts.state.empty() && !is_asked_for(claim.parts)) return;
        claim.analysis = plan_.id;
        claim.quantity = quantity + (series.empty() ? "" : '.' + series);
        claim.subject = (state.empty() ? "" : state + ": ") + (series.empty() ? "all series" : series) +
                        (time.empty() ? "" : ", " + time);
        claim.value = number_in(table, column, row);
        claim.unit = unit;
        claim.method = "trace changepoints";
        claim.formula = formula;
        claim.formula_source = source;
        claim.parameters = plan_.parameters.json();
        const std::string rows = (state.empty() ? "" : "state " + state + ", ") +
                                 (series.empty() ? std::string("all series") : "series " + series);
        const bool of_events = quantity.starts_with("coincide") || quantity.starts_with("decisions");
        claim.inputs = of_events ? uses(plan_, rows) : uses(plan_, rows, {"series", "indicators"});
        claim.reproduce = plan_.frame.command;
        claim.no_interval = no_interval;
        if (quantity == "change_in" && !claim.value) claim.statement = "no year of " + time + " lies within the series";
        if (quantity == "changes") add_interval(claim, table, row);
        claims_.push_back(std::move(claim));
    }

private:
    static void add_interval(Claim& claim, const Table& table, std::size_t row) {
        claim.interval = interval_in(table, row, "changes_q05", "changes_q95", 0.9, "credible");
        claim.quantiles = quantiles_in(table, row,
                                       {{0.05, "changes_q05"},
                                        {0.1, "changes_q10"},
                                        {0.5, "changes_q50"},
                                        {0.9, "changes_q90"},
                                        {0.95, "changes_q95"}});
    }
    /// Whether a declared test reads this number, or that of the focus state beside it.
    [[nodiscard]] bool is_asked_for(ClaimParts parts) const {
        const std::string own = series_claim_id("", parts).substr(1);
        parts.state.clear();
        const std::string beside = series_claim_id("", parts).substr(1);
        return std::ranges::any_of(plan_.tested,
                                   [&](const std::string& tested) { return tested == own || tested == beside; });
    }

    const AnalysisPlan& plan_;
    std::vector<Claim>& claims_;
};

/// "2012-2014", or "2012", as the study file writes it.
std::string window_name(const Table& table, std::size_t row) {
    const std::string from = text_in(table, "from", row), to = text_in(table, "to", row);
    return from == to ? from : from + '-' + to;
}

void add_summary_claims(PointClaims& claims, const Table& table) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        claims.add(table, row, "changes", "expected_changes", "changes",
                   "sum over t of P(a change after t | data); the interval holds 90 % of the posterior of their number",
                   posterior_source, "");
        claims.add(table, row, "any_change", "any_change", "probability", "1 - P(no change | data)", posterior_source,
                   itself_a_probability);
        claims.add(table, row, "p_any", "p_any", "p-value",
                   "share of series without a change whose largest standardised difference of means is at least as "
                   "large, the series itself included",
                   "Hawkins 1977; permutations: Phipson and Smyth 2010; moving blocks: Künsch 1989",
                   p_value_of_the_series);
    }
}

void add_event_claims(PointClaims& claims, const Table& table) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string window = text_in(table, "window", row);
        claims.add(table, row, "coincide", "share", "share of changes",
                   "sum over t of P(a change after t) P(an event within " + window +
                       " years of t) / sum over t of P(a change after t)",
                   "this program: docs/trace-break-posterior.md", all_is_averaged);
        claims.add(table, row, "coincide_p", "p", "p-value",
                   "share of the circular shifts of the years near events against the changes with a sum at least as "
                   "large, the observed one included",
                   "this program: docs/trace-break-posterior.md", p_value_of_the_series);
        claims.add(table, row, "coincide_p_holm", "p_holm", "p-value",
                   "p-values of the circular shifts after Holm's correction over all series of the state", "Holm 1979",
                   p_value_of_the_series);
    }
}

void add_decision_claims(PointClaims& claims, const Table& table) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (text_in(table, "series", row).empty()) {
            claims.add(table, row, "decisions_p", "p", "p-value",
                       "share of the circular shifts of the decisions against all series together in which the mean "
                       "probability of a change near them is at least as large, the observed one included",
                       "this program: docs/trace-break-posterior.md", p_value_of_the_series);
        } else {
            claims.add(table, row, "decisions_near", "near", "probability",
                       "mean over the decisions of P(a change within the window of the decision)",
                       "this program: docs/trace-break-posterior.md", all_is_averaged);
        }
    }
}

}  // namespace

std::vector<Claim> changepoints_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> all;
    PointClaims claims(plan, all);
    if (const Table* table = find_table(tables, "")) add_summary_claims(claims, *table);
    if (const Table* table = find_table(tables, "windows")) {
        for (std::size_t row = 0; row < table->rows(); ++row) {
            claims.add(*table, row, "change_in", "probability", "probability",
                       "P(at least one change after a year of the window | data)", posterior_source,
                       itself_a_probability, window_name(*table, row));
        }
    }
    if (const Table* table = find_table(tables, "coincidences")) add_event_claims(claims, *table);
    if (const Table* table = find_table(tables, "decisions")) add_decision_claims(claims, *table);
    return all;
}

std::vector<QuantityForm> changepoints_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms;
    const auto add = [&](const std::string& form, bool uncertain = false, const std::string& window = {}) {
        forms.push_back({form, uncertain, window});
        for (const std::string& state : plan.frame.comparison)
            forms.push_back({"state." + state + '.' + form, uncertain, window});
    };
    if (plan.parameters.has("windows")) {
        for (const Span& span : plan.parameters.get<std::vector<Span>>("windows"))
            add("change_in.<series>." + to_string(span), false, to_string(span));
    }
    add("changes.<series>", true);
    add("any_change.<series>");
    add("p_any.<series>");
    if (plan.input("events") == nullptr) return forms;
    add("coincide.<series>");
    add("coincide_p.<series>");
    add("coincide_p_holm.<series>");
    if (!plan.parameters.has("decisions")) return forms;
    add("decisions_near.<series>");
    add("decisions_p");
    return forms;
}

}  // namespace tarazy
