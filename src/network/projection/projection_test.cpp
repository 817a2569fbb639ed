#include "network/projection/projection.hpp"

#include "base/error.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "network/projection/projection_example_test.hpp"
#include "stats/benjamini_hochberg.hpp"
#include "stats/holm.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace projection_test {

using testing_projection::random_affiliations;
using testing_projection::southern_women;
using testing_projection::states_and_organisations;

std::map<std::pair<std::string, std::string>, PairProjection> by_names(const TwoModeNetwork& network,
                                                                       const Projection& projected) {
    std::map<std::pair<std::string, std::string>, PairProjection> pairs;
    for (const PairProjection& pair : projected.pairs)
        pairs[std::minmax(network.actors[pair.a], network.actors[pair.b])] = pair;
    return pairs;
}

void expect_near_relative(double value, double wanted, double tolerance) {
    EXPECT_NEAR(value, wanted, tolerance * std::max(std::abs(wanted), 1e-300));
}

/// Every pair of a reference file, with the tolerances of its README.
void expect_reference(const TwoModeNetwork& network, const std::string& file) {
    const auto pairs = by_names(network, projection(network, {}));
    const Table peer = read_table(file);
    ASSERT_EQ(peer.rows(), pairs.size());
    const auto a = require_texts(peer, "a"), b = require_texts(peer, "b");
    const auto column = [&](const char* name) { return require_reals(peer, name); };
    const auto count = column("count"), newman = column("newman"), jaccard = column("jaccard"),
               hyper_lower = column("hyper_lower"), hyper_upper = column("hyper_upper"),
               lower = column("sdsm_exact_lower"), upper = column("sdsm_exact_upper");
    for (std::size_t row = 0; row < peer.rows(); ++row) {
        SCOPED_TRACE(a[row] + " and " + b[row]);
        const PairProjection& pair = pairs.at(std::minmax(a[row], b[row]));
        EXPECT_EQ(pair.count, count[row]);
        EXPECT_NEAR(pair.newman, newman[row], 1e-10);
        EXPECT_NEAR(pair.jaccard, jaccard[row], 1e-10);
        // The peer gives no tails of an empty count.
        if (!std::isnan(hyper_upper[row])) {
            EXPECT_NEAR(pair.hyper_lower, hyper_lower[row], 1e-10);
            EXPECT_NEAR(pair.hyper_upper, hyper_upper[row], 1e-10);
            expect_near_relative(pair.hyper_upper, hyper_upper[row], 1e-9);
        }
        EXPECT_NEAR(pair.sdsm_lower, lower[row], 1e-6);
        EXPECT_NEAR(pair.sdsm_upper, upper[row], 1e-6);
        // Tails of very different sizes keep their digits, up to those of the peer's probabilities.
        expect_near_relative(pair.sdsm_upper, upper[row], 1e-4);
    }
}

TEST(Projection, TheSouthernWomenAsTheReference) {
    expect_reference(southern_women(), TARAZY_SOURCE_DIR "/src/network/testdata/davis_projection.csv");
}

TEST(Projection, ThirtyEurasianStatesAsTheReference) {
    const std::string folder = TARAZY_SHARED_DIR "/reference/network/";
    if (!std::filesystem::exists(folder + "igo2014_eurasia30_projection.csv"))
        GTEST_SKIP() << "the reference files do not lie beside the checkout";
    expect_reference(read_incidence(read_table(folder + "igo2014_eurasia30_incidence.csv")),
                     folder + "igo2014_eurasia30_projection.csv");
}

