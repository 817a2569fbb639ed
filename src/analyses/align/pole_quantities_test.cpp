#include "analyses/align/pole_quantities.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace pole_quantities_test {

TEST(PoleQuantities, NameStateDomainAndPoles) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_EQ(pole_quantity(context, {"UZB", "imports", "share", {"RUS"}, "2005"})->en,
              "Uzbekistan: imports: share: Russia");
    EXPECT_EQ(pole_quantity(context, {"", "", "difference", {"RUS", "CHN"}, ""})->en, "closeness: Russia minus China");
    EXPECT_EQ(pole_quantity(context, {"", "imports", "standing_of_mean_share", {"RUS"}, ""})->en,
              "imports: standing among the comparison states: mean share: Russia");
    EXPECT_EQ(pole_quantity(context, {"", "", "rank_of_evenness", {}, ""})->ru,
              "место среди государств, взятых для сравнения, 1 — наибольшее значение: " +
                  pole_quantity(context, {"", "", "evenness", {}, ""})->ru);
    EXPECT_FALSE(pole_quantity(context, {"", "", "rank_of_no_such", {}, ""}));
    EXPECT_FALSE(pole_quantity(context, {"", "", "no_such", {}, ""}));
}

}  // namespace pole_quantities_test
}  // namespace tarazy
