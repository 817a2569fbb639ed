#pragma once

#include "io/statistical_columns.hpp"
#include "table/column_labels.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// What of a column's labels a Stata or SPSS file can hold.
///
/// Stata labels whole numbers only (up to 2147483620) and not texts; a label has 32,000 bytes, a title 80 characters.
/// SPSS labels numbers and texts of up to 255 bytes; a label has 120 bytes, a title 252.
struct WritableLabels {
    std::string title;
    std::vector<ValueLabel> values;
    std::size_t left_out = 0;   ///< value labels that cannot be held
    std::size_t shortened = 0;  ///< labels and titles cut short, between characters
};
[[nodiscard]] WritableLabels writable_labels(const Column& column, StatisticalFormat format);

/// What of the labels is lost when the table is written to a file of this name: a sentence each, for the user.
[[nodiscard]] std::vector<std::string> label_losses(const Table& table, const std::string& path);

}  // namespace tarazy
