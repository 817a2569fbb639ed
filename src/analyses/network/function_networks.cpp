#include "analyses/network/function_networks.hpp"

#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "network/functions/possible_memberships.hpp"
#include "study/claim_cells.hpp"
#include "table/table_parts.hpp"

#include <algorithm>

namespace tarazy {
namespace {

ParameterRule network_text_rule(const char* name, const char* standard, const char* meaning,
                                std::vector<std::string> choices = {}) {
    return {name, ParameterKind::text, standard, 0, 0, std::move(choices), meaning};
}

YearRule rule_of_plan(const AnalysisPlan& plan) {
    YearRule rule;
    rule.statuses = listed(plan.parameters.get<std::string>("statuses"), ',');
    rule.moment = year_moment(plan.parameters.get<std::string>("rule"));
    rule.policy = source_policy(plan.parameters.get<std::string>("source_policy"));
    rule.carry_forward = plan.parameters.get<std::string>("carry_forward") == "yes";
    rule.seed = plan.frame.seed;
    return rule;
}

std::vector<int> years_asked(const AnalysisPlan& plan, const AffiliationRecord& record) {
    const auto [first, last] = years_of(record);
    Span span{std::min(last, plan.frame.years.last), std::min(last, plan.frame.years.last)};
    if (plan.parameters.has("years")) {
        span = plan.parameters.get<Span>("years");
    } else if (plan.parameters.has("year")) {
        span.first = span.last = static_cast<int>(plan.parameters.get<std::int64_t>("year"));
    }
    std::vector<int> years;
    for (int year = span.first; year <= span.last; ++year) years.push_back(year);
    return years;
}

FunctionNetwork network_in(int year, const AffiliationRecord& record, const InstitutionFunctions& functions,
                           const YearRule& rule, std::vector<std::string>& notes) {
    const std::string in_year = std::to_string(year) + ": ";
    const YearNetwork known = network_of_year(record, year, rule);
    PossibleMemberships memberships = possible_memberships(record, known, rule);
    (void)settle_unfounded(memberships, functions, year);
    std::vector<std::string> warnings;
    FunctionNetwork network{year, carried_functions(memberships.network, &memberships.unknown, functions, warnings)};
    for (const std::string& warning : warnings) notes.push_back(in_year + warning);
    for (const std::string& warning : known.warnings)
        if (warning.find("carried forward") != std::string::npos) notes.push_back(warning);
    if (const std::size_t unknown = network.carried.count_unknown(); unknown > 0)
        notes.push_back(in_year + std::to_string(unknown) + " of " +
                        std::to_string(network.carried.states.size() * network.carried.institutions.size()) +
                        " memberships are not known; what hangs on them has bounds");
    return network;
}

}  // namespace

std::vector<ParameterRule> function_network_rules() {
    return {
        {"year", ParameterKind::integer, std::nullopt, 1000, 9999, {}, "year of the network (default: the last known)"},
        {"years", ParameterKind::span, std::nullopt, 1000, 9999, {}, "several years: 1992-2014"},
        network_text_rule("statuses", "member", "statuses that make a tie, comma-separated"),
        network_text_rule("rule", "year-end", "when in the year a spell must run", {"year-end", "mid-year", "any"}),
        network_text_rule("source_policy", "first", "where sources contradict one another",
                          {"first", "union", "intersection", "draw"}),
        network_text_rule("carry_forward", "no", "do memberships go on after their source has ended?", {"no", "yes"}),
    };
}

FunctionRecord function_record(const RoleTables& data) {
    const Table& institutions = *data.at("institutions");
    FunctionRecord record;
    record.functions = read_institution_functions(institutions);
    SpellReading reading;
    reading.institutions = &institutions;
    record.memberships = affiliation_record(read_membership_spells(*data.at("memberships"), reading, record.notes));
    return record;
}

FunctionNetworks function_networks(const AnalysisPlan& plan, const FunctionRecord& record) {
    try {
        FunctionNetworks networks;
        networks.notes = record.notes;
        const YearRule rule = rule_of_plan(plan);
        for (const int year : years_asked(plan, record.memberships)) {
            plan.frame.work.check();
            networks.years.push_back(network_in(year, record.memberships, record.functions, rule, networks.notes));
        }
        return networks;
    } catch (const UsageError& error) {
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': " + error.what(), "mend its parameters"});
    }
}

std::vector<std::uint32_t> told_states(const AnalysisPlan& plan, const CarriedFunctions& carried) {
    std::vector<std::string> names = {plan.frame.focus};
    names.insert(names.end(), plan.frame.comparison.begin(), plan.frame.comparison.end());
    std::vector<std::uint32_t> places;
    for (const std::string& name : names) {
        const auto found = std::ranges::lower_bound(carried.states, name);
        if (found == carried.states.end() || *found != name) continue;
        const auto place = static_cast<std::uint32_t>(found - carried.states.begin());
        if (std::ranges::find(places, place) == places.end()) places.push_back(place);
    }
    return places;
}

std::string function_network_options(const AnalysisPlan& plan) {
    const Parameters& p = plan.parameters;
    int year = plan.frame.years.last;
    if (p.has("years")) {
        year = p.get<Span>("years").first;
    } else if (p.has("year")) {
        year = static_cast<int>(p.get<std::int64_t>("year"));
    }
    std::string text = file_option(plan, "--memberships", "memberships") +
                       file_option(plan, "--institutions", "institutions") +
                       file_option(plan, "--functions", "institutions") + " --year " + std::to_string(year);
    const auto add_unless = [&](const char* name, const char* option, const char* standard) {
        const auto& value = p.get<std::string>(name);
        if (value != standard) text += std::string(" ") + option + ' ' + shell_word(value);
    };
    add_unless("statuses", "--status", "member");
    add_unless("rule", "--rule", "year-end");
    add_unless("source_policy", "--source-policy", "first");
    if (p.get<std::string>("carry_forward") == "yes") text += " --carry-forward";
    return text;
}

std::string claim_time_of(const AnalysisPlan& plan, int year) {
    return plan.parameters.has("years") ? std::to_string(year) : std::string();
}

Table of_year(int year, const Table& table) {
    Table dated;
    dated.add("year", Column(std::vector<std::int64_t>(table.rows(), year)));
    add_columns(dated, table);
    return dated;
}

}  // namespace tarazy
