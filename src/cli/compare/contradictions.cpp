#include "compare/minimisation/contradictions.hpp"
#include "cli/compare/commands.hpp"
#include "cli/compare/options.hpp"
#include "cli/json_stream.hpp"
#include "compare/minimisation/assumptions.hpp"
#include "compare/minimisation/comparison_tables.hpp"
#include "compare/sets/expression.hpp"
#include "table/table_rows.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

struct ContradictionsCommand {
    ComparisonInputs inputs;
    std::string solution = "parsimonious", expect, expect_negated, exclude;
    std::size_t most_models = MinimiseOptions{}.model_limit;
    std::optional<double> seconds;
    bool list_rows = false;
};

/// A row of the result: a row of the truth table, or a term that stands for many.
struct ContradictionRow {
    std::string kind;
    std::optional<std::uint64_t> number;
    Literals term = {};
    ConfigurationCount rows = 1;
    std::int64_t n = 0;
    std::optional<double> inclusion = {}, pri = {}, inclusion_negated = {}, pri_negated = {};
    std::vector<std::string> cases = {};
};

std::vector<ContradictionRow> rows_of(const Cases& cases, const TruthTable& table, const Contradictions& found,
                                      bool list_rows) {
    std::vector<ContradictionRow> rows;
    for (const SimultaneousRow& one : found.simultaneous) {
        rows.push_back({"simultaneous", one.row.number, one.row.literals, 1,
                        static_cast<std::int64_t>(cases.count(one.row.cases)), one.row.inclusion, one.row.pri,
                        one.inclusion_negated, one.pri_negated});
        if (one.row.number == 0) rows.back().number.reset();
        rows.back().cases = case_names(cases, one.row.cases);
    }
    const Remainders remainders(cases.space, table);
    const bool plain = std::ranges::none_of(cases.space.conditions, &Condition::does_not_apply);
    if (plain && remainders.listable(list_rows ? Remainders::most_listed : Remainders::listed_unasked)) {
        for (const std::uint64_t number : remainders.rows(found.assumed_for_both)) {
            rows.push_back(
                {"assumption", number, configuration_literals(cases.space, configuration_levels(cases.space, number))});
        }
        return rows;
    }
    for (const Literals term : found.assumed_for_both) {
        const ConfigurationCount count = remainders.count({term});
        if (count > 0) rows.push_back({"assumption", std::nullopt, term, count});
    }
    return rows;
}

Table contradiction_table(const PropertySpace& space, const std::vector<ContradictionRow>& rows) {
    TableRows result(TextColumn{"kind"}, IntegerColumn{"row"}, TextColumn{"expression"}, IntegerColumn{"rows"},
                     IntegerColumn{"n"}, RealColumn{"incl"}, RealColumn{"PRI"}, RealColumn{"incl_negated"},
                     RealColumn{"PRI_negated"}, ListColumn{"cases"});
    for (const ContradictionRow& row : rows) {
        const std::int64_t count = row.rows > INT64_MAX ? Column::missing_integer : static_cast<std::int64_t>(row.rows);
        result.add(row.kind, row.number, term_text(space, row.term), count, row.n, row.inclusion, row.pri,
                   row.inclusion_negated, row.pri_negated, row.cases);
    }
    return result.table();
}

/// What --exclude takes to be rid of all of them: the rows, and the terms of the assumptions.
std::vector<Literals> exclusion(const Contradictions& found) {
    std::vector<Literals> terms;
    for (const SimultaneousRow& one : found.simultaneous) terms.push_back(one.row.literals);
    if (found.n_assumed_for_both > 0)
        terms.insert(terms.end(), found.assumed_for_both.begin(), found.assumed_for_both.end());
    std::vector<Literals> largest;
    for (const Literals term : terms) {
        if (std::ranges::any_of(largest, [&](Literals other) { return other.covers(term); })) continue;
        std::erase_if(largest, [&](Literals other) { return term.covers(other); });
        largest.push_back(term);
    }
    return largest;
}

void write_json(std::ostream& out, const Cases& cases, const Contradictions& found,
                const std::vector<ContradictionRow>& rows, const std::string& exclude) {
    JsonStream json(out, 1);
    json.open_object();
    json.member("outcome", cases.outcome_name);
    json.key("simultaneous");
    json.open_array();
    for (const ContradictionRow& row : rows) {
        if (row.kind != "simultaneous") continue;
        json.value({{"row", row.number ? Json(*row.number) : Json(nullptr)},
                    {"expression", term_text(cases.space, row.term)},
                    {"n", row.n},
                    {"incl", number_or_null(row.inclusion)},
                    {"PRI", number_or_null(row.pri)},
                    {"incl_negated", number_or_null(row.inclusion_negated)},
                    {"PRI_negated", number_or_null(row.pri_negated)},
                    {"cases", row.cases}});
    }
    json.close_array();
    json.key("n_assumed_for_both");
    json.written(count_text(found.n_assumed_for_both));
    json.key("assumed_for_both");
    json.open_array();
    for (const ContradictionRow& row : rows) {
        if (row.kind == "assumption")
            json.value({{"row", row.number ? Json(*row.number) : Json(nullptr)},
                        {"expression", term_text(cases.space, row.term)}});
    }
    json.close_array();
    json.member("exclude", exclude.empty() ? Json(nullptr) : Json(exclude));
    json.close_object();
}

