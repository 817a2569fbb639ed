#include "table/integer_cells.hpp"

#include "base/random.hpp"

#include <gtest/gtest.h>

namespace tarazy::integer_cells_test {
namespace {

using Limits = std::numeric_limits<std::int64_t>;
using NarrowLimits = std::numeric_limits<std::int32_t>;

IntegerCells cells_of(const std::vector<std::int64_t>& numbers) {
    IntegerCells cells;
    for (const std::int64_t number : numbers) cells.push_back(number);
    return cells;
}

std::vector<std::int64_t> numbers_of(const IntegerCells& cells) {
    return {cells.begin(), cells.end()};
}

TEST(IntegerCells, NumbersAtTheEdgesOfBothWidthsComeBackAsTheyWere) {
    const std::vector<std::int64_t> edges = {0,
                                             -1,
                                             NarrowLimits::max(),
                                             NarrowLimits::min() + 1,
                                             IntegerCells::missing,
                                             NarrowLimits::min(),
                                             std::int64_t{NarrowLimits::max()} + 1,
                                             Limits::max(),
                                             Limits::min() + 1};
    // With each of them first, so that the cells turn wide after every number of narrow ones.
    for (std::size_t first = 0; first < edges.size(); ++first) {
        std::vector<std::int64_t> numbers(edges.begin() + static_cast<std::ptrdiff_t>(first), edges.end());
        numbers.insert(numbers.end(), edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(first));
        EXPECT_EQ(numbers_of(cells_of(numbers)), numbers);
        EXPECT_EQ(numbers_of(IntegerCells(numbers)), numbers);
    }
}

TEST(IntegerCells, RandomNumbersOfAllWidthsComeBack) {
    Random random(1, "integer cells", 0);
    for (int trial = 0; trial < 200; ++trial) {
        std::vector<std::int64_t> numbers;
        const std::uint64_t bits = 1 + random.below(63);
        for (std::uint64_t size = random.below(50); numbers.size() < size;)
            numbers.push_back(random.below(10) == 0
                                  ? IntegerCells::missing
                                  : static_cast<std::int64_t>(random.below(std::uint64_t{1} << bits)) -
                                        static_cast<std::int64_t>(std::uint64_t{1} << (bits - 1)));
        EXPECT_EQ(numbers_of(cells_of(numbers)), numbers);
    }
}

TEST(IntegerCells, RoomThatWasGivenHoldsNothingYet) {
    IntegerCells cells = IntegerCells::in({7, 8});
    EXPECT_EQ(cells.size(), 0u);
    cells.push_back(1991);
    EXPECT_EQ(numbers_of(cells), std::vector<std::int64_t>{1991});
    EXPECT_FALSE(cells.wide());
    cells.push_back(std::int64_t{1} << 40);
    ASSERT_TRUE(cells.wide());
    EXPECT_EQ((*cells.wide())[0], 1991);
}

}  // namespace
}  // namespace tarazy::integer_cells_test
