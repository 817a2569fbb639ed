#pragma once

#include "base/work.hpp"
#include "ledger/manifest.hpp"
#include "report/chapter.hpp"
#include "study/study_result.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace tarazy {

struct CrateOptions {
    std::string date = {};                ///< "2026-11-29"; empty: that of CITATION.cff, else the day of manifest.json
    std::set<std::string> left_out = {};  ///< data keys whose files are described and not passed on
    Work work = {};
};

struct CrateWritten {
    std::size_t files = 0;
    std::string date;                ///< as written
    bool dated_by_file = false;      ///< the date is that of manifest.json, which copying may change
    std::vector<std::string> notes;  ///< what the author should look at: unclear licences, what is not passed on
};

/// Exports a run as a folder by RO-Crate 1.1 (Process Run Crate 0.5): `study/` with the study file and the inputs that
/// lie in the study's folder, `output/` with all that the run wrote, and texts that describe them (crate_metadata.hpp,
/// crate_texts.hpp, data_dictionary.hpp, annotations.hpp, references.hpp). An input is not passed on where a licence
/// forbids it, where it lies outside of the study's folder, or where `left_out` names it. The same run, date and
/// options give the same bytes.
///
/// The folder is written aside and renamed: it is there whole or not at all.
/// @param output  folder of the run, which has been verified: its files and inputs are those of the manifest
/// @param study   where the study lies now
/// @param folder  must be new or empty
/// @throws UsageError if it is not or an option does not fit, FileError, Interrupted
[[nodiscard]] CrateWritten export_crate(const std::string& output, const std::string& study, const Manifest& manifest,
                                        const StudyResult& result, Chapters chapters, const std::string& folder,
                                        const CrateOptions& options = {});

}  // namespace tarazy
