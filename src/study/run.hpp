#pragma once

#include "base/work.hpp"
#include "study/method.hpp"
#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <set>
#include <string>

namespace tarazy {

struct RunOptions {
    unsigned threads = 0;            ///< 0 = all cores; never changes a result
    std::string cache_folder;        ///< results of unchanged analyses are kept here; empty: nowhere
    std::set<std::string> shipped;   ///< data keys whose raw files are left alone although they may be here
    std::set<std::string> analyses;  ///< run these only; empty: all
    bool judge = true;               ///< compare the claims with the declared tests
    std::string
        folder;  ///< how commands call the study's folder; empty: by its name (a verification repeats the run's)
    Work work = {};
};

/// Runs a study: reads each input once, runs the analyses, makes a claim of every number, judges the propositions.
/// Equal files, parameters and seed give equal results.
/// @throws InputError if data cannot be used or a test names a result that does not exist; FileError; Interrupted: then
/// analyses that were done are in the cache, and nothing else is kept
[[nodiscard]] StudyResult run_study(const StudyFile& study, Methods methods, const RunOptions& options = {});

/// The command that runs the study, the same wherever it is typed: `tarazy study run studies/kazakhstan`.
/// @param folder  what to call its folder; empty: by its name
[[nodiscard]] std::string run_command(const StudyFile& study, const std::string& folder = {});

/// The command that computes one analysis of the study and prints its main table: `tarazy study run small --only
/// votes`.
[[nodiscard]] std::string only_command(const StudyFrame& frame, const std::string& analysis);

/// What all analyses of the study share, and one of them ready to be run.
[[nodiscard]] StudyFrame study_frame(const StudyFile& study, unsigned threads = 0, const std::string& folder = {});
[[nodiscard]] AnalysisPlan plan_analysis(const StudyFile& study, const StudyAnalysis& analysis, const StudyFrame& frame,
                                         const Method& method);

}  // namespace tarazy
