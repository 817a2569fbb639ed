#include "study/analysis_shares.hpp"

#include "align/shares.hpp"
#include "align/ties.hpp"
#include "study/analysis_claims.hpp"
#include "study/assembly_sessions.hpp"

#include <map>

namespace tarazy {
namespace {

struct QuantityText {
    const char* unit;
    const char* formula;
    const char* source;
};

const std::map<std::string, QuantityText>& quantity_texts() {
    static const std::map<std::string, QuantityText> texts = {
        {"closeness",
         {"agreement rate",
          "mean over the pole's members of the agreement rate 1 - |x - y| / 2 on roll calls that were not unanimous",
          "agreement rate: Bailey, Strezhnev and Voeten 2017, replication code"}},
        {"tie_closeness",
         {"tie code",
          "mean over the pole's members of the tie's code (0 none, 1 non-aggression, 2 neutrality or consultation, 3 "
          "defence) + 1/2",
          "order of obligations: Chiba, Johnson and Leeds 2015; one half so that no share is 0: this program"}},
        {"share", {"share", "closeness to the pole / sum of closeness over all poles", "this program"}},
        {"p_nearest",
         {"probability", "share of bootstrap replicates in which the pole has the largest closeness",
          "Efron 1979 (bootstrap)"}},
        {"mean_share", {"share", "mean over the years of the pole's share", "this program"}},
        {"difference",
         {"difference", "mean over the years of closeness to the first pole minus closeness to the second",
          "this program"}},
        {"trend", {"per decade", "least-squares slope of closeness on the year, times 10", "least squares"}},
        {"evenness",
         {"evenness", "mean over the years of -sum w log w / log P, w the shares of P poles", "Pielou 1966"}},
        {"years_nearest", {"years", "number of years in which the pole has the largest closeness", "this program"}},
    };
    return texts;
}

SharesOptions shares_options(const AnalysisPlan& plan) {
    SharesOptions options;
    options.states = {plan.frame.focus};
    options.states.insert(options.states.end(), plan.frame.comparison.begin(), plan.frame.comparison.end());
    for (const Pole& pole : plan.frame.poles) options.poles.push_back({pole.id, pole.members});
    for (const Span& window : plan.parameters.get<std::vector<Span>>("windows"))
        options.windows.push_back({window.first, window.last});
    if (plan.parameters.has("agenda_break"))
        options.agenda_break = static_cast<int>(plan.parameters.get<std::int64_t>("agenda_break"));
    options.bootstrap = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("bootstrap"));
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    return options;
}

SharesResult shares_from_ties(const AnalysisPlan& plan, const RoleTables& data) {
    std::vector<TieMatrix> years;
    for (const int year : tie_years_of(plan, *data.at("ties")))
        years.push_back(atop_ties(*data.at("ties"), *data.at("system"), year));
    return tie_shares(years, shares_options(plan));
}

MethodResult compute_shares(const AnalysisPlan& plan, const RoleTables& data) {
    SharesResult shares = data.contains("ties")
                              ? shares_from_ties(plan, data)
                              : vote_shares(votes_of(plan, data, sessions_of(plan)), shares_options(plan));
    MethodResult result;
    result.tables.push_back({"", std::move(shares.by_year)});
    result.tables.push_back({"summary", std::move(shares.summary)});
    return result;
}

std::string list_with(const std::vector<std::string>& words, char separator) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : std::string(1, separator)) + word;
    return text;
}

std::string shares_command(const AnalysisPlan& plan) {
    const Parameters& p = plan.parameters;
    const bool ties = plan.input("ties") != nullptr;
    std::string text = "tarazy align shares";
    if (ties) {
        text += file_option(plan, "--ties", "ties") + file_option(plan, "--system", "system") + " --years " +
                to_string(p.has("years") ? p.get<Span>("years") : plan.frame.years);
    } else {
        text += file_option(plan, "--votes", "votes") + file_option(plan, "--roll-calls", "roll_calls") +
                " --sessions " + to_string(sessions_of(plan));
        if (!p.get<std::string>("block").empty()) text += " --block " + p.get<std::string>("block");
    }
    std::vector<std::string> states = {plan.frame.focus}, poles, windows;
    states.insert(states.end(), plan.frame.comparison.begin(), plan.frame.comparison.end());
    for (const Pole& pole : plan.frame.poles) poles.push_back(pole.id + '=' + list_with(pole.members, '+'));
    for (const Span& window : p.get<std::vector<Span>>("windows")) windows.push_back(to_string(window));
    text += " --states " + list_with(states, ',') + " --poles " + list_with(poles, ',');
    if (!windows.empty()) text += " --windows " + list_with(windows, ',');
    if (p.has("agenda_break")) text += " --agenda-break " + std::to_string(p.get<std::int64_t>("agenda_break"));
    if (!ties)
        text += " --bootstrap " + std::to_string(p.get<std::int64_t>("bootstrap")) + " --seed " +
                std::to_string(plan.frame.seed);
    return text + " --summary summary.csv";
}

