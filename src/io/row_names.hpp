#pragma once

#include "table/table.hpp"

#include <optional>
#include <span>
#include <string>

namespace tarazy {

/// What a first column without a name is, as R and pandas write their row names.
struct RowNames {
    enum class Use {
        passed_over,  ///< it counts the rows, 1..n or 0..n-1
        named,        ///< it holds the names of the cases
        unusable,     ///< it holds names, but another column is called `case`
    };
    Use use = Use::unusable;
    std::string note;  ///< for the user, empty when unusable
};

/// The name such a column gets.
inline constexpr const char* row_names_column = "case";

/// @param names  of the other columns
[[nodiscard]] RowNames row_names(const Column& first, std::span<const std::string> names);

}  // namespace tarazy
