#include "compare/minimisation/theory_evaluation.hpp"

#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "cli/compare/plot.hpp"
#include "compare/minimisation/comparison_tables.hpp"
#include "compare/sets/expression.hpp"

#include <memory>

namespace tarazy {
namespace {

struct TheoryCommand {
    ComparisonInputs inputs;
    std::string theory, solution, what = "areas";
    std::size_t most_pairs = 100;
    PlotOptions plot;
};

Table area_table(const Cases& cases, const std::vector<TheoryArea>& areas) {
    std::vector<std::string> names, expressions;
    std::vector<std::vector<std::string>> with, without;
    std::vector<double> inclusion, pri, coverage;
    for (const TheoryArea& area : areas) {
        names.push_back(area.name);
        expressions.push_back(area.expression.empty() ? "0" : model_text(cases.space, area.expression));
        inclusion.push_back(real_or_missing(area.fit.consistency));
        pri.push_back(real_or_missing(area.fit.pri));
        coverage.push_back(real_or_missing(area.fit.coverage));
        with.push_back(case_names(cases, area.with));
        without.push_back(case_names(cases, area.without));
    }
    Table table;
    table.add("area", Column(names));
    table.add("expression", Column(expressions));
    table.add("inclS", Column(std::move(inclusion)));
    table.add("PRI", Column(std::move(pri)));
    table.add("covS", Column(std::move(coverage)));
    table.add("cases", Column::of_lists(with));
    table.add("deviant_cases", Column::of_lists(without));
    return table;
}

Table type_table(const Cases& cases, const std::vector<Literals>& solution) {
    std::vector<std::string> types;
    std::vector<double> distance;
    const std::vector<double> x = model_membership(cases, solution);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        types.emplace_back(to_string(case_type(x[i], cases.outcome[i])));
        distance.push_back(real_or_missing(case_distance(x[i], cases.outcome[i])));
    }
    Table table;
    table.add("case", Column(cases.names));
    table.add("solution", Column(x));
    table.add("outcome", Column(cases.outcome));
    table.add("type", Column(types));
    table.add("distance", Column(std::move(distance)));
    return table;
}

Table typical_table(const Cases& cases, const std::vector<Literals>& solution) {
    std::vector<std::string> terms, focal, names;
    std::vector<double> conjunct, outcome, others, term_values, distance;
    std::vector<std::int64_t> decides;
    for (const Literals term : solution) {
        for (std::size_t c = 0; c < cases.space.size(); ++c) {
            const int level = cases.space.level(term, c);
            if (level < 0) continue;
            for (const TypicalCase& one : typical_cases(cases, term, c)) {
                terms.push_back(term_text(cases.space, term));
                focal.push_back(term_text(cases.space, cases.space.literal(c, static_cast<unsigned>(level))));
                names.push_back(cases.names[one.at]);
                conjunct.push_back(one.focal);
                outcome.push_back(one.outcome);
                others.push_back(one.others);
                term_values.push_back(one.term);
                decides.push_back(one.attributes ? 1 : 0);
                distance.push_back(one.distance);
            }
        }
    }
    Table table;
    table.add("term", Column(terms));
    table.add("focal", Column(focal));
    table.add("case", Column(names));
    table.add("focal_membership", Column(std::move(conjunct)));
    table.add("outcome", Column(std::move(outcome)));
    table.add("others", Column(std::move(others)));
    table.add("term_membership", Column(std::move(term_values)));
    table.add("focal_decides", Column(std::move(decides)));
    table.add("distance", Column(std::move(distance)));
    return table;
}

Table pair_table(Session& session, const Cases& cases, const std::vector<Literals>& solution, std::size_t most) {
    std::uint64_t listed = 0, all = 0;
    std::vector<std::string> terms, focal, first, second;
    std::vector<double> distance;
    std::vector<std::int64_t> decides;
    for (const Literals term : solution) {
        for (std::size_t c = 0; c < cases.space.size(); ++c) {
            const int level = cases.space.level(term, c);
            if (level < 0) continue;
            const TypicalPairs pairs = typical_pairs(cases, term, c, most, session.work);
            listed += pairs.best.size();
            all += pairs.count;
            for (const TypicalPair& pair : pairs.best) {
                terms.push_back(term_text(cases.space, term));
                focal.push_back(term_text(cases.space, cases.space.literal(c, static_cast<unsigned>(level))));
                first.push_back(cases.names[pair.first]);
                second.push_back(cases.names[pair.second]);
                decides.push_back(pair.both_attribute ? 1 : 0);
                distance.push_back(pair.distance);
            }
        }
    }
    if (listed < all) {
        warn(session, std::to_string(listed) + " of " + std::to_string(all) + " pairs are listed, the best " +
                          std::to_string(most) + " for each condition of a term; raise --max-pairs to see more");
    }
    Table table;
    table.add("term", Column(terms));
    table.add("focal", Column(focal));
    table.add("case_1", Column(first));
    table.add("case_2", Column(second));
    table.add("focal_decides", Column(std::move(decides)));
    table.add("distance", Column(std::move(distance)));
    return table;
}

void theory(Session& session, const TheoryCommand& command) {
    const Cases cases = read_comparison(session, command.inputs);
    const std::vector<Literals> solution = parse_expression(command.solution, cases.space);
    plot_expression(session, command.plot, cases, command.solution, solution, false);
    if (command.what == "types") return print_table(session, type_table(cases, solution));
    if (command.what == "typical") return print_table(session, typical_table(cases, solution));
    if (command.what == "pairs") return print_table(session, pair_table(session, cases, solution, command.most_pairs));
    if (command.theory.empty()) throw UsageError("--what areas needs --theory");
    print_table(session, area_table(cases, theory_evaluation(cases, parse_expression(command.theory, cases.space),
                                                             solution, session.work)));
}

}  // namespace

