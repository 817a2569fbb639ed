#include "analyses/align/ideal_points_analysis.hpp"

#include "align/balance/balance_state_years.hpp"
#include "align/votes/sitting.hpp"
#include "align/votes/vote_panel.hpp"
#include "analyses/align/align_quantities.hpp"
#include "analyses/align/assembly_sessions.hpp"
#include "analyses/align/kept_draws.hpp"
#include "analyses/align/nothing_found.hpp"
#include "analyses/align/share_claims.hpp"
#include "analyses/align/shared_measures.hpp"
#include "analyses/align/tested_numbers.hpp"
#include "analyses/align/vote_positions.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "table/table_parts.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// `state`, the ISO code, before the columns of the estimates; only the states of the study and the members of poles.
Table study_states(const Table& estimates, const StudyFrame& frame) {
    const std::vector<std::string> interest = states_of_interest(frame);
    std::set<std::string> wanted(interest.begin(), interest.end());
    for (const Pole& pole : frame.poles) wanted.insert(pole.members.begin(), pole.members.end());
    const std::vector<std::int64_t> codes = require_integers(estimates, "ccode"),
                                    sessions = require_integers(estimates, "session"),
                                    years = require_integers(estimates, "year");
    Assembly assembly;
    std::set<std::pair<int, int>> sat;
    for (std::size_t row = 0; row < codes.size(); ++row) {
        const auto session = static_cast<int>(sessions[row]);
        assembly.years[session] = static_cast<int>(years[row]);
        sat.emplace(session, static_cast<int>(codes[row]));
    }
    std::vector<std::string> states;
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < codes.size(); ++row) {
        const auto session = static_cast<int>(sessions[row]);
        const Sitting sitting(assembly, session, [&](int number) { return sat.contains({session, number}); });
        const auto found = std::ranges::find_if(
            wanted, [&](const std::string& state) { return sitting.member(state) == static_cast<int>(codes[row]); });
        if (found == wanted.end()) continue;
        states.push_back(*found);
        rows.push_back(row);
    }
    const Table chosen = take_rows(estimates, rows);
    Table table;
    table.add("state", Column(std::span<const std::string>(states)));
    add_columns(table, chosen);
    return table;
}

/// What is not a share: it stands in the main table already.
Table relations(const DomainSeries& series, const std::vector<std::string>& poles) {
    const Table all = domain_quantities(series, poles);
    const std::vector<std::string> quantities = require_texts(all, "quantity");
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < quantities.size(); ++row) {
        if (quantities[row] == "closer" || quantities[row] == "evenness" || quantities[row] == "tension")
            rows.push_back(row);
    }
    const Table chosen = take_rows(all, rows);
    Table table;
    for (const char* name : {"state", "year", "domain", "quantity", "poles", "value", "q05", "q95"})
        table.add(name, chosen[name]);
    return table;
}

std::vector<ResultTable> compute_ideal_points(const AnalysisPlan& plan, const RoleTables& data) {
    const auto kept = positions_of(plan, data);
    const IdealPointResult& found = *kept;
    const auto kept_domain = position_domain_of(plan, data, 1);
    const DomainSeries& series = *kept_domain;
    SharesOptions shares_options;
    shares_options.states = states_of_interest(plan.frame);
    shares_options.focus = plan.frame.focus;
    shares_options.poles = pole_members(plan.frame);
    shares_options.windows = windows_of(plan);
    shares_options.work = plan.frame.work;
    SharesResult shares = domain_shares(series, shares_options);
    std::vector<std::string> poles;
    for (const PoleMembers& pole : shares_options.poles) poles.push_back(pole.id);
    std::vector<std::string> notes = found.failures;
    notes.insert(notes.end(), found.warnings.begin(), found.warnings.end());
    notes.insert(notes.end(), shares.warnings.begin(), shares.warnings.end());
    std::vector<ResultTable> result;
    result.push_back({"", std::move(shares.by_year)});
    result.push_back({"summary", std::move(shares.summary)});
    result.push_back({"positions", study_states(found.estimates, plan.frame)});
    result.push_back({"poles", pole_positions(found.draws, shares_options.poles)});
    result.push_back({"relations", relations(series, poles)});
    result.push_back({"joins", found.joins});
    result.push_back({"draws", kept_draws(series, poles,
                                          static_cast<std::size_t>(plan.parameters.get<std::int64_t>("keep_draws")))});
    result.push_back({"notes", notes_table(notes)});
    return result;
}

