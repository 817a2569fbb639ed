#pragma once

#include "analyses/write_study/recognise/data_layout.hpp"
#include "base/work.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Which states and years a file speaks of.
struct DataCoverage {
    std::size_t rows = 0;
    std::optional<std::pair<int, int>> years = {};
    /// ISO alpha-3 (COW abbreviation where there is none) and in how many cells of the columns of states it stands.
    std::map<std::string, std::size_t> states = {};
    /// How the file writes a state, as it first stands in the first column of states that has it.
    std::map<std::string, std::string> written = {};
    std::vector<std::string> not_states = {};  ///< distinct cells that mean no state, as they first appear
};

/// @param layout  whose columns of states and years are meant. O(cells of these columns)
[[nodiscard]] DataCoverage coverage_of(const Table& table, const DataLayout& layout);
/// The same of a file without header, read piece by piece. Fields without a date count as rows only.
[[nodiscard]] DataCoverage coverage_of_bare_file(const std::string& path, const DataLayout& layout, const Work& work);
/// Of a table that has no layout: by columns whose names and cells look like states and years.
[[nodiscard]] DataCoverage coverage_by_look(const Table& table);

/// The year of a cell: 2005, 200511 and 20051130 (year first), 2005-11-30, `5 May 2022`. Nothing when it has none.
[[nodiscard]] std::optional<int> year_of_cell(std::string_view cell);

/// The state that a text means, also when blanks are left out (`unitedkingdom`): ISO alpha-3, or COW abbreviation.
[[nodiscard]] std::optional<std::string> state_of_squeezed_name(std::string_view text);

}  // namespace tarazy
