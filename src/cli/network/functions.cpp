#include "base/text_lists.hpp"
#include "cli/network/commands.hpp"
#include "cli/network/function_options.hpp"
#include "network/functions/function_coverage.hpp"

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

struct FunctionsOptions {
    FunctionWords words;
    std::string show = "functions";
};

constexpr std::size_t most_uncovered_named = 20;

std::vector<std::uint32_t> every_state(const CarriedFunctions& carried) {
    std::vector<std::uint32_t> all;
    for (std::uint32_t state = 0; state < carried.states.size(); ++state) all.push_back(state);
    return all;
}

/// Says which functions nobody covers, and, of named states, which of theirs.
void tell_uncovered(Session& session, const CarriedFunctions& carried, std::span<const FunctionCoverage> chosen,
                    bool named) {
    std::vector<std::string> nobody, lacking;
    for (const std::uint32_t function : functions_of_nobody(carried, function_coverage(carried, every_state(carried))))
        nobody.push_back(carried.functions[function]);
    if (!nobody.empty()) warn(session, "no state is known to be covered in: " + joined(nobody, ", "));
    if (!named) return;
    for (const FunctionCoverage& cell : chosen) {
        const std::string& function = carried.functions[cell.function];
        if (cell.coverage.upper == 0 && std::ranges::find(nobody, function) == nobody.end())
            lacking.push_back(carried.states[cell.state] + ": " + function);
    }
    if (!lacking.empty()) warn(session, "no provider: " + first_few(lacking, most_uncovered_named));
}

void show_functions(Session& session, const FunctionsOptions& options) {
    const CarriedFunctions carried = read_carried_functions(session, options.words);
    const auto coverage = function_coverage(carried, chosen_states(carried, options.words.states));
    tell_uncovered(session, carried, coverage, !options.words.states.empty());
    print_table(session,
                options.show == "states" ? covered_table(carried, coverage) : coverage_table(carried, coverage));
}

}  // namespace

void add_network_functions(CLI::App& noun, Session& session) {
    auto options = std::make_shared<FunctionsOptions>();
    const std::string data = "studies/kazakhstan/data/";
    const std::string given = "tarazy network functions --memberships " + data +
                              "institution_memberships.csv --year 2014 --functions " + data + "institutions.csv";
    CLI::App& app = add_command(
        noun, "functions",
        "Which institutions carry which function for a state: coverage, redundancy, sole providers, concentration.\n"
        "Codes of functions are those of your table. A membership that is not known gives bounds, not zero.",
        {{given + " --states KAZ", "every function of one state, with its providers"},
         {given + " --show states",
          "a row a state: how many are covered, which rest on one institution, which on none"}},
        session, [&session, options] { show_functions(session, *options); });
    add_function_options(app, options->words);
    app.add_option("--show", options->show, "functions (a row a state and function) or states (a row a state)")
        ->check(CLI::IsMember({"functions", "states"}))
        ->capture_default_str();
}

}  // namespace tarazy
