#include "align/balance/balance_summary.hpp"

#include "align/balance/balance_state_years.hpp"
#include "align/balance/composition.hpp"
#include "base/random.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tarazy {
namespace balance_summary_test {

constexpr double not_known = std::numeric_limits<double>::quiet_NaN();

BalanceOptions three_poles() {
    BalanceOptions o;
    o.poles = {"RUS", "CHN", "WEST"};
    o.weight_draws = 100;
    return o;
}

DomainDraws entry(const std::string& domain, int year, std::vector<double> closeness) {
    return {domain, "KAZ", year, std::move(closeness), 1, {}, ""};
}

std::optional<double> cell(const Table& table, const std::string& domain, const std::string& quantity,
                           const std::string& poles, const std::string& window, const char* column = "value") {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table["domain"].text(row) == domain && table["quantity"].text(row) == quantity &&
            table["poles"].text(row).value_or("") == poles && table["window"].text(row) == window) {
            return table[column].real(row);
        }
    }
    return std::nullopt;
}

TEST(BalanceSummary, MeansOverTheYearsOfAWindow) {
    const Table summary = balance_summary(
        {entry("votes", 2000, {6, 2, 2}), entry("votes", 2001, {2, 6, 2}), entry("votes", 2002, {1, 8, 1})},
        three_poles(), {{2000, 2001}, {2002, 2002}});
    EXPECT_NEAR(*cell(summary, "votes", "mean_share", "RUS", "2000-2001"), 0.4, 1e-14);
    EXPECT_NEAR(*cell(summary, "votes", "evenness", "", "2000-2001"), evenness(std::vector{0.6, 0.2, 0.2}), 1e-14);
    EXPECT_EQ(cell(summary, "votes", "years_closer", "RUS-CHN", "2000-2001"), 1);
    EXPECT_EQ(cell(summary, "votes", "years_closer", "RUS-WEST", "2002-2002"), 0.5);
    EXPECT_EQ(cell(summary, "votes", "evenness", "", "2000-2001", "n_years"), 2);
    EXPECT_FALSE(cell(summary, "votes", "evenness", "", "2000-2001", "q05"));
}

TEST(BalanceSummary, AllTogetherOnlyOverYearsInWhichNoDomainIsLacking) {
    const Table summary = balance_summary({entry("votes", 2000, {6, 2, 2}), entry("trade", 2000, {2, 6, 2}),
                                           entry("votes", 2001, {8, 1, 1}), entry("trade", 2001, {2, not_known, 2})},
                                          three_poles(), {});
    EXPECT_EQ(cell(summary, "overall", "h_total", "", "2000-2001", "n_years"), 1);
    EXPECT_NEAR(*cell(summary, "overall", "h_total", "", "2000-2001"), evenness(std::vector{0.4, 0.4, 0.2}), 1e-14);
    EXPECT_EQ(cell(summary, "votes", "evenness", "", "2000-2001", "n_years"), 2);
    EXPECT_EQ(cell(summary, "trade", "evenness", "", "2000-2001", "n_years"), 1);
    // The window is the declared one; beside it stand the years that the row rests on.
    EXPECT_EQ(cell(summary, "votes", "evenness", "", "2000-2001", "last_year"), 2001);
    EXPECT_EQ(cell(summary, "trade", "evenness", "", "2000-2001", "first_year"), 2000);
    EXPECT_EQ(cell(summary, "trade", "evenness", "", "2000-2001", "last_year"), 2000);
    EXPECT_EQ(cell(summary, "overall", "h_total", "", "2000-2001", "last_year"), 2000);
    EXPECT_EQ(cell(summary, "overall", "years_specialised", "", "2000-2001"), 1);
    EXPECT_EQ(cell(summary, "overall", "years_aligned", "RUS", "2000-2001"), 0);
    // A window without any such year says nothing rather than zero.
    const Table later =
        balance_summary({entry("votes", 2001, {8, 1, 1}), entry("trade", 2001, {2, not_known, 2})}, three_poles(), {});
    EXPECT_FALSE(cell(later, "overall", "years_specialised", "", "2001-2001"));
}

TEST(BalanceSummary, DrawsAreAveragedBeforeTheyAreSorted) {
    // Two years that move against each other: each is uncertain, their mean is not.
    Random random(5, "balance summary of a test", 0);
    DomainDraws first{"votes", "KAZ", 2000, {}, 400, {}, ""}, second{"votes", "KAZ", 2001, {}, 400, {}, ""};
    for (std::size_t d = 0; d < 400; ++d) {
        const double share = 0.3 + 0.2 * random.uniform();
        first.closeness.insert(first.closeness.end(), {share, 0.2, 0.8 - share});
        second.closeness.insert(second.closeness.end(), {0.8 - share, 0.2, share});
    }
    const Table summary = balance_summary({first, second}, three_poles(), {});
    EXPECT_NEAR(*cell(summary, "votes", "mean_share", "RUS", "2000-2001", "q05"), 0.4, 1e-12);
    EXPECT_NEAR(*cell(summary, "votes", "mean_share", "RUS", "2000-2001", "q95"), 0.4, 1e-12);
    const Table one = balance_summary({first}, three_poles(), {});
    EXPECT_GT(*cell(one, "votes", "mean_share", "RUS", "2000-2000", "q95") -
                  *cell(one, "votes", "mean_share", "RUS", "2000-2000", "q05"),
              0.15);
}

TEST(BalanceSummary, LabelsAreThoseOfTheBalance) {
    std::vector<DomainDraws> domains;
    for (int year = 1995; year < 2005; ++year) {
        const double lean = year - 1995.0;
        domains.push_back(entry("votes", year, {1 + lean, 1, 1}));
        domains.push_back(entry("trade", year, {1 + lean, 1.1, 1}));
    }
    const BalanceResult result = balance(domains, three_poles());
    double aligned = 0, equidistant = 0;
    for (std::size_t row = 0; row < result.labels.rows(); ++row) {
        aligned += result.labels["label"].text(row) == "aligned:RUS" ? 1 : 0;
        equidistant += result.labels["label"].text(row) == "equidistant" ? 1 : 0;
    }
    const Table summary = balance_summary(domains, three_poles(), {});
    ASSERT_GT(aligned, 0);
    EXPECT_EQ(cell(summary, "overall", "years_aligned", "RUS", "1995-2004"), aligned);
    EXPECT_EQ(cell(summary, "overall", "years_equidistant", "", "1995-2004"), equidistant);
}

TEST(BalanceSummary, QuantitiesOfOneDomainAreThoseOfTheBalance) {
    const DomainSeries series{{entry("votes", 2000, {6, 2, 2}), entry("votes", 2001, {2, not_known, 2})}, {}};
    const Table all = balance(series.state_years, three_poles()).quantities;
    const Table one = domain_quantities(series, three_poles().poles);
    ASSERT_GT(one.rows(), 0u);
    for (std::size_t row = 0; row < one.rows(); ++row) {
        const std::size_t same = row < one.rows() - 3 ? row : all.rows() - 6 + (row - (one.rows() - 3));
        EXPECT_EQ(one["quantity"].text(row), all["quantity"].text(same));
        EXPECT_EQ(one["value"].real(row), all["value"].real(same));
        EXPECT_EQ(one["domain"].text(row), "votes");
    }
}

}  // namespace balance_summary_test
}  // namespace tarazy
