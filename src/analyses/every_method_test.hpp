#pragma once

#include "study/data_files.hpp"
#include "study/method.hpp"
#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <map>
#include <string>
#include <vector>

namespace tarazy {

/// The small study in testdata/every_method, which has an analysis by every method of the program.
[[nodiscard]] const StudyFile& every_method_study();

/// Its run, done once.
[[nodiscard]] const StudyResult& every_method_result();

/// One of its analyses, ready to be computed, with tables that a test may change.
struct PreparedAnalysis {
    const Method* method = nullptr;
    AnalysisPlan plan;
    std::map<std::string, Table> tables;  ///< by role

    [[nodiscard]] RoleTables roles() const;
    /// What a run keeps of the method's tables.
    [[nodiscard]] std::vector<ResultTable> compute() const;
};
[[nodiscard]] std::vector<PreparedAnalysis> every_analysis();
[[nodiscard]] PreparedAnalysis prepared_analysis(const std::string& id);

/// The table with the first `from` of its CSV text replaced. @throws std::logic_error when it is not there
[[nodiscard]] Table edited(const Table& table, const std::string& from, const std::string& to);

/// The result of the study with these analyses only, as their methods compute them from their data.
[[nodiscard]] StudyResult with_computed(const std::vector<PreparedAnalysis>& analyses);

}  // namespace tarazy
