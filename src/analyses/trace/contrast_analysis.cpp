#include "analyses/trace/contrast_analysis.hpp"

#include "analyses/trace/outcome_data.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/table_rows.hpp"
#include "trace/counterfactual/control_tables.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

Span needed_span(const AnalysisPlan& plan, const char* name) {
    if (plan.parameters.has(name)) return plan.parameters.get<Span>(name);
    throw InputError(Problem{"", 0, 0, "the analysis '" + plan.id + "' has no parameter '" + name + "'",
                             std::string("write for example ") + name + " = \"1992-1996\""});
}

ContrastOptions contrast_options(const AnalysisPlan& plan, const OutcomeData& outcome) {
    const Span before = needed_span(plan, "before"), after = needed_span(plan, "after");
    ContrastOptions options{before.first, before.last, after.first, after.last};
    options.least = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("least"));
    options.units = donors_of(plan);
    options.units.push_back(plan.frame.focus);
    options.unit = outcome.unit;
    options.time = outcome.time;
    options.outcome = outcome.value;
    return options;
}

/// The same numbers by the command line.
std::string contrast_command(const AnalysisPlan& plan) {
    std::string text = "tarazy trace contrast" + outcome_options(plan, "indicator", "state", "--outcome") +
                       " --before " + to_string(needed_span(plan, "before")) + " --after " +
                       to_string(needed_span(plan, "after")) + " --treated " + shell_word(plan.frame.focus);
    if (const auto donors = donors_of(plan); !donors.empty()) text += " --donors " + shell_word(joined(donors, ","));
    return text + " --least " + std::to_string(plan.parameters.get<std::int64_t>("least"));
}

/// The values of the states compared, in the order of states and times.
Table values_of(const OutcomeData& outcome, const std::vector<std::string>& states) {
    const std::vector<std::string> units = require_texts(outcome.table, outcome.unit);
    const std::vector<std::int64_t> times = require_integers(outcome.table, outcome.time);
    const std::vector<double> values = require_reals(outcome.table, outcome.value);
    std::vector<std::tuple<std::string, std::int64_t, double>> kept;
    for (std::size_t row = 0; row < units.size(); ++row) {
        if (std::ranges::find(states, units[row]) == states.end() || std::isnan(values[row])) continue;
        kept.emplace_back(units[row], times[row], values[row]);
    }
    std::ranges::sort(kept);
    TableRows rows(TextColumn{"state"}, IntegerColumn{"time"}, RealColumn{"value"});
    for (const auto& [state, time, value] : kept) rows.add(state, time, value);
    return rows.table();
}

std::vector<ResultTable> compute_contrast(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    const OutcomeData outcome = outcome_data(plan, data, "indicator");
    const ContrastOptions options = contrast_options(plan, outcome);
    const MeanContrast contrast = mean_contrast(outcome.table, options);
    std::vector<std::string> notes = outcome.notes;
    for (const std::string& state : contrast.left_out)
        notes.push_back("left out: " + state + " has fewer than " + std::to_string(options.least) +
                        " values in one of the windows");
    std::vector<ResultTable> result;
    result.push_back({"", contrast_table(contrast)});
    result.push_back({"path", values_of(outcome, options.units)});
    result.push_back({"notes", notes_table(notes)});
    return result;
}

std::vector<ResultTable> computed_contrast(const AnalysisPlan& plan, const RoleTables& data) {
    try {
        return compute_contrast(plan, data);
    } catch (const UsageError& error) {
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': " + error.what(), "mend its parameters"});
    }
}

class ContrastClaims {
public:
    explicit ContrastClaims(const AnalysisPlan& plan)
        : plan_(plan),
          indicator_(plan.parameters.get<std::string>("indicator")),
          windows_(to_string(needed_span(plan, "before")) + " and " + to_string(needed_span(plan, "after"))) {}

