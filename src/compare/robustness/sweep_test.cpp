#include "compare/robustness/sweep.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace tarazy {
namespace sweep_test {

using Model = std::vector<Literals>;

Cases swept_cases() {
    Random random(11, "cases of the sweep test", 0);
    const std::vector<double> scale = {0, 0.33, 0.67, 1};
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}, {"C"}, {"D"}});
    cases.membership.assign(4, {});
    for (int i = 0; i < 12; ++i) {
        cases.names.push_back("case " + std::to_string(i));
        for (auto& column : cases.membership) column.push_back(scale[random.below(4)]);
        const double a = cases.membership[0].back(), b = cases.membership[1].back(), d = cases.membership[3].back();
        cases.outcome.push_back(std::max(std::min(a, b), 1 - d));
    }
    return cases;
}

std::vector<ContestableCell> contested(const Cases& cases) {
    std::vector<ContestableCell> cells;
    for (const auto& [at, column, others] :
         {std::tuple(0, 0, std::vector<double>{0.33, 0.67}), std::tuple(3, 4, std::vector<double>{0, 1}),
          std::tuple(5, 1, std::vector<double>{0}), std::tuple(7, 3, std::vector<double>{0.33})}) {
        const auto i = static_cast<std::size_t>(at), c = static_cast<std::size_t>(column);
        ContestableCell cell{i, c, cell_value(cases, c, i), others};
        std::erase(cell.others, cell.value);
        if (!cell.others.empty()) cells.push_back(cell);
    }
    return cells;
}

const CutGrid cut_grid = {{0.8, 0.75, 0.95}, {0, 0.6}, {1, 2}};

std::vector<CalibrationChoice> recalibrated(const Cases& cases) {
    std::vector<double> other = cases.membership[0];
    for (double& value : other) value = value * value;
    return {{0, {{"squared", other}}}};
}

/// All models of the three types by the functions for one table.
std::map<SolutionKind, std::set<Model>> solved_alone(const Cases& cases, const TruthTableOptions& cuts,
                                                     const MinimiseOptions& options) {
    const TruthTable table = truth_table(cases, cuts);
    const CodedRows rows = coded_rows(table);
    std::map<SolutionKind, std::set<Model>> all;
    const auto add = [&](SolutionKind kind, const Solution& solution) {
        for (Model model : solution.models) {
            std::ranges::sort(model);
            all[kind].insert(model);
        }
    };
    if (rows.positive.empty()) return all;
    const Solution conservative = conservative_solution(cases, table, options);
    add(SolutionKind::conservative, conservative);
    if (rows.negative.empty()) return all;
    const Solution parsimonious = parsimonious_solution(cases, table, options);
    add(SolutionKind::parsimonious, parsimonious);
    for (const auto& [label, solution] :
         intermediate_solutions(cases, table, conservative, parsimonious, options).pairs) {
        add(SolutionKind::intermediate, solution);
    }
    return all;
}

