#include "analyses/simulate/bargain_analysis.hpp"

#include "analyses/every_method_test.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace bargain_analysis_test {

TEST(BargainAnalysis, EveryModelOnEveryIssue) {
    const std::vector<ResultTable> tables = prepared_analysis("bargained").compute();
    const Table& ends = *find_table(tables, "");
    EXPECT_EQ(ends.rows(), 2u * 3);
    const Table& over = *find_table(tables, "over_models");
    ASSERT_EQ(over.rows(), 2u);
    for (std::size_t row = 0; row < 2; ++row) {
        EXPECT_EQ(text_in(over, "models", row), "3");
        EXPECT_LE(*number_in(over, "mean_least", row), *number_in(over, "mean_middle", row));
        EXPECT_GE(*number_in(over, "mean_most", row), *number_in(over, "mean_middle", row));
        EXPECT_TRUE(number_in(over, "variants_mean_apart", row));
    }
    EXPECT_EQ(find_table(tables, "actors")->rows(), 6u * 2);
    // Where an actor ends is where the turns leave it.
    const Table &actors = *find_table(tables, "actors"), &positions = *find_table(tables, "positions");
    std::optional<double> last;
    for (std::size_t row = 0; row < positions.rows(); ++row)
        if (text_in(positions, "model", row) == "smp" && text_in(positions, "issue", row) == "pipelines" &&
            text_in(positions, "actor", row) == text_in(actors, "actor", 0))
            last = number_in(positions, "position", row);
    EXPECT_EQ(number_in(actors, "end_smp", 0), last);
}

TEST(BargainAnalysis, AStudyThatMakesNoChoicesOfTheSpatialModelRuns) {
    PreparedAnalysis analysis = prepared_analysis("bargained");
    StudyProblems problems;
    analysis.plan.parameters = read_parameters({}, bargain_method().parameters, "simulate.bargain", problems);
    EXPECT_TRUE(problems.problems.empty());
    const std::vector<ResultTable> tables = analysis.compute();
    EXPECT_EQ(find_table(tables, "")->rows(), 2u * 3);
}

TEST(BargainAnalysis, TwoActorsHaveNoSpatialModel) {
    PreparedAnalysis analysis = prepared_analysis("bargained");
    analysis.tables.at("actors") =
        read_csv("actor,capability,position,salience\nnorth,2,10,0.5\neast,1,80,0.9\n", "actors.csv");
    const std::vector<ResultTable> tables = analysis.compute();
    EXPECT_EQ(find_table(tables, "")->rows(), 2u);
    EXPECT_NE(notes_in(tables).at(1).find("needs three actors"), std::string::npos);
}

TEST(BargainAnalysis, ChoicesOfTheSpatialModelAreThoseOfTheCommand) {
    PreparedAnalysis analysis = prepared_analysis("bargained");
    const auto end = [&analysis] { return number_in(*find_table(analysis.compute(), ""), "mean", 0); };
    const auto before = end();
    analysis.plan.parameters.set("spatial", NamedTexts{{"interpolation", "s2p2"}});
    EXPECT_NE(end(), before);
    analysis.plan.parameters.set("spatial", NamedTexts{{"interpolaton", "s2p2"}});
    try {
        (void)analysis.compute();
        FAIL() << "not refused";
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("analysis 'bargained': spatial: "), std::string::npos) << error.what();
    }
}

TEST(BargainAnalysis, WhatIsWrongWithAnActorIsToldAtItsLine) {
    PreparedAnalysis analysis = prepared_analysis("bargained");
    analysis.tables.at("actors") =
        edited(analysis.tables.at("actors"), "northern power,invented,100,5", "northern power,invented,100,105");
    try {
        (void)analysis.compute();
        FAIL() << "not refused";
    } catch (const InputError& error) {
        EXPECT_EQ(error.problems().front().line, 4u) << error.what();
    }
    PreparedAnalysis wrong = prepared_analysis("bargained");
    wrong.plan.parameters.set("lowest", 100.0);
    EXPECT_THROW((void)wrong.compute(), InputError);
}

TEST(BargainAnalysis, TheCommandIsThatOfTheSameNumbers) {
    PreparedAnalysis analysis = prepared_analysis("bargained");
    EXPECT_EQ(analysis.method->command(analysis.plan), "") << "choices of its own";
    analysis.plan.parameters.set("spatial", NamedTexts{});
    const std::string command = analysis.method->command(analysis.plan);
    EXPECT_TRUE(command.starts_with("tarazy simulate bargain ")) << command;
    EXPECT_TRUE(command.ends_with("actors.csv --show models")) << command;
}

}  // namespace bargain_analysis_test
}  // namespace tarazy
