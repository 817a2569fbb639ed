#pragma once

#include "ledger/ledger.hpp"
#include "ledger/output_folder.hpp"
#include "study/outcome.hpp"
#include "study/study_file.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

/// A file that somebody to the right of this module made of the outcome: the report.
struct ExtraFile {
    std::string path;  ///< relative to the output folder
    std::string bytes;
};

/// What the ledger records of an outcome. Outputs are left empty.
[[nodiscard]] LedgerContent ledger_content(const StudyFile& study, const StudyOutcome& outcome);

struct WrittenOutputs {
    std::size_t claims = 0;
    std::size_t files = 0;
};

/// Writes a run's results and puts them in place, all or none: `results/<analysis>.csv`,
/// `results/<analysis>.<table>.csv`, `results/<analysis>.json`, `results/propositions.csv`, `results/study.json`, the
/// extra files, ledger.sqlite and manifest.json. The same outcome gives the same bytes but for the manifest's duration.
/// @param output_folder  where `place` was opened
/// @throws FileError; the former results then stay
WrittenOutputs write_outputs(OutputFolder& place, const std::string& output_folder, const StudyFile& study,
                             const StudyOutcome& outcome, const std::vector<ExtraFile>& extra, double duration_seconds);

}  // namespace tarazy