TEST(Sweep, CountsWhatMinimisingEachPointByItselfCounts) {
    const Cases cases = swept_cases();
    const auto cells = contested(cases);
    const auto choices = recalibrated(cases);
    const std::vector<SolutionStatement> statements = {parse_statement("term contains A in every model", cases.space),
                                                       parse_statement("parsimonious: models stay", cases.space),
                                                       parse_statement("A + ~D is necessary at 0.9", cases.space)};
    SweepOptions options;
    options.minimise.expectations = {cases.space.literal(0, 1), cases.space.literal(3, 0)};
    const Sweep result = sweep(cases, cells, choices, cut_grid, statements, options);
    EXPECT_FALSE(result.sampled);

    std::uint64_t points = 0, necessary = 0, stay = 0;
    std::map<SolutionKind, std::map<Model, std::uint64_t>> models;
    std::map<SolutionKind, std::uint64_t> contains, unsolved;
    const TruthTableOptions first{0.8, std::nullopt, 0, 1};
    const auto coded = solved_alone(cases, first, options.minimise);
    std::vector<std::uint32_t> digits(cells.size(), 0);
    const auto visit = [&](const Cases& here) {
        for (const double inclusion : cut_grid.inclusion) {
            for (const double pri : cut_grid.pri) {
                for (const std::size_t n : cut_grid.cases) {
                    auto all = solved_alone(here, {inclusion, std::nullopt, pri, n}, options.minimise);
                    ++points;
                    necessary += holds(statements[2], here) ? 1 : 0;
                    stay += all[SolutionKind::parsimonious] == coded.at(SolutionKind::parsimonious) ? 1 : 0;
                    for (const SolutionKind kind : solution_kinds) {
                        AllModels listed;
                        listed.models.assign(all[kind].begin(), all[kind].end());
                        contains[kind] += holds(statements[0], listed, listed) ? 1 : 0;
                        unsolved[kind] += all[kind].empty() ? 1 : 0;
                        for (const Model& model : all[kind]) ++models[kind][model];
                    }
                }
            }
        }
    };
    const auto descend = [&](const auto& self, std::size_t k, const Cases& here) -> void {
        if (k == cells.size()) return visit(here);
        self(self, k + 1, here);
        for (const double other : cells[k].others) {
            Cases changed = here;
            recode(changed, cells[k].column, cells[k].at, other);
            self(self, k + 1, changed);
        }
    };
    descend(descend, 0, cases);
    Cases other = cases;
    other.membership[0] = choices[0].alternatives[0].membership;
    descend(descend, 0, other);

    EXPECT_EQ(result.points, points);
    EXPECT_LT(result.tables, points);
    for (const SweptSolution& solution : result.solutions) {
        EXPECT_EQ(solution.unsolved, unsolved[solution.kind]);
        EXPECT_EQ(solution.solved + solution.unsolved, points);
        std::map<Model, std::uint64_t> counted;
        for (const SweptModel& model : solution.models) counted[model.terms] = model.points;
        EXPECT_EQ(counted, models[solution.kind]) << to_string(solution.kind);
    }
    ASSERT_EQ(result.statements.size(), 5U);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(result.statements[k].points, contains[*result.statements[k].kind]);
    EXPECT_EQ(result.statements[3].points, stay);
    EXPECT_TRUE(result.statements[3].as_coded);
    EXPECT_EQ(result.statements[4].points, necessary);
}

/// Of a sentence over a case, case by case and term by term.
bool over_holds(const Cases& here, const std::set<Model>& models, std::size_t at, Literals wanted, bool every) {
    const auto in_model = [&](const Model& model) {
        return std::ranges::any_of(model, [&](Literals term) {
            return term_membership(here, term)[at] > 0.5 && here.outcome[at] != 0.5 && wanted.covers(term);
        });
    };
    if (models.empty()) return false;
    return every ? std::ranges::all_of(models, in_model) : std::ranges::any_of(models, in_model);
}

