#pragma once

#include "io/stored_dates.hpp"
#include "table/column_labels.hpp"
#include "table/table.hpp"
#include "table/text_levels.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tarazy {

enum class StatisticalFormat { stata, spss };

/// A variable as a Stata or SPSS file stores it.
struct StoredVariable {
    std::string name;
    bool text = false;
    std::string format;               ///< how the program shows its numbers: `%td`, `DATE11`
    std::string title;                ///< variable label
    std::string label_set;            ///< name of its value labels
    std::vector<double> numbers;      ///< NaN = missing
    std::vector<std::int32_t> codes;  ///< of texts
    TextLevels levels;
    std::size_t tagged_missing = 0;   ///< Stata's .a to .z
    std::size_t defined_missing = 0;  ///< values that the user of SPSS declared missing
};

/// Value labels by the name of their set.
using LabelSets = std::map<std::string, std::vector<ValueLabel>, std::less<>>;

/// The table, with dates as texts and labels beside the codes, and in its notes what was assumed.
[[nodiscard]] Table table_of(std::vector<StoredVariable> variables, const LabelSets& labels, StatisticalFormat format);

}  // namespace tarazy
