#include "analyses/network/functions_analysis.hpp"

#include "analyses/network/function_claims.hpp"
#include "analyses/network/function_networks.hpp"
#include "analyses/network/membership_readings.hpp"
#include "analyses/network/network_cards.hpp"
#include "network/functions/function_coverage.hpp"
#include "study/result_tables.hpp"

namespace tarazy {
namespace {

constexpr const char* coverage_source = "design of this program: network.md, Functions";
constexpr FunctionQuantity coverage_quantity = {"coverage", "institutions",
                                                "c_if = sum over institutions e of m_ie F_ef", coverage_source};
constexpr FunctionQuantity redundancy_quantity = {"redundancy", "institutions", "c_if - 1", coverage_source};
constexpr FunctionQuantity sole_quantity = {"sole", "0 or 1", "1 if exactly one institution provides the function",
                                            coverage_source};
constexpr FunctionQuantity herfindahl_quantity = {"herfindahl", "index", "sum over providers of (m_ie F_ef / c_if)^2",
                                                  "Hirschman 1964"};
constexpr FunctionQuantity covered_quantity = {"functions_covered", "functions", "number of functions with a provider",
                                               coverage_source};

/// Rows put one below the other, however many tables there are.
void append_below(Table& all, Table more) {
    all = all.columns.empty() ? std::move(more) : append_rows(all, more);
}

std::vector<ResultTable> functions_tables(const AnalysisPlan& plan, const FunctionRecord& record) {
    FunctionNetworks networks = function_networks(plan, record);
    Table cells, states;
    WorkStep step(plan.frame.work, "functions of institutions", networks.years.size());
    for (const FunctionNetwork& network : networks.years) {
        step.advance();
        const auto coverage = function_coverage(network.carried, told_states(plan, network.carried));
        append_below(cells, of_year(network.year, coverage_table(network.carried, coverage)));
        append_below(states, of_year(network.year, covered_table(network.carried, coverage)));
    }
    std::vector<ResultTable> result;
    result.push_back({"", std::move(cells)});
    result.push_back({"states", std::move(states)});
    result.push_back({"cards", function_cards(networks, record)});
    result.push_back({"notes", notes_table(networks.notes)});
    return result;
}

std::vector<ResultTable> compute_functions(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    return functions_tables(plan, function_record(data));
}

std::string functions_command(const AnalysisPlan& plan) {
    return "tarazy network functions" + function_network_options(plan);
}

std::optional<double> lower_of_bounds(const std::optional<NumberBounds>& bounds) {
    return bounds ? std::optional(bounds->lower) : std::nullopt;
}

void add_cell_claims(FunctionClaims& claims, const Table& table, std::size_t row) {
    const std::string state = text_in(table, "state", row), function = text_in(table, "function", row);
    const int year = static_cast<int>(number_in(table, "year", row).value_or(0));
    const auto coverage = bounds_in(table, row, "coverage_lower", "coverage_upper");
    claims.add(state, coverage_quantity, function, year, lower_of_bounds(coverage), coverage);
    const auto redundancy = bounds_in(table, row, "redundancy_lower", "redundancy_upper");
    // Of no known provider, and perhaps one, nothing is known: -1 would say that there is none.
    const bool told = coverage && (coverage->known() || coverage->lower > 0);
    claims.add(state, redundancy_quantity, function, year, told ? lower_of_bounds(redundancy) : std::nullopt,
               redundancy);
    const auto sole = number_in(table, "sole", row);
    claims.add(state, sole_quantity, function, year, sole, sole ? NumberBounds{*sole, *sole} : NumberBounds{0, 1});
    const auto herfindahl = bounds_in(table, row, "herfindahl_lower", "herfindahl_upper");
    claims.add(state, herfindahl_quantity, function, year, herfindahl ? std::optional(herfindahl->upper) : std::nullopt,
               herfindahl);
}

std::vector<Claim> functions_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    FunctionClaims claims(plan, "network functions", functions_command(plan));
    const Table *cells = find_table(tables, ""), *states = find_table(tables, "states");
    for (std::size_t row = 0; cells != nullptr && row < cells->rows(); ++row) add_cell_claims(claims, *cells, row);
    for (std::size_t row = 0; states != nullptr && row < states->rows(); ++row) {
        const auto covered = bounds_in(*states, row, "covered_lower", "covered_upper");
        claims.add(text_in(*states, "state", row), covered_quantity, "",
                   static_cast<int>(number_in(*states, "year", row).value_or(0)), lower_of_bounds(covered), covered);
    }
    return claims.take();
}

std::vector<QuantityForm> functions_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms;
    for (const FunctionQuantity& quantity :
         {coverage_quantity, redundancy_quantity, sole_quantity, herfindahl_quantity})
        add_function_forms(plan, quantity.name, "<function>", forms);
    add_function_forms(plan, covered_quantity.name, "", forms);
    return forms;
}

Table functions_readings(const AnalysisPlan& plan, const RoleTables& data) {
    return membership_readings(plan, data, functions_tables, functions_claims);
}

}  // namespace

Method functions_method() {
    Method method;
    method.id = "network.functions";
    method.version = 2;
    method.reads_poles = false;
    method.reads = {{{"memberships"}, {"institutions"}}};
    method.parameters = function_network_rules();
    method.needs_focus = true;
    method.compute = compute_functions;
    method.claims = functions_claims;
    method.command = functions_command;
    method.quantities = functions_quantities;
    method.other_readings = functions_readings;
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) {
        return plan.frame.focus + " is not in the memberships of the year";
    };
    return method;
}

}  // namespace tarazy