TEST(Sweep, SentencesOverACaseFollowTheCase) {
    const Cases cases = swept_cases();
    std::vector<ContestableCell> cells = contested(cases);
    for (const auto& [at, column, other] : {std::tuple(3, 0, 0.67), std::tuple(3, 3, 0.5), std::tuple(5, 0, 0.33)}) {
        const auto i = static_cast<std::size_t>(at), c = static_cast<std::size_t>(column);
        if (cell_value(cases, c, i) != other) cells.push_back({i, c, cell_value(cases, c, i), {other}});
    }
    std::vector<SolutionStatement> statements;
    for (const std::size_t at : {3U, 5U, 7U}) {
        for (const std::string literal : {"A", "~D"}) {
            for (const std::string quantifier : {"some", "every"}) {
                statements.push_back(parse_statement(
                    "term over case " + std::to_string(at) + " contains " + literal + " in " + quantifier + " model",
                    cases.space, cases.names));
            }
        }
    }
    std::map<std::pair<std::size_t, SolutionKind>, std::uint64_t> points;
    const auto descend = [&](const auto& self, std::size_t k, const Cases& here) -> void {
        if (k == cells.size()) {
            for (const double inclusion : cut_grid.inclusion) {
                auto all = solved_alone(here, {inclusion, std::nullopt, 0, 1}, {});
                for (std::size_t s = 0; s < statements.size(); ++s)
                    for (const SolutionKind kind : solution_kinds)
                        points[{s, kind}] += over_holds(here, all[kind], *statements[s].over,
                                                        statements[s].expression.front(), statements[s].every_model)
                                                 ? 1
                                                 : 0;
            }
            return;
        }
        self(self, k + 1, here);
        for (const double other : cells[k].others) {
            Cases changed = here;
            recode(changed, cells[k].column, cells[k].at, other);
            self(self, k + 1, changed);
        }
    };
    descend(descend, 0, cases);
    SweepOptions options;
    std::set<std::uint64_t> tables;
    for (const unsigned threads : {1U, 3U}) {
        options.threads = threads;
        const Sweep result = sweep(cases, cells, {}, {cut_grid.inclusion, {0}, {1}}, statements, options);
        ASSERT_EQ(result.statements.size(), 3 * statements.size());
        std::size_t met = 0;
        for (std::size_t s = 0; s < statements.size(); ++s)
            for (const SolutionKind kind : solution_kinds) {
                const SweptStatement& swept = result.statements[met++];
                EXPECT_EQ(swept.points, (points[{s, *swept.kind}])) << swept.statement.text << ' ' << to_string(kind);
            }
        tables.insert(result.tables);
        const Sweep without = sweep(cases, cells, {}, {cut_grid.inclusion, {0}, {1}}, {}, options);
        EXPECT_LE(without.tables, result.tables);
        EXPECT_LT(result.tables, result.points / 2) << "points with the same rows share a minimisation";
        EXPECT_EQ(without.solutions[0].as_coded, result.solutions[0].as_coded);
        EXPECT_EQ(without.solutions[0].solved, result.solutions[0].solved);
    }
    EXPECT_EQ(tables.size(), 1u);
}

std::string printed(const Sweep& result) {
    std::string text = std::to_string(result.points) + " " + std::to_string(result.tables);
    for (const SweptSolution& solution : result.solutions) {
        for (const SweptModel& model : solution.models) {
            for (const Literals term : model.terms) text += " " + std::to_string(term.low);
            text += ":" + std::to_string(model.points);
        }
        for (const SweptTerm& term : solution.terms) {
            text += "," + std::to_string(term.term.low) + ":" + std::to_string(term.prime) + ":" +
                    std::to_string(term.some) + ":" + std::to_string(term.every);
        }
    }
    for (const SweptStatement& statement : result.statements) text += ";" + std::to_string(statement.points);
    for (const SweptChoice& choice : result.choices) {
        text += "/" + std::to_string(choice.points);
        for (const std::uint64_t points : choice.statements) text += "-" + std::to_string(points);
    }
    return text;
}

