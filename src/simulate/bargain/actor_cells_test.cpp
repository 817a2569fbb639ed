#include "simulate/bargain/actor_cells.hpp"

#include "simulate/bargain/invented_actors_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace actor_cells_test {

TEST(ActorCells, EveryNumberHasAName) {
    BargainActors actors = invented_actors(3, 2, 1);
    actors.names[1] = "foreign ministry";
    const NamedCells cells = named_cells(actors);
    EXPECT_EQ(cells.names.size(), 15u);
    EXPECT_EQ(cells.find("capability_foreign_ministry")->place, 1u);
    const auto salience = cells.find("salience_foreign_ministry_issue2");
    ASSERT_TRUE(salience);
    EXPECT_EQ(salience->kind, CellKind::salience);
    EXPECT_EQ(salience->place, 3u);
    EXPECT_FALSE(cells.find("salience_foreign_ministry"));
    EXPECT_TRUE(named_cells(with_issue(actors, 0)).find("position_foreign_ministry"));
}

TEST(ActorCells, NumbersThatNoModelCanTakeAreFound) {
    const CellValues good{{1, 2}, {0, 100, 50, 50}, {0.5, 0.5, 0, 1}};
    EXPECT_TRUE(are_usable(good, 0, 100));
    CellValues bad = good;
    bad.capability[0] = 0;
    EXPECT_FALSE(are_usable(bad, 0, 100));
    bad = good;
    bad.position[1] = 100.5;
    EXPECT_FALSE(are_usable(bad, 0, 100));
    bad = good;
    bad.salience[1] = 0.6;
    EXPECT_FALSE(are_usable(bad, 0, 100));
    bad = good;
    bad.salience[2] = std::nan("");
    EXPECT_FALSE(are_usable(bad, 0, 100));
}

}  // namespace actor_cells_test
}  // namespace tarazy