TEST(Projection, NearlyEveryPairOfStatesSharesAnOrganisation) {
    const auto network = states_and_organisations(2014);
    if (!network) GTEST_SKIP() << "the file of memberships does not lie beside the checkout";
    const Projection projected = projection(*network, {});
    ASSERT_EQ(projected.pairs.size(), 18'915u);
    EXPECT_EQ(std::ranges::count_if(projected.pairs, [](const auto& pair) { return pair.count > 0; }), 18'908);
    // The exact backbone tells them apart.
    EXPECT_EQ(std::ranges::count_if(projected.pairs, [](const auto& pair) { return pair.backbone > 0; }), 2'495);
    EXPECT_EQ(std::ranges::count_if(projected.pairs, [](const auto& pair) { return pair.backbone < 0; }), 1'435);
}

TEST(Projection, WorkedByHand) {
    // X has three members, Y two, Z one.
    const TwoModeNetwork network =
        read_incidence(read_csv("row,X,Y,Z\na,1,1,1\nb,1,1,0\nc,1,0,0\nd,0,0,0\ne,0,0,0\n", "i.csv"));
    const auto pairs = by_names(network, projection(network, {}));
    EXPECT_EQ(pairs.at({"a", "b"}).count, 2u);
    EXPECT_DOUBLE_EQ(pairs.at({"a", "b"}).newman, 1.5);
    EXPECT_DOUBLE_EQ(pairs.at({"a", "c"}).newman, .5);
    EXPECT_DOUBLE_EQ(pairs.at({"a", "b"}).jaccard, 2. / 3);
    EXPECT_EQ(pairs.at({"a", "d"}).jaccard, 0);
    EXPECT_TRUE(std::isnan(pairs.at({"d", "e"}).jaccard)) << "both belong to nothing: unknown, not alike";
    EXPECT_DOUBLE_EQ(pairs.at({"b", "c"}).hyper_upper, 2. / 3);
    // Nested: the margins decide all of it, so nothing is surprising.
    for (const auto& [names, pair] : pairs) {
        EXPECT_EQ(pair.sdsm_upper, 1);
        EXPECT_EQ(pair.sdsm_lower, 1);
        EXPECT_EQ(pair.sdsm_mid, .5);
        EXPECT_EQ(pair.sdsm_expected, pair.count);
        EXPECT_EQ(pair.backbone, 0);
    }
}

TEST(Projection, CorrectionsAreOverAllPairsOrThoseThatShare) {
    const TwoModeNetwork network = random_affiliations(30, 40, .12);
    std::vector<double> all, sharing;
    ProjectionOptions options;
    const Projection plain = projection(network, options);
    for (const PairProjection& pair : plain.pairs) {
        EXPECT_EQ(pair.p, std::min(1.0, 2 * std::min(pair.sdsm_lower, pair.sdsm_upper)));
        EXPECT_EQ(pair.p_adjusted, pair.p);
        all.push_back(pair.p);
        if (pair.count > 0) sharing.push_back(pair.p);
    }
    ASSERT_LT(sharing.size(), all.size());
    options.correction = PairCorrection::holm;
    const std::vector<double> by_holm = holm(all);
    const Projection with_holm = projection(network, options);
    for (std::size_t at = 0; at < all.size(); ++at) EXPECT_EQ(with_holm.pairs[at].p_adjusted, by_holm[at]);
    options.correction = PairCorrection::benjamini_hochberg;
    options.family = PairFamily::nonzero;
    const std::vector<double> by_bh = benjamini_hochberg(sharing);
    std::size_t at = 0;
    for (const PairProjection& pair : projection(network, options).pairs) {
        if (pair.count > 0) {
            EXPECT_EQ(pair.p_adjusted, by_bh[at++]);
        } else {
            EXPECT_TRUE(std::isnan(pair.p_adjusted));
            EXPECT_EQ(pair.backbone, 0);
        }
    }
}

TEST(Projection, PositiveTiesUseAllOfAlpha) {
    ProjectionOptions options;
    options.level = {.05, BackboneKind::positive};
    for (const PairProjection& pair : projection(southern_women(), options).pairs) {
        EXPECT_EQ(pair.p, pair.sdsm_upper);
        EXPECT_EQ(pair.backbone, pair.sdsm_upper <= .05 ? 1 : 0);
    }
}

TEST(Projection, StructuralZerosMakeNeighboursLessSurprising) {
    // Two regions with organisations of their own and a few of the world.
    const TwoModeNetwork world = random_affiliations(24, 12, .4, 3);
    BitMatrix ties(24, 36), closed(24, 36);
    const TwoModeNetwork regional = random_affiliations(24, 24, .6, 4);
    for (std::size_t actor = 0; actor < 24; ++actor) {
        for (std::size_t e = 0; e < 36; ++e) {
            const bool far = e >= 12 && (e < 24) != (actor < 12);
            ties.set(actor, e, e < 12 ? world.ties(actor, e) : !far && regional.ties(actor, e - 12));
            closed.set(actor, e, far);
        }
    }
    TwoModeNetwork network = random_affiliations(24, 36, .1);
    network.ties = ties;
    ProjectionOptions options;
    const Projection open = projection(network, options);
    options.cannot_join = closed;
    const Projection regions = projection(network, options);
    const auto ties_of = [](const Projection& projected) {
        return std::ranges::count_if(projected.pairs, [](const auto& pair) { return pair.backbone != 0; });
    };
    EXPECT_GT(ties_of(open), 3 * ties_of(regions)) << "regions alone make a backbone";
}

TEST(Projection, TheSameAtAnyNumberOfThreads) {
    const TwoModeNetwork network = random_affiliations(120, 90, .15);
    ProjectionOptions options;
    options.threads = 1;
    const Projection one = projection(network, options);
    options.threads = 2;
    const Projection two = projection(network, options);
    for (std::size_t at = 0; at < one.pairs.size(); ++at) {
        EXPECT_EQ(one.pairs[at].sdsm_upper, two.pairs[at].sdsm_upper);
        EXPECT_EQ(one.pairs[at].newman, two.pairs[at].newman);
    }
}

// Four and sixteen times as many institutions as actors and more, most of them small.
TEST(Projection, LargeAndSparseNetworks) {
    for (const std::size_t times : {4, 16}) {
        const TwoModeNetwork network = random_affiliations(60 * times, 100 * times, .01);
        const Projection projected = projection(network, {});
        EXPECT_EQ(projected.pairs.size(), 60 * times * (60 * times - 1) / 2);
        EXPECT_LE(projected.model.margin_error, 1e-8);
        std::size_t marked = 0;
        for (const PairProjection& pair : projected.pairs) {
            ASSERT_TRUE(pair.sdsm_upper >= 0 && pair.sdsm_upper <= 1 && pair.sdsm_lower <= 1);
            ASSERT_GE(pair.sdsm_lower + pair.sdsm_upper, 1 - 1e-12);
            marked += pair.backbone != 0 ? 1 : 0;
        }
        // Chance made it, so that it finds little.
        EXPECT_LT(static_cast<double>(marked), .05 * static_cast<double>(projected.pairs.size()));
    }
}

TEST(Projection, LimitsAndLevels) {
    ProjectionOptions options;
    options.most_pairs = 100;
    EXPECT_THROW((void)projection(southern_women(), options), LimitError);
    options.most_pairs = 1000;
    options.level.alpha = 0;
    EXPECT_THROW((void)projection(southern_women(), options), UsageError);
    EXPECT_TRUE(projection(two_mode_network({{"a", "X"}}), {}).pairs.empty());
    const Projection one_institution = projection(two_mode_network({{"a", "X"}, {"b", "X"}}, {"c"}), {});
    EXPECT_EQ(one_institution.pairs.size(), 3u);
    EXPECT_EQ(one_institution.pairs[0].sdsm_upper, 1);
}

TEST(Projection, IsStopped) {
    const TwoModeNetwork network = random_affiliations(100, 100, .2);
    expect_stoppable([&](const Work& work) {
        ProjectionOptions options;
        options.work = work;
        (void)projection(network, options);
    });
}

}  // namespace projection_test
}  // namespace tarazy
