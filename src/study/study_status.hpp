#pragma once

#include "base/work.hpp"
#include "ledger/manifest.hpp"
#include "study/made_from.hpp"
#include "study/study_file.hpp"
#include "study/study_graph.hpp"
#include "study/study_result.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class Freshness {
    fresh,    ///< a run would give it again as it is
    stale,    ///< something that leads to it has changed
    failed,   ///< it had no result in the last run, and nothing has changed
    missing,  ///< it, or a file that it needs, is not there
    not_run,  ///< no run has made it
};
[[nodiscard]] std::string_view to_string(Freshness state) noexcept;

/// A data file, an analysis, a proposition, a figure or a file that the run wrote.
struct PartStatus {
    std::string kind;  ///< "file", "analysis", "proposition", "figure", "output"
    std::string id;
    Freshness state = Freshness::fresh;
    std::vector<Change> reasons = {};  ///< why it is not fresh
};

/// What a run left behind.
struct RecordedRun {
    Manifest manifest;
    /// `results/study.json`; nothing when it is not the file that the manifest records: nobody knows then what the
    /// analyses were made from.
    std::optional<StudyResult> result;
    std::vector<FigureOrigin> figures = {};
};

struct StudyStatus {
    std::vector<PartStatus> parts;
    std::vector<GraphEdge> graph;
    [[nodiscard]] bool all_fresh() const noexcept;
};

/// Compares a study as it stands with what a run of it left: files by their SHA-256, analyses by what decides their
/// tables, propositions by their declared tests; whatever is made from something that is no longer fresh is stale, too.
/// Nothing is computed. Cost: one pass over all files.
/// @param study   read without looking for its files (`read_study_file_alone`)
/// @param folder  where the run wrote
/// @param run     nothing when it was never run
/// @throws FileError; Interrupted
[[nodiscard]] StudyStatus study_status(const StudyFile& study, Methods methods, const std::string& folder,
                                       const std::optional<RecordedRun>& run, const Work& work = {});

/// Columns kind,id,state,because,why; the last two are lists.
[[nodiscard]] Table status_table(const StudyStatus& status);

}  // namespace tarazy
