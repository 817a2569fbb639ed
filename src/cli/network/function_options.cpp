#include "cli/network/function_options.hpp"

#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "network/functions/possible_memberships.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::optional<std::uint32_t> place_among_states(const CarriedFunctions& carried, const std::string& name) {
    const auto found = std::ranges::lower_bound(carried.states, name);
    if (found == carried.states.end() || *found != name) return std::nullopt;
    return static_cast<std::uint32_t>(found - carried.states.begin());
}

void tell_all(Session& session, std::vector<std::string> warnings) {
    for (std::string& warning : warnings) warn(session, std::move(warning));
}

/// The memberships of the asked year, with the institutions in which nobody is known to be.
PossibleMemberships asked_memberships(Session& session, const FunctionWords& words,
                                      const InstitutionFunctions& functions) {
    const AffiliationRecord record = read_memberships(session, words.memberships);
    if (!words.memberships.year) throw UsageError("--memberships needs --year, the year of the network");
    const YearRule rule = year_rule(session, words.memberships);
    YearNetwork year = network_of_year(record, *words.memberships.year, rule);
    PossibleMemberships found = possible_memberships(record, year, rule);
    // They are not left out here.
    std::erase_if(year.warnings, [](const std::string& warning) { return warning.starts_with("left out"); });
    tell_all(session, std::move(year.warnings));
    const std::vector<std::string> settled = settle_unfounded(found, functions, *words.memberships.year);
    if (!settled.empty())
        note(session, "not yet founded in " + std::to_string(*words.memberships.year) + ": " + joined(settled, ", "));
    return found;
}

}  // namespace

void add_function_options(CLI::App& app, FunctionWords& words) {
    MembershipOptionSet set;
    set.states = false;
    add_membership_options(app, words.memberships, set);
    app.add_option("--functions", words.functions,
                   "institution,functions with a list such as verification;fuel_assurance, or "
                   "institution,function[,weight], or a matrix of weights")
        ->required();
    app.add_option("--states", words.states, "states to tell of, comma-separated; all when not given");
}

CarriedFunctions read_carried_functions(Session& session, const FunctionWords& words) {
    const InstitutionFunctions functions = read_institution_functions(read_input(session, words.functions));
    std::vector<std::string> warnings;
    CarriedFunctions carried;
    if (words.memberships.memberships.empty()) {
        const YearNetwork matrix = asked_network(session, words.memberships);
        carried = carried_functions(matrix.network, nullptr, functions, warnings);
    } else {
        if (!words.memberships.incidence.empty()) throw UsageError("give either --memberships or --incidence");
        const PossibleMemberships memberships = asked_memberships(session, words, functions);
        carried = carried_functions(memberships.network, &memberships.unknown, functions, warnings);
    }
    tell_all(session, std::move(warnings));
    if (const std::size_t unknown = carried.count_unknown(); unknown > 0)
        note(session, std::to_string(unknown) + " of " +
                          std::to_string(carried.states.size() * carried.institutions.size()) +
                          " memberships are not known; numbers that hang on them have bounds");
    return carried;
}

std::optional<std::uint32_t> state_in_network(const CarriedFunctions& carried, const std::string& text) {
    if (const auto place = place_among_states(carried, text)) return place;
    const auto code = member_code(text);
    return code ? place_among_states(carried, *code) : std::nullopt;
}

std::vector<std::uint32_t> chosen_states(const CarriedFunctions& carried, const std::string& list) {
    const std::vector<std::string> wanted = list.empty() ? carried.states : listed(list, ',');
    if (wanted.empty()) throw UsageError("--states names no state");
    std::vector<std::uint32_t> places;
    for (const std::string& name : wanted) {
        const auto place = state_in_network(carried, name);
        if (!place)
            throw UsageError("--states: '" + name + "' is not in the network; " + name_hint(name, carried.states));
        if (std::ranges::find(places, *place) != places.end())
            throw UsageError("--states names '" + carried.states[*place] + "' twice");
        places.push_back(*place);
    }
    return places;
}

}  // namespace tarazy
