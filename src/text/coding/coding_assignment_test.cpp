#include "text/coding/coding_assignment.hpp"

#include "base/error.hpp"
#include "io/write_table.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

#include <map>

namespace tarazy::coding_assignment_test {
namespace {

TEST(CodingAssignment, EveryDocumentOnceAndSomeTwice) {
    std::vector<std::string> documents;
    for (int doc = 0; doc < 31; ++doc) documents.push_back("d" + std::to_string(doc));
    const Table table = coding_assignment_table(documents, {"A", "B", "C"}, 0.2, 1);
    std::map<std::string, int> times, load;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        ++times[text_in(table, "doc", row)];
        ++load[text_in(table, "coder", row)];
    }
    EXPECT_EQ(times.size(), 31u);
    EXPECT_EQ(table.rows(), 31u + 7u);
    for (std::size_t row = 0; row < table.rows(); ++row)
        EXPECT_EQ(times[text_in(table, "doc", row)], number_in(table, "double", row) == 1 ? 2 : 1);
    for (const auto& [coder, count] : load) EXPECT_NEAR(count, 38.0 / 3, 1);
    const std::vector<std::string> backwards(documents.rbegin(), documents.rend());
    EXPECT_EQ(to_csv(coding_assignment_table(backwards, {"A", "B", "C"}, 0.2, 1)), to_csv(table));
    EXPECT_NE(to_csv(coding_assignment_table(documents, {"A", "B", "C"}, 0.2, 2)), to_csv(table));
}

TEST(CodingAssignment, WrongArguments) {
    EXPECT_THROW((void)coding_assignment_table({"d"}, {"A"}, 0.2, 1), UsageError);
    EXPECT_THROW((void)coding_assignment_table({"d"}, {"A", "A"}, 0.2, 1), UsageError);
    EXPECT_THROW((void)coding_assignment_table({}, {"A", "B"}, 0.2, 1), UsageError);
    EXPECT_THROW((void)coding_assignment_table({"d"}, {"A", "B"}, 2, 1), UsageError);
}

}  // namespace
}  // namespace tarazy::coding_assignment_test
