#include "align/balance/balance.hpp"

#include "align/balance/composition.hpp"
#include "base/random.hpp"
#include "base/work_test.hpp"
#include "io/write_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace balance_test {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

BalanceOptions options() {
    BalanceOptions o;
    o.poles = {"RUS", "CHN", "WEST"};
    o.weight_draws = 200;
    o.threads = 1;
    return o;
}

DomainDraws certain(const std::string& domain, std::vector<double> closeness, const std::string& state = "KAZ",
                    int year = 2000) {
    return {domain, state, year, std::move(closeness), 1, {}, ""};
}

DomainDraws uncertain(const std::string& domain, std::vector<double> centre, const std::string& state = "KAZ",
                      int year = 2000, std::size_t draws = 300) {
    DomainDraws result{domain, state, year, {}, draws, {}, ""};
    Random random(11, "closeness of a test " + domain + state, static_cast<std::uint64_t>(year));
    for (std::size_t i = 0; i < draws * centre.size(); ++i) {
        result.closeness.push_back(centre[i % centre.size()] * std::exp(0.4 * (random.uniform() - 0.5)));
    }
    return result;
}

struct Found {
    const Table& table;
    std::size_t row;
    [[nodiscard]] std::optional<double> operator[](const char* column) const { return table[column].real(row); }
    [[nodiscard]] std::string text(const char* column) const {
        return std::string(table[column].text(row).value_or(""));
    }
};

Found figure(const Table& table, const std::string& domain, const std::string& quantity, const std::string& poles = "",
             const std::string& state = "KAZ") {
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (table["state"].text(row) == state && table["domain"].text(row) == domain &&
            table["quantity"].text(row) == quantity && table["poles"].text(row).value_or("") == poles) {
            return {table, row};
        }
    }
    throw std::out_of_range(domain + ' ' + quantity + ' ' + poles);
}

std::string fault(const std::vector<DomainDraws>& domains, const BalanceOptions& o = options()) {
    try {
        (void)balance(domains, o);
    } catch (const InputError& error) {
        return error.what();
    } catch (const UsageError& error) {
        return std::string("usage: ") + error.what();
    }
    return "no error";
}

TEST(Balance, OverallIsTheCentreOfTheDomainsAndTheHedgeAddsUp) {
    const auto result = balance({certain("votes", {6, 2, 2}), certain("trade", {2, 6, 2})}, options());
    const Table& q = result.quantities;
    const double ratio = std::sqrt(12.0) / 2;  // of Russia and of China to the West
    EXPECT_NEAR(*figure(q, "overall", "share", "RUS")["value"], ratio / (2 * ratio + 1), 1e-14);
    EXPECT_NEAR(*figure(q, "votes", "evenness")["value"], evenness(std::vector{0.6, 0.2, 0.2}), 1e-14);
    EXPECT_NEAR(*figure(q, "overall", "h_total")["value"], evenness(std::vector{0.4, 0.4, 0.2}), 1e-14);
    EXPECT_NEAR(*figure(q, "overall", "h_within")["value"] + *figure(q, "overall", "h_between")["value"],
                *figure(q, "overall", "h_total")["value"], 1e-14);
    EXPECT_NEAR(*figure(q, "overall", "tilt", "RUS,CHN|WEST")["value"], std::sqrt(2.0 / 3) * std::log(ratio), 1e-14);
    EXPECT_EQ(result.labels["label"].text(0), "specialised");
    EXPECT_TRUE(result.labels["nearest"].missing(0)) << "two poles are equally near overall";
    EXPECT_EQ(result.labels["n_domains"].integer(0), 2);
    EXPECT_EQ(result.labels["n_draws"].integer(0), 1);
}

TEST(Balance, EqualSharesAreEvenAndEquidistant) {
    const auto result = balance({certain("votes", {2, 2, 2}), certain("trade", {5, 5, 5})}, options());
    EXPECT_NEAR(*figure(result.quantities, "overall", "evenness")["value"], 1, 1e-14);
    EXPECT_EQ(result.labels["label"].text(0), "equidistant");
}

TEST(Balance, OrderOfTheInputAndThreadsChangeNoByte) {
    std::vector<DomainDraws> domains;
    for (const char* state : {"KAZ", "UZB", "MNG"}) {
        for (int year = 2000; year < 2004; ++year) {
            domains.push_back(uncertain("votes", {5, 3, 2}, state, year));
            domains.push_back(uncertain("trade", {3, 5, 4}, state, year));
            if (year > 2000) domains.push_back(certain("arms", {8, 1, 2}, state, year));
        }
    }
    BalanceOptions o = options();
    const BalanceResult one = balance(domains, o);
    std::ranges::reverse(domains);
    o.threads = 3;
    const BalanceResult other = balance(domains, o);
    EXPECT_EQ(to_csv(one.quantities), to_csv(other.quantities));
    EXPECT_EQ(to_csv(one.labels), to_csv(other.labels));
    EXPECT_EQ(one.labels.rows(), 12u);
    EXPECT_EQ(one.labels["missing"].text(0), "arms");
}

