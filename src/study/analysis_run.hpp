#pragma once

#include "study/data_files.hpp"
#include "study/method.hpp"
#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// One analysis of a study with all it reads, ready to be run. What it points at must outlive it.
struct AnalysisTask {
    const StudyFile* study = nullptr;
    const StudyAnalysis* analysis = nullptr;
    const Method* method = nullptr;
    AnalysisPlan plan;
    std::vector<const LoadedData*> data = {};  ///< in the order of `analysis->data`
};

/// `[data.<key>]`. @pre the study has it
[[nodiscard]] const StudyData& data_called(const StudyFile& study, const std::string& key);

/// The data by role, as methods read them.
[[nodiscard]] RoleTables tables_by_role(const AnalysisTask& task);

/// Tables and the name under which the cache keeps them; an empty name where they are not kept.
struct ComputedTables {
    std::vector<ResultTable> tables;
    std::string kept_as;
};

/// The tables of an analysis from its data, or from the cache.
/// @param cache_folder  empty: no cache
/// @throws InputError if the data cannot be used; Interrupted
[[nodiscard]] ComputedTables computed_tables(const AnalysisTask& task, const std::string& cache_folder);

/// The shipped tables that stand in for the data of an analysis, with the files they were read from.
/// @throws InputError unless they were made as the study says
[[nodiscard]] ShippedTables shipped_tables(const AnalysisTask& task);

/// Makes the claims of an analysis whose tables are there, or says why it has no result.
void add_claims(AnalysisResult& found, const AnalysisTask& task);

}  // namespace tarazy
