#include "align/balance/balance_state_years.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace tarazy {
namespace balance_state_years_test {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

DomainDraws certain(const std::string& domain, const std::string& state, int year, std::vector<double> closeness) {
    return {domain, state, year, std::move(closeness), 1, {}, ""};
}

TEST(BalanceStateYears, AreSortedAndHaveAPlaceForEveryDomain) {
    const std::vector<DomainDraws> domains = {certain("votes", "UZB", 2000, {1, 1}),
                                              certain("trade", "KAZ", 2001, {1, 1}),
                                              certain("votes", "KAZ", 2000, {1, 1})};
    const std::vector<std::string> names = domain_names(domains);
    EXPECT_EQ(names, (std::vector<std::string>{"trade", "votes"}));
    const std::vector<StateYear> found = state_years(domains, names);
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].state, "KAZ");
    EXPECT_EQ(found[0].year, 2000);
    EXPECT_EQ(found[0].domains, (std::vector<const DomainDraws*>{nullptr, &domains[2]}));
    EXPECT_EQ(found[1].domains, (std::vector<const DomainDraws*>{&domains[1], nullptr}));
    EXPECT_EQ(found[2].state, "UZB");
}

TEST(BalanceStateYears, AnUnknownPoleLeavesTheSharesEmptyAndIsNamed) {
    const DomainFigures figures =
        domain_figures(certain("trade", "KAZ", 2000, {1, unknown, 2}), {"RUS", "CHN", "WEST"});
    EXPECT_FALSE(figures.composition);
    ASSERT_EQ(figures.rows.size(), 3u);
    for (const BalanceRow& row : figures.rows) {
        EXPECT_TRUE(std::isnan(row.figure.value));
        EXPECT_EQ(row.missing, "CHN");
    }
}

TEST(BalanceStateYears, TensionFollowsTheSharesOfItsDomain) {
    DomainDraws votes = certain("votes", "KAZ", 2000, {3, 1});
    votes.tension = {0.25};
    const DomainFigures figures = domain_figures(votes, {"RUS", "CHN"});
    ASSERT_TRUE(figures.composition);
    EXPECT_EQ(figures.rows.front().figure.quantity, "share");
    EXPECT_DOUBLE_EQ(figures.rows.front().figure.value, 0.75);
    EXPECT_EQ(figures.rows.back().figure.quantity, "tension");
    EXPECT_DOUBLE_EQ(figures.rows.back().figure.value, 0.25);
}

TEST(BalanceStateYears, WeightsAreOneUnlessGiven) {
    BalanceOptions options;
    EXPECT_EQ(domain_weight(options, "votes"), 1);
    options.weights = {{"votes", 2.5}};
    EXPECT_EQ(domain_weight(options, "votes"), 2.5);
}

}  // namespace balance_state_years_test
}  // namespace tarazy
