#include "analyses/trace/outcome_data.hpp"

#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"
#include "table/state_reference.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

[[noreturn]] void refuse_unset(const AnalysisPlan& plan, const char* name, const char* example) {
    throw InputError(Problem{"", 0, 0, "the analysis '" + plan.id + "' has no parameter '" + name + "'",
                             std::string("write for example ") + name + " = " + example});
}

/// A donor that the study names and the data lack was mistyped more often than not; comparison states may be lacking.
void require_named_donors(const AnalysisPlan& plan, const OutcomeData& outcome) {
    const std::vector<std::string> units = require_texts(outcome.table, outcome.unit);
    const std::set<std::string> known(units.begin(), units.end());
    if (known.empty()) return;  // an empty table is told as such
    for (const std::string& donor : listed(plan.parameters.get<std::string>("donors"), ',')) {
        if (known.contains(donor)) continue;
        throw InputError(Problem{outcome.table.origin.path, 0, 0,
                                 "no row is about '" + donor + "', a donor of the analysis '" + plan.id + "'",
                                 name_hint(donor, std::vector<std::string>(known.begin(), known.end()))});
    }
}

}  // namespace

OutcomeData outcome_data(const AnalysisPlan& plan, const RoleTables& data, const char* parameter) {
    const auto& name = plan.parameters.get<std::string>(parameter);
    if (name.empty()) refuse_unset(plan, parameter, "\"gdp_growth_pct\"");
    OutcomeData outcome;
    if (const auto panel = data.find("panel"); panel != data.end()) {
        const std::vector<std::string> columns = {"unit", "time", name};
        require_columns(*panel->second, columns);
        outcome = {*panel->second, "unit", "time", name};
    } else {
        outcome = {rows_of_series(*data.at("indicators"), "indicator", name), "state", "year", "value"};
    }
    std::vector<std::string> asked = donors_of(plan);
    asked.push_back(plan.frame.focus);
    const std::vector<std::string> units = states_as_asked(outcome.table, outcome.unit, asked, outcome.notes);
    if (!outcome.notes.empty())
        outcome.table.columns[*outcome.table.find(outcome.unit)] = Column(std::span<const std::string>(units));
    require_named_donors(plan, outcome);
    return outcome;
}

void add_sources(Table& path, const OutcomeData& outcome) {
    if (!outcome.table.find("source")) return;
    std::map<std::pair<std::string, std::string>, std::string> sources;
    const Column& units = outcome.table[outcome.unit];
    const Column &times = outcome.table[outcome.time], &named = outcome.table["source"];
    for (std::size_t row = 0; row < outcome.table.rows(); ++row) {
        if (!named.missing(row)) sources[{units.display(row), times.display(row)}] = named.display(row);
    }
    std::vector<std::string> cells;
    for (std::size_t row = 0; row < path.rows(); ++row) {
        const auto found = sources.find({path["state"].display(row), path["time"].display(row)});
        cells.push_back(found == sources.end() ? "" : found->second);
    }
    path.add("source", Column(cells));
}

std::vector<std::string> donors_of(const AnalysisPlan& plan) {
    std::vector<std::string> donors = listed(plan.parameters.get<std::string>("donors"), ',');
    if (donors.empty()) donors = plan.frame.comparison;
    std::erase(donors, plan.frame.focus);
    return donors;
}

std::string outcome_options(const AnalysisPlan& plan, const char* parameter, const std::string& unit,
                            const std::string& value) {
    const auto& name = plan.parameters.get<std::string>(parameter);
    if (plan.input("panel") != nullptr)
        return file_option(plan, "--data", "panel") + ' ' + value + ' ' + shell_word(name);
    std::string text = file_option(plan, "--data", "indicators") + " --series " + shell_word("indicator=" + name);
    if (!unit.empty()) text += " --unit " + unit;
    return text + " --time year " + value + " value";
}

void put_distribution(Claim& claim, const Table& table, std::size_t row, const std::string& value,
                      const std::string& kind) {
    claim.value = number_in(table, value, row);
    claim.interval = interval_in(table, row, "q05", "q95", 0.9, kind);
    claim.quantiles = quantiles_in(
        table, row,
        {{0.025, "q025"}, {0.05, "q05"}, {0.1, "q10"}, {0.5, value}, {0.9, "q90"}, {0.95, "q95"}, {0.975, "q975"}});
}

ParameterRule text_parameter(const char* name, const char* standard, const char* meaning,
                             std::vector<std::string> choices) {
    return {name, ParameterKind::text, standard, 0, 0, std::move(choices), meaning};
}

ParameterRule year_parameter(const char* name, const char* meaning) {
    return {name, ParameterKind::integer, std::nullopt, 1000, 9999, {}, meaning};
}

std::optional<std::int64_t> year_of_parameter(const AnalysisPlan& plan, const char* name) {
    if (!plan.parameters.has(name)) return std::nullopt;
    return plan.parameters.get<std::int64_t>(name);
}

std::int64_t needed_year(const AnalysisPlan& plan, const char* name) {
    if (!plan.parameters.has(name)) refuse_unset(plan, name, "1994");
    return plan.parameters.get<std::int64_t>(name);
}

std::int64_t window_end(const AnalysisPlan& plan) {
    return year_of_parameter(plan, "until").value_or(plan.frame.years.last);
}

}  // namespace tarazy
