#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

struct ColumnMeaning {
    std::string meaning;
    std::string unit = {};  ///< "year", "share", "count", "probability", ...; empty: none
};

/// What a column of a result table holds, in English, for the data dictionary of an export. Columns that are made from
/// another one (`closeness_q05`, `coverage_upper`, `bridges_p`) are told from it. Nothing when nobody has said it yet.
[[nodiscard]] std::optional<ColumnMeaning> column_meaning(std::string_view column);

}  // namespace tarazy