TEST(Sweep, IsTheSameAtAnyNumberOfThreads) {
    const Cases cases = swept_cases();
    const std::vector<SolutionStatement> statements = {parse_statement("there is one model", cases.space)};
    for (const std::uint64_t points : {50U, 100'000U}) {
        SweepOptions options;
        options.points = points;
        options.seed = 5;
        std::set<std::string> texts;
        for (const unsigned threads : {1U, 2U, 5U}) {
            options.threads = threads;
            texts.insert(printed(sweep(cases, contested(cases), recalibrated(cases), cut_grid, statements, options)));
        }
        EXPECT_EQ(texts.size(), 1U) << points;
    }
}

TEST(Sweep, ChoicesCountTheStatementsOfThePointsThatMakeThem) {
    const Cases cases = swept_cases();
    const auto cells = contested(cases);
    const std::vector<SolutionStatement> statements = {
        parse_statement("parsimonious: term contains A in every model", cases.space),
        parse_statement("A + ~D is necessary at 0.9", cases.space)};
    const Sweep all = sweep(cases, cells, {}, cut_grid, statements);
    std::size_t compared = 0;
    for (const SweptChoice& choice : all.choices) {
        // The same points alone: the cell fixed at that value, the others as before.
        std::vector<ContestableCell> others = cells;
        CutGrid cuts = cut_grid;
        Cases fixed = cases;
        if (choice.factor == SweptChoice::Factor::cell) {
            const ContestableCell& cell = cells[choice.number];
            if (choice.value > 0) recode(fixed, cell.column, cell.at, cell.others[choice.value - 1]);
            others.erase(others.begin() + static_cast<std::ptrdiff_t>(choice.number));
        } else if (choice.factor == SweptChoice::Factor::inclusion_cut) {
            cuts.inclusion = {cut_grid.inclusion[choice.value]};
        } else {
            continue;
        }
        const Sweep part = sweep(fixed, others, {}, cuts, statements);
        EXPECT_EQ(choice.points, part.points);
        for (std::size_t k = 0; k < statements.size(); ++k) EXPECT_EQ(choice.statements[k], part.statements[k].points);
        ++compared;
    }
    EXPECT_GE(compared, 3U + 2 * cells.size());
}

TEST(Sweep, OfALargeGridIsASampleThatDependsOnTheSeed) {
    const Cases cases = swept_cases();
    SweepOptions options;
    options.points = 60;
    options.kinds = {SolutionKind::parsimonious};
    const Sweep one = sweep(cases, contested(cases), {}, cut_grid, {}, options);
    EXPECT_TRUE(one.sampled);
    EXPECT_EQ(one.points, 60U);
    EXPECT_GT(*one.grid, 60U);
    options.seed = 2;
    EXPECT_NE(printed(one), printed(sweep(cases, contested(cases), {}, cut_grid, {}, options)));
    options.points = 10;
    options.recoding_probability = 0;
    const Sweep still = sweep(cases, contested(cases), {}, {{0.8}, {0}, {1}}, {}, options);
    EXPECT_EQ(still.solutions[0].as_coded, still.points);
}

TEST(Sweep, PointsPastALimitCountForNothing) {
    const Cases cases = swept_cases();
    SweepOptions options;
    options.minimise.model_limit = 0;
    options.kinds = {SolutionKind::conservative};
    const Sweep result = sweep(cases, {}, {}, cut_grid, {parse_statement("there is a model", cases.space)}, options);
    EXPECT_EQ(result.solutions[0].incomplete + result.solutions[0].unsolved, result.points);
    EXPECT_GT(result.solutions[0].incomplete, 0U);
    EXPECT_TRUE(result.solutions[0].models.empty());
    EXPECT_EQ(result.statements[0].points, 0U);
}

TEST(Sweep, WhereTheTimeIsUpThePointsUntilThenAreCounted) {
    const Cases cases = swept_cases();
    CutGrid cuts{{}, {}, {1}};
    for (int k = 1; k <= 100; ++k) {
        cuts.inclusion.push_back(k / 100.0);
        cuts.pri.push_back(k / 100.0);
    }
    SweepOptions options;
    options.kinds = {SolutionKind::conservative};
    options.points = 20'000;
    EXPECT_EQ(sweep(cases, {}, {}, cuts, {}, options).points, 10'000U);
    options.minimise.work = Work().within(0);
    const Sweep stopped = sweep(cases, {}, {}, cuts, {}, options);
    EXPECT_EQ(stopped.asked, 10'000U);
    EXPECT_LT(stopped.points, stopped.asked);
    const SweptSolution& counted = stopped.solutions[0];
    EXPECT_EQ(counted.solved + counted.unsolved + counted.incomplete, stopped.points);
}

TEST(Sweep, EndsWhenItIsAskedToAndSaysHowFarItIs) {
    const Cases cases = swept_cases();
    for (const unsigned threads : {1u, 3u}) {
        expect_stoppable([&](const Work& work) {
            SweepOptions options;
            options.threads = threads;
            options.points = 300;
            options.minimise.work = work;
            (void)sweep(cases, contested(cases), recalibrated(cases), cut_grid, {}, options);
        });
    }
}

}  // namespace sweep_test
}  // namespace tarazy
