#include "analyses/align/similarity_analysis.hpp"

#include "align/similarity/similarity.hpp"
#include "align/similarity/ties.hpp"
#include "align/votes/sitting.hpp"
#include "align/votes/votes.hpp"
#include "analyses/align/assembly_sessions.hpp"
#include "analyses/align/nothing_found.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "table/state_codes.hpp"
#include "table/table_parts.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

struct HeadlineMeasure {
    const char* name;
    const char* formula;
    const char* source;
};

constexpr HeadlineMeasure vote_headlines[] = {
    {"kappa_sq", "kappa = 1 - sum (a - b)^2 o(a,b) / sum (a - b)^2 p(a) q(b) over pairs of votes a, b in {1, 2, 3}",
     "Cohen 1968; for foreign policy portfolios Häge 2011"},
    {"s_abs", "S = 1 - 2 sum |x - y| / (2 n) over n common roll calls", "Signorino and Ritter 1999"},
    {"agree_voeten", "mean of 1 - |x - y| / 2 over the common roll calls that were not unanimous",
     "Bailey, Strezhnev and Voeten 2017, replication code"},
};
constexpr HeadlineMeasure tie_headlines[] = {
    {"kappa_bin", "kappa = 1 - observed / expected disagreement on whether there is a tie at all",
     "Cohen 1960; Häge 2011"},
    {"s_val_abs", "S = 1 - 2 sum |x - y| / (3 n) over the n states of the year's system, ties coded 0 to 3",
     "Signorino and Ritter 1999; codes after Chiba, Johnson and Leeds 2015"},
    {"tau_b", "Kendall's tau-b of the two portfolios", "Kendall 1945; Bueno de Mesquita 1975"},
    {"s_val_abs_cinc", "S = 1 - 2 sum w |x - y| / (3 sum w), w the state's share of capabilities",
     "Signorino and Ritter 1999; Singer 1987"},
};

/// Focus, comparison states and the members of the poles.
std::vector<std::string> states_of(const StudyFrame& frame) {
    std::vector<std::string> states = {frame.focus};
    states.insert(states.end(), frame.comparison.begin(), frame.comparison.end());
    for (const Pole& pole : frame.poles) states.insert(states.end(), pole.members.begin(), pole.members.end());
    return states;
}

/// Numbers under which the states may stand in votes of these years (Germany has two, and changed late).
std::vector<int> codes_of(const std::vector<std::string>& states, Span years) {
    std::set<int> codes;
    for (const std::string& state : states) {
        for (int year = years.first; year <= years.last; ++year) {
            const std::vector<int> numbers = numbers_of_state(state, year);
            codes.insert(numbers.begin(), numbers.end());
        }
    }
    return {codes.begin(), codes.end()};
}

/// Rows in which both states stand under the number that counts in that time: where Germany has rows as 260 and as 255
/// (the state system of 1990, a session cut by a change), those of one of them.
std::vector<std::size_t> rows_of_sitting(const Table& dyads, const std::vector<int>& times,
                                         const std::vector<int>& years) {
    const auto first = require_integers(dyads, "ccode1"), second = require_integers(dyads, "ccode2");
    Assembly assembly;
    std::set<std::pair<int, int>> sat;
    for (std::size_t row = 0; row < times.size(); ++row) {
        assembly.years[times[row]] = years[row];
        for (const std::int64_t code : {first[row], second[row]}) sat.emplace(times[row], static_cast<int>(code));
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < times.size(); ++row) {
        const Sitting sitting(assembly, times[row], [&](int code) { return sat.contains({times[row], code}); });
        const auto counts = [&](std::int64_t code) {
            const auto iso3 = iso3_of_cow(static_cast<int>(code), years[row]);
            return !iso3 || sitting.member(*iso3).value_or(static_cast<int>(code)) == code;
        };
        if (counts(first[row]) && counts(second[row])) rows.push_back(row);
    }
    return rows;
}

/// The dyad table with year and ISO codes, so that it reads without a code book. A table by year gets the year first.
Table with_states(const Table& all, const std::vector<int>& times, const std::vector<int>& all_years, bool year_first) {
    const std::vector<std::size_t> kept = rows_of_sitting(all, times, all_years);
    const Table dyads = take_rows(all, kept);
    std::vector<int> years;
    for (const std::size_t row : kept) years.push_back(all_years[row]);
    const auto first = require_integers(dyads, "ccode1"), second = require_integers(dyads, "ccode2");
    std::vector<std::int64_t> year_cells(years.begin(), years.end());
    TableRows rows(TextColumn{"state1"}, TextColumn{"state2"});
    for (std::size_t row = 0; row < dyads.rows(); ++row) {
        rows.add(iso3_of_cow(static_cast<int>(first[row]), years[row]).value_or(""),
                 iso3_of_cow(static_cast<int>(second[row]), years[row]).value_or(""));
    }
    Table table;
    if (year_first) table.add("year", Column(year_cells));
    add_columns(table, dyads);
    if (!year_first) table.add("year", Column(year_cells));
    add_columns(table, rows.table());
    return table;
}

