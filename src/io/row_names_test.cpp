#include "io/row_names.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace tarazy {
namespace {

const std::vector<std::string> names = {"A", "B"};

RowNames::Use use_of(std::vector<std::int64_t> cells) {
    return row_names(Column(std::move(cells)), names).use;
}

TEST(RowNames, ColumnsThatCountTheRowsArePassedOver) {
    EXPECT_EQ(use_of({1, 2, 3}), RowNames::Use::passed_over);
    EXPECT_EQ(use_of({0, 1, 2}), RowNames::Use::passed_over);
    EXPECT_EQ(use_of({}), RowNames::Use::passed_over);
    EXPECT_EQ(use_of({1, 3, 4}), RowNames::Use::named);
    EXPECT_EQ(use_of({1, Column::missing_integer}), RowNames::Use::named);
    EXPECT_EQ(use_of({2, 3}), RowNames::Use::named);
}

TEST(RowNames, NamesOfCasesBecomeAColumnUnlessThereIsOne) {
    const Column cases(std::vector<std::string>{"AUS", "NOR"});
    EXPECT_EQ(row_names(cases, names).use, RowNames::Use::named);
    EXPECT_EQ(row_names(cases, names).note, "the first column has no name: read as 'case'");
    EXPECT_EQ(row_names(cases, std::vector<std::string>{"case"}).use, RowNames::Use::unusable);
}

}  // namespace
}  // namespace tarazy