void add_compare_theory(CLI::App& noun, Session& session) {
    auto options = std::make_shared<TheoryCommand>();
    CLI::App& app =
        add_command(noun, "theory", "Where do a theory and a solution agree, and which cases should be studied next?",
                    {{"tarazy compare theory --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome "
                      "RENOUNCE --conditions "
                      "ALLY,OPEN,NORM,THREAT --theory 'ALLY + ~THREAT' --solution 'NORM + ~THREAT + ALLY*OPEN'",
                      "the four areas with their cases"},
                     {"tarazy compare theory --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome "
                      "RENOUNCE --conditions "
                      "ALLY,OPEN,NORM,THREAT --solution 'NORM + ~THREAT + ALLY*OPEN' --what typical",
                      "typical cases of every condition of every term, the best to trace first"},
                     {"tarazy compare theory --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome "
                      "RENOUNCE --conditions ALLY,OPEN,THREAT --solution '~THREAT + ALLY*OPEN' --what types --plot "
                      "xy.svg",
                      "what each case is to the solution, and the XY plot"}},
                    session, [&session, options] { theory(session, *options); });
    add_comparison_options(app, options->inputs, false);
    add_frequency_option(app, options->inputs.frequency);
    app.add_option("--theory", options->theory, "what was expected: 'A + ~B'");
    app.add_option("--solution", options->solution, "what was found: 'A*B + ~C'")->required();
    app.add_option("--what", options->what,
                   "areas (theory against solution), types (of cases), typical (cases) or pairs (of them)")
        ->check(CLI::IsMember({"areas", "types", "typical", "pairs"}))
        ->capture_default_str();
    app.add_option("--max-pairs", options->most_pairs, "pairs listed at most for each condition of a term")
        ->check(CLI::Range(std::size_t{1}, std::size_t{100'000'000}))
        ->capture_default_str();
    add_plot_options(app, options->plot, "XY plot of the solution and the outcome, as an SVG file");
}

}  // namespace tarazy