TEST(Balance, PermutedPolesHaveTheSameFigures) {
    const auto one = balance({uncertain("votes", {5, 3, 2}), certain("trade", {3, 5, 4})}, options());
    DomainDraws turned = uncertain("votes", {5, 3, 2});
    for (std::size_t d = 0; d < turned.draws; ++d) {
        std::rotate(turned.closeness.begin() + static_cast<std::ptrdiff_t>(3 * d),
                    turned.closeness.begin() + static_cast<std::ptrdiff_t>(3 * d + 1),
                    turned.closeness.begin() + static_cast<std::ptrdiff_t>(3 * d + 3));
    }
    BalanceOptions o = options();
    o.poles = {"CHN", "WEST", "RUS"};
    const auto other = balance({turned, certain("trade", {5, 4, 3})}, o);
    for (const std::string& pole : o.poles) {
        for (const char* column : {"value", "q05", "weights_q95"}) {
            EXPECT_NEAR(*figure(one.quantities, "overall", "share", pole)[column],
                        *figure(other.quantities, "overall", "share", pole)[column], 1e-14);
        }
    }
    EXPECT_NEAR(*figure(one.quantities, "overall", "h_between")["value"],
                *figure(other.quantities, "overall", "h_between")["value"], 1e-14);
    EXPECT_EQ(one.labels["p_nearest"].real(0), other.labels["p_nearest"].real(0));
}

TEST(Balance, AWeightOfZeroShowsADomainButLeavesItOut) {
    BalanceOptions o = options();
    const DomainDraws votes = uncertain("votes", {5, 3, 2}), trade = uncertain("trade", {3, 5, 4});
    const auto without = balance({votes, trade}, o);
    o.weights = {{"votes", 1}, {"trade", 1}, {"arms", 0}};
    const auto weighted = balance({votes, trade, certain("arms", {9, 1, 1})}, o);
    for (const char* column : {"value", "q05", "weights_q05"}) {
        EXPECT_EQ(figure(weighted.quantities, "overall", "share", "RUS")[column],
                  figure(without.quantities, "overall", "share", "RUS")[column]);
    }
    EXPECT_EQ(to_csv(weighted.labels), to_csv(without.labels));
    EXPECT_NEAR(*figure(weighted.quantities, "arms", "share", "RUS")["value"], 9.0 / 11, 1e-14);
}

TEST(Balance, ADomainWithAnUnknownPoleIsNamedAndLeftOut) {
    const auto result = balance(
        {certain("votes", {6, 2, 2}), certain("trade", {2, unknown, 2}), certain("arms", {1, 1, 1}, "UZB")}, options());
    const Table& q = result.quantities;
    EXPECT_EQ(figure(q, "trade", "share", "RUS")["value"], std::nullopt);
    EXPECT_EQ(figure(q, "trade", "share", "RUS").text("missing"), "CHN");
    EXPECT_NEAR(*figure(q, "overall", "share", "RUS")["value"], 0.6, 1e-14);
    EXPECT_EQ(figure(q, "overall", "share", "RUS").text("missing"), "arms; trade");
    EXPECT_TRUE(result.labels["label"].missing(0)) << "no label from one domain";
    EXPECT_TRUE(result.labels["p_aligned"].missing(0));
    EXPECT_NEAR(*figure(q, "overall", "h_within")["value"], *figure(q, "overall", "h_total")["value"], 1e-15);
}

TEST(Balance, AYearWithoutAnyKnownDomainIsThereWithEmptyCells) {
    const auto result = balance({certain("trade", {unknown, 1, 2})}, options());
    EXPECT_EQ(figure(result.quantities, "overall", "share", "WEST")["value"], std::nullopt);
    EXPECT_EQ(result.labels["n_domains"].integer(0), 0);
    EXPECT_TRUE(result.labels["n_draws"].missing(0));
    EXPECT_EQ(result.labels["missing"].text(0), "trade");
}

// Russia's lead in votes is in each draw as large as China's lead in trade, or twice as large: overall Russia is nearer
// whenever the draws say so together. With independent margins the same lead would be uncertain.
TEST(Balance, DrawsOfDifferentDomainsAreTakenTogether) {
    DomainDraws votes{"votes", "KAZ", 2000, {}, 400, {}, ""}, trade = votes;
    trade.domain = "trade";
    DomainDraws shifted = trade;
    for (std::size_t d = 0; d < 400; ++d) {
        const double lead = 0.1 + 3 * static_cast<double>(d) / 400;
        votes.closeness.insert(votes.closeness.end(), {std::exp(lead + 0.05), 1, 0.5});
        trade.closeness.insert(trade.closeness.end(), {1, std::exp(lead), 0.5});
        const double other = 0.1 + 3 * static_cast<double>((d + 200) % 400) / 400;
        shifted.closeness.insert(shifted.closeness.end(), {1, std::exp(other), 0.5});
    }
    const auto together = balance({votes, trade}, options());
    EXPECT_EQ(figure(together.quantities, "overall", "closer", "RUS-CHN")["value"], 1.0);
    const auto apart = balance({votes, shifted}, options());
    EXPECT_NEAR(*figure(apart.quantities, "overall", "closer", "RUS-CHN")["value"], 0.5, 1e-12)
        << "the same margins, paired otherwise";
    EXPECT_EQ(figure(together.quantities, "trade", "share", "CHN")["q95"],
              figure(apart.quantities, "trade", "share", "CHN")["q95"]);
}

