#include "align/votes/sitting.hpp"

#include "align/balance/position_domain.hpp"
#include "align/balance/shares.hpp"
#include "io/read_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace tarazy {
namespace sitting_test {

struct Seat {
    const char* code;
    int session;
    std::vector<int> voting;  ///< under one of these numbers the state sits
    std::optional<int> expected;
};

/// Every state whose number changed or is shared, as the record of the General Assembly has it.
const std::vector<Seat>& seats() {
    static const std::vector<Seat> all = {
        {"DEU", 28, {260, 265}, 260},     {"DEU", 44, {260, 265}, 260},     {"DEU", 45, {260}, 260},
        {"DEU", 45, {255}, 255},          {"DEU", 45, {255, 260}, 255},     {"DEU", 46, {255}, 255},
        {"DEU", 44, {265}, std::nullopt}, {"DDR", 44, {260, 265}, 265},     {"YEM", 44, {678, 680}, 678},
        {"YEM", 45, {678}, 678},          {"YEM", 45, {679}, 679},          {"YEM", 46, {679}, 679},
        {"YMD", 44, {678, 680}, 680},     {"SRB", 60, {345}, 345},          {"SRB", 62, {340}, 340},
        {"YUG", 40, {345}, 345},          {"SCG", 59, {345}, 345},          {"SRB", 46, {345}, 345},
        {"CSK", 47, {315}, 315},          {"CZE", 47, {315}, std::nullopt}, {"CZE", 48, {316, 317}, 316},
        {"SVK", 48, {316, 317}, 317},     {"SUN", 30, {365}, 365},          {"RUS", 30, {365}, 365},
        {"RUS", 46, {365}, 365},          {"VNM", 32, {816}, 816},          {"VNM", 29, {817}, std::nullopt},
        {"CHN", 26, {710, 713}, 710},     {"TWN", 26, {710, 713}, 713},     {"CHN", 20, {713}, std::nullopt},
        {"365", 50, {365}, 365},          {"XYZ", 50, {365}, std::nullopt},
    };
    return all;
}

TEST(Sitting, AStateIsFoundUnderTheNumberThatVoted) {
    for (const Seat& seat : seats()) {
        Assembly assembly;
        assembly.years[seat.session] = 1945 + seat.session;
        const std::set<int> voting(seat.voting.begin(), seat.voting.end());
        const Sitting sitting(assembly, seat.session, [&](int number) { return voting.contains(number); });
        EXPECT_EQ(sitting.member(seat.code), seat.expected) << seat.code << " in session " << seat.session;
        const std::vector<int> members = sitting.members(seat.code);
        EXPECT_EQ(members.empty(), !seat.expected);
    }
}

TEST(Sitting, WithoutAYearTheNumberThatVotedIsStillFound) {
    const Assembly assembly;
    const Sitting sitting(assembly, 8, [](int number) { return number == 260; });
    EXPECT_EQ(sitting.member("DEU"), 260);
}

TEST(Sitting, NamesComeBeforePartiesAndPartiesAreThoseOfTheSession) {
    Assembly assembly;
    assembly.names = {{1, "Ash"}, {2, "Birch"}, {3, "Left"}};
    assembly.parties = {{{1, 1}, "Green"}, {{1, 2}, "Green"}, {{2, 1}, "Left"}, {{1, 3}, "Left"}};
    const auto all = [](int) { return true; };
    EXPECT_EQ(Sitting(assembly, 1, all).members("Green"), (std::vector<int>{1, 2}));
    EXPECT_EQ(Sitting(assembly, 2, all).members("Green"), (std::vector<int>{}));
    EXPECT_EQ(Sitting(assembly, 1, all).members("Left"), (std::vector<int>{3})) << "the member of that name";
    EXPECT_EQ(Sitting(assembly, 1, [](int member) { return member == 2; }).members("Green"), (std::vector<int>{2}));
    EXPECT_FALSE(Sitting(assembly, 1, all).member("Green"));
    EXPECT_FALSE(Sitting(assembly, 1, all).member("DEU")) << "states are no members here";
}

TEST(PolesOf, CountsAMemberOnceAndRefusesItInTwoPoles) {
    Assembly assembly;
    assembly.names = {{1, "Ash"}, {2, "Birch"}, {3, "Oak"}};
    assembly.parties = {{{1, 1}, "Green"}, {{1, 2}, "Green"}};
    const Sitting sitting(assembly, 1, [](int) { return true; });
    const std::vector<PoleMembers> once = {{"A", {"Birch", "Green"}}, {"B", {"Oak", "Elm"}}};
    const SittingPoles poles = poles_of(sitting, once, "session 1");
    EXPECT_EQ(poles.members, (std::vector<std::vector<int>>{{2, 1}, {3}}));
    EXPECT_EQ(poles.absent, (std::vector<std::pair<std::string, std::string>>{{"Elm", "B"}}));
    const std::vector<PoleMembers> twice = {{"A", {"Oak", "Birch"}}, {"B", {"Green"}}};
    EXPECT_THROW((void)poles_of(sitting, twice, "session 1"), InputError);
}

TEST(SameState, SharesANumber) {
    EXPECT_TRUE(same_state("SUN", "RUS", 1985));
    EXPECT_TRUE(same_state("255", "DEU", 1990));
    EXPECT_TRUE(same_state("260", "DEU", 1995));
    EXPECT_FALSE(same_state("DDR", "DEU", 1985));
    EXPECT_FALSE(same_state("CSK", "CZE", 1992));
}

/// A state and two poles that hold together from one session to the next whatever number the state has.
VoteData votes_with(const std::vector<std::pair<int, int>>& session_and_number, bool as_state) {
    std::string text = "rcid,session,ccode,vote\n";
    int id = 0;
    for (const auto& [session, number] : session_and_number) {
        for (int call = 0; call < 2; ++call) {
            const std::string start = std::to_string(++id) + ',' + std::to_string(session) + ',';
            const std::string one = call == 0 ? "1\n" : "3\n";
            text += start + std::to_string(as_state ? 900 : number) + ",1\n";
            text += start + std::to_string(as_state ? number : 900) + ',' + one;
            text += start + "2,3\n";
        }
    }
    const std::vector<Table> tables = {read_csv(text, "votes.csv")};
    return load_votes(tables, {});
}

struct Change {
    const char* code;
    std::vector<std::pair<int, int>> numbers;  ///< session and number
};

TEST(VoteShares, AStateThatChangesItsNumberIsThereInEverySessionAsPoleAndAsState) {
    const std::vector<Change> changes = {{"DEU", {{44, 260}, {45, 260}, {46, 255}}},
                                         {"DEU", {{44, 260}, {45, 255}, {46, 255}}},
                                         {"YEM", {{44, 678}, {45, 678}, {46, 679}}},
                                         {"SRB", {{46, 345}, {60, 345}, {62, 340}}},
                                         {"RUS", {{30, 365}, {46, 365}, {47, 365}}}};
    for (const Change& change : changes) {
        SharesOptions options;
        options.bootstrap = 0;
        options.states = {"AUS"};
        options.poles = {{"ONE", {change.code}}, {"USA", {"USA"}}};
        const SharesResult as_pole = vote_shares(votes_with(change.numbers, false), options);
        ASSERT_EQ(as_pole.by_year.rows(), 6u) << change.code;
        EXPECT_EQ(as_pole.by_year["share"].count_missing(), 0u) << change.code;
        options.states = {change.code};
        options.poles = {{"AUS", {"AUS"}}, {"USA", {"USA"}}};
        const SharesResult as_state = vote_shares(votes_with(change.numbers, true), options);
        ASSERT_EQ(as_state.by_year.rows(), 6u) << change.code;
        EXPECT_TRUE(as_state.warnings.empty()) << change.code;
    }
}

TEST(PositionDomain, AStateThatChangesItsNumberIsThereInEverySession) {
    IdealPointDraws draws;
    for (const auto& [number, session] : std::vector<std::pair<int, int>>{
             {2, 44}, {2, 45}, {2, 46}, {255, 46}, {260, 44}, {260, 45}, {365, 44}, {365, 45}, {365, 46}})
        draws.nodes.push_back({number, session});
    draws.draws = 1;
    draws.values = {1, 1, 1, 0.5F, 0.5F, 0.5F, -1, -1, -1};
    draws.assembly.years = {{44, 1989}, {45, 1990}, {46, 1991}};
    PositionOptions options;
    options.states = {"DEU"};
    options.poles = {{"USA", {"USA"}}, {"RUS", {"RUS"}}};
    EXPECT_EQ(position_domain(draws, options).state_years.size(), 3u);
    options.states = {"USA"};
    options.poles = {{"DEU", {"DEU"}}, {"RUS", {"RUS"}}};
    for (const DomainDraws& one : position_domain(draws, options).state_years)
        EXPECT_FALSE(std::isnan(one.closeness[0])) << one.year;
    EXPECT_EQ(pole_positions(draws, options.poles).rows(), 6u);
}

TEST(PositionDomain, BalanceNeedsAYearForEverySessionAndOneOnly) {
    IdealPointDraws draws;
    draws.nodes = {{2, 1}, {2, 2}, {365, 1}, {365, 2}, {705, 1}, {705, 2}};
    draws.draws = 1;
    draws.values = {1, 1, -1, -1, 0, 0};
    PositionOptions options;
    options.states = {"KAZ"};
    options.poles = {{"USA", {"USA"}}, {"RUS", {"RUS"}}};
    EXPECT_THROW((void)position_domain(draws, options), InputError);
    draws.assembly.years = {{1, 2020}, {2, 2020}};
    EXPECT_THROW((void)position_domain(draws, options), InputError);
    draws.assembly.years = {{1, 2020}, {2, 2021}};
    EXPECT_EQ(position_domain(draws, options).state_years.size(), 2u);
}

}  // namespace sitting_test
}  // namespace tarazy
