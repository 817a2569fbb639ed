#include "compare/minimisation/theory_evaluation.hpp"

#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "cli/compare/plot.hpp"
#include "compare/minimisation/comparison_tables.hpp"
#include "compare/sets/expression.hpp"
#include "table/table_rows.hpp"

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
    TableRows rows(TextColumn{"area"}, TextColumn{"expression"}, RealColumn{"inclS"}, RealColumn{"PRI"},
                   RealColumn{"covS"}, ListColumn{"cases"}, ListColumn{"deviant_cases"});
    for (const TheoryArea& area : areas) {
        rows.add(area.name, area.expression.empty() ? "0" : model_text(cases.space, area.expression),
                 area.fit.consistency, area.fit.pri, area.fit.coverage, case_names(cases, area.with),
                 case_names(cases, area.without));
    }
    return rows.table();
}

Table type_table(const Cases& cases, const std::vector<Literals>& solution) {
    TableRows rows(TextColumn{"case"}, RealColumn{"solution"}, RealColumn{"outcome"}, TextColumn{"type"},
                   RealColumn{"distance"});
    const std::vector<double> x = model_membership(cases, solution);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const double y = cases.outcome[i];
        rows.add(cases.names[i], x[i], y, to_string(case_type(x[i], y)), case_distance(x[i], y));
    }
    return rows.table();
}

Table typical_table(const Cases& cases, const std::vector<Literals>& solution) {
    TableRows rows(TextColumn{"term"}, TextColumn{"focal"}, TextColumn{"case"}, RealColumn{"focal_membership"},
                   RealColumn{"outcome"}, RealColumn{"others"}, RealColumn{"term_membership"},
                   IntegerColumn{"focal_decides"}, RealColumn{"distance"});
    for (const Literals term : solution) {
        for (std::size_t c = 0; c < cases.space.size(); ++c) {
            const int level = cases.space.level(term, c);
            if (level < 0) continue;
            const std::string focal = term_text(cases.space, cases.space.literal(c, static_cast<unsigned>(level)));
            for (const TypicalCase& one : typical_cases(cases, term, c)) {
                rows.add(term_text(cases.space, term), focal, cases.names[one.at], one.focal, one.outcome, one.others,
                         one.term, one.attributes, one.distance);
            }
        }
    }
    return rows.table();
}

Table pair_table(Session& session, const Cases& cases, const std::vector<Literals>& solution, std::size_t most) {
    std::uint64_t listed = 0, all = 0;
    TableRows rows(TextColumn{"term"}, TextColumn{"focal"}, TextColumn{"case_1"}, TextColumn{"case_2"},
                   IntegerColumn{"focal_decides"}, RealColumn{"distance"});
    for (const Literals term : solution) {
        for (std::size_t c = 0; c < cases.space.size(); ++c) {
            const int level = cases.space.level(term, c);
            if (level < 0) continue;
            const TypicalPairs pairs = typical_pairs(cases, term, c, most, session.work);
            listed += pairs.best.size();
            all += pairs.count;
            const std::string focal = term_text(cases.space, cases.space.literal(c, static_cast<unsigned>(level)));
            for (const TypicalPair& pair : pairs.best) {
                rows.add(term_text(cases.space, term), focal, cases.names[pair.first], cases.names[pair.second],
                         pair.both_attribute, pair.distance);
            }
        }
    }
    if (listed < all) {
        warn(session, std::to_string(listed) + " of " + std::to_string(all) + " pairs are listed, the best " +
                          std::to_string(most) + " for each condition of a term; raise --max-pairs to see more");
    }
    return rows.table();
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