    Claim& add(const std::string& state, const std::string& quantity, const char* unit, const char* formula,
               const char* source, const char* no_interval) {
        Claim claim;
        claim.parts = {state == plan_.frame.focus ? "" : state, "", quantity, {indicator_}, ""};
        claim.id = series_claim_id(plan_.id, claim.parts);
        claim.analysis = plan_.id;
        claim.quantity = quantity;
        claim.subject = state + ", " + indicator_ + ", " + windows_;
        claim.unit = unit;
        claim.method = "trace contrast";
        claim.formula = formula;
        claim.formula_source = source;
        claim.parameters = plan_.parameters.json();
        claim.no_interval = no_interval;
        claim.inputs = uses(
            plan_, "rows of " + indicator_ + " of " + plan_.frame.focus + " and the comparison states, " + windows_);
        claim.reproduce = contrast_command(plan_);
        claims_.push_back(std::move(claim));
        return claims_.back();
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    const AnalysisPlan& plan_;
    const std::string indicator_, windows_;
    std::vector<Claim> claims_;
};

struct ContrastQuantity {
    const char *quantity, *column, *unit, *formula, *source, *no_interval;
};
constexpr const char* placebo_error = "its error is told by its rank among the states, p_of_difference";
constexpr ContrastQuantity contrast_quantities[] = {
    {"difference", "difference", "unit of the indicator",
     "(mean after - mean before) - the mean of the same over all other states", "difference in differences",
     placebo_error},
    {"change", "change", "unit of the indicator", "mean after - mean before", "means", placebo_error},
    {"p_of_difference", "p", "probability",
     "rank of |difference| among all states, each put in the place of the first / their number",
     "Conley & Taber 2011, sec. II; counted as Abadie, Diamond & Hainmueller 2010", "it is a probability itself"},
    {"before_mean", "before", "unit of the indicator", "mean over the first window", "means",
     "it describes the record"},
    {"after_mean", "after", "unit of the indicator", "mean over the second window", "means", "it describes the record"},
};

std::vector<Claim> contrast_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    const Table* table = find_table(tables, "");
    if (table == nullptr) return {};
    ContrastClaims claims(plan);
    std::optional<double> own;
    double larger = 0;
    bool known = false;
    const auto standing = [&](std::size_t at) -> std::optional<double> {
        const auto mine = number_in(*table, "difference", at);
        double below = 0, others = 0;
        for (std::size_t row = 0; row < table->rows(); ++row) {
            const auto other = number_in(*table, "difference", row);
            if (row == at || !mine || !other) continue;
            ++others;
            below += *other < *mine ? 1 : *other == *mine ? 0.5 : 0;
        }
        return others > 0 ? std::optional(below / others) : std::nullopt;
    };
    for (std::size_t row = 0; row < table->rows(); ++row) {
        if (text_in(*table, "unit", row) != plan.frame.focus) continue;
        known = true;
        own = number_in(*table, "difference", row);
    }
    for (std::size_t row = 0; row < table->rows(); ++row) {
        for (const ContrastQuantity& one : contrast_quantities)
            claims.add(text_in(*table, "unit", row), one.quantity, one.unit, one.formula, one.source, one.no_interval)
                .value = number_in(*table, one.column, row);
        claims
            .add(text_in(*table, "unit", row), "standing_of_difference", "share",
                 "share of the other states with a smaller difference, equal ones counting half", "this program",
                 placebo_error)
            .value = standing(row);
        const auto other = number_in(*table, "difference", row);
        larger += own && other && *other > *own ? 1 : 0;
    }
    Claim& compared = claims.add(plan.frame.focus, "states_compared", "states",
                                 "number of states with enough values in both windows", "counting", "it is counted");
    compared.value = static_cast<double>(table->rows());
    if (own) {
        claims
            .add(plan.frame.focus, "rank_of_difference", "rank", "1 + number of states with a larger difference",
                 "this program", placebo_error)
            .value = 1 + larger;
        return claims.take();
    }
    if (table->rows() == 0) return claims.take();
    const std::string reason = "no contrast: " + plan.frame.focus +
                               (known ? " stands alone: no other state has enough values in both windows"
                                      : " has too few values in one of the windows");
    claims
        .add(plan.frame.focus, "rank_of_difference", "rank", "1 + number of states with a larger difference",
             "this program", "")
        .statement = reason;
    for (const ContrastQuantity& one : contrast_quantities) {
        if (known) break;
        claims.add(plan.frame.focus, one.quantity, one.unit, one.formula, one.source, "").statement = reason;
    }
    return claims.take();
}

std::vector<QuantityForm> contrast_quantity_forms(const AnalysisPlan& plan) {
    const std::string indicator = '.' + plan.parameters.get<std::string>("indicator");
    std::vector<QuantityForm> forms = {{"rank_of_difference" + indicator},
                                       {"states_compared" + indicator},
                                       {"standing_of_difference" + indicator},
                                       {"state.<state>.standing_of_difference" + indicator}};
    for (const ContrastQuantity& one : contrast_quantities) {
        forms.push_back({one.quantity + indicator});
        forms.push_back({std::string("state.<state>.") + one.quantity + indicator});
    }
    return forms;
}

}  // namespace

Method contrast_method() {
    Method method;
    method.id = "trace.contrast";
    method.reads_poles = false;
    method.reads = {{{"indicators"}}, {{"panel"}}};
    method.parameters = {
        text_parameter("indicator", "", "the indicator, or of a panel the column"),
        {"before", ParameterKind::span, std::nullopt, 1000, 9999, {}, "first window: 1990-1993"},
        {"after", ParameterKind::span, std::nullopt, 1000, 9999, {}, "second window: 1995-1999"},
        text_parameter("donors", "", "states to compare with (default: those of the comparison)"),
        {"least", ParameterKind::integer, "3", 1, 1000, {}, "fewest values in a window"},
    };
    method.needs_focus = true;
    method.compute = computed_contrast;
    method.claims = contrast_claims;
    method.command = contrast_command;
    method.quantities = contrast_quantity_forms;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "states_compared" && claim.value.value_or(0) > 0;
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "no state has enough values of '" + plan.parameters.get<std::string>("indicator") + "' in both windows";
    };
    return method;
}

}  // namespace tarazy
