#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "compare/minimisation/comparison_tables.hpp"

#include <memory>
#include <utility>

namespace tarazy {
namespace {

struct NecessityCommand {
    ComparisonInputs inputs;
    NecessityOptions search;
    bool single = false;
    std::optional<double> seconds;
};

}  // namespace

void add_compare_necessity(CLI::App& noun, Session& session) {
    auto options = std::make_shared<NecessityCommand>();
    CLI::App& app = add_command(
        noun, "necessity",
        "Without which conditions, alone, joined or as alternatives, does the outcome hardly ever occur?",
        {{"tarazy compare necessity --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT",
          "conjunctions and alternatives with inclusion of 0.9 and relevance of 0.5"},
         {"tarazy compare necessity --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --single",
          "every condition and its absence, whatever its figures"}},
        session, [&session, options] {
            const Cases cases = read_comparison(session, options->inputs);
            if (options->single) {
                print_table(session, necessity_rows(cases, single_literals(cases)));
                return;
            }
            options->search.work = options->seconds ? session.work.within(*options->seconds) : session.work;
            const NecessitySearch found = necessary_expressions(cases, options->search);
            const auto [all, fit] = std::pair(found.searched, found.expressions.size());
            warn(session, std::to_string(all) + (all == 1 ? " expression" : " expressions") + " searched, " +
                              std::to_string(fit) + (fit == 1 ? " reaches" : " reach") + " the cut-offs");
            if (!found.complete) {
                warn(session,
                     "stopped at the limit of time: not every expression was searched; raise --time-limit or "
                     "the cut-offs, or lower --depth");
                session.status = exit_limit;
            }
            print_table(session, necessity_rows(cases, found.expressions));
        });
    add_comparison_options(app, options->inputs, false);
    add_frequency_option(app, options->inputs.frequency);
    app.add_option("--incl-cut", options->search.inclusion_cut, "least inclusion")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    app.add_option("--ron-cut", options->search.relevance_cut, "least relevance (RoN)")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    app.add_option("--depth", options->search.most_literals, "longest expression; 0 = any")->capture_default_str();
    app.add_option("--time-limit", options->seconds, "stop after so many seconds, with status 5 and what was found")
        ->check(CLI::PositiveNumber);
    app.add_flag("--single", options->single, "single conditions only, all of them");
}

}  // namespace tarazy
