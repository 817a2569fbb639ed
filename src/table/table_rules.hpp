#pragma once

#include "table/table.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What a table must satisfy, as far as its user states it.
struct TableRules {
    struct Allowed {
        std::string column;
        std::vector<std::string> values;  ///< numbers compare by value ("1" allows 1.0), texts byte by byte
    };
    struct Range {
        std::string column;
        std::optional<double> lowest;  ///< both ends belong to the range
        std::optional<double> highest;
    };
    std::vector<std::vector<std::string>> keys = {};  ///< columns that together stand once only, without missing cells
    std::vector<std::string> integers = {};
    std::vector<std::string> numbers = {};
    std::vector<std::string> required = {};  ///< columns without missing cells
    std::vector<Allowed> allowed = {};
    std::vector<Range> ranges = {};
};

/// Every breach of the rules, by line and then by column. Columns that are not there are one problem each, and rules
/// about them say nothing more. Missing cells break only `keys` and `required`.
[[nodiscard]] std::vector<Problem> breaches(const Table& table, const TableRules& rules);

}  // namespace tarazy
