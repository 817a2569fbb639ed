#pragma once

#include "base/work.hpp"
#include "study/study_file.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct DeriveOptions {
    unsigned threads = 0;
    Work work = {};
};

/// Runs on the raw data every analysis that reads data with a fallback folder, and writes its tables there with
/// `provenance.json`; those that hold words of the data (`lines_table`) are left out. Tables of analyses that are no
/// longer in the study are removed; other files stay.
/// @returns the files written, in order
/// @throws InputError if raw files are missing (all of them are named) or no data have a fallback folder; FileError
[[nodiscard]] std::vector<std::string> derive_study(const StudyFile& study, Methods methods,
                                                    const DeriveOptions& options = {});

}  // namespace tarazy
