#include "network/quadratic_assignment/qap.hpp"

#include "base/random.hpp"
#include "base/work_test.hpp"
#include "io/read_table.hpp"
#include "network/graphs/network.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tarazy {
namespace qap_test {

const std::string testdata = TARAZY_SOURCE_DIR "/src/network/testdata/";

/// Adjacency, same club, absolute difference of degrees.
RelationMatrices karate() {
    std::vector<std::string> warnings;
    const Table nodes = read_table(testdata + "karate_nodelist.csv");
    const Network network = read_network(read_table(testdata + "karate_edges.csv"), &nodes, {}, warnings);
    const Table partitions = read_table(testdata + "karate_partitions.csv");
    const std::size_t n = network.size();
    std::vector<std::string> club(n);
    for (std::size_t row = 0; row < n; ++row)
        club[*network.find(text_in(partitions, "node", row))] = text_in(partitions, "club", row);
    RelationMatrices matrices{network.names, {{"adjacency", {}}, {"same_club", {}}, {"abs_degree_diff", {}}}, false};
    const BitMatrix ties = adjacency_bits(network);
    for (auto& relation : matrices.relations) relation.cells.resize(n * n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            const auto di = static_cast<double>(count_bits(ties.row(i))),
                       dj = static_cast<double>(count_bits(ties.row(j)));
            matrices.relations[0].cells[i * n + j] = ties(i, j);
            matrices.relations[1].cells[i * n + j] = club[i] == club[j];
            matrices.relations[2].cells[i * n + j] = std::abs(di - dj);
        }
    }
    return matrices;
}

/// Within three binomial standard errors of both shares; a share of 0 or 1 is taken as half a permutation off.
void expect_share(double ours, double our_draws, double theirs, double their_draws) {
    const double p = std::clamp((ours * our_draws + theirs * their_draws) / (our_draws + their_draws),
                                0.5 / their_draws, 1 - 0.5 / their_draws);
    EXPECT_NEAR(ours, theirs, 3 * std::sqrt(p * (1 - p) * (1 / our_draws + 1 / their_draws)));
}

void expect_reference(const QapResult& result, const std::string& test) {
    const Table reference = read_table(testdata + "karate_qap.csv");
    std::size_t compared = 0;
    for (std::size_t row = 0; row < reference.rows(); ++row) {
        if (text_in(reference, "test", row) != test) continue;
        const QapTerm& term = result.terms[compared++];
        if (text_in(reference, "term", row) != "gcor") {
            EXPECT_EQ(term.term, text_in(reference, "term", row));
        }
        const double estimate = *number_in(reference, "estimate", row), reps = *number_in(reference, "reps", row);
        EXPECT_NEAR(term.estimate, estimate, 1e-12 * std::abs(estimate) + 1e-14);
        if (const auto t = number_in(reference, "tstat", row); t) {
            EXPECT_NEAR(*term.t, *t, 1e-11 * std::abs(*t));
        }
        const auto draws = static_cast<double>(result.draws);
        expect_share(term.p_ge, draws, *number_in(reference, "p_ge", row), reps);
        expect_share(term.p_le, draws, *number_in(reference, "p_le", row), reps);
        if (const auto two = number_in(reference, "p_two_abs", row); two) expect_share(term.p_two, draws, *two, reps);
    }
    EXPECT_EQ(compared, result.terms.size());
}

TEST(Qap, CorrelationOfKarateAsSna) {
    RelationMatrices matrices = karate();
    matrices.relations.pop_back();
    expect_reference(qap_correlation(matrices, {.draws = 5000}), "qap_correlation");
}

TEST(Qap, SemiPartialRegressionOfKarateAsSna) {
    const QapResult result = mrqap(karate(), MrqapMethod::double_semi_partialling, {.draws = 2000});
    expect_reference(result, "netlm_qapspp");
    EXPECT_GT(*result.r_squared, 0.1);
    EXPECT_EQ(result.pairs, 561U);
}

TEST(Qap, RegressionWithPermutedResponseOfKarateAsSna) {
    expect_reference(mrqap(karate(), MrqapMethod::response, {.draws = 2000}), "netlm_qapy");
}

RelationMatrices random_relations(std::size_t nodes, std::size_t predictors, bool directed, std::uint64_t round) {
    Random random(14, "relations of a test", round);
    RelationMatrices matrices{{}, {}, directed};
    for (std::size_t i = 0; i < nodes; ++i) matrices.nodes.push_back("n" + std::to_string(100 + i));
    for (std::size_t k = 0; k <= predictors; ++k) {
        RelationMatrix relation{"x" + std::to_string(k), std::vector<double>(nodes * nodes)};
        for (std::size_t i = 0; i < nodes; ++i)
            for (std::size_t j = directed ? 0 : i + 1; j < nodes; ++j)
                if (i != j) {
                    relation.cells[i * nodes + j] = random.uniform();
                    if (!directed) relation.cells[j * nodes + i] = relation.cells[i * nodes + j];
                }
        matrices.relations.push_back(std::move(relation));
    }
    return matrices;
}

