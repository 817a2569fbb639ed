#include "analyses/trace/synth_claims.hpp"

#include "analyses/trace/outcome_data.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"

#include <map>

namespace tarazy {
namespace {

struct ControlQuantity {
    const char* unit;
    const char* formula;
    const char* source;
    const char* no_interval = "";
};

constexpr const char* abadie = "Abadie & Gardeazabal 2003; Abadie, Diamond & Hainmueller 2010";

const std::map<std::string, ControlQuantity>& control_quantities() {
    static const std::map<std::string, ControlQuantity> all = {
        {"effect",
         {"unit of the outcome",
          "outcome less that of the synthetic control: donors weighted by w >= 0, sum w = 1, with the least square "
          "error "
          "before; interval by simulated errors of the weights and sub-Gaussian shocks",
          "Abadie & Gardeazabal 2003; interval: Cattaneo, Feng & Titiunik 2021, sec. 4"}},
        {"mean_effect",
         {"unit of the outcome", "mean of the effects over the years from the event on",
          "Abadie & Gardeazabal 2003; interval: Cattaneo, Feng & Titiunik 2021, sec. 4"}},
        {"uniqueness_width",
         {"unit of the outcome",
          "largest less smallest mean effect over all weights with the same least square error (linear programming)",
          "Abadie & L'Hour 2021, sec. 2, on weights that are not unique; range: this program",
          "it is itself the width of a range"}},
        {"placebo_p",
         {"probability",
          "rank of post_rmspe / pre_rmspe among the state and all donors treated as placebos / their number",
          "Abadie, Diamond & Hainmueller 2010, sec. 3.5", "it is a probability itself"}},
        {"placebo_rank",
         {"rank", "1 + number of placebos with a larger ratio post_rmspe / pre_rmspe",
          "Abadie, Diamond & Hainmueller 2010, sec. 3.5", "it is a rank among fitted placebos"}},
        {"conformal_p",
         {"probability",
          "share of cyclic shifts of the residuals, weights fitted to all years under no effect, whose last years are "
          "as "
          "large in sum",
          "Chernozhukov, Wuthrich & Zhu 2021, eq. 2-4", "it is a probability itself"}},
        {"conformal_least_p",
         {"probability", "1 / number of years: conformal_p cannot be smaller", "Chernozhukov, Wuthrich & Zhu 2021",
          "it follows from the number of years"}},
        {"pre_rmspe",
         {"unit of the outcome", "root of the mean square of the gap before the event", abadie,
          "it describes the fit at hand"}},
        {"post_rmspe",
         {"unit of the outcome", "root of the mean square of the gap from the event on", abadie,
          "it describes the fit at hand"}},
        {"rmspe_ratio", {"ratio", "post_rmspe / pre_rmspe", abadie, "it describes the fit at hand"}},
        {"kkt_residual",
         {"share of the scale", "2 (x'x - min_j x'p_j) / max_j |p_j|^2: how far the loss can lie above its minimum",
          "conditions of Karush, Kuhn and Tucker; Wolfe 1976", "it is a bound"}},
        {"donors_used", {"states", "number of donors without gaps", "counting", "it is counted"}},
        {"pre_periods", {"years", "years with a value before the event", "counting", "it is counted"}},
        {"post_periods", {"years", "years with a value from the event on", "counting", "it is counted"}},
        {"donor_weight",
         {"share", "weight of the donor in the synthetic control", abadie,
          "its error is carried in the interval of the effect"}},
    };
    return all;
}

class ControlClaims {
public:
    ControlClaims(const AnalysisPlan& plan, std::string years) : plan_(plan), years_(std::move(years)) {}

