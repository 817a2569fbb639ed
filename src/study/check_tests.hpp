#pragma once

#include "study/study_file.hpp"
#include "study/study_section.hpp"

namespace tarazy {

/// Whether the declared tests can be judged at all, before anything is computed: the analysis has such a number; a
/// number that will carry an interval is compared with a stated probability, and one that will not, without; a
/// conditional proposition has premises and consequences, and these speak of the same years; a relative test has
/// comparison states to be relative to. @pre the study has no other problems (`check_meaning`)
void check_tests(const StudyFile& study, Methods methods, StudyProblems& problems);

}  // namespace tarazy
