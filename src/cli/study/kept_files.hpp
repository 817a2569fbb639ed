#pragma once

#include "cli/command.hpp"
#include "study/study_file.hpp"

namespace tarazy {

/// A table that a command on a study prints must not take the place of a file of the study: what lies in its folder,
/// its data, or what a run of it wrote anywhere. @throws UsageError if `-o` names one
void keep_files_of_study(const Session& session, const StudyFile& study);

}  // namespace tarazy
