#include "analyses/trace/its_analysis.hpp"

#include "analyses/trace/outcome_data.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "table/table_rows.hpp"
#include "trace/counterfactual/interrupted_series.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace {

using FittedRows = TableRows<TextColumn, IntegerColumn, RealColumn, RealColumn, RealColumn>;
using TermRows = TableRows<TextColumn, TextColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn,
                           RealColumn, RealColumn, RealColumn, RealColumn, RealColumn, RealColumn>;
using SeriesRows = TableRows<TextColumn, IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn,
                             RealColumn, RealColumn, TextColumn, TextColumn>;

struct ItsRows {
    FittedRows fitted{{"state"}, {"time"}, {"value"}, {"fitted"}, {"continued"}};
    TermRows terms{{"state"}, {"term"}, {"estimate"}, {"se_ols"}, {"se_nw"}, {"t_nw"}, {"p_nw"},
                   {"q025"},  {"q05"},  {"q10"},      {"q90"},    {"q95"},   {"q975"}};
    SeriesRows summary{{"state"}, {"before"}, {"after"},         {"first"},    {"last"},
                       {"lag"},   {"r2"},     {"durbin_watson"}, {"withheld"}, {"reason"}};
};

DatedSeriesOptions its_options(const AnalysisPlan& plan, const OutcomeData& outcome, const std::string& state) {
    DatedSeriesOptions options;
    options.time = outcome.time;
    options.value = outcome.value;
    options.name_column = outcome.unit;
    options.name = state;
    options.since = year_of_parameter(plan, "since");
    options.until = window_end(plan);
    return options;
}

void add_series(const AnalysisPlan& plan, const std::string& state, const DatedSeries& series, ItsRows& rows) {
    std::optional<std::size_t> lag;
    if (const auto given = year_of_parameter(plan, "lag")) lag = static_cast<std::size_t>(*given);
    const InterruptedSeries fit = interrupted_series(series, needed_year(plan, "at"), lag);
    for (std::size_t i = 0; i < fit.n; ++i)
        rows.fitted.add(state, series.times[i], series.values[i], fit.fitted[i], fit.continued[i]);
    for (const SeriesTerm& term : fit.terms) {
        const auto at = [&](double probability) { return term_quantile(term, fit.n, probability); };
        rows.terms.add(state, term.name, term.estimate, term.se_ols, term.se_nw, term.t_nw, term.p_nw, at(0.025),
                       at(0.05), at(0.1), at(0.9), at(0.95), at(0.975));
    }
    rows.summary.add(state, fit.before, fit.n - fit.before, series.times.front(), series.times.back(), fit.lag, fit.r2,
                     fit.durbin_watson, "", "");
}

/// What is wrong, without the place in the file and what to do about it.
std::string bare_reason(const InputError& error) {
    return error.problems().front().what;
}

void add_state(const AnalysisPlan& plan, const OutcomeData& outcome, const std::string& state, ItsRows& rows,
               std::vector<std::string>& notes) {
    DatedSeries series;
    try {
        series = read_dated_series(outcome.table, its_options(plan, outcome, state));
        add_series(plan, state, series, rows);
    } catch (const SeriesShortage& shortage) {
        const bool gap = shortage.kind() == SeriesShortage::Kind::gap;
        const std::string reason = bare_reason(shortage);
        if (state != plan.frame.focus) {
            notes.push_back("left out: " + state + ": " + reason);
            return;
        }
        if (!gap && series.times.empty()) return;  // nothing at all: an empty result
        const bool exact = shortage.kind() == SeriesShortage::Kind::exact;
        std::optional<std::int64_t> first, last;
        if (!series.times.empty()) {
            first = series.times.front();
            last = series.times.back();
        }
        const std::int64_t at = needed_year(plan, "at");
        const auto before = std::ranges::count_if(series.times, [&](std::int64_t time) { return time < at; });
        const auto all = static_cast<std::ptrdiff_t>(series.times.size());
        rows.summary.add(state, gap ? IntegerCell(std::nullopt) : IntegerCell(before),
                         gap ? IntegerCell(std::nullopt) : IntegerCell(all - before), first, last, std::nullopt,
                         std::nullopt, std::nullopt,
                         gap     ? "gap"
                         : exact ? "exact"
                                 : "few",
                         reason);
    }
}

