#include "compare/necessity_search.hpp"

#include "cli/commands.hpp"
#include "cli/compare_options.hpp"

#include <memory>

namespace tarazy {
namespace {

struct NecessityCommand {
    ComparisonInputs inputs;
    NecessityOptions search;
    bool single = false;
};

Table as_table(const Cases& cases, const std::vector<NecessaryExpression>& expressions) {
    std::vector<std::string> texts, kinds;
    std::vector<double> inclusion, relevance, coverage;
    for (const NecessaryExpression& one : expressions) {
        texts.push_back(expression_text(cases.space, one));
        const char* joined = one.disjunction ? "disjunction" : "conjunction";
        kinds.emplace_back(one.literals.size() == 1 ? "single" : joined);
        inclusion.push_back(one.fit.inclusion.value_or(Column::missing_real));
        relevance.push_back(one.fit.relevance.value_or(Column::missing_real));
        coverage.push_back(one.fit.coverage.value_or(Column::missing_real));
    }
    Table table;
    table.add("expression", Column(texts));
    table.add("inclN", Column(std::move(inclusion)));
    table.add("RoN", Column(std::move(relevance)));
    table.add("covN", Column(std::move(coverage)));
    table.add("kind", Column(kinds));
    return table;
}

std::vector<NecessaryExpression> every_literal(const Cases& cases) {
    std::vector<NecessaryExpression> result;
    for (std::size_t c = 0; c < cases.space.size(); ++c) {
        for (unsigned level = cases.space.conditions[c].levels; level-- > 0;) {
            const Literals literal = cases.space.literal(c, level);
            result.push_back({literal, false, necessity(term_membership(cases, literal), cases.outcome)});
        }
    }
    return result;
}

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
                print_table(session, as_table(cases, every_literal(cases)));
                return;
            }
            const NecessitySearch found = necessary_expressions(cases, options->search);
            warn(session, std::to_string(found.searched) + " expressions searched, " +
                              std::to_string(found.expressions.size()) + " reach the cut-offs");
            print_table(session, as_table(cases, found.expressions));
        });
    add_comparison_options(app, options->inputs, false);
    app.add_option("--incl-cut", options->search.inclusion_cut, "least inclusion")->capture_default_str();
    app.add_option("--ron-cut", options->search.relevance_cut, "least relevance (RoN)")->capture_default_str();
    app.add_option("--depth", options->search.most_literals, "longest expression; 0 = any")->capture_default_str();
    app.add_flag("--single", options->single, "single conditions only, all of them");
}

}  // namespace tarazy
