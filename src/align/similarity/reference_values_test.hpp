#pragma once

// For tests only: compares a result with the figures that an established tool gave for the same input.

#include "base/number_text.hpp"
#include "table/table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

namespace tarazy::reference {

/// Rows of a table by their key columns.
inline std::map<std::vector<std::string>, std::size_t> rows_by_key(const Table& table,
                                                                   const std::vector<std::string>& keys) {
    std::map<std::vector<std::string>, std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        std::vector<std::string> key;
        for (const std::string& name : keys) key.push_back(table[name].display(row));
        rows.emplace(key, row);
    }
    return rows;
}

/// Every row and every number of `expected` within `tolerance`; NA in the reference must be missing here.
/// @return number of cells compared, missing ones included
inline std::size_t expect_agreement(const Table& ours, const Table& expected, const std::vector<std::string>& keys,
                                    double tolerance) {
    const auto rows = rows_by_key(ours, keys);
    std::size_t cells = 0;
    for (const auto& [key, row] : rows_by_key(expected, keys)) {
        const auto found = rows.find(key);
        if (found == rows.end()) {
            ADD_FAILURE() << "no row for " << key.front();
            continue;
        }
        for (const std::string& name : expected.names) {
            if (!ours.find(name)) continue;
            const std::string text = expected[name].display(row);
            const bool none = text.empty() || text == "NA";
            ++cells;
            EXPECT_EQ(none, ours[name].missing(found->second)) << name;
            if (none || ours[name].missing(found->second)) continue;
            EXPECT_NEAR(*ours[name].real(found->second), *parse_real(text), tolerance) << name;
        }
    }
    return cells;
}

}  // namespace tarazy::reference
