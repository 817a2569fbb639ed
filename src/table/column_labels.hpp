#pragma once

#include "table/table.hpp"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace tarazy {

/// What one code means: 1 is "Autocracy".
struct ValueLabel {
    std::variant<double, std::string> value;
    std::string label;
    friend bool operator==(const ValueLabel&, const ValueLabel&) = default;
};

/// What Stata and SPSS say in words about a column: a title (variable label) and meanings of its codes (value labels).
struct ColumnLabels {
    std::string title;
    std::vector<ValueLabel> values;
    friend bool operator==(const ColumnLabels&, const ColumnLabels&) = default;
};

/// Labels of rows of two tables put together: of the one that has some, or those of both; none when the two
/// give one code different meanings. The first title stands.
[[nodiscard]] std::shared_ptr<const ColumnLabels> joined_labels(const std::shared_ptr<const ColumnLabels>& upper,
                                                                const std::shared_ptr<const ColumnLabels>& lower);

/// Does the column say what its codes mean?
[[nodiscard]] bool has_value_labels(const Column& column);

/// The column with labels in place of the codes that have one; others stay as they are displayed. Without value labels
/// the column itself.
[[nodiscard]] Column labels_for_codes(const Column& column);

}  // namespace tarazy
