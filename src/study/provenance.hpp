#pragma once

#include "study/method.hpp"
#include "study/study_file.hpp"
#include "study/study_result.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// What one analysis' shipped tables were made with.
struct Making {
    std::string analysis;
    std::string method;
    std::string settings;         ///< JSON: parameters, states, poles, years, seed
    std::vector<DataUse> inputs;  ///< key, path, digest and rows are kept
    std::vector<DataUse> tables;  ///< path (in the folder), digest and rows
};

/// JSON: parameters, states, poles, years and seed of an analysis, which together with its inputs decide its numbers.
[[nodiscard]] std::string settings_of(const AnalysisPlan& plan);

/// `provenance.json`: command, version, analyses with parameters, digests of the raw inputs and of the tables.
[[nodiscard]] std::string provenance_text(const std::string& command, const std::vector<Making>& makings);

/// Names of the tables that a provenance file lists; none when it cannot be understood.
[[nodiscard]] std::vector<std::string> tables_listed(const std::string& provenance);

/// That shipped tables are those which the study as it stands would make, as far as can be told without the raw data:
/// same method and settings, tables unchanged since they were made, and those of the analysis' files that are here
/// unchanged too.
/// @param files    what `read_shipped_tables` found
/// @param present  files of the analysis' data that were read as they are
/// @throws InputError naming what differs
void require_same_making(const StudyFile& study, const StudyData& data, const AnalysisPlan& plan,
                         const std::vector<DataUse>& files, const std::vector<DataUse>& present = {});

}  // namespace tarazy
