#include "network/projection/bicm.hpp"

#include "io/read_table.hpp"
#include "network/projection/projection_example_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace bicm_test {

using testing_projection::random_affiliations;
using testing_projection::southern_women;
using testing_projection::states_and_organisations;

double greatest_margin_error(const BitMatrix& ties, const Bicm& model) {
    double greatest = 0;
    for (std::size_t row = 0; row < ties.rows(); ++row) {
        double sum = -static_cast<double>(count_bits(ties.row(row)));
        for (std::size_t column = 0; column < ties.columns(); ++column) sum += model(row, column);
        greatest = std::max(greatest, std::abs(sum));
    }
    for (std::size_t column = 0; column < ties.columns(); ++column) {
        double sum = 0;
        for (std::size_t row = 0; row < ties.rows(); ++row) sum += model(row, column) - (ties(row, column) ? 1 : 0);
        greatest = std::max(greatest, std::abs(sum));
    }
    return greatest;
}

TEST(Bicm, IsThatOfBackboneForTheSouthernWomen) {
    const Bicm model = bicm(southern_women().ties, {});
    const Table peer = read_table(TARAZY_SOURCE_DIR "/src/network/testdata/davis_bicm.csv");
    const std::vector<std::string> women = require_texts(peer, "row");
    for (std::size_t e = 0; e < southern_women().institutions.size(); ++e) {
        const std::vector<double> column = require_reals(peer, southern_women().institutions[e]);
        for (std::size_t row = 0; row < women.size(); ++row) {
            const auto at = std::ranges::lower_bound(southern_women().actors, women[row]);
            const auto actor = static_cast<std::size_t>(at - southern_women().actors.begin());
            EXPECT_NEAR(model(actor, e), column[row], 1e-6) << women[row] << ' ' << e;
        }
    }
    EXPECT_LE(greatest_margin_error(southern_women().ties, model), 1e-8);
}

TEST(Bicm, MarginsOfNetworksOfEverySizeAndDensity) {
    for (const double density : {.002, .02, .3, .8, .99}) {
        for (const std::size_t size : {5, 40, 160}) {
            const TwoModeNetwork network = random_affiliations(size, 2 * size + 3, density);
            const Bicm model = bicm(network.ties, {});
            EXPECT_LE(greatest_margin_error(network.ties, model), 1e-8) << density << ' ' << size;
            EXPECT_LE(model.margin_error, 1e-8);
            EXPECT_LT(model.steps, 60) << density << ' ' << size;
        }
    }
}

TEST(Bicm, FullAndEmptyRowsAndColumnsAreDecided) {
    // d belongs to nothing, a to all that has members; without a, nobody but b and c is in X and Y.
    const TwoModeNetwork network =
        read_incidence(read_csv("row,X,Y,Z,V,W\na,1,1,1,1,0\nb,1,0,0,1,0\nc,0,1,0,1,0\nd,0,0,0,0,0\n", "i.csv"));
    const Bicm model = bicm(network.ties, {});
    const auto at = [&](const char* actor, const char* institution) {
        return model(static_cast<std::size_t>(std::ranges::find(network.actors, actor) - network.actors.begin()),
                     static_cast<std::size_t>(std::ranges::find(network.institutions, institution) -
                                              network.institutions.begin()));
    };
    for (const char* institution : {"X", "Y", "Z", "V", "W"}) {
        EXPECT_EQ(at("d", institution), 0);
        EXPECT_EQ(at("a", institution), *institution == 'W' ? 0 : 1);
    }
    EXPECT_EQ(at("b", "V"), 1) << "full once a and d are set aside";
    EXPECT_EQ(at("b", "Z"), 0);
    EXPECT_NEAR(at("b", "X"), .5, 1e-12);
    EXPECT_NEAR(at("c", "X"), .5, 1e-12);
    EXPECT_EQ(model.decided_cells, 16u);
}

TEST(Bicm, NestedNetworksHaveNothingToFit) {
    const TwoModeNetwork network = read_incidence(read_csv("row,X,Y,Z\na,1,1,1\nb,1,1,0\nc,1,0,0\n", "i.csv"));
    const Bicm model = bicm(network.ties, {});
    EXPECT_EQ(model.steps, 0);
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            EXPECT_EQ(model(row, column), network.ties(row, column) ? 1 : 0);
    }
}

TEST(Bicm, OneActorAndOneInstitution) {
    const Bicm one = bicm(read_incidence(read_csv("row,X,Y\na,1,0\n", "i.csv")).ties, {});
    EXPECT_EQ(one(0, 0), 1);
    EXPECT_EQ(one(0, 1), 0);
    const Bicm other = bicm(read_incidence(read_csv("row,X\na,1\nb,0\n", "i.csv")).ties, {});
    EXPECT_EQ(other(0, 0), 1);
    EXPECT_EQ(other(1, 0), 0);
    EXPECT_TRUE(bicm(BitMatrix(0, 0), {}).probability.empty());
}

TEST(Bicm, StructuralZerosHaveNoProbabilityAndMarginsHold) {
    const TwoModeNetwork network = random_affiliations(30, 40, .3);
    BitMatrix closed(30, 40);
    for (std::size_t actor = 0; actor < 12; ++actor) {
        for (std::size_t institution = 25; institution < 40; ++institution)
            closed.set(actor, institution, !network.ties(actor, institution) && institution % 3 != 0);
    }
    const Bicm model = bicm(network.ties, closed);
    EXPECT_LE(greatest_margin_error(network.ties, model), 1e-8);
    for (std::size_t actor = 0; actor < 30; ++actor) {
        for (std::size_t institution = 0; institution < 40; ++institution) {
            if (!closed(actor, institution)) continue;
            EXPECT_EQ(model(actor, institution), 0);
        }
    }
    const Bicm open = bicm(network.ties, {});
    EXPECT_GT(model(0, 3), open(0, 3)) << "what cannot be elsewhere is here";
}

TEST(Bicm, StatesAndOrganisationsOf2014) {
    const auto network = states_and_organisations(2014);
    if (!network) GTEST_SKIP() << "the file of memberships does not lie beside the checkout";
    const Bicm model = bicm(network->ties, {});
    EXPECT_LE(greatest_margin_error(network->ties, model), 1e-8);
    EXPECT_EQ(model.classes.actor_classes(), 72u);
    EXPECT_LT(model.steps, 15);
}

}  // namespace bicm_test
}  // namespace tarazy