SimilarityOptions vote_options(const AnalysisPlan& plan, Span years) {
    SimilarityOptions options;
    options.states = codes_of(states_of(plan.frame), years);
    options.with = codes_of({plan.frame.focus}, years);
    options.bootstrap = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("bootstrap"));
    options.interval =
        plan.parameters.get<std::string>("interval") == "bca" ? IntervalKind::bca : IntervalKind::percentile;
    options.level = plan.parameters.get<double>("level");
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    return options;
}

std::vector<ResultTable> from_votes(const AnalysisPlan& plan, const RoleTables& data) {
    const Span sessions = sessions_of(plan);
    const Table dyads = vote_similarity(votes_of(plan, data, sessions), vote_options(plan, years_of(sessions)));
    std::vector<int> times, years;
    for (const std::int64_t session : require_integers(dyads, "session")) {
        times.push_back(static_cast<int>(session));
        years.push_back(year_of_session(times.back()));
    }
    std::vector<ResultTable> result;
    result.push_back({"", with_states(dyads, times, years, false)});
    return result;
}

/// Rows in which the focus state is one of the two.
Table of_focus(const Table& dyads, const std::vector<int>& focus) {
    const auto first = require_integers(dyads, "ccode1"), second = require_integers(dyads, "ccode2");
    const auto is_focus = [&](std::int64_t code) { return std::ranges::find(focus, code) != focus.end(); };
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < dyads.rows(); ++row) {
        if (is_focus(first[row]) || is_focus(second[row])) rows.push_back(row);
    }
    return take_rows(dyads, rows);
}

std::vector<ResultTable> from_ties(const AnalysisPlan& plan, const RoleTables& data) {
    Table all;
    const Table* weights_table = data.contains("weights") ? data.at("weights") : nullptr;
    for (const int year : tie_years_of(plan, *data.at("ties"))) {
        TieMatrix ties = atop_ties(*data.at("ties"), *data.at("system"), year);
        std::vector<double> weights;
        if (weights_table != nullptr) weights = tie_weights(ties, *weights_table, ties.warnings);
        const std::vector<int> focus = codes_of({plan.frame.focus}, {year, year});
        const Table dyads = of_focus(
            tie_similarity(ties, weights, codes_of(states_of(plan.frame), {year, year}), plan.frame.work.unheard()),
            focus);
        const std::vector<int> years(dyads.rows(), year);
        const Table dated = with_states(dyads, years, years, true);
        all = all.columns.empty() ? dated : append_rows(all, dated);
    }
    std::vector<ResultTable> result;
    result.push_back({"", std::move(all)});
    return result;
}

std::vector<ResultTable> compute_similarity(const AnalysisPlan& plan, const RoleTables& data) {
    return data.contains("ties") ? from_ties(plan, data) : from_votes(plan, data);
}

std::string vote_command(const AnalysisPlan& plan, const std::string& sessions,
                         const std::vector<std::string>& states) {
    const Parameters& p = plan.parameters;
    return "tarazy align similarity" + file_option(plan, "--votes", "votes") +
           file_option(plan, "--roll-calls", "roll_calls") + " --sessions " + sessions +
           (p.get<std::string>("block").empty() ? "" : " --block " + p.get<std::string>("block")) + " --states " +
           joined(states, ",") + " --with " + plan.frame.focus + " --bootstrap " +
           std::to_string(p.get<std::int64_t>("bootstrap")) + " --interval " + p.get<std::string>("interval") +
           " --level " + number_text(p.get<double>("level")) + " --seed " + std::to_string(plan.frame.seed);
}

std::string tie_command(const AnalysisPlan& plan, int year, const std::vector<std::string>& states) {
    return "tarazy align similarity" + file_option(plan, "--ties", "ties") + file_option(plan, "--system", "system") +
           file_option(plan, "--weights", "weights") + " --year " + std::to_string(year) + " --states " +
           joined(states, ",");
}

std::string similarity_command(const AnalysisPlan& plan) {
    if (plan.input("ties") != nullptr) return tie_command(plan, plan.frame.years.first, states_of(plan.frame));
    return vote_command(plan, to_string(sessions_of(plan)), states_of(plan.frame));
}

/// One dyad of the focus state with a member of a pole.
struct DyadRow {
    std::size_t row = 0;
    std::string other;
    int year = 0;
    std::optional<int> session;
};

std::vector<DyadRow> pole_rows(const AnalysisPlan& plan, const Table& table) {
    std::set<std::string> members;
    for (const Pole& pole : plan.frame.poles) members.insert(pole.members.begin(), pole.members.end());
    std::vector<DyadRow> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string first = text_in(table, "state1", row), second = text_in(table, "state2", row);
        const std::string& other = first == plan.frame.focus ? second : first;
        if (!members.contains(other) || (first != plan.frame.focus && second != plan.frame.focus)) continue;
        DyadRow dyad{row, other, static_cast<int>(number_in(table, "year", row).value_or(0)), std::nullopt};
        if (const auto session = number_in(table, "session", row)) dyad.session = static_cast<int>(*session);
        rows.push_back(dyad);
    }
    return rows;
}

