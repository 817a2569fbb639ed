#include "network/projection/projection_tables.hpp"

#include "network/graphs/network.hpp"
#include "network/projection/projection_example_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace projection_tables_test {

using testing_projection::southern_women;

TEST(ProjectionTables, ColumnsOfTheContractStandFirst) {
    const Table table = pairs_table(southern_women(), projection(southern_women(), {}));
    EXPECT_EQ(table.names, (std::vector<std::string>{"a", "b", "count", "newman", "jaccard", "hyper_lower",
                                                     "hyper_upper", "sdsm_lower", "sdsm_upper", "sdsm_mid",
                                                     "sdsm_expected", "p", "p_adjusted", "backbone"}));
    EXPECT_EQ(table.rows(), 153u);
    EXPECT_EQ(table["a"].text(17), southern_women().actors[1]);
    EXPECT_EQ(table["b"].text(17), southern_women().actors[2]);
}

TEST(ProjectionTables, TheBackboneIsReadAsANetwork) {
    ProjectionOptions options;
    options.level.alpha = .1;
    const Projection projected = projection(southern_women(), options);
    const Table edges = backbone_table(southern_women(), projected);
    std::vector<std::string> warnings;
    NetworkReading reading;
    reading.weighted = reading.with_signs = true;
    const Network network = read_network(edges, nullptr, reading, warnings);
    EXPECT_EQ(network.ties.size(), edges.rows());
    EXPECT_EQ(static_cast<std::ptrdiff_t>(edges.rows()),
              std::ranges::count_if(projected.pairs, [](const auto& pair) { return pair.backbone != 0; }));
    EXPECT_GT(edges.rows(), 0u);
}

TEST(ProjectionTables, ProbabilitiesOfEveryTie) {
    const Bicm model = bicm(southern_women().ties, {});
    const Table table = bicm_table(southern_women(), model);
    EXPECT_EQ(table.names, (std::vector<std::string>{"actor", "institution", "tie", "probability"}));
    ASSERT_EQ(table.rows(), 18u * 14u);
    double sum = 0;
    std::int64_t ties = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        sum += table["probability"].real(row).value();
        ties += table["tie"].integer(row).value();
    }
    EXPECT_EQ(ties, 89);
    EXPECT_NEAR(sum, 89, 1e-7);
}

}  // namespace projection_tables_test
}  // namespace tarazy
