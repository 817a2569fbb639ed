#include "analyses/compare/robustness_analysis.hpp"

#include "analyses/compare/comparison_plan.hpp"
#include "analyses/compare/comparison_quantities.hpp"
#include "analyses/compare/robustness_claims.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "compare/robustness/fragility.hpp"
#include "compare/robustness/robustness_tables.hpp"
#include "compare/robustness/sweep.hpp"
#include "study/claim_cells.hpp"
#include "table/table_parts.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <span>
#include <tuple>

namespace tarazy {
namespace {

constexpr std::size_t models_listed = 20;

const std::set<SolutionKind> all_kinds(solution_kinds.begin(), solution_kinds.end());

/// What is swept: without expectations the intermediate solution is the conservative one.
struct RobustnessPlan {
    ComparisonPlan comparison;
    CodingUncertainty coding;
    std::vector<SolutionStatement> statements;
    std::set<SolutionKind> kinds;
    CutGrid cuts;
};

/// What a sentence says, however it is written: `B*A` is `A*B`, "at 0.80" is "at 0.8". The solution type is left out.
auto meaning(const SolutionStatement& statement) {
    std::vector<Literals> terms = statement.expression;
    std::ranges::sort(terms);
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return std::tuple(statement.kind, std::move(terms), statement.every_model, statement.every_term, statement.cut,
                      statement.over);
}

/// Without sentences that say again what another says: of all solution types, or of the same one.
std::vector<SolutionStatement> told_once(const std::vector<SolutionStatement>& statements,
                                         std::vector<std::string>& notes) {
    std::vector<SolutionStatement> kept;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        const auto says_it = [&](const SolutionStatement& other) {
            return meaning(other) == meaning(statements[i]) &&
                   (!other.solution || other.solution == statements[i].solution);
        };
        const auto wider = [&](const SolutionStatement& other) {
            return says_it(other) && other.solution != statements[i].solution;
        };
        const std::span<const SolutionStatement> later = std::span(statements).subspan(i + 1);
        if (std::ranges::none_of(kept, says_it) && std::ranges::none_of(later, wider)) {
            kept.push_back(statements[i]);
        } else if (statements[i].kind != StatementKind::same_models) {  // 'models stay' is always asked, stated or not
            notes.push_back("the sentence '" + statements[i].text + "' says what another says; it is counted once");
        }
    }
    return kept;
}

std::vector<SolutionStatement> stated_statements(const AnalysisPlan& plan, const Cases& cases,
                                                 std::vector<std::string>& notes) {
    std::vector<SolutionStatement> statements = {parse_statement("models stay", cases.space)};
    for (const std::string& text : listed(plan.parameters.get<std::string>("claims"), ';'))
        statements.push_back(parse_statement(text, cases.space, cases.names));
    return told_once(statements, notes);
}

std::vector<double> cut_list(const AnalysisPlan& plan, const char* name, double first) {
    std::vector<double> cuts = {first};
    for (const std::string& text : listed(plan.parameters.get<std::string>(name), ',')) {
        const auto cut = parse_real(text);
        if (!cut || *cut < 0 || *cut > 1)
            throw UsageError(std::string(name) + ": '" + text + "' is no number from 0 to 1");
        if (*cut != first) cuts.push_back(*cut);
    }
    return cuts;
}

RobustnessPlan robustness_plan(const AnalysisPlan& plan, const RoleTables& data) {
    static const std::map<std::string, Widening> widenings = {
        {"none", Widening::none}, {"low", Widening::low}, {"low_and_medium", Widening::low_and_medium}};
    RobustnessPlan made;
    made.comparison = comparison_of(plan, data);
    CodingUncertaintyOptions options;
    options.widening = widenings.at(plan.parameters.get<std::string>("widening"));
    options.columns.case_column = plan.parameters.get<std::string>("case_column");
    options.columns.case_table = data.at("cases");
    made.coding = read_coding_uncertainty(*data.at("cells"), made.comparison.cases, options);
    made.kinds = all_kinds;
    if (made.comparison.minimise.expectations.empty()) made.kinds.erase(SolutionKind::intermediate);
    try {
        made.statements = stated_statements(plan, made.comparison.cases, made.coding.notes);
        made.cuts.inclusion = cut_list(plan, "incl_cuts", made.comparison.cuts.inclusion_cut);
        made.cuts.pri = cut_list(plan, "pri_cuts", made.comparison.cuts.pri_cut);
        made.cuts.cases = {made.comparison.cuts.case_cut};
    } catch (const UsageError& error) {
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "': " + error.what(), "mend its parameters"});
    }
    return made;
}

