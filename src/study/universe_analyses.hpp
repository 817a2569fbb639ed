#pragma once

#include "base/work.hpp"
#include "study/choice_touch.hpp"
#include "study/study_result.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// What an analysis gave in the universes that agree in the choices which touch it, as far as tests read it: claims of
/// the tested numbers, of the same numbers of comparison states and of their places, and the other readings.
struct UniverseAnalysis {
    AnalysisResult result;
    bool refused = false;  ///< its data could not be used; `result.failure` says why
};

/// An analysis and the alternatives of the choices that touch it, the others being those of the study.
using AnalysisPick = std::pair<std::size_t, Picked>;
using UniverseAnalyses = std::map<AnalysisPick, UniverseAnalysis>;

/// The alternatives of these choices; of all others the study's own.
[[nodiscard]] Picked picked_of(const ChoiceSet& choices, const Picked& picked);

struct UniverseAnalysesOptions {
    unsigned threads = 0;
    std::string cache_folder = {};  ///< what was computed stays here, so that a run that was killed goes on from it
    Work work = {};
};

/// Computes analyses under alternatives of the choices that touch them, each once: those that read results of others
/// after these. Several at a time, and spread over the processes of mpirun, which share the folder; data are read when
/// first needed. The same results at any number of threads and processes.
/// @param wanted  analyses and alternatives; what they read is added
/// @throws InputError if the study cannot be read under some alternatives; UsageError for more processes than analyses
/// that can be computed side by side; FileError; Interrupted
[[nodiscard]] UniverseAnalyses compute_universe_analyses(const StudyFile& study, Methods methods,
                                                         const ChoiceTouch& touch,
                                                         const std::vector<AnalysisPick>& wanted,
                                                         const UniverseAnalysesOptions& options);

}  // namespace tarazy
