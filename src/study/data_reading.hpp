#pragma once

#include "io/read_table.hpp"
#include "study/study_section.hpp"

#include <string>

namespace tarazy {

/// The keys of `[data.NAME]` that say how its files are read: `sheet`, `header_row`, `encoding`, `delimiter`,
/// `decimal`, `missing` (marks), `recode` (`COLUMN:FROM=TO,..` with the column as the file calls it). Faults become
/// problems.
[[nodiscard]] ReadOptions read_reading(StudySection& section, StudyProblems& problems);

/// The same as one line, for the key of the cache.
[[nodiscard]] std::string reading_text(const ReadOptions& options);

}  // namespace tarazy