/// Five nodes have 120 orders: with many draws the shares are those of all of them.
TEST(Qap, SharesAreThoseOfAllPermutationsOfFiveNodes) {
    for (const bool directed : {false, true}) {
        const RelationMatrices matrices = random_relations(5, 1, directed, 3);
        const auto correlation = [&](const std::vector<std::size_t>& order) {
            double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
            for (std::size_t i = 0; i < 5; ++i) {
                for (std::size_t j = 0; j < 5; ++j) {
                    if (i == j) continue;
                    const double a = matrices.relations[0].cells[order[i] * 5 + order[j]];
                    const double b = matrices.relations[1].cells[i * 5 + j];
                    n += 1, x += b, y += a, xx += b * b, yy += a * a, xy += a * b;
                }
            }
            return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
        };
        std::vector<std::size_t> order(5);
        std::iota(order.begin(), order.end(), 0U);
        const double observed = correlation(order);
        double above = 0, wide = 0;
        do {
            above += correlation(order) >= observed - 1e-12 ? 1 : 0;
            wide += std::abs(correlation(order)) >= std::abs(observed) - 1e-12 ? 1 : 0;
        } while (std::ranges::next_permutation(order).found);
        const QapResult result = qap_correlation(matrices, {.draws = 20'000});
        EXPECT_NEAR(result.terms[0].estimate, observed, 1e-12);
        EXPECT_NEAR(result.terms[0].p_ge, above / 120, 4 * 0.5 / std::sqrt(20'000.0));
        EXPECT_NEAR(result.terms[0].p_two, wide / 120, 4 * 0.5 / std::sqrt(20'000.0));
    }
}

/// Where nothing is related, p is uniform.
TEST(Qap, UnrelatedPredictorsAreRejectedAsOftenAsTheLevelSays) {
    std::size_t rejected = 0;
    constexpr std::size_t rounds = 200;
    for (std::size_t round = 0; round < rounds; ++round) {
        const QapResult result = mrqap(random_relations(8, 2, round % 2 == 0, round),
                                       MrqapMethod::double_semi_partialling, {.draws = 99, .seed = round});
        rejected += result.terms[1].p_two <= 0.1 ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(rejected) / rounds, 0.1, 4 * std::sqrt(0.1 * 0.9 / rounds));
}

TEST(Qap, CollinearPredictorsAndAWhollyExplainedResponseAreNamed) {
    RelationMatrices matrices = random_relations(8, 3, true, 1);
    for (std::size_t i = 0; i < 64; ++i)
        matrices.relations[3].cells[i] = 2 * matrices.relations[1].cells[i] - 3 * matrices.relations[2].cells[i] + 7;
    try {
        (void)mrqap(matrices, MrqapMethod::double_semi_partialling, {.draws = 10});
        FAIL();
    } catch (const InputError& error) {
        EXPECT_NE(std::string(error.what()).find("predictor 'x3' is a linear combination of the others"),
                  std::string::npos)
            << error.what();
    }
    RelationMatrices copy = random_relations(8, 1, true, 2);
    for (std::size_t i = 0; i < 64; ++i) copy.relations[0].cells[i] = 3 * copy.relations[1].cells[i] + 1;
    EXPECT_THROW((void)mrqap(copy, MrqapMethod::response, {.draws = 10}), InputError);
    EXPECT_NEAR(qap_correlation(copy, {.draws = 10}).terms[0].estimate, 1, 1e-12);
    EXPECT_THROW((void)mrqap(random_relations(4, 6, false, 3), MrqapMethod::response, {}), InputError);
}

TEST(Qap, TheSameBytesAtAnyNumberOfThreads) {
    const RelationMatrices matrices = random_relations(12, 3, true, 5);
    for (const MrqapMethod method : {MrqapMethod::double_semi_partialling, MrqapMethod::response}) {
        const QapResult one = mrqap(matrices, method, {.draws = 200, .seed = 4, .threads = 1});
        const QapResult two = mrqap(matrices, method, {.draws = 200, .seed = 4, .threads = 2});
        for (std::size_t term = 0; term < one.terms.size(); ++term)
            EXPECT_EQ(one.terms[term].p_ge, two.terms[term].p_ge);
    }
    EXPECT_EQ(qap_table(qap_correlation(matrices, {.draws = 20})).rows(), 3U);
}

TEST(Qap, CanBeStopped) {
    const RelationMatrices matrices = random_relations(12, 2, true, 5);
    expect_stoppable([&](const Work& work) {
        (void)mrqap(matrices, MrqapMethod::double_semi_partialling, {.draws = 200, .threads = 2, .work = work});
    });
}

}  // namespace qap_test
}  // namespace tarazy
