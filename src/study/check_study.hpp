#pragma once

#include "study/study_file.hpp"
#include "study/study_section.hpp"

namespace tarazy {

/// Whether what a study file says fits together: ids unique, names known, states and years real, methods given the data
/// and parameters they read. Everything that does not becomes a problem.
void check_meaning(const StudyFile& study, Methods methods, StudyProblems& problems);

/// Whether the files a study names are there: the raw file, or what stands in for it.
void check_files(const StudyFile& study, StudyProblems& problems);

}  // namespace tarazy
