#include "study/multiverse_tables.hpp"

#include "analyses/all_methods.hpp"
#include "study/multiverse_test.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace multiverse_tables_test {

struct Told {
    MultiverseStudy files;
    StudyFile study = files.read();
    Multiverse multiverse = run_multiverse(study, all_methods(), multiverse_options());
};

TEST(MultiverseTables, UniversesAreListedOneByOne) {
    const Told told;
    const Table table = universes_table(told.study, told.multiverse);
    EXPECT_EQ(table.rows(), 16u);
    EXPECT_EQ(table.names, (std::vector<std::string>{"universe", "choice.west", "choice.window", "choice.bar",
                                                     "choice.draws", "verdict.P1", "verdict.P2", "verdict.P3",
                                                     "value.P1.1", "value.P1.2", "value.P3.1"}));
    EXPECT_EQ(text_in(table, "choice.west", 0), "own");
    EXPECT_EQ(text_in(table, "choice.draws", 1), "fewer") << "the last choice changes first";
    EXPECT_EQ(text_in(table, "verdict.P2", 3), "not tested");
}

TEST(MultiverseTables, VerdictsAreCounted) {
    const Told told;
    const Table table = verdicts_table(told.study, told.multiverse);
    ASSERT_EQ(table.rows(), 3u);
    for (std::size_t row = 0; row < 3; ++row) {
        double sum = 0;
        for (const char* verdict : {"supported", "contradicted", "mixed", "silent", "not_tested"})
            sum += number_in(table, verdict, row).value();
        EXPECT_EQ(sum, number_in(table, "universes", row));
        EXPECT_EQ(number_in(table, "fragile", row) == 1, number_in(table, "holds", row) < sum);
        EXPECT_EQ(text_in(table, "how", row), "all");
    }
    EXPECT_EQ(number_in(table, "universes", 0), 16);
    EXPECT_EQ(number_in(table, "universes", 1), 1) << "nothing touches it";
    EXPECT_EQ(list_items(text_in(table, "choices", 2)), (std::vector<std::string>{"west", "window", "draws"}));
}

TEST(MultiverseTables, MovesNameTheChoicesThatTouch) {
    const Told told;
    const Table table = moves_table(told.study, told.multiverse);
    ASSERT_EQ(table.rows(), 4u + 3u);
    EXPECT_EQ(text_in(table, "choice", 6), "draws");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const bool moves = number_in(table, "changes", row) > 0;
        EXPECT_EQ(text_in(table, "reading", row).starts_with("moves nothing"), !moves);
        EXPECT_EQ(number_in(table, "total_order", row).value_or(0) > 0, moves);
    }
}

TEST(MultiverseTables, CurvesRiseAndCountEveryUniverseOnce) {
    const Told told;
    const Table table = curves_table(told.study, told.multiverse);
    double universes = 0, before = -1e9;
    std::size_t own = 0, rows = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (text_in(table, "proposition", row) != "P1" || number_in(table, "test", row) != 2) continue;
        ++rows;
        universes += number_in(table, "universes", row).value();
        own += number_in(table, "as_it_stands", row) == 1 ? 1 : 0;
        EXPECT_GE(number_in(table, "value", row).value(), before);
        before = number_in(table, "value", row).value();
        EXPECT_EQ(number_in(table, "place", row), static_cast<double>(rows));
        EXPECT_FALSE(text_in(table, "choice.bar", row).empty());
    }
    EXPECT_EQ(universes, 16);
    EXPECT_EQ(own, 1u);
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, "proposition", row) == "P3") {
            EXPECT_TRUE(text_in(table, "choice.bar", row).empty()) << "it does not touch the number";
        }
}

TEST(MultiverseTables, NothingIsNotedOfAWholeMultiverse) {
    const Told told;
    EXPECT_TRUE(multiverse_notes(told.study, told.multiverse).empty());
}

}  // namespace multiverse_tables_test
}  // namespace tarazy
