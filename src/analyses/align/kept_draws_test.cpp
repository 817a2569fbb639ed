#include "analyses/align/kept_draws.hpp"

#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace tarazy {
namespace kept_draws_test {

DomainSeries four_draws() {
    DomainDraws one;
    one.domain = "positions";
    one.state = "KAZ";
    one.year = 1992;
    one.draws = 4;
    one.closeness = {0.1, 0.5, 0.2, 0.6, 0.3, NAN, 0.123456789, 0.8};
    return {{one}, {}};
}

TEST(KeptDraws, AreSpreadEvenlyAndTheSameForAllPoles) {
    const Table table = kept_draws(four_draws(), {"RUS", "CHN"}, 2);
    EXPECT_EQ(require_texts(table, "pole"), (std::vector<std::string>{"RUS", "RUS", "CHN"}));
    EXPECT_EQ(require_integers(table, "draw"), (std::vector<std::int64_t>{1, 2, 1})) << "an unknown one has no row";
    EXPECT_EQ(require_reals(table, "closeness"), (std::vector<double>{0.1, 0.3, 0.5}));
}

TEST(KeptDraws, AreAllThereAreWhereMoreAreAskedFor) {
    const Table table = kept_draws(four_draws(), {"RUS", "CHN"}, 100);
    EXPECT_EQ(table.rows(), 7u);
    EXPECT_EQ(require_reals(table, "closeness").at(3), 0.12346);
    EXPECT_EQ(kept_draws({}, {"RUS"}, 5).rows(), 0u);
}

}  // namespace kept_draws_test
}  // namespace tarazy
