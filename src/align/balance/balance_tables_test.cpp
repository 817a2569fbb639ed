#include "align/balance/balance_tables.hpp"

#include "io/write_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace balance_tables_test {

TEST(BalanceTables, WhatIsNotKnownIsAnEmptyCell) {
    BalanceRows rows;
    BalanceRow row{"KAZ", 1999, "overall", {}, 1, 1, "arms; trade", "agenda"};
    rows.add(row, {spread("share", "RUS", std::vector{0.5}), spread("share", "CHN", {})});
    rows.label = {row, "", std::nullopt, std::nullopt, 0.5, {}, {}, {}};
    const std::vector<BalanceRows> all = {rows};
    EXPECT_EQ(to_csv(quantities_table(all)),
              "state,year,domain,quantity,poles,value,q05,q95,p_positive,weights_q05,weights_q95,n_domains,n_draws,"
              "missing,flag\n"
              "KAZ,1999,overall,share,RUS,0.5,,,,,,1,1,arms; trade,agenda\n"
              "KAZ,1999,overall,share,CHN,,,,,,,1,1,arms; trade,agenda\n");
    EXPECT_EQ(to_csv(labels_table(all)),
              "state,year,label,nearest,p_nearest,same_nearest,p_equidistant,p_specialised,p_aligned,n_domains,n_draws,"
              "missing,flag\n"
              "KAZ,1999,,,,0.5,,,,1,1,arms; trade,agenda\n");
}

TEST(BalanceTables, NoStateYearsGiveTablesWithoutRows) {
    EXPECT_EQ(quantities_table({}).rows(), 0u);
    EXPECT_EQ(labels_table({}).names.size(), 13u);
}

}  // namespace balance_tables_test
}  // namespace tarazy
