#pragma once

#include "analyses/write_study/recognise/data_layout.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Why a table whose header is that of a layout is not such a file after all, a sentence each: a column of states in
/// which no cell means a state, one of years without a year, sessions that are no numbers. A header of a few usual
/// words alone (`session`, `vote`) does not make a file of the United Nations. Nothing for a table without rows.
/// O(distinct cells)
[[nodiscard]] std::vector<std::string> layout_doubts(const Table& table, const DataLayout& layout);

/// Other layouts whose columns the file has, too, beyond those of the one that it was taken for: a table that somebody
/// merged from several, or one of which too little is known.
[[nodiscard]] std::vector<const DataLayout*> layouts_beside(const LayoutSigns& signs, const DataLayout& taken);

}  // namespace tarazy
