#include "analyses/network/knockout_analysis.hpp"

#include "analyses/network/function_claims.hpp"
#include "analyses/network/function_networks.hpp"
#include "analyses/network/membership_readings.hpp"
#include "analyses/network/network_cards.hpp"
#include "base/text_lists.hpp"
#include "network/functions/function_shapley.hpp"
#include "network/functions/knockout_tables.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/table_parts.hpp"

#include <algorithm>

namespace tarazy {
namespace {

constexpr const char* knockout_source = "design of this program: network.md, Functions";
constexpr FunctionQuantity lost_quantity = {
    "lost", "functions", "number of functions that have a provider and none without the institution", knockout_source};
constexpr FunctionQuantity lost_together_quantity = {
    "lost_together", "functions", "number of functions that have a provider and none without the named institutions",
    knockout_source};
constexpr FunctionQuantity shapley_quantity = {
    "shapley", "functions",
    "phi_e = sum over S without e of |S|! (n - |S| - 1)! / n! (v(S + e) - v(S)), v the number of "
    "functions that S covers",
    "Shapley 1953"};

/// The poles as far as their members are in the network; nothing when fewer than two are left.
std::optional<Blocs> poles_in(const AnalysisPlan& plan, const CarriedFunctions& carried) {
    std::vector<std::pair<std::string, std::vector<std::string>>> members;
    for (const Pole& pole : plan.frame.poles) {
        std::vector<std::string> there;
        for (const std::string& member : pole.members)
            if (std::ranges::binary_search(carried.states, member)) there.push_back(member);
        if (!there.empty()) members.emplace_back(pole.id, std::move(there));
    }
    if (members.size() < 2) return std::nullopt;
    return blocs_of(members, carried.states);
}

std::vector<std::string> named_together(const AnalysisPlan& plan) {
    return listed(plan.parameters.get<std::string>("knockouts"), ',');
}

/// The named institutions that are there; who is not is noted.
std::vector<std::uint32_t> set_in(const AnalysisPlan& plan, const FunctionNetwork& network,
                                  std::vector<std::string>& notes) {
    std::vector<std::uint32_t> places;
    for (const std::string& name : named_together(plan)) {
        const auto found = std::ranges::lower_bound(network.carried.institutions, name);
        if (found != network.carried.institutions.end() && *found == name)
            places.push_back(static_cast<std::uint32_t>(found - network.carried.institutions.begin()));
        else
            notes.push_back(std::to_string(network.year) + ": nobody is in " + name + ", which is to be removed");
    }
    return places;
}

/// Tables of the years, one below the other.
struct KnockoutTables {
    Table removals, pairs, shapley;
};

void add_below(Table& all, const Table& more) {
    all = all.columns.empty() ? more : append_rows(all, more);
}

/// Pairs by which the focus surely loses more than by the two alone.
Table joint_losses(const CarriedFunctions& carried, KnockoutQuestion question, std::uint32_t focus) {
    question.states = {focus};
    question.each = false;
    question.pairs = true;
    question.sets.clear();
    const auto effects = knock_out(carried, question);
    const Table table = removals_by_state_table(carried, question, effects);
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (number_in(table, "synergy", row).value_or(0) > 0) rows.push_back(row);
    return kept_columns(take_rows(table, rows),
                        {{"removed"}, {"state"}, {"lost"}, {"lost_upper"}, {"synergy"}, {"lost_functions"}});
}

Table shapley_of_state(const AnalysisPlan& plan, const CarriedFunctions& carried, std::uint32_t state) {
    FunctionGame game;
    game.states = {state};
    game.seed = plan.frame.seed;
    game.threads = plan.frame.threads;
    game.work = plan.frame.work.unheard();
    const Table values = shapley_table(carried, function_shapley(carried, game));
    Table table;
    table.add("state", Column(std::vector<std::string>(values.rows(), carried.states[state])));
    add_columns(table, values);
    return table;
}

void add_network(const AnalysisPlan& plan, const FunctionNetwork& network, KnockoutTables& tables,
                 std::vector<std::string>& notes) {
    const CarriedFunctions& carried = network.carried;
    const std::optional<Blocs> blocs = poles_in(plan, carried);
    KnockoutQuestion question;
    question.states = told_states(plan, carried);
    question.blocs = blocs ? &*blocs : nullptr;
    question.threads = plan.frame.threads;
    question.work = plan.frame.work.unheard();
    if (const auto set = set_in(plan, network, notes); !set.empty()) question.sets.push_back(set);
    const auto effects = knock_out(carried, question);
    Table removals = removals_by_state_table(carried, question, effects);
    // The named set comes last.
    std::vector<std::int64_t> together(removals.rows(), 0);
    if (!question.sets.empty())
        std::fill(together.end() - static_cast<std::ptrdiff_t>(question.states.size()), together.end(), 1);
    removals.add("together", Column(std::move(together)));
    add_below(tables.removals, of_year(network.year, removals));
    for (const std::uint32_t state : question.states) {
        add_below(tables.shapley, of_year(network.year, shapley_of_state(plan, carried, state)));
        if (carried.states[state] == plan.frame.focus)
            add_below(tables.pairs, of_year(network.year, joint_losses(carried, question, state)));
    }
}

std::vector<ResultTable> knockout_tables(const AnalysisPlan& plan, const FunctionRecord& record) {
    FunctionNetworks networks = function_networks(plan, record);
    KnockoutTables tables;
    WorkStep step(plan.frame.work, "knock-outs", networks.years.size());
    for (const FunctionNetwork& network : networks.years) {
        step.advance();
        add_network(plan, network, tables, networks.notes);
    }
    std::vector<ResultTable> result;
    result.push_back({"", std::move(tables.removals)});
    result.push_back({"pairs", std::move(tables.pairs)});
    result.push_back({"shapley", std::move(tables.shapley)});
    result.push_back({"cards", function_cards(networks, record)});
    result.push_back({"notes", notes_table(networks.notes)});
    return result;
}

std::vector<ResultTable> compute_knockout(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    return knockout_tables(plan, function_record(data));
}

std::string knockout_command(const AnalysisPlan& plan) {
    std::string text =
        "tarazy network knockout" + function_network_options(plan) + " --states " + plan.frame.focus + " --show states";
    const std::string poles =
        joined(plan.frame.poles, ",", [](const Pole& pole) { return pole.id + '=' + joined(pole.members, "+"); });
    if (plan.frame.poles.size() > 1) text += " --poles " + shell_word(poles);
    return text;
}

std::optional<double> known_part(const std::optional<NumberBounds>& bounds) {
    return bounds ? std::optional(bounds->lower) : std::nullopt;
}

std::vector<Claim> knockout_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    FunctionClaims claims(plan, "network knockout", knockout_command(plan));
    const Table *removals = find_table(tables, ""), *shapley = find_table(tables, "shapley");
    for (std::size_t row = 0; removals != nullptr && row < removals->rows(); ++row) {
        const std::vector<std::string> removed = list_items(text_in(*removals, "removed", row));
        if (removed.empty()) continue;
        const std::string state = text_in(*removals, "state", row);
        const int year = static_cast<int>(number_in(*removals, "year", row).value_or(0));
        const auto lost = bounds_in(*removals, row, "lost", "lost_upper");
        if (text_in(*removals, "together", row) == "1")
            claims.add(state, lost_together_quantity, "", year, known_part(lost), lost);
        else
            claims.add(state, lost_quantity, removed.front(), year, known_part(lost), lost);
    }
    for (std::size_t row = 0; shapley != nullptr && row < shapley->rows(); ++row) {
        const auto value = bounds_in(*shapley, row, "lower", "upper");
        claims.add(text_in(*shapley, "state", row), shapley_quantity, text_in(*shapley, "institution", row),
                   static_cast<int>(number_in(*shapley, "year", row).value_or(0)), known_part(value), value);
    }
    return claims.take();
}

std::vector<QuantityForm> knockout_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms;
    add_function_forms(plan, lost_quantity.name, "<institution>", forms);
    add_function_forms(plan, shapley_quantity.name, "<institution>", forms);
    add_function_forms(plan, lost_together_quantity.name, "", forms);
    return forms;
}

Table knockout_readings(const AnalysisPlan& plan, const RoleTables& data) {
    return membership_readings(plan, data, knockout_tables, knockout_claims);
}

}  // namespace

Method knockout_method() {
    Method method;
    method.id = "network.knockout";
    method.version = 2;
    method.reads = {{{"memberships"}, {"institutions"}}};
    method.parameters = function_network_rules();
    method.parameters.push_back({"knockouts",
                                 ParameterKind::text,
                                 "",
                                 0,
                                 0,
                                 {},
                                 "institutions to remove together, comma-separated: IAEA,UN,OSCE"});
    method.needs_focus = true;
    method.compute = compute_knockout;
    method.claims = knockout_claims;
    method.command = knockout_command;
    method.quantities = knockout_quantities;
    method.other_readings = knockout_readings;
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) {
        return plan.frame.focus + " is not in the memberships of the year";
    };
    return method;
}

}  // namespace tarazy