Claim position_claim(const AnalysisPlan& plan, const ClaimMaker& maker, const Table& table, std::size_t row,
                     const std::string& who) {
    const std::string session = text_in(table, "session", row), year = text_in(table, "year", row);
    Claim claim;
    claim.parts = {"", "", "position", {who}, year};
    claim.id = series_claim_id(plan.id, claim.parts);
    claim.analysis = plan.id;
    claim.quantity = "position";
    claim.subject = who + ", session " + session + " (" + year + ")";
    claim.value = number_in(table, "mean", row);
    claim.interval = interval_in(table, row, "q05", "q95", 0.9, interval_kind("positions"));
    if (!claim.interval) claim.no_interval = why_no_interval("position", "positions");
    claim.quantiles = quantiles_in(table, row, {{0.05, "q05"}, {0.5, "q50"}, {0.95, "q95"}});
    claim.unit = "standard deviations";
    claim.method = maker.method;
    claim.formula =
        "mean over the draws of the ideal point in P(yes) = Phi(cut1 - slope theta), P(no) = Phi(slope theta - cut2), "
        "theta a random walk over the sessions; scaled to mean 0 and standard deviation 1 over all states and sessions";
    claim.formula_source = "Bailey, Strezhnev and Voeten 2017; two-sided walk: Martin and Quinn 2002";
    claim.parameters = plan.parameters.json();
    claim.inputs = uses(plan, "sessions " + to_string(sessions_of(plan)) + ": all votes that were not unanimous");
    claim.reproduce = maker.command;
    return claim;
}

void add_position_claims(std::vector<Claim>& claims, const AnalysisPlan& plan, const ClaimMaker& maker,
                         const std::vector<ResultTable>& tables) {
    if (const Table* positions = find_table(tables, "positions")) {
        for (std::size_t row = 0; row < positions->rows(); ++row) {
            if (text_in(*positions, "state", row) == plan.frame.focus)
                claims.push_back(position_claim(plan, maker, *positions, row, plan.frame.focus));
        }
    }
    if (const Table* poles = find_table(tables, "poles")) {
        for (std::size_t row = 0; row < poles->rows(); ++row)
            claims.push_back(position_claim(plan, maker, *poles, row, text_in(*poles, "pole", row)));
    }
}

void add_relation_claims(std::vector<Claim>& claims, const AnalysisPlan& plan, const ClaimMaker& maker,
                         const Table& table) {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string quantity = text_in(table, "quantity", row), poles = text_in(table, "poles", row),
                          year = text_in(table, "year", row), state = text_in(table, "state", row);
        if (quantity == "evenness") continue;
        const bool other = state != plan.frame.focus;
        const ClaimParts parts{other ? state : "", "", quantity, poles_named(plan.frame, poles), year};
        // The tension is of the poles, the same beside any state.
        if (other && (quantity == "tension" || !is_tested(plan, parts))) continue;
        Claim claim = quantity_claim(plan, maker, quantity, "positions");
        claim.parts = parts;
        claim.id = series_claim_id(plan.id, claim.parts);
        claim.subject = (poles.empty() ? "the poles" : state + " and " + poles) + ", " + year;
        claim.value = number_in(table, "value", row);
        claim.interval = interval_in(table, row, "q05", "q95", 0.9, interval_kind("positions"));
        if (!claim.interval) claim.no_interval = why_no_interval(quantity, "positions");
        claim.quantiles = quantiles_in(table, row, {{0.05, "q05"}, {0.95, "q95"}});
        claim.inputs = uses(plan, "sessions " + to_string(sessions_of(plan)) + ": all votes that were not unanimous");
        claims.push_back(std::move(claim));
    }
}

/// Convergence of the chains over the positions that the study uses.
void add_convergence_claims(std::vector<Claim>& claims, const AnalysisPlan& plan, const ClaimMaker& maker,
                            const Table& positions) {
    std::optional<double> worst, least;
    for (std::size_t row = 0; row < positions.rows(); ++row) {
        const auto rhat = number_in(positions, "rhat", row);
        if (rhat) worst = std::max(worst.value_or(*rhat), *rhat);
        for (const char* ess : {"ess_bulk", "ess_tail"}) {
            const auto draws = number_in(positions, ess, row);
            if (draws) least = std::min(least.value_or(*draws), *draws);
        }
    }
    const auto add = [&](const char* quantity, std::optional<double> value, const char* formula) {
        if (!value) return;
        Claim claim;
        claim.parts = {"", "", quantity, {}, ""};
        claim.id = series_claim_id(plan.id, claim.parts);
        claim.analysis = plan.id;
        claim.quantity = quantity;
        claim.subject = "positions of the study's states";
        claim.value = value;
        claim.method = maker.method;
        claim.formula = formula;
        claim.formula_source = "Vehtari et al. 2021";
        claim.no_interval = "it describes the chains of this run";
        claim.parameters = plan.parameters.json();
        claim.inputs = uses(plan, "sessions " + to_string(sessions_of(plan)));
        claim.reproduce = maker.command;
        claims.push_back(std::move(claim));
    };
    add("worst_rhat", worst, "largest rank-normalised split R-hat");
    add("least_ess", least, "smallest bulk or tail effective sample size");
}

