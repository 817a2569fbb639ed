#include "compare/robustness/fragility.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace fragility_test {

Cases random_cases_of(std::uint64_t number) {
    Random random(21, "cases of the fragility test", number);
    const std::vector<double> scale = {0, 0.33, 0.67, 1};
    Cases cases;
    cases.space = PropertySpace({{"A"}, {"B"}, {"C"}});
    cases.membership.assign(3, {});
    for (int i = 0; i < 10; ++i) {
        cases.names.push_back("case " + std::to_string(i));
        for (auto& column : cases.membership) column.push_back(scale[random.below(4)]);
        cases.outcome.push_back(std::min(cases.membership[0].back(), 1 - cases.membership[2].back()));
    }
    return cases;
}

std::vector<ContestableCell> some_cells(const Cases& cases, std::uint64_t number) {
    Random random(22, "cells of the fragility test", number);
    std::vector<ContestableCell> cells;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const std::size_t column = random.below(4);
        ContestableCell cell{i, column, cell_value(cases, column, i), {}};
        for (const double value : {0.33, 0.67}) {
            if (value != cell.value && random.below(3) > 0) cell.others.push_back(value);
        }
        if (!cell.others.empty()) cells.push_back(cell);
    }
    return cells;
}

bool statement_of(const Cases& cases, const SolutionStatement& statement, const TruthTableOptions& cuts,
                  const Cases& before) {
    if (statement.about_sets()) return holds(statement, cases);
    const auto all = [&](const Cases& c) {
        return all_models(c.space, coded_rows(truth_table(c, cuts)), {SolutionKind::parsimonious})[1];
    };
    return holds(statement, all(cases), all(before), literals_over(statement, cases));
}

/// All overturning sets of every size, cell by cell.
std::vector<std::vector<Recoding>> brute_force(const Cases& cases, const std::vector<ContestableCell>& cells,
                                               const SolutionStatement& statement, const TruthTableOptions& cuts) {
    const bool now = statement_of(cases, statement, cuts, cases);
    std::vector<std::vector<Recoding>> found;
    std::vector<Recoding> chosen;
    const auto descend = [&](const auto& self, std::size_t k, const Cases& here) -> void {
        if (k == cells.size()) {
            if (statement_of(here, statement, cuts, cases) != now) found.push_back(chosen);
            return;
        }
        self(self, k + 1, here);
        for (const double other : cells[k].others) {
            Cases changed = here;
            recode(changed, cells[k].column, cells[k].at, other);
            chosen.push_back({k, other});
            self(self, k + 1, changed);
            chosen.pop_back();
        }
    };
    descend(descend, 0, cases);
    return found;
}

TEST(Fragility, SmallestSetsAreThoseOfBruteForce) {
    int overturned = 0;
    std::set<std::size_t> sizes;
    for (std::uint64_t number = 0; number < 6; ++number) {
        const Cases cases = random_cases_of(number);
        std::vector<ContestableCell> cells = some_cells(cases, number);
        cells.resize(std::min<std::size_t>(cells.size(), 6));
        for (const char* text :
             {"term contains A in every model", "models stay", "A is necessary at 0.9", "A*~C is the only model",
              "term contains B in some model", "term over case 0 contains A in every model",
              "every term over case 2 contains ~C in some model"}) {
            const SolutionStatement statement = parse_statement(text, cases.space, cases.names);
            FragilityOptions options;
            options.cuts = {0.8, std::nullopt, 0, 1};
            options.most_cells = cells.size();
            const Fragility result =
                smallest_overturning_sets(cases, cells, statement, SolutionKind::parsimonious, options);
            std::vector<std::vector<Recoding>> all = brute_force(cases, cells, statement, options.cuts);
            if (all.empty()) {
                EXPECT_TRUE(result.smallest.empty());
                EXPECT_TRUE(result.exhausted);
                continue;
            }
            ++overturned;
            const std::size_t least = std::ranges::min_element(all, {}, &std::vector<Recoding>::size)->size();
            sizes.insert(least);
            std::erase_if(all, [&](const auto& set) { return set.size() > least; });
            EXPECT_EQ(result.tried_up_to, least) << text;
            EXPECT_EQ(result.smallest_count, all.size()) << text;
            for (const auto& set : all) EXPECT_NE(std::ranges::find(result.smallest, set), result.smallest.end());
        }
    }
    EXPECT_GT(overturned, 10);
    EXPECT_GT(sizes.size(), 1U) << "some claim should need more than one cell";
}

TEST(Fragility, IsTheSameAtAnyNumberOfThreads) {
    const Cases cases = random_cases_of(3);
    const std::vector<ContestableCell> cells = some_cells(cases, 3);
    const SolutionStatement statement = parse_statement("there is one model", cases.space);
    FragilityOptions options;
    options.cuts = {0.8, std::nullopt, 0, 1};
    options.threads = 1;
    const Fragility one = smallest_overturning_sets(cases, cells, statement, SolutionKind::conservative, options);
    for (const unsigned threads : {2U, 5U}) {
        options.threads = threads;
        const Fragility other = smallest_overturning_sets(cases, cells, statement, SolutionKind::conservative, options);
        EXPECT_EQ(one.smallest, other.smallest);
        EXPECT_EQ(one.sets_tried, other.sets_tried);
        EXPECT_EQ(one.undecided, other.undecided);
    }
}

TEST(Fragility, SaysUpToWhichSizeItTried) {
    const Cases cases = random_cases_of(1);
    const std::vector<ContestableCell> cells = some_cells(cases, 1);
    std::uint64_t singles = 0;
    for (const ContestableCell& cell : cells) singles += cell.others.size();
    FragilityOptions options;
    options.most_sets = singles;
    // Nothing can make a statement about a set larger than the universe true.
    const SolutionStatement statement = parse_statement("A*~A is sufficient at 0", cases.space);
    const Fragility result = smallest_overturning_sets(cases, cells, statement, SolutionKind::parsimonious, options);
    EXPECT_TRUE(result.smallest.empty());
    EXPECT_EQ(result.tried_up_to, 1U);
    EXPECT_EQ(result.sets_tried, singles);
    EXPECT_FALSE(result.exhausted);
    EXPECT_TRUE(result.complete);
    options.minimise.work = Work().within(0);
    const Fragility stopped = smallest_overturning_sets(cases, cells, statement, SolutionKind::parsimonious, options);
    EXPECT_FALSE(stopped.complete);
    EXPECT_EQ(stopped.tried_up_to, 0U);
    EXPECT_EQ(stopped.sets_tried, 0U);
}

TEST(Fragility, PastTheLimitOfModelsNothingIsClaimed) {
    const Cases cases = random_cases_of(0);
    const std::vector<ContestableCell> cells = some_cells(cases, 0);
    FragilityOptions options;
    options.most_cells = 1;
    options.minimise.model_limit = 0;
    const Fragility result = smallest_overturning_sets(cases, cells, parse_statement("models stay", cases.space),
                                                       SolutionKind::parsimonious, options);
    EXPECT_EQ(result.smallest_count, 0U);
    EXPECT_EQ(result.undecided, result.sets_tried);
}

TEST(Fragility, EndsWhenItIsAskedToAndSaysHowFarItIs) {
    const Cases cases = random_cases_of(1);
    const SolutionStatement statement = parse_statement("models stay", cases.space);
    expect_stoppable([&](const Work& work) {
        FragilityOptions options;
        options.minimise.work = work;
        (void)smallest_overturning_sets(cases, some_cells(cases, 1), statement, SolutionKind::parsimonious, options);
    });
}

}  // namespace fragility_test
}  // namespace tarazy
