#include "simulate/bargain/bdm_run.hpp"

#include "io/atomic_file.hpp"
#include "simulate/bargain/invented_actors_test.hpp"
#include "simulate/bargain/read_actors.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace bdm_run_test {

const std::string folder = TARAZY_SOURCE_DIR "/src/simulate/testdata/bdm/";

BargainActors actors_of(const std::string& name) {
    const std::string path = folder + name + ".csv";
    return actors_of_text(read_file(path), path, {}).actors;
}

void expect_matrix(const std::vector<double>& ours, const nlohmann::json& peer, const std::string& what) {
    const std::size_t n = peer.size();
    ASSERT_EQ(ours.size(), n * n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (peer[i][j].is_null()) {
                EXPECT_TRUE(std::isnan(ours[i * n + j])) << what;
            } else {
                EXPECT_NEAR(ours[i * n + j], peer[i][j].get<double>(), 1e-9) << what << ' ' << i << ' ' << j;
            }
        }
    }
}

void expect_offers(const BdmRound& ours, const nlohmann::json& peer, const BargainActors& actors) {
    ASSERT_EQ(ours.offers.size(), peer.size());
    for (std::size_t i = 0; i < peer.size(); ++i) {
        ASSERT_EQ(ours.offers[i].has_value(), !peer[i].is_null()) << actors.names[i];
        if (peer[i].is_null()) continue;
        EXPECT_EQ(peer[i].at("actor"), actors.names[i]);
        EXPECT_EQ(peer[i].at("to"), actors.names[ours.offers[i]->to]);
        EXPECT_EQ(peer[i].at("type"), to_string(ours.offers[i]->kind));
        EXPECT_NEAR(peer[i].at("eu").get<double>(), ours.offers[i]->eu, 1e-9);
        EXPECT_NEAR(peer[i].at("other_eu").get<double>(), ours.offers[i]->other_eu, 1e-9);
        EXPECT_NEAR(peer[i].at("position").get<double>(), ours.offers[i]->position, 1e-9);
    }
}

TEST(BdmRun, EveryFieldOfThePublicProgramIsReproduced) {
    for (const std::string name : {"ec_emissions", "kz_nuclear"}) {
        const auto json = nlohmann::json::parse(read_file(folder + name + ".json"));
        const BargainActors actors = actors_of(name);
        EXPECT_EQ(json.at("actors").get<std::vector<std::string>>(), actors.names);
        EXPECT_EQ(json.at("c").get<std::vector<double>>(), actors.capability);
        EXPECT_EQ(json.at("s").get<std::vector<double>>(), actors.salience);
        const BdmRun run = run_bdm(actors, {.variant = BdmVariant::scholz_code,
                                            .status_quo = json.at("q"),
                                            .rounds = json.at("rounds").size() - 1,
                                            .stop_early = false});
        EXPECT_EQ(json.at("position_range"), run.range);
        ASSERT_EQ(run.rounds.size(), json.at("rounds").size());
        for (std::size_t r = 0; r < run.rounds.size(); ++r) {
            const nlohmann::json& peer = json.at("rounds")[r];
            const BdmRound& ours = run.rounds[r];
            EXPECT_EQ(peer.at("round"), r);
            EXPECT_NEAR(peer.at("median").get<double>(), ours.median, 1e-9) << name << r;
            EXPECT_NEAR(peer.at("mean").get<double>(), ours.mean, 1e-9);
            for (std::size_t i = 0; i < actors.count(); ++i)
                EXPECT_NEAR(peer.at("x")[i].get<double>(), ours.position[i], 1e-9);
            if (r == 0) continue;
            for (std::size_t i = 0; i < actors.count(); ++i)
                EXPECT_NEAR(peer.at("risk_exponent")[i].get<double>(), ours.risk_exponent[i], 1e-9);
            expect_matrix(ours.probability, peer.at("probability"), "probability");
            expect_matrix(ours.eu_own, peer.at("eu_own"), "eu_own");
            expect_matrix(ours.eu_perceived, peer.at("eu_perceived"), "eu_perceived");
            expect_offers(ours, peer.at("offers"), actors);
        }
    }
}

TEST(BdmRun, InThePaperTheChancesOfTheTwoSumToOne) {
    const BargainActors actors = invented_actors(8, 1, 1);
    const BdmRun run = run_bdm(actors, {});
    for (std::size_t r = 1; r < run.rounds.size(); ++r) {
        const BdmRound& round = run.rounds[r];
        for (std::size_t i = 0; i < 8; ++i) {
            EXPECT_TRUE(round.risk_exponent[i] >= 0.5 - 1e-9 && round.risk_exponent[i] <= 2 + 1e-9);
            for (std::size_t j = 0; j < i; ++j)
                if (run.rounds[r - 1].position[i] != run.rounds[r - 1].position[j]) {
                    EXPECT_NEAR(round.probability[i * 8 + j] + round.probability[j * 8 + i], 1, 1e-12);
                }
        }
    }
}

