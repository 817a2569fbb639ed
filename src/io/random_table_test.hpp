#pragma once

#include "base/random.hpp"
#include "table/table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

// For tests of writing and reading: tables with everything that is hard to write.

namespace tarazy {

inline std::string random_text(Random& random) {
    static const std::vector<std::string> pieces = {"a",  "Қазақ", "中国", "\"",  ",",           ";",  "\t",
                                                    "\n", "\r\n",  " ",    "007", "NA",          "=1", "-2.5",
                                                    "''", "é😀",    "1e5",  "nan", "\xEF\xBB\xBF"};
    std::string text;
    for (std::uint64_t count = random.below(4); count > 0; --count) text += pieces[random.below(pieces.size())];
    return text;
}

/// Integer, real and text columns with missing cells. One cell in each column pins its type: without it a column of
/// texts that all look like numbers would rightly be read as numbers.
inline Table random_table(std::uint64_t replicate) {
    Random random(7, "random table", replicate);
    const std::size_t rows = 1 + random.below(20);
    Table table;
    for (std::uint64_t column = 1 + random.below(5); column > 0; --column) {
        const std::string name = "n" + std::to_string(column) + random_text(random);
        const std::uint64_t type = random.below(3);
        std::vector<std::int64_t> integers(rows, Column::missing_integer);
        std::vector<double> reals(rows, std::numeric_limits<double>::quiet_NaN());
        std::vector<std::string> texts(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            if (random.below(5) == 0) continue;
            integers[row] = static_cast<std::int64_t>(random() >> random.below(64)) / 2;
            if (random.below(2) == 0) integers[row] = -integers[row];
            reals[row] = static_cast<double>(static_cast<std::int64_t>(random.below(2'000'000'000)) - 1'000'000'000) /
                         std::pow(10, static_cast<double>(random.below(12)));
            texts[row] = random_text(random);
        }
        reals[0] = 0.5;
        texts[0] = "text";
        if (type == 0) table.add(name, Column(std::move(integers)));
        if (type == 1) table.add(name, Column(std::move(reals)));
        if (type == 2) table.add(name, Column(std::span<const std::string>(texts)));
    }
    return table;
}

inline void expect_same_cells(const Table& actual, const Table& expected) {
    ASSERT_EQ(actual.names, expected.names);
    ASSERT_EQ(actual.rows(), expected.rows());
    for (std::size_t column = 0; column < expected.columns.size(); ++column) {
        EXPECT_EQ(actual.columns[column].type(), expected.columns[column].type()) << expected.names[column];
        for (std::size_t row = 0; row < expected.rows(); ++row) {
            EXPECT_EQ(actual.columns[column].display(row), expected.columns[column].display(row));
        }
    }
}

}  // namespace tarazy