std::vector<ResultTable> compute_its(const AnalysisPlan& plan, const RoleTables& data) {
    const OutcomeData outcome = outcome_data(plan, data, "indicator");
    const std::vector<std::string> units = require_texts(outcome.table, outcome.unit);
    const std::set<std::string> known(units.begin(), units.end());
    std::vector<std::string> states = {plan.frame.focus}, notes = outcome.notes;
    for (const std::string& state : donors_of(plan)) states.push_back(state);
    ItsRows rows;
    WorkStep step(plan.frame.work, "interrupted series", states.size());
    for (const std::string& state : states) {
        step.advance();
        if (known.contains(state))
            add_state(plan, outcome, state, rows, notes);
        else if (!known.empty())
            notes.push_back("left out: " + state + " has no row");
    }
    std::vector<ResultTable> result;
    result.push_back({"", rows.summary.table()});
    result.push_back({"terms", rows.terms.table()});
    result.push_back({"path", rows.fitted.table()});
    add_sources(result.back().table, outcome);
    result.push_back({"notes", notes_table(notes)});
    return result;
}

std::vector<ResultTable> computed_its(const AnalysisPlan& plan, const RoleTables& data) {
    try {
        return compute_its(plan, data);
    } catch (const UsageError& error) {
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': " + error.what(), "mend its parameters"});
    }
}

std::string its_command(const AnalysisPlan& plan) {
    std::string text = "tarazy trace its" + outcome_options(plan, "indicator", "", "--value") + " --series " +
                       (plan.input("panel") != nullptr ? "unit=" : "state=") + plan.frame.focus + " --at " +
                       std::to_string(needed_year(plan, "at"));
    if (const auto since = year_of_parameter(plan, "since")) text += " --since " + std::to_string(*since);
    text += " --until " + std::to_string(window_end(plan));
    if (const auto lag = year_of_parameter(plan, "lag")) text += " --lag " + std::to_string(*lag);
    return text;
}

class ItsClaims {
public:
    explicit ItsClaims(const AnalysisPlan& plan)
        : plan_(plan), indicator_(plan.parameters.get<std::string>("indicator")) {}

    Claim& add(const std::string& state, const std::string& quantity, const char* unit, const char* formula,
               const char* no_interval) {
        Claim claim;
        claim.parts = {state == plan_.frame.focus ? "" : state, "", quantity, {indicator_}, ""};
        claim.id = series_claim_id(plan_.id, claim.parts);
        claim.analysis = plan_.id;
        claim.quantity = quantity;
        claim.subject = state + ", " + indicator_ + ", from " + std::to_string(needed_year(plan_, "at"));
        claim.unit = unit;
        claim.method = "trace its";
        claim.formula = formula;
        claim.formula_source = "Wagner et al. 2002 (segmented regression); Newey & West 1987, 1994 (errors)";
        claim.parameters = plan_.parameters.json();
        claim.no_interval = no_interval;
        claim.inputs = uses(plan_, "rows of " + indicator_ + " of " + state);
        claim.reproduce = its_command(plan_);
        claims_.push_back(std::move(claim));
        return claims_.back();
    }
    std::vector<Claim> take() { return std::move(claims_); }

private:
    const AnalysisPlan& plan_;
    const std::string indicator_;
    std::vector<Claim> claims_;
};

struct TermClaim {
    const char *term, *quantity, *unit, *formula;
};
constexpr TermClaim its_terms[] = {
    {"D", "level", "unit of the indicator", "c in y = a + b t + c D + d D (t - at), D = 1 from the year named on"},
    {"P", "slope", "unit of the indicator a year", "d in y = a + b t + c D + d D (t - at)"},
    {"t", "before_slope", "unit of the indicator a year", "b in y = a + b t + c D + d D (t - at)"},
};