ContradictionOptions options_of(const Session& session, const ContradictionsCommand& command,
                                const PropertySpace& space) {
    ContradictionOptions options;
    options.cuts = table_options(command.inputs);
    options.kind = *std::ranges::find(solution_kinds, command.solution, [](SolutionKind k) { return to_string(k); });
    for (const std::string& text : comma_list(command.exclude)) {
        for (const Literals term : parse_expression(text, space)) options.minimise.excluded.push_back(term);
    }
    options.minimise.model_limit = command.most_models;
    options.minimise.work = session.work;
    if (command.seconds) options.minimise.work = session.work.within(*command.seconds);
    options.minimise_negated = options.minimise;
    options.minimise.expectations = parse_expectations(comma_list(command.expect), space);
    options.minimise_negated.expectations = parse_expectations(comma_list(command.expect_negated), space);
    if (options.kind == SolutionKind::intermediate &&
        (options.minimise.expectations.empty() || options.minimise_negated.expectations.empty()))
        throw UsageError(
            "the intermediate solutions need --expect, and --expect-negated for the absence of the outcome");
    return options;
}

void find_contradictions(Session& session, const ContradictionsCommand& command) {
    const Cases cases = read_comparison(session, command.inputs);
    const ContradictionOptions options = options_of(session, command, cases.space);
    const TruthTable table = truth_table(cases, options.cuts, session.work);
    for (const std::string& text : notes_on_excluded(cases, table, options.minimise.excluded)) note(session, text);
    const Contradictions found = contradictions(cases, options);
    for (const auto& [name, all] : {std::pair(cases.outcome_name, &found.models),
                                    std::pair(with_outcome_negated(cases).outcome_name, &found.models_negated)}) {
        if (all->models.empty())
            warn(session, name + " has no " + command.solution + " model, so nothing is assumed for it");
    }
    const std::vector<ContradictionRow> rows = rows_of(cases, table, found, command.list_rows);
    const std::vector<Literals> excluded = exclusion(found);
    const std::string text = excluded.empty() ? "" : model_text(cases.space, excluded);
    note(session, std::to_string(found.simultaneous.size()) + " rows in simultaneous subset relations, " +
                      count_text(found.n_assumed_for_both) + " rows assumed for the outcome and for its absence" +
                      (text.empty() ? "" : "; without them: --exclude '" + text + "'"));
    if (session.format == "json")
        return stream_json(session, [&](std::ostream& out) { write_json(out, cases, found, rows, text); });
    print_table(session, contradiction_table(cases.space, rows));
}

}  // namespace

void add_compare_contradictions(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ContradictionsCommand>();
    CLI::App& app = add_command(
        noun, "contradictions",
        "Which rows explain the outcome and its absence at once, and what is assumed for both? What enhanced standard "
        "analysis (ESA) lets go of.",
        {{"tarazy compare contradictions --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8",
          "rows in simultaneous subset relations, and assumptions that contradict each other"},
         {"tarazy compare contradictions --data studies/kazakhstan/data/nuclear_reversal_cases.csv --outcome RENOUNCE "
          "--conditions ALLY,PRESS,REGIME,OPEN,THREAT --incl-cut 0.8 --pri-cut 0.5 --solution intermediate --expect "
          "ALLY,PRESS,REGIME,OPEN --expect-negated THREAT --format json",
          "of the intermediate solutions, with the expression that --exclude takes"}},
        session, [&session, options] { find_contradictions(session, *options); });
    add_comparison_options(app, options->inputs, true);
    add_frequency_option(app, options->inputs.frequency);
    app.add_option("--solution", options->solution,
                   "whose assumptions are compared: parsimonious, intermediate, or "
                   "conservative (which has none)")
        ->check(CLI::IsMember({"conservative", "parsimonious", "intermediate"}))
        ->capture_default_str();
    app.add_option("--expect", options->expect, "directional expectations of the outcome: A,~B,C*D");
    app.add_option("--expect-negated", options->expect_negated, "those of its absence");
    app.add_option("--exclude", options->exclude, "what may not be covered in either analysis: 'A*~B + C'");
    app.add_option("--max-models", options->most_models, "most models of one analysis")->capture_default_str();
    app.add_option("--time-limit", options->seconds, "stop looking for models after so many seconds, with status 5")
        ->check(CLI::PositiveNumber);
    app.add_flag("--list-rows", options->list_rows,
                 "list the rows assumed for both in spaces of more than 1024 configurations as well (up to 1048576)");
}

}  // namespace tarazy
