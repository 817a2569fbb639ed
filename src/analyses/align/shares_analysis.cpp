#include "analyses/align/shares_analysis.hpp"

#include "align/balance/shares.hpp"
#include "align/similarity/ties.hpp"
#include "analyses/align/align_quantities.hpp"
#include "analyses/align/assembly_sessions.hpp"
#include "analyses/align/nothing_found.hpp"
#include "analyses/align/share_claims.hpp"
#include "analyses/align/shared_measures.hpp"
#include "analyses/align/vote_positions.hpp"
#include "base/text_lists.hpp"
#include "study/claim_cells.hpp"

namespace tarazy {
namespace {

SharesOptions shares_options(const AnalysisPlan& plan) {
    SharesOptions options;
    options.states = states_of_interest(plan.frame);
    options.focus = plan.frame.focus;
    options.poles = pole_members(plan.frame);
    options.windows = windows_of(plan);
    if (plan.parameters.has("agenda_break"))
        options.agenda_break = static_cast<int>(plan.parameters.get<std::int64_t>("agenda_break"));
    options.bootstrap = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("bootstrap"));
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    return options;
}

SharesResult shares_from_ties(const AnalysisPlan& plan, const RoleTables& data) {
    std::vector<TieMatrix> years;
    for (const int year : tie_years_of(plan, *data.at("ties")))
        years.push_back(atop_ties(*data.at("ties"), *data.at("system"), year));
    return tie_shares(years, shares_options(plan));
}

std::vector<ResultTable> compute_shares(const AnalysisPlan& plan, const RoleTables& data) {
    SharesResult shares = data.contains("ties")
                              ? shares_from_ties(plan, data)
                              : vote_shares(votes_of(plan, data, sessions_of(plan)), shares_options(plan));
    std::vector<ResultTable> result;
    result.push_back({"", std::move(shares.by_year)});
    result.push_back({"summary", std::move(shares.summary)});
    return result;
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
    for (const Pole& pole : plan.frame.poles) poles.push_back(pole.id + '=' + joined(pole.members, "+"));
    for (const Span& window : p.get<std::vector<Span>>("windows")) windows.push_back(to_string(window));
    text += " --states " + joined(states, ",") + " --poles " + joined(poles, ",");
    if (!windows.empty()) text += " --windows " + joined(windows, ",");
    if (p.has("agenda_break")) text += " --agenda-break " + std::to_string(p.get<std::int64_t>("agenda_break"));
    if (!ties)
        text += " --bootstrap " + std::to_string(p.get<std::int64_t>("bootstrap")) + " --seed " +
                std::to_string(plan.frame.seed);
    return text + " --summary summary.csv";
}

}  // namespace

Method shares_method() {
    Method method;
    method.id = "align.shares";
    method.version = 2;
    method.reads = {{{"votes"}, {"roll_calls", false}}, {{"ties"}, {"system"}}};
    method.parameters = {
        session_rule(),
        year_rule(),
        bootstrap_rule(),
        window_rule(),
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
    method.needs_focus = true;
    method.is_finding = is_of_focus;
    method.why_empty = why_nothing_relates;
    method.lacking = states_and_poles_lacking;
    method.compute = compute_shares;
    method.claims = [](const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
        return share_claims(plan, tables, {"align shares", shares_command(plan), nullptr});
    };
    method.command = shares_command;
    method.shared_measure = measure_of_shares;
    method.quantities = shares_quantities;
    return method;
}

}  // namespace tarazy
