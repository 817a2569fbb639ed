#pragma once

#include "base/work.hpp"
#include "ledger/ledger.hpp"
#include "ledger/output_folder.hpp"
#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

/// A file that somebody to the right of this module made of the result: the report.
struct ExtraFile {
    std::string path;  ///< relative to the output folder
    std::string bytes;
};

/// What the ledger records of an result. Outputs are left empty.
[[nodiscard]] LedgerContent ledger_content(const StudyFile& study, const StudyResult& result);

struct WrittenOutputs {
    std::size_t claims = 0;
    std::size_t files = 0;
};

/// Writes a run's results and puts them in place, all or none: `results/<analysis>.csv`,
/// `results/<analysis>.<table>.csv`, `results/<analysis>.json`, `results/propositions.csv`, `results/study.json`, the
/// extra files, ledger.sqlite and manifest.json. The same result gives the same bytes but for the manifest's duration.
/// @param output_folder  where `place` was opened
/// @throws FileError, Interrupted; the former results then stay
WrittenOutputs write_outputs(OutputFolder& place, const std::string& output_folder, const StudyFile& study,
                             const StudyResult& result, const std::vector<ExtraFile>& extra, double duration_seconds,
                             const Work& work = {});

}  // namespace tarazy