TEST(Balance, TensionAndFlagStandBesideTheDomain) {
    DomainDraws votes = uncertain("votes", {5, 3, 2}, "KAZ", 2000, 3);
    votes.tension = {1, 2, 4};
    votes.flag = "agenda";
    const auto result = balance({votes, certain("trade", {1, 1, 1})}, options());
    EXPECT_EQ(figure(result.quantities, "votes", "tension")["value"], 2);
    EXPECT_EQ(figure(result.quantities, "votes", "tension").text("flag"), "agenda");
    EXPECT_EQ(result.labels["flag"].text(0), "agenda");
    EXPECT_THROW((void)figure(result.quantities, "trade", "tension"), std::out_of_range);
}

TEST(Balance, AnIrrelevantPoleChangesEvennessButNotWhoIsCloser) {
    BalanceOptions four = options();
    four.poles.push_back("IND");
    const auto with = balance({certain("votes", {5, 3, 2, 1e-9}), certain("trade", {3, 5, 4, 1e-9})}, four);
    const auto without = balance({certain("votes", {5, 3, 2}), certain("trade", {3, 5, 4})}, options());
    for (const char* quantity : {"closer", "nearest"}) {
        const std::string of = quantity == std::string("closer") ? "RUS-CHN" : "RUS";
        EXPECT_EQ(figure(with.quantities, "overall", quantity, of)["value"],
                  figure(without.quantities, "overall", quantity, of)["value"]);
    }
    EXPECT_NEAR(*figure(with.quantities, "overall", "tilt", "RUS|CHN")["value"],
                *figure(without.quantities, "overall", "tilt", "RUS|CHN")["value"], 1e-14);
    EXPECT_NEAR(*figure(with.quantities, "overall", "evenness")["value"],
                *figure(without.quantities, "overall", "evenness")["value"] * std::log(3) / std::log(4), 1e-6);
}

TEST(Balance, EveryFaultOfTheDrawsIsNamed) {
    const std::string all =
        fault({certain("votes", {6, 0, 2}), certain("trade", {1, 2}), certain("votes", {1, 1, 1}),
               uncertain("arms", {1, 1, 1}, "KAZ", 2000, 20), uncertain("visits", {1, 1, 1}, "KAZ", 2000, 30)});
    EXPECT_NE(all.find("domain votes, state KAZ, year 2000: closeness is 0.0"), std::string::npos) << all;
    EXPECT_NE(all.find("domain trade, state KAZ, year 2000: 2 figures of closeness for 1 draws"), std::string::npos);
    EXPECT_NE(all.find("is there twice"), std::string::npos);
    EXPECT_NE(all.find("30 draws, but domain arms has 20"), std::string::npos);
}

TEST(Balance, OptionsThatDoNotFitAreRefused) {
    const std::vector<DomainDraws> votes = {certain("votes", {6, 1, 2})};
    const auto refused = [&](auto change) {
        BalanceOptions o = options();
        change(o);
        return fault(votes, o);
    };
    EXPECT_NE(refused([](auto& o) { o.poles = {"RUS"}; }).find("usage: balance needs two poles"), std::string::npos);
    EXPECT_NE(refused([](auto& o) { o.poles[1] = "RUS"; }).find("named twice"), std::string::npos);
    EXPECT_NE(refused([](auto& o) { o.weights = {{"vots", 1}}; }).find("did you mean 'votes'"), std::string::npos);
    EXPECT_NE(refused([](auto& o) { o.weights = {{"votes", 0}}; }).find("all weights are 0"), std::string::npos);
    EXPECT_NE(refused([](auto& o) {
                  o.weights = {{"votes", -1}};
              }).find("the weight of votes is -1; give 0 or more"),
              std::string::npos);
    EXPECT_NE(refused([](auto& o) { o.label_probability = 0.5; }).find("above 0.5"), std::string::npos);
    EXPECT_NE(fault({certain("overall", {1, 1, 1})}).find("cannot be called"), std::string::npos);
}

TEST(Balance, EndsWhenItIsAskedToAndSaysHowFarItIs) {
    std::vector<DomainDraws> domains;
    for (int year = 1992; year < 2002; ++year) {
        domains.push_back(uncertain("votes", {1, 2, 3}, "KAZ", year));
        domains.push_back(uncertain("trade", {3, 2, 1}, "KAZ", year));
    }
    for (const unsigned threads : {1u, 3u}) {
        expect_stoppable([&](const Work& work) {
            BalanceOptions o = options();
            o.threads = threads;
            o.work = work;
            (void)balance(domains, o);
        });
    }
}

}  // namespace balance_test
}  // namespace tarazy
