#pragma once

#include "analyses/write_study/study_order.hpp"
#include "base/work.hpp"
#include "study/study_file.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// What became of an order.
struct WrittenStudy {
    std::vector<std::string> files;     ///< that were written, as paths to open
    std::vector<std::string> notes;     ///< what each file was taken for, and what else was assumed
    std::vector<std::string> warnings;  ///< what was asked for and is not there
};

/// Writes a study of the order's data into its folder: study.toml, README.md and, unless data are to stay where they
/// are, copies of the files below data/. It runs as it is; texts and propositions are placeholders that say so.
/// Everything is written aside and put in place at the end.
/// @throws UsageError for a folder that holds something; InputError for files that are not understood, with all of
/// them, and when the data feed none of the methods asked for, with what each would need; FileError
/// O(rows of the files).
[[nodiscard]] WrittenStudy write_study(const StudyOrder& order, Methods methods, const Work& work = {});

}  // namespace tarazy
