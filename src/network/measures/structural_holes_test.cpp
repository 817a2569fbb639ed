#include "network/measures/structural_holes.hpp"

#include "base/work_test.hpp"
#include "network/measures/measure_cases_test.hpp"

namespace tarazy {
namespace structural_holes_test {

using measure_cases::network_file;
using measure_cases::network_text;
using measure_cases::random_network;

/// The formulas word by word on full matrices.
StructuralHoles naive_holes(const Network& network, std::size_t i) {
    const std::size_t n = network.size();
    std::vector<double> a = adjacency_weights(network), s(n * n), sum(n), most(n);
    for (std::size_t u = 0; u < n; ++u) {
        for (std::size_t v = 0; v < n; ++v) {
            s[u * n + v] = a[u * n + v] + a[v * n + u];
            sum[u] += s[u * n + v];
            most[u] = std::max(most[u], s[u * n + v]);
        }
    }
    const auto p = [&](std::size_t u, std::size_t v) { return sum[u] > 0 ? s[u * n + v] / sum[u] : 0; };
    StructuralHoles holes;
    double constraint = 0, size = 0;
    std::vector<double> parts;
    for (std::size_t j = 0; j < n; ++j) {
        if (j == i || s[i * n + j] == 0) continue;
        ++holes.contacts;
        double through = p(i, j), redundant = 0;
        for (std::size_t q = 0; q < n; ++q) {
            if (q == i || q == j) continue;
            through += p(i, q) * p(q, j);
            redundant += p(i, q) * s[j * n + q] / most[j];
        }
        parts.push_back(through * through);
        constraint += through * through;
        size += 1 - redundant;
    }
    if (holes.contacts == 0) return holes;
    const auto count = static_cast<double>(holes.contacts);
    holes.constraint = constraint;
    holes.effective_size = size;
    holes.efficiency = size / count;
    if (holes.contacts < 2) return holes;
    double hierarchy = 0;
    for (const double part : parts) hierarchy += part * count / constraint * std::log(part * count / constraint);
    holes.hierarchy = hierarchy / (count * std::log(count));
    return holes;
}

void expect_same(const std::optional<double>& a, const std::optional<double>& b, const std::string& what) {
    ASSERT_EQ(a.has_value(), b.has_value()) << what;
    if (a) {
        EXPECT_NEAR(*a, *b, 1e-12 * (1 + std::abs(*b))) << what;
    }
}

TEST(StructuralHoles, AreThoseOfTheFormulas) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Network network = random_network(4 + seed, 0.25, seed % 2 == 0, seed % 3 == 0, seed);
        const std::vector<StructuralHoles> fast = structural_holes(network, {2, {}});
        for (std::size_t v = 0; v < network.size(); ++v) {
            const StructuralHoles naive = naive_holes(network, v);
            EXPECT_EQ(fast[v].contacts, naive.contacts);
            expect_same(fast[v].constraint, naive.constraint, "constraint");
            expect_same(fast[v].effective_size, naive.effective_size, "effective size");
            expect_same(fast[v].efficiency, naive.efficiency, "efficiency");
            expect_same(fast[v].hierarchy, naive.hierarchy, "hierarchy");
        }
    }
}

TEST(StructuralHoles, ThoseOfNetworkxForTheKarateClub) {
    const Network network = network_file("karate");
    const std::vector<StructuralHoles> holes = structural_holes(network);
    const Table reference = read_table(measure_cases::data + "karate_structural_holes_networkx.csv");
    const std::vector<std::string> nodes = require_texts(reference, "node");
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        const StructuralHoles& of = holes[*network.find(nodes[row])];
        EXPECT_NEAR(*of.constraint, *reference["constraint"].real(row), 1e-9) << nodes[row];
        EXPECT_NEAR(*of.effective_size, *reference["effective_size"].real(row), 1e-9) << nodes[row];
        EXPECT_NEAR(*of.efficiency, *reference["efficiency"].real(row), 1e-9) << nodes[row];
    }
}

TEST(StructuralHoles, WithoutContactsNothingIsKnownAndWithOneNoHierarchy) {
    const std::vector<StructuralHoles> holes = structural_holes(network_text("a,b\n", "a\nb\nc\n"));
    EXPECT_EQ(*holes[0].constraint, 1);
    EXPECT_EQ(*holes[0].effective_size, 1);
    EXPECT_FALSE(holes[0].hierarchy);
    EXPECT_FALSE(holes[2].constraint);
    EXPECT_FALSE(holes[2].effective_size);
    EXPECT_FALSE(holes[2].efficiency);
    EXPECT_TRUE(structural_holes({}).empty());
}

TEST(StructuralHoles, TheCentreOfAStarHasAllOfThem) {
    const StructuralHoles centre = structural_holes(network_text("a,b\na,c\na,d\na,e\n"))[0];
    EXPECT_DOUBLE_EQ(*centre.constraint, 0.25);
    EXPECT_DOUBLE_EQ(*centre.effective_size, 4);
    EXPECT_NEAR(*centre.hierarchy, 0, 1e-15);
}

TEST(StructuralHoles, CanBeStopped) {
    const Network network = random_network(300, 0.2, false, true, 3);
    expect_stoppable([&](const Work& work) { (void)structural_holes(network, {1, work}); });
}

}  // namespace structural_holes_test
}  // namespace tarazy
