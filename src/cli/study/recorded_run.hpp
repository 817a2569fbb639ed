#pragma once

#include "study/study_status.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// What a run left in an output folder, without figures and without what files beside `study.json` hold: enough to tell
/// what it was made from. @throws as `recorded_run`
[[nodiscard]] std::optional<RecordedRun> recorded_making(const std::string& folder);

/// What a run left in an output folder, mended first if a killed run made that necessary; nothing when there is none.
/// @throws InputError if its manifest is no manifest; FileError
[[nodiscard]] std::optional<RecordedRun> recorded_run(const std::string& folder);

}  // namespace tarazy
