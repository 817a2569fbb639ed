#include "analyses/align/align_rows_used.hpp"

#include "analyses/rows_entered_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace align_rows_used_test {

std::vector<std::string> roles_of(const std::vector<RowsUsed>& used) {
    std::vector<std::string> roles;
    for (const RowsUsed& rows : used) roles.push_back(rows.result_table ? "table " + *rows.result_table : rows.role);
    return roles;
}

using Roles = std::vector<std::string>;

TEST(AlignRowsUsed, OnlyWeighedMeasuresReadTheWeights) {
    const RowsBehind behind("similarity_ties");
    const auto roles = [&](const char* measure) {
        return roles_of(similarity_rows_used(every_method_result(), *behind.result,
                                             behind.claim(std::string("KAZ-RUS.2005.") + measure)));
    };
    EXPECT_EQ(roles("kappa_bin"), (Roles{"ties", "system"}));
    EXPECT_EQ(roles("s_val_abs_cinc"), (Roles{"ties", "system", "weights"}));
}

TEST(AlignRowsUsed, WindowsShowTheYearsThatTheyTakeTogether) {
    const RowsBehind behind("shares");
    const auto roles = [&](const char* rest) {
        return roles_of(shares_rows_used(every_method_result(), *behind.result, behind.claim(rest)));
    };
    EXPECT_EQ(roles("closeness.RUS.2006"), (Roles{"roll_calls", "votes"}));
    EXPECT_EQ(roles("mean_share.RUS.2005-2010"), (Roles{"table ", "roll_calls", "votes"}));
}

TEST(AlignRowsUsed, ABalanceReadsTheDataOfItsDomainsAlone) {
    const RowsBehind behind("hedge");
    const auto used = balance_rows_used(every_method_result(), *behind.result, behind.claim("imports.share.RUS.2006"));
    EXPECT_EQ(roles_of(used), (Roles{"indicators"}));
}

}  // namespace align_rows_used_test
}  // namespace tarazy