    Claim& add(const std::string& state, const std::string& quantity, std::vector<std::string> about = {},
               const std::string& time = "") {
        const ControlQuantity& text = control_quantities().at(quantity);
        Claim claim;
        claim.parts = {state == plan_.frame.focus ? "" : state, "", quantity, std::move(about), time};
        claim.id = series_claim_id(plan_.id, claim.parts);
        claim.analysis = plan_.id;
        claim.quantity = quantity;
        claim.subject = state + ", " + plan_.parameters.get<std::string>("outcome") +
                        (claim.parts.about.empty() ? "" : ", " + claim.parts.about.front()) + ", " +
                        (time.empty() ? years_ : time);
        claim.unit = text.unit;
        claim.method = "trace synth";
        claim.formula = text.formula;
        claim.formula_source = text.source;
        claim.parameters = plan_.parameters.json();
        claim.no_interval = text.no_interval;
        claim.inputs = uses(plan_, "rows of " + plan_.parameters.get<std::string>("outcome") + " of " +
                                       plan_.frame.focus + " and its donors, " + years_);
        claim.reproduce = state == plan_.frame.focus ? synth_command(plan_) : plan_.frame.command;
        claims_.push_back(std::move(claim));
        return claims_.back();
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    const AnalysisPlan& plan_;
    const std::string years_;
    std::vector<Claim> claims_;
};

constexpr const char* interval_of_control = "prediction interval, sub-Gaussian shocks";

/// An effect, or why there is none.
void put_effect(Claim& claim, const AnalysisPlan& plan, const Table& table, std::size_t row, const std::string& column,
                const std::string& reason) {
    if (!reason.empty()) {
        claim.statement = "no effect can be estimated: " + reason;
        return;
    }
    put_distribution(claim, table, row, column, interval_of_control);
    if (!claim.interval && plan.parameters.get<std::string>("v") != "outcome")
        claim.no_interval = "prediction intervals are worked out for weights fitted to the outcome itself only";
}

void add_unit_claims(ControlClaims& claims, const AnalysisPlan& plan, const Table& summary, std::size_t row) {
    const std::string state = text_in(summary, "state", row), reason = text_in(summary, "reason", row);
    const bool focus = state == plan.frame.focus;
    const std::string window = synth_window(plan);
    const auto asked = [&](const char* quantity, const std::string& time) {
        return focus || read_by_a_test(plan, {state, "", quantity, {}, time});
    };
    if (asked("mean_effect", window))
        put_effect(claims.add(state, "mean_effect", {}, window), plan, summary, row, "mean_effect", reason);
    static const std::pair<const char*, const char*> numbers[] = {{"placebo_p", "placebo_p"},
                                                                  {"placebo_rank", "placebo_rank"},
                                                                  {"conformal_p", "conformal_p"},
                                                                  {"pre_rmspe", "pre_rmspe"},
                                                                  {"post_rmspe", "post_rmspe"},
                                                                  {"rmspe_ratio", "rmspe_ratio"},
                                                                  {"kkt_residual", "kkt_residual"},
                                                                  {"donors_used", "donors"},
                                                                  {"pre_periods", "pre"},
                                                                  {"post_periods", "post"},
                                                                  {"conformal_least_p", "conformal_least_p"}};
    for (const auto& [quantity, column] : numbers) {
        if (!asked(quantity, "")) continue;
        const auto value = number_in(summary, column, row);
        if (!focus && !value) continue;
        Claim& claim = claims.add(state, quantity);
        claim.value = value;
        if (!value && !reason.empty()) claim.statement = "unknown: " + reason;
    }
    if (!asked("uniqueness_width", window)) return;
    Claim& width = claims.add(state, "uniqueness_width", {}, window);
    const auto low = number_in(summary, "mean_low", row), high = number_in(summary, "mean_high", row);
    if (low && high) width.value = *high - *low;
}

}  // namespace

std::string synth_window(const AnalysisPlan& plan) {
    return std::to_string(needed_year(plan, "from")) + '-' + std::to_string(window_end(plan));
}

std::string synth_command(const AnalysisPlan& plan) {
    std::string text = "tarazy trace synth" + outcome_options(plan, "outcome", "state", "--outcome") + " --treated " +
                       plan.frame.focus + " --from " + std::to_string(needed_year(plan, "from")) + " --donors " +
                       joined(donors_of(plan), ",") + " --drop-gaps";
    if (const auto since = year_of_parameter(plan, "since")) text += " --since " + std::to_string(*since);
    text += " --until " + std::to_string(window_end(plan)) + " --placebo space,time --conformal";
    const auto& v = plan.parameters.get<std::string>("v");
    if (v == "outcome")
        text += " --intervals --draws " + std::to_string(plan.parameters.get<std::int64_t>("draws")) + " --seed " +
                std::to_string(plan.frame.seed);
    else
        text += " --v " + v;
    return plan.parameters.get<std::string>("predictors").empty() ? text + " --format json" : plan.frame.command;
}

std::vector<Claim> synth_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    const Table *summary = find_table(tables, ""), *path = find_table(tables, "path"),
                *weights = find_table(tables, "weights");
    if (summary == nullptr || summary->rows() == 0) return {};
    const std::string years = text_in(*summary, "first", 0) + '-' + text_in(*summary, "last", 0);
    ControlClaims claims(plan, years == "-" ? "no year" : years);
    std::map<std::string, std::string> reasons;
    for (std::size_t row = 0; row < summary->rows(); ++row) {
        add_unit_claims(claims, plan, *summary, row);
        reasons[text_in(*summary, "state", row)] = text_in(*summary, "reason", row);
    }
    const std::int64_t from = needed_year(plan, "from");
    for (std::size_t row = 0; path != nullptr && row < path->rows(); ++row) {
        const std::string state = text_in(*path, "state", row), time = text_in(*path, "time", row);
        if (number_in(*path, "time", row).value_or(0) < static_cast<double>(from)) continue;
        if (state != plan.frame.focus) continue;
        put_effect(claims.add(state, "effect", {}, time), plan, *path, row, "gap", reasons[state]);
    }
    for (std::size_t row = 0; weights != nullptr && row < weights->rows(); ++row)
        claims.add(plan.frame.focus, "donor_weight", {text_in(*weights, "unit", row)}).value =
            number_in(*weights, "weight", row);
    return claims.take();
}

std::vector<QuantityForm> synth_quantities(const AnalysisPlan& plan) {
    const bool uncertain = plan.parameters.get<std::string>("v") == "outcome";
    const std::string window = synth_window(plan);
    std::vector<QuantityForm> forms;
    for (const std::string state : {"", "state.<state>."}) {
        forms.push_back({state + "mean_effect." + window, uncertain, window});
        if (state.empty()) forms.push_back({"effect.<year>", uncertain});
        forms.push_back({state + "uniqueness_width." + window, false, window});
        for (const char* quantity :
             {"placebo_p", "placebo_rank", "conformal_p", "conformal_least_p", "pre_rmspe", "post_rmspe", "rmspe_ratio",
              "kkt_residual", "donors_used", "pre_periods", "post_periods"})
            forms.push_back({state + quantity});
    }
    forms.push_back({"donor_weight.<state>"});
    return forms;
}

}  // namespace tarazy
