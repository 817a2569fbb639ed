#pragma once

#include "study/method.hpp"

#include <functional>
#include <string>

namespace tarazy {

// Which rows of a table an analysis of yearly series means.

/// A parameter that is a text; empty where the study does not set it.
[[nodiscard]] std::string panel_parameter(const AnalysisPlan& plan, const char* name);

/// The rows for which it holds, with their places in the file.
[[nodiscard]] Table rows_kept(const Table& table, const std::function<bool(std::size_t)>& kept);

/// The rows of one kind by a column that tells kinds apart, where there is such a column.
/// @throws InputError  several kinds and none chosen, or a kind and no such column
[[nodiscard]] Table rows_of_kind(const Table& table, const std::string& column, const std::string& kind);

/// The rows in the years of the parameter `years`, else of the study; rows without a year are kept.
[[nodiscard]] Table rows_of_years(const AnalysisPlan& plan, const Table& table);

}  // namespace tarazy