TEST(BdmRun, InThePaperActorsCapitulateAndTakeTheOfferThatMovesThemLeast) {
    std::size_t capitulations = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const BargainActors actors = invented_actors(8, 1, seed);
        const BdmRun run = run_bdm(actors, {});
        for (std::size_t r = 1; r < run.rounds.size(); ++r) {
            for (std::size_t i = 0; i < 8; ++i) {
                const std::optional<BdmOffer>& offer = run.rounds[r].offers[i];
                const double before = run.rounds[r - 1].position[i];
                EXPECT_EQ(run.rounds[r].position[i], offer ? offer->position : before);
                if (!offer) continue;
                capitulations += offer->kind == BdmOfferKind::capitulation ? 1 : 0;
                EXPECT_GT(offer->other_eu, offer->kind == BdmOfferKind::capitulation ? 0 : std::abs(offer->eu));
                for (std::size_t j = 0; j < 8; ++j) {
                    if (j == i || run.rounds[r - 1].position[j] == before) continue;
                    const double own = run.rounds[r].eu_own[i * 8 + j], other = run.rounds[r].eu_perceived[i * 8 + j];
                    if (other > own && own > 0) {
                        EXPECT_LE(std::abs(offer->position - before),
                                  std::abs(run.rounds[r - 1].position[j] - before) + 1e-12);
                    }
                }
            }
        }
        const auto [least, most] = std::ranges::minmax(actors.position);
        for (const BdmRound& round : run.rounds)
            for (const double one : round.position) EXPECT_TRUE(one >= least - 1e-9 && one <= most + 1e-9);
    }
    EXPECT_GT(capitulations, 0u);
}

TEST(BdmRun, AStatusQuoThatMayChangeCountsForWhatItIsWorth) {
    const BargainActors actors = actors_of("kz_nuclear");
    const BdmRun certain = run_bdm(actors, {}), open = run_bdm(actors, {.status_quo = 0.5});
    EXPECT_NE(certain.rounds[1].eu_own[1], open.rounds[1].eu_own[1]);
    // Of actor 0 at the median: what it would come to is nearer or as near; T = 1 wherever the other is elsewhere.
    const double r = open.rounds[1].risk_exponent[0], apart = 5.0 / 85;
    const double better = 2 - 4 * std::pow(0.5 - 0.25 * apart, r), stays = 2 - 4 * std::pow(0.5, r);
    const auto challenge = [&](const BdmRound& round) {
        const double p = round.probability[1], exponent = round.risk_exponent[0];
        const double wins = 2 - 4 * std::pow(0.5 - 0.5 * apart, exponent),
                     loses = 2 - 4 * std::pow(0.5 + 0.5 * apart, exponent);
        return 0.6 * (p * wins + (1 - p) * loses) + 0.4 * wins;
    };
    EXPECT_NEAR(open.rounds[1].eu_own[1], challenge(open.rounds[1]) - 0.5 * stays - 0.5 * better, 1e-12);
}

TEST(BdmRun, NothingIsBargainedOverWhereAllAgreeAndRepetitionIsTold) {
    BargainActors actors = invented_actors(4, 1, 1);
    actors.position.assign(4, 30);
    EXPECT_EQ(run_bdm(actors, {}).end, BargainEnd::no_conflict);
    std::size_t ended = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const BdmRun run = run_bdm(invented_actors(5, 1, seed), {.rounds = 200});
        if (run.end == BargainEnd::max_turns) continue;
        ++ended;
        const std::size_t last = run.rounds.size() - 1, back = std::max<std::size_t>(run.cycle_length, 1);
        for (std::size_t i = 0; i < 5; ++i)
            EXPECT_NEAR(run.rounds[last].position[i], run.rounds[last - back].position[i], 1e-6);
    }
    EXPECT_GT(ended, 0u);
}

TEST(BdmRun, TheOrderOfTheActorsDoesNotMatter) {
    for (const BdmVariant variant : {BdmVariant::paper, BdmVariant::scholz_code}) {
        const BargainActors actors = invented_actors(7, 1, 5);
        BargainActors turned = actors;
        for (std::size_t i = 0; i < 7; ++i) {
            turned.capability[i] = actors.capability[i * 3 % 7];
            turned.position[i] = actors.position[i * 3 % 7];
            turned.salience[i] = actors.salience[i * 3 % 7];
        }
        const BdmRun one = run_bdm(actors, {.variant = variant}), other = run_bdm(turned, {.variant = variant});
        ASSERT_EQ(one.rounds.size(), other.rounds.size());
        for (std::size_t i = 0; i < 7; ++i)
            EXPECT_NEAR(other.rounds.back().position[i], one.rounds.back().position[i * 3 % 7], 1e-6);
        EXPECT_NEAR(one.rounds.back().median, other.rounds.back().median, 1e-6);
    }
}

}  // namespace bdm_run_test
}  // namespace tarazy