Sweep swept(const AnalysisPlan& plan, const RobustnessPlan& made) {
    SweepOptions options;
    options.kinds = made.kinds;
    options.points = static_cast<std::uint64_t>(plan.parameters.get<std::int64_t>("points"));
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.listed = models_listed;
    options.minimise = made.comparison.minimise;
    if (plan.parameters.has("recoding_probability"))
        options.recoding_probability = plan.parameters.get<double>("recoding_probability");
    return sweep(made.comparison.cases, made.coding.cells, {}, made.cuts, made.statements, options);
}

Fragility fragility_of(const AnalysisPlan& plan, const RobustnessPlan& made, const SolutionStatement& statement,
                       SolutionKind kind, std::size_t most_cells) {
    FragilityOptions options;
    options.cuts = made.comparison.cuts;
    options.most_cells = most_cells;
    options.threads = plan.frame.threads;
    options.minimise = made.comparison.minimise;
    return smallest_overturning_sets(made.comparison.cases, made.coding.cells, statement, kind, options);
}

/// "KAZ ALLY 0.67 to 0.33", ...
std::vector<std::string> recoded(const RobustnessPlan& made, const std::vector<Recoding>& set) {
    std::vector<std::string> texts;
    for (const Recoding& one : set) {
        const ContestableCell& cell = made.coding.cells[one.cell];
        texts.push_back(made.comparison.cases.names[cell.at] + ' ' + column_name(made.comparison.cases, cell.column) +
                        ' ' + number_text(cell.value) + " to " + number_text(one.value));
    }
    return texts;
}

Table statement_table(const AnalysisPlan& plan, const RobustnessPlan& made, const Sweep& found) {
    const auto most = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("most_cells"));
    TableRows rows(TextColumn{"claim"}, TextColumn{"solution"}, IntegerColumn{"as_coded"}, RealColumn{"share"},
                   IntegerColumn{"points"}, IntegerColumn{"cells_to_overturn"}, IntegerColumn{"sets"},
                   ListColumn{"example"}, IntegerColumn{"tried_up_to"});
    for (const SweptStatement& swept : found.statements) {
        const SolutionKind kind = swept.kind.value_or(SolutionKind::parsimonious);
        const Fragility fragility = fragility_of(plan, made, swept.statement, kind, most);
        const std::vector<Recoding> smallest =
            fragility.smallest.empty() ? std::vector<Recoding>{} : fragility.smallest.front();
        rows.add(swept.statement.text, swept.kind ? to_string(*swept.kind) : "", swept.as_coded,
                 static_cast<double>(swept.points) / static_cast<double>(found.points), swept.points,
                 fragility.smallest.empty() ? std::nullopt : std::optional(smallest.size()), fragility.smallest_count,
                 recoded(made, smallest), fragility.tried_up_to);
    }
    return rows.table();
}

Table sweep_table(const Sweep& found) {
    TableRows rows(TextColumn{"solution"}, IntegerColumn{"points"}, TextColumn{"taken"}, IntegerColumn{"solved"},
                   IntegerColumn{"incomplete"}, IntegerColumn{"one_model"}, IntegerColumn{"as_coded"},
                   IntegerColumn{"distinct_models"});
    for (const SweptSolution& one : found.solutions) {
        rows.add(to_string(one.kind), found.points, found.sampled ? "sample" : "grid", one.solved, one.incomplete,
                 one.one_model, one.as_coded, one.distinct_models);
    }
    return rows.table();
}

/// Models with their share of the points.
Table model_table(const Table& swept) {
    return kept_columns(rows_where(swept, "what", "model"), {{"solution"}, {"text", "model"}, {"share"}});
}

/// Terms with theirs, without prime implicants of which no model had need.
Table term_table(const Table& swept) {
    const Table terms = rows_where(swept, "what", "term");
    std::vector<std::size_t> needed;
    for (std::size_t row = 0; row < terms.rows(); ++row)
        if (terms["points"].integer(row) != 0) needed.push_back(row);
    return kept_columns(take_rows(terms, needed), {{"solution"},
                                                   {"text", "term"},
                                                   {"prime_share", "prime"},
                                                   {"share", "some_model"},
                                                   {"every_share", "every_model"}});
}

/// The solution types whose models each contestable cell changes when it alone is coded otherwise.
std::vector<std::vector<std::string>> decisive(const AnalysisPlan& plan, const RobustnessPlan& made) {
    std::vector<std::vector<std::string>> kinds(made.coding.cells.size());
    for (const SolutionKind kind : made.kinds) {
        const Fragility single = fragility_of(plan, made, made.statements.front(), kind, 1);
        std::set<std::size_t> cells;
        for (const std::vector<Recoding>& set : single.smallest) cells.insert(set.front().cell);
        for (const std::size_t cell : cells) kinds[cell].emplace_back(to_string(kind));
    }
    return kinds;
}

