#include "cli/network/function_options.hpp"

#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"

#include <algorithm>

namespace tarazy {

void add_function_options(CLI::App& app, FunctionWords& words) {
    app.add_option("--incidence", words.incidence,
                   "matrix of 0 and 1: the first column names states, the others are institutions");
    app.add_option("--functions", words.functions,
                   "institution,functions with a list such as verification;fuel_assurance, or "
                   "institution,function[,weight], or a matrix of weights")
        ->required();
    app.add_option("--states", words.states, "states to tell of, comma-separated; all when not given");
}

CarriedFunctions read_carried_functions(Session& session, const FunctionWords& words) {
    if (words.incidence.empty()) throw UsageError("the memberships are not given; give --incidence");
    const TwoModeNetwork network = read_incidence(read_input(session, words.incidence));
    const InstitutionFunctions functions = read_institution_functions(read_input(session, words.functions));
    std::vector<std::string> warnings;
    CarriedFunctions carried = carried_functions(network, nullptr, functions, warnings);
    for (std::string& warning : warnings) warn(session, std::move(warning));
    return carried;
}

std::vector<std::uint32_t> places_named(std::span<const std::string> names, std::span<const std::string> wanted,
                                        const std::string& option) {
    std::vector<std::uint32_t> places;
    for (const std::string& name : wanted) {
        const auto found = std::ranges::find(names, name);
        if (found == names.end())
            throw UsageError(option + ": '" + name + "' is not in the network; " + name_hint(name, names));
        places.push_back(static_cast<std::uint32_t>(found - names.begin()));
    }
    return places;
}

std::vector<std::uint32_t> chosen_states(const CarriedFunctions& carried, const std::string& list) {
    const std::vector<std::string> wanted = list.empty() ? carried.states : listed(list, ',');
    if (wanted.empty()) throw UsageError("--states names no state");
    std::vector<std::uint32_t> places = places_named(carried.states, wanted, "--states");
    std::vector<std::uint32_t> sorted = places;
    std::ranges::sort(sorted);
    const auto twice = std::ranges::adjacent_find(sorted);
    if (twice != sorted.end()) throw UsageError("--states names '" + carried.states[*twice] + "' twice");
    return places;
}

}  // namespace tarazy