Claim new_claim(const AnalysisPlan& plan, const std::string& command, const std::string& quantity, bool ties) {
    const QuantityText& text = quantity_texts().at(ties && quantity == "closeness" ? "tie_closeness" : quantity);
    Claim claim;
    claim.analysis = plan.id;
    claim.quantity = quantity;
    claim.unit = text.unit;
    claim.method = "align shares";
    claim.formula = text.formula;
    claim.formula_source = text.source;
    claim.parameters = plan.parameters.json();
    claim.reproduce = command;
    return claim;
}

/// The cells of the focus state that the figures show.
void add_yearly_claims(std::vector<Claim>& claims, const AnalysisPlan& plan, const Table& table,
                       const std::string& command) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string state = text_in(table, "state", row), pole = text_in(table, "pole", row),
                          year = text_in(table, "year", row);
        if (state != plan.frame.focus) continue;
        const bool ties = text_in(table, "domain", row) == "ties";
        const std::string session = text_in(table, "session", row), n = text_in(table, "n", row),
                          flag = text_in(table, "flag", row);
        for (const std::string quantity : {"closeness", "share", "p_nearest"}) {
            if (ties && quantity == "p_nearest") continue;
            Claim claim = new_claim(plan, command, quantity, ties);
            claim.id = plan.id + '.' + quantity + '.' + pole + '.' + year;
            claim.subject = state + " and " + pole + ", " +
                            (session.empty() ? year : "session " + session + " (" + year + ")") +
                            (flag.empty() ? "" : ", not comparable: changed " + flag);
            claim.value = number_in(table, quantity, row);
            claim.interval = interval_in(table, row, quantity + "_q05", quantity + "_q95", 0.9, "bootstrap percentile");
            claim.quantiles = quantiles_in(table, row, {{0.05, quantity + "_q05"}, {0.95, quantity + "_q95"}});
            claim.inputs = uses(plan, ties ? "year " + year + ": ties of " + state + " with the members of " + pole
                                           : "session " + session + ": " + n + " roll calls of " + state +
                                                 " with the members of " + pole);
            claims.push_back(std::move(claim));
        }
    }
}

void add_summary_claims(std::vector<Claim>& claims, const AnalysisPlan& plan, const Table& table,
                        const std::string& command) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string state = text_in(table, "state", row), quantity = text_in(table, "quantity", row);
        const std::string poles = text_in(table, "poles", row), window = text_in(table, "window", row),
                          years = text_in(table, "n_years", row);
        if (!quantity_texts().contains(quantity)) continue;
        Claim claim = new_claim(plan, command, quantity, text_in(table, "domain", row) == "ties");
        claim.id = plan.id + (state == plan.frame.focus ? "" : ".state." + state) + '.' + quantity +
                   (poles.empty() ? "" : '.' + poles) + '.' + window;
        claim.subject = state + (poles.empty() ? "" : " and " + poles) + ", " + window;
        claim.value = number_in(table, "value", row);
        claim.interval = interval_in(table, row, "q05", "q95", 0.9, "bootstrap percentile");
        claim.quantiles = quantiles_in(
            table, row,
            {{0.025, "q025"}, {0.05, "q05"}, {0.1, "q10"}, {0.5, "q50"}, {0.9, "q90"}, {0.95, "q95"}, {0.975, "q975"}});
        claim.inputs = uses(plan, years + " years of " + window + ": " + state + " with the members of " +
                                      (poles.empty() ? "all poles" : poles));
        claims.push_back(std::move(claim));
    }
}

std::vector<Claim> shares_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const std::string command = shares_command(plan);
    if (const Table* summary = find_table(tables, "summary")) add_summary_claims(claims, plan, *summary, command);
    if (const Table* by_year = find_table(tables, "")) add_yearly_claims(claims, plan, *by_year, command);
    return claims;
}

}  // namespace

Method shares_method() {
    Method method;
    method.id = "align.shares";
    method.reads = {{{"votes"}, {"roll_calls", false}}, {{"ties"}, {"system"}}};
    method.parameters = {
        session_rule(),
        year_rule(),
        bootstrap_rule(),
        {"windows",
         ParameterKind::spans,
         "",
         1816,
         2100,
         {},
         "spans of years of the summary; by default one over all years"},
        {"agenda_break",
         ParameterKind::integer,
         std::nullopt,
         1,
         999,
         {},
         "sessions from this one on are shown, but left out of the summary"},
        block_rule(),
    };
    method.least_poles = 2;
    method.compute = compute_shares;
    method.claims = shares_claims;
    method.command = shares_command;
    return method;
}

}  // namespace tarazy