void add_term_claims(ItsClaims& claims, const AnalysisPlan& plan, const Table& terms) {
    for (std::size_t row = 0; row < terms.rows(); ++row) {
        const std::string state = text_in(terms, "state", row), name = text_in(terms, "term", row);
        for (const TermClaim& term : its_terms) {
            if (name != term.term) continue;
            put_distribution(claims.add(state, term.quantity, term.unit, term.formula, ""), terms, row, "estimate",
                             "Student's t with Newey-West errors");
            if (state != plan.frame.focus || name == "t") continue;
            claims
                .add(state, std::string(term.quantity) + "_p", "probability",
                     "two-sided p of the term by its Newey-West error, Student's t with n - 4 degrees of freedom",
                     "it is a probability itself")
                .value = number_in(terms, "p_nw", row);
        }
    }
}

std::vector<Claim> its_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    ItsClaims claims(plan);
    if (const Table* terms = find_table(tables, "terms")) add_term_claims(claims, plan, *terms);
    const Table* summary = find_table(tables, "");
    for (std::size_t row = 0; summary != nullptr && row < summary->rows(); ++row) {
        const std::string state = text_in(*summary, "state", row), reason = text_in(*summary, "reason", row);
        if (state != plan.frame.focus) continue;
        if (!reason.empty()) {
            for (const TermClaim& term : its_terms)
                claims.add(state, term.quantity, term.unit, term.formula, "").statement =
                    "no line on each side can be fitted: " + reason;
        }
        const auto put = [&](const char* quantity, const char* column, const char* unit, const char* formula,
                             const char* why) {
            claims.add(state, quantity, unit, formula, why).value = number_in(*summary, column, row);
        };
        put("durbin_watson", "durbin_watson", "statistic", "sum (e_t - e_(t-1))^2 / sum e_t^2 (Durbin & Watson 1950)",
            "it describes the residuals at hand");
        put("observations_before", "before", "years", "years with a value before the one named", "it is counted");
        put("observations_after", "after", "years", "years with a value from the one named on", "it is counted");
    }
    return claims.take();
}

std::vector<QuantityForm> its_quantities(const AnalysisPlan& plan) {
    const std::string indicator = '.' + plan.parameters.get<std::string>("indicator");
    std::vector<QuantityForm> forms;
    for (const char* quantity : {"level", "slope", "before_slope"}) {
        forms.push_back({quantity + indicator, true});
        forms.push_back({std::string("state.<state>.") + quantity + indicator, true});
    }
    for (const char* quantity : {"level_p", "slope_p", "durbin_watson", "observations_before", "observations_after"})
        forms.push_back({quantity + indicator});
    return forms;
}

}  // namespace

Method its_method() {
    Method method;
    method.id = "trace.its";
    method.version = 2;
    method.reads_poles = false;
    method.reads = {{{"indicators"}}, {{"panel"}}};
    method.parameters = {
        text_parameter("indicator", "", "the indicator, or of a panel the column"),
        year_parameter("at", "first year after the interruption"),
        year_parameter("since", "first year to use (default: the first in the data)"),
        year_parameter("until", "last year (default: that of the study)"),
        text_parameter("donors", "", "states shown beside (default: those of the comparison)"),
        {"lag", ParameterKind::integer, std::nullopt, 0, 1000, {}, "of the errors (default: floor(4 (n/100)^(2/9)))"},
    };
    method.needs_focus = true;
    method.compute = computed_its;
    method.claims = its_claims;
    method.command = its_command;
    method.quantities = its_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.quantity == "level" && (claim.value || !claim.statement.empty());
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "the data hold no value of '" + plan.parameters.get<std::string>("indicator") + "' for " +
               plan.frame.focus;
    };
    return method;
}

}  // namespace tarazy