Table cell_table(const AnalysisPlan& plan, const RobustnessPlan& made) {
    TableRows rows(TextColumn{"case"}, TextColumn{"variable"}, RealColumn{"value"}, ListColumn{"others"},
                   TextColumn{"confidence"}, IntegerColumn{"stated"}, ListColumn{"changes"});
    const std::vector<std::vector<std::string>> changes = decisive(plan, made);
    for (std::size_t k = 0; k < made.coding.cells.size(); ++k) {
        const ContestableCell& cell = made.coding.cells[k];
        std::vector<std::string> others;
        for (const double value : cell.others) others.push_back(number_text(value));
        rows.add(made.comparison.cases.names[cell.at], column_name(made.comparison.cases, cell.column), cell.value,
                 others, to_string(cell.confidence), cell.stated, changes[k]);
    }
    return rows.table();
}

Table range_table(const RobustnessPlan& made) {
    const ComparisonPlan& plan = made.comparison;
    std::vector<std::pair<SolutionKind, std::vector<CutRange>>> ranges;
    for (const SolutionKind kind : made.kinds)
        ranges.emplace_back(kind, cut_ranges(plan.cases, plan.cuts, kind, plan.minimise));
    return cut_range_rows(ranges);
}

std::vector<ResultTable> compute_robustness(const AnalysisPlan& plan, const RoleTables& data) {
    const RobustnessPlan made = robustness_plan(plan, data);
    const TruthTable coded = truth_table(made.comparison.cases, made.comparison.cuts);
    require_explained(made.comparison.cases, coded, made.comparison.minimise);
    const Cases& cases = made.comparison.cases;
    const Sweep found = swept(plan, made);
    const Table counted = sweep_rows(cases.space, found, std::numeric_limits<std::size_t>::max());
    std::vector<std::string> notes = cases.warnings;
    notes.insert(notes.end(), made.coding.notes.begin(), made.coding.notes.end());
    for (std::string& note : notes_on_excluded(cases, coded, made.comparison.minimise.excluded))
        notes.push_back(std::move(note));
    std::vector<ResultTable> result;
    result.push_back({"", statement_table(plan, made, found)});
    result.push_back({"sweep", sweep_table(found)});
    result.push_back({"models", model_table(counted)});
    result.push_back({"terms", term_table(counted)});
    result.push_back({"cells", cell_table(plan, made)});
    result.push_back({"ranges", range_table(made)});
    result.push_back({"coding", cell_provenance(plan, data, cases)});
    result.push_back({"notes", notes_table(notes)});
    return result;
}

std::vector<ParameterRule> robustness_rules() {
    std::vector<ParameterRule> rules = comparison_rules();
    const auto text = [](const char* name, const char* standard, std::vector<std::string> choices,
                         const char* meaning) {
        return ParameterRule{name, ParameterKind::text, standard, 0, 0, std::move(choices), meaning};
    };
    rules.push_back(
        text("claims", "", {}, "sentences about the solutions, ; between them; 'models stay' is always one"));
    rules.push_back(text("widening", "low", {"none", "low", "low_and_medium"},
                         "which cells without a stated alternative may move to the next level of the scale"));
    rules.push_back(text("incl_cuts", "", {}, "further inclusion cut-offs to combine: 0.75,0.85"));
    rules.push_back(text("pri_cuts", "", {}, "further PRI cut-offs to combine"));
    rules.push_back({"points", ParameterKind::integer, "10000", 1, 1e8, {}, "a larger grid is sampled so many times"});
    rules.push_back({"recoding_probability",
                     ParameterKind::real,
                     std::nullopt,
                     0,
                     1,
                     {},
                     "of a contestable cell in a sampled point; by default every value it can take is as likely"});
    rules.push_back(
        {"most_cells", ParameterKind::integer, "3", 1, 10, {}, "largest set of cells tried to overturn a claim"});
    return rules;
}

/// A sentence said twice is one statement; how it is spaced makes no difference. Others that mean the same are found
/// when the conditions are known.
void check_sentences(const StudyAnalysis& analysis, StudyProblems& problems) {
    for (const TomlEntry& parameter : analysis.parameters) {
        if (parameter.key != "claims" || parameter.value.kind != TomlKind::text) continue;
        std::set<std::string> seen;
        for (const std::string& sentence : listed(parameter.value.text, ';')) {
            const std::string words = joined(listed(sentence, ' '), " ");
            if (!seen.insert(words).second)
                problems.warning(parameter.value.place, "the sentence '" + words + "' stands twice among the claims",
                                 "it is counted once; remove one");
        }
    }
}

}  // namespace

Method robustness_method() {
    Method method;
    method.id = "compare.robustness";
    method.reads_poles = false;
    method.reads = {{{"cases"}, {"cells"}}};
    method.parameters = robustness_rules();
    method.compute = compute_robustness;
    method.claims = robustness_claims;
    method.check = check_sentences;
    method.quantities = robustness_quantities;
    // No other_readings: its numbers are about all readings of the cells together already.
    return method;
}

}  // namespace tarazy
