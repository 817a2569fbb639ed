#pragma once

#include "analyses/write_study/recognise/coverage.hpp"
#include "analyses/write_study/recognise/data_layout.hpp"
#include "table/table.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tarazy {

/// The version of a file by the rules of its layout; empty when none applies. Rules that need the last year are passed
/// over where that is not known.
[[nodiscard]] std::string file_version(const DataLayout& layout, const Table& head, std::span<const std::string> title,
                                       const DataCoverage& coverage, bool whole);

/// What stands between two texts in one of the lines; up to the end of the line where `before` is empty or not there.
[[nodiscard]] std::optional<std::string> between_in_title(std::span<const std::string> title, std::string_view after,
                                                          std::string_view before);

}  // namespace tarazy