Claim dyad_claim(const AnalysisPlan& plan, const Table& table, const DyadRow& dyad, const HeadlineMeasure& measure) {
    const std::string pair = plan.frame.focus + '-' + dyad.other;
    const std::string time = std::to_string(dyad.session.value_or(dyad.year));
    const std::string n = text_in(table, "n", dyad.row), year = std::to_string(dyad.year);
    Claim claim;
    claim.parts = {"", "", measure.name, {plan.frame.focus, dyad.other}, time};
    claim.id = pair_claim_id(plan.id, claim.parts);
    claim.analysis = plan.id;
    claim.quantity = measure.name;
    claim.subject = pair + (dyad.session ? ", session " + time + " (" + year + ")" : ", " + year);
    claim.value = number_in(table, measure.name, dyad.row);
    claim.unit = "similarity";
    claim.method = "align similarity";
    claim.formula = measure.formula;
    claim.formula_source = measure.source;
    claim.parameters = plan.parameters.json();
    const std::vector<std::string> states = {plan.frame.focus, dyad.other};
    if (dyad.session) {
        const double level = plan.parameters.get<double>("level");
        claim.interval =
            interval_in(table, dyad.row, std::string(measure.name) + "_lower", std::string(measure.name) + "_upper",
                        level, "bootstrap " + plan.parameters.get<std::string>("interval"));
        if (!claim.interval) claim.no_interval = "no interval could be drawn from resampled roll calls";
        if (claim.interval) {
            claim.quantiles = {{(1 - level) / 2, claim.interval->lower}, {(1 + level) / 2, claim.interval->upper}};
        }
        claim.inputs = uses(plan, "session " + time + ", states " + pair + ": " + n + " common roll calls");
        claim.reproduce = vote_command(plan, time, states);
    } else {
        claim.no_interval = "the record of ties is a census, which has no sampling error";
        const std::string rows = "year " + year + ", portfolios of " + pair + " over " + n + " states";
        const bool weighted = claim.quantity.ends_with("_cinc");
        claim.inputs = weighted ? uses(plan, rows) : uses(plan, rows, {"ties", "system"});
        claim.reproduce = tie_command(plan, dyad.year, states);
    }
    return claim;
}

std::vector<Claim> similarity_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const Table* table = find_table(tables, "");
    if (table == nullptr) return claims;
    const std::span<const HeadlineMeasure> headlines =
        table->find("session") ? std::span<const HeadlineMeasure>(vote_headlines) : tie_headlines;
    const bool weighted = plan.input("weights") != nullptr;
    for (const DyadRow& dyad : pole_rows(plan, *table)) {
        for (const HeadlineMeasure& measure : headlines) {
            if (!weighted && std::string_view(measure.name) == "s_val_abs_cinc") continue;
            if (table->find(measure.name)) claims.push_back(dyad_claim(plan, *table, dyad, measure));
        }
    }
    return claims;
}

std::vector<QuantityForm> similarity_quantities(const AnalysisPlan& plan) {
    const bool ties = plan.input("ties") != nullptr;
    std::set<std::string> members;
    for (const Pole& pole : plan.frame.poles) members.insert(pole.members.begin(), pole.members.end());
    std::vector<QuantityForm> forms;
    for (const std::string& member : members) {
        if (member == plan.frame.focus) continue;
        for (const HeadlineMeasure& measure : ties ? std::span<const HeadlineMeasure>(tie_headlines)
                                                   : std::span<const HeadlineMeasure>(vote_headlines)) {
            if (plan.input("weights") == nullptr && std::string_view(measure.name) == "s_val_abs_cinc") continue;
            const ClaimParts parts{"", "", measure.name, {plan.frame.focus, member}, ties ? "<year>" : "<session>"};
            const bool uncertain = !ties && plan.parameters.get<std::int64_t>("bootstrap") > 0;
            forms.push_back({pair_claim_id("", parts).substr(1), uncertain, ""});
        }
    }
    return forms;
}

}  // namespace

Method similarity_method() {
    Method method;
    method.id = "align.similarity";
    method.reads = {{{"votes"}, {"roll_calls", false}}, {{"ties"}, {"system"}, {"weights", false}}};
    method.parameters = {
        session_rule(),
        year_rule(),
        bootstrap_rule(),
        {"interval", ParameterKind::text, "percentile", 0, 0, {"percentile", "bca"}, "kind of the bootstrap interval"},
        {"level", ParameterKind::real, "0.9", 0.5, 0.999, {}, "level of the intervals"},
        block_rule(),
    };
    method.least_poles = 1;
    method.needs_focus = true;
    method.is_finding = is_of_focus;
    method.why_empty = why_nothing_relates;
    method.lacking = states_and_poles_lacking;
    method.compute = compute_similarity;
    method.claims = similarity_claims;
    method.command = similarity_command;
    method.quantities = similarity_quantities;
    return method;
}

}  // namespace tarazy