/// How many sessions come after another, and how many of these hang on the random walk alone.
void add_join_claims(std::vector<Claim>& claims, const AnalysisPlan& plan, const ClaimMaker& maker,
                     const Table& joins) {
    std::size_t untied = 0;
    for (std::size_t row = 0; row < joins.rows(); ++row) {
        if (number_in(joins, "repeated_texts", row).value_or(0) < static_cast<double>(least_repeated_texts)) ++untied;
    }
    const auto add = [&](const char* quantity, std::size_t value, const std::string& formula) {
        Claim claim;
        claim.parts = {"", "", quantity, {}, ""};
        claim.id = series_claim_id(plan.id, claim.parts);
        claim.analysis = plan.id;
        claim.quantity = quantity;
        claim.subject = "sessions " + to_string(sessions_of(plan));
        claim.value = static_cast<double>(value);
        claim.unit = "sessions";
        claim.no_interval = "it is counted in the roll calls and the list of repeated texts as they are";
        claim.method = maker.method;
        claim.formula = formula;
        claim.formula_source = "bridges: Bailey, Strezhnev and Voeten 2017; threshold: this program";
        claim.parameters = plan.parameters.json();
        claim.inputs = uses(plan, "sessions " + to_string(sessions_of(plan)) + ": all votes that were not unanimous");
        claim.reproduce = plan.frame.command;
        claims.push_back(std::move(claim));
    };
    add("sessions_joined", joins.rows(), "number of sessions after the first");
    add("sessions_untied", untied,
        "number of sessions after the first for which fewer than " + std::to_string(least_repeated_texts) +
            " texts were voted on both before them and in them or later");
}

/// The analysis by hand: `align ideal-points` writes positions and draws, `align balance` computes the shares from
/// these.
std::string draws_command(const AnalysisPlan& plan) {
    const std::string states = joined(states_of_interest(plan.frame), ",");
    const std::string poles =
        joined(plan.frame.poles, ",", [](const Pole& pole) { return pole.id + '=' + joined(pole.members, "+"); });
    return position_command(plan) + " --draws-file positions.draws --output positions.csv && tarazy align balance " +
           "--draws positions.draws --states " + states + " --poles " + poles;
}

/// Shares and probabilities are in the table of `align balance`, positions in that of `align ideal-points`; means over
/// windows and closeness itself only in the study's.
void set_commands(std::vector<Claim>& claims, const AnalysisPlan& plan) {
    const std::string balance = draws_command(plan);
    for (Claim& claim : claims) {
        const std::string& quantity = claim.quantity;
        if (quantity.starts_with("sessions_") || quantity == "position" || quantity == "worst_rhat" ||
            quantity == "least_ess")
            continue;
        const bool in_balance =
            quantity == "share" || quantity == "p_nearest" || quantity == "closer" || quantity == "tension";
        claim.reproduce = in_balance ? balance : plan.frame.command;
    }
}

std::vector<Claim> ideal_points_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    const ClaimMaker maker{"align ideal-points", position_command(plan), nullptr};
    std::vector<Claim> claims = share_claims(plan, tables, maker);
    add_position_claims(claims, plan, maker, tables);
    if (const Table* table = find_table(tables, "relations")) add_relation_claims(claims, plan, maker, *table);
    if (const Table* table = find_table(tables, "positions")) add_convergence_claims(claims, plan, maker, *table);
    if (const Table* table = find_table(tables, "joins")) add_join_claims(claims, plan, maker, *table);
    set_commands(claims, plan);
    return claims;
}

}  // namespace

Method ideal_points_method() {
    Method method;
    method.id = "align.ideal-points";
    method.version = 3;
    method.reads = {{{"votes"}, {"roll_calls", false}, {"bridges", false}}};
    method.parameters = position_rules();
    method.parameters.push_back(window_rule());
    method.parameters.push_back(keep_draws_rule());
    method.least_poles = 2;
    method.needs_focus = true;
    method.is_finding = is_of_focus;
    method.why_empty = why_nothing_relates;
    method.lacking = states_and_poles_lacking;
    method.compute = compute_ideal_points;
    method.claims = ideal_points_claims;
    method.command = draws_command;
    method.shared_measure = measure_of_shares;
    method.quantities = ideal_points_quantities;
    return method;
}

}  // namespace tarazy
