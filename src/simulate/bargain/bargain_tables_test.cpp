#include "simulate/bargain/bargain_tables.hpp"

#include "simulate/bargain/invented_actors_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tarazy {
namespace bargain_tables_test {

TEST(BargainTables, ARunOfTheSpatialModel) {
    const BargainActors actors = invented_actors(5, 2, 1);
    const SmpRun run = run_smp(actors, {}, RunDraws(1, 0));
    const Table positions = smp_position_table(actors, run), challenges = smp_challenge_table(actors, run),
                bargains = smp_bargain_table(actors, run);
    EXPECT_EQ(positions.names, (std::vector<std::string>{"turn", "actor", "dim", "position", "prob", "issue"}));
    EXPECT_EQ(positions.rows(), run.turns.size() * 10);
    EXPECT_EQ(smp_election_table(actors, run).rows(), run.turns.size() * 5);
    EXPECT_EQ(challenges.rows(), (run.turns.size() - 1) * 20);
    std::int64_t made = 0;
    for (const std::int64_t one : challenges["made"].integers()) made += one;
    EXPECT_EQ(static_cast<std::size_t>(made) * 2, bargains.rows());
    // Who takes a bargain is where it says in the next turn.
    for (std::size_t row = 0; row < bargains.rows(); ++row) {
        if (bargains["initiator_takes"].integers()[row] == 0) continue;
        const auto turn = static_cast<std::size_t>(bargains["turn"].integers()[row]);
        const std::string name(*bargains["initiator"].text(row));
        const auto i = static_cast<std::size_t>(std::ranges::find(actors.names, name) - actors.names.begin());
        EXPECT_EQ(run.turns[turn + 1].position[actors.place(i, row % 2)], bargains["initiator_to"].reals()[row]);
    }
}

TEST(BargainTables, MiddlesByTurnAndModel) {
    const BargainActors actors = invented_actors(5, 2, 1);
    const std::vector<BargainCourse> courses = courses_by_model(actors, {}, {}, RunDraws(1, 0));
    ASSERT_EQ(courses.size(), 5u);
    const Table table = course_table(courses);
    EXPECT_EQ(table.rows(), 6u);
    EXPECT_EQ(*table["model"].text(0), "smp");
    EXPECT_EQ(*table["model"].text(3), "bdm scholz-code");
    EXPECT_EQ(*table["issue"].text(4), "issue2");
    const Table forecast = forecast_table(courses[0]);
    EXPECT_EQ(forecast["mean"].reals().back(), table["mean"].reals()[1]);
    EXPECT_EQ(forecast["median"].reals()[0], table["median_first"].reals()[0]);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        EXPECT_LE(table["mean_least"].reals()[row], table["mean"].reals()[row]);
        EXPECT_GE(table["median_most"].reals()[row], table["median"].reals()[row]);
    }
}

TEST(BargainTables, PositionsOfAllTurns) {
    const BargainActors actors = invented_actors(5, 2, 1);
    const std::vector<BargainCourse> courses = courses_by_model(actors, {}, {}, RunDraws(1, 0));
    const Table spatial = course_position_table(actors, courses[0]);
    EXPECT_EQ(spatial.rows(), courses[0].middles.size() * 10);
    EXPECT_EQ(spatial["position"].reals()[5], actors.position[actors.place(0, 1)]) << "the second issue of turn 0";
    const Table one = course_position_table(actors, courses[4]);
    EXPECT_EQ(*one["issue"].text(0), "issue2");
    EXPECT_EQ(one["position"].reals()[3], actors.position[actors.place(3, 1)]);
}

TEST(BargainTables, TwoActorsHaveNoSpatialModel) {
    const std::vector<BargainCourse> courses = courses_by_model(invented_actors(2, 1, 1), {}, {}, RunDraws(1, 0));
    ASSERT_EQ(courses.size(), 2u);
    EXPECT_EQ(courses[0].model, "bdm paper");
}

TEST(BargainTables, ARunOfTheExpectedUtilityModel) {
    const BargainActors actors = invented_actors(5, 1, 1);
    const BdmRun run = run_bdm(actors, {});
    EXPECT_EQ(bdm_position_table(actors, run).rows(), run.rounds.size() * 5);
    EXPECT_TRUE(bdm_position_table(actors, run)["risk_exponent"].missing(0));
    EXPECT_EQ(bdm_contest_table(actors, run).rows(), (run.rounds.size() - 1) * 20);
    EXPECT_GT(bdm_offer_table(actors, run).rows(), 0u);
}

TEST(BargainTables, TheEndOfACycleIsToldOverTheCycle) {
    BargainCourse course{"smp", {"x"}, {}, BargainEnd::cycle, 2};
    for (const double one : {50.0, 10.0, 20.0, 10.0, 20.0}) course.middles.push_back({{one, one}});
    EXPECT_EQ(course.last_turns(), 2u);
    const Table table = course_table({course});
    EXPECT_EQ(table["mean_least"].reals()[0], 10);
    EXPECT_EQ(table["mean_most"].reals()[0], 20);
    EXPECT_EQ(table["cycle_length"].integers()[0], 2);
    course.end = BargainEnd::converged;
    EXPECT_EQ(course_table({course})["mean_least"].reals()[0], 20);
}

}  // namespace bargain_tables_test
}  // namespace tarazy
