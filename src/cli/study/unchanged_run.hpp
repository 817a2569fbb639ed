#pragma once

#include "study/study_status.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// The run whose results stand in the folder, when running the study again would write the same bytes: the program, the
/// study file, every data file and its reading, the kept multiverse and the command are those of that run, and every
/// file that it wrote stands there as written, with no other among them. Nothing otherwise. As of `recorded_making`.
/// Cost: one pass over all data files and results.
/// @param command  the one that the run would record
/// @throws Interrupted
[[nodiscard]] std::optional<RecordedRun> unchanged_run(const StudyFile& study, const std::string& folder,
                                                       const std::string& command, const Work& work);

}  // namespace tarazy
