#include "simulate/bargain/smp_turn.hpp"

#include "simulate/bargain/invented_actors_test.hpp"
#include "simulate/bargain/textbook_smp_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace smp_turn_test {

std::vector<double> scaled(const BargainActors& actors) {
    std::vector<double> position;
    for (const double one : actors.position) position.push_back(one / 100);
    return position;
}

TEST(SmpTurn, AgreesWithTheTextbookInEveryOptionAndSize) {
    for (const SmpChoice& choice : smp_choices()) {
        if (choice.name == "transitions") continue;
        for (const std::string& value : choice.values) {
            SmpOptions options;
            set_smp_choice(options, choice.name, value);
            for (const std::size_t count : {3, 4, 5, 8, 13}) {
                const std::size_t issues = 1 + count % 3;
                const BargainActors actors = invented_actors(count, issues, 7);
                TextbookSmp textbook(actors, options);
                SmpTurn turn(count, issues, options);
                turn.set_actors(actors.capability, actors.salience);
                std::vector<double> position = scaled(actors), next(position.size());
                for (int step = 0; step < 6; ++step) {
                    textbook.turn();
                    turn.look(position);
                    turn.bargain(next, {});
                    position = next;
                    for (std::size_t i = 0; i < position.size(); ++i)
                        EXPECT_NEAR(position[i], textbook.positions()[i], 1e-9)
                            << choice.name << '=' << value << ", " << count << " actors, turn " << step;
                }
            }
        }
    }
}

TEST(SmpTurn, BargainsLieBetweenTheTwoAndChancesBetweenNothingAndCertainty) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const BargainActors actors = invented_actors(9, 2, seed);
        SmpOptions options;
        options.bargain = static_cast<BargainModel>(seed % 3);
        options.interpolation = static_cast<Interpolation>(seed % 3);
        SmpTurn turn(9, 2, options);
        turn.set_actors(actors.capability, actors.salience);
        const std::vector<double> position = scaled(actors);
        std::vector<double> next(position.size()), probability(9);
        turn.look(position);
        turn.position_probabilities(probability);
        for (const double one : probability) EXPECT_TRUE(one >= 0 && one <= 1);
        for (const double one : turn.risk()) EXPECT_TRUE(one >= -0.5 - 1e-12 && one <= 1 + 1e-12);
        turn.bargain(next, {});
        for (std::size_t b = 0; b < turn.bargains().size(); ++b) {
            const SmpBargain& one = turn.bargains()[b];
            EXPECT_TRUE(one.chance > 0 && one.chance < 1 && one.gain > 1e-5);
            for (std::size_t d = 0; d < 4; ++d) {
                const double a = position[one.initiator * 2 + d % 2], c = position[one.receiver * 2 + d % 2];
                EXPECT_GE(turn.terms(b)[d], std::min(a, c) - 5.1e-5);
                EXPECT_LE(turn.terms(b)[d], std::max(a, c) + 5.1e-5);
            }
        }
    }
}

TEST(SmpTurn, WhoCaresForNothingHasNoEffectAndBreaksNothing) {
    BargainActors actors = invented_actors(5, 1, 4);
    actors.salience[2] = 0;
    SmpTurn turn(5, 1, {});
    turn.set_actors(actors.capability, actors.salience);
    std::vector<double> next(5);
    turn.look(scaled(actors));
    turn.bargain(next, {});
    for (const double one : next) EXPECT_TRUE(one >= 0 && one <= 1);
}

}  // namespace smp_turn_test
}  // namespace tarazy
