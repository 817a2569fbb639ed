#pragma once

#include "study/parameters.hpp"
#include "study/study_result.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What all analyses of a study share.
struct StudyFrame {
    std::string focus;  ///< ISO alpha-3, as all states here
    std::vector<std::string> comparison;
    std::vector<Pole> poles;
    Span years;
    std::uint64_t seed = 1;
    unsigned threads = 0;  ///< never changes a result
    std::string folder;    ///< how commands call the study's folder: "studies/kazakhstan"
    std::string command;   ///< that runs the study
};

/// A data key that an analysis reads.
struct AnalysisInput {
    std::string role, key;
    std::vector<std::string> files;  ///< as commands name them
};

/// One analysis, ready to be run.
struct AnalysisPlan {
    std::string id;
    StudyFrame frame;
    Parameters parameters;
    std::vector<AnalysisInput> inputs;  ///< in the order of the study file
    bool from_shipped_table = false;    ///< the raw files are not here

    [[nodiscard]] const AnalysisInput* input(std::string_view role) const noexcept;
};

/// The tables of an analysis' data, by role.
using RoleTables = std::map<std::string, const Table*>;

/// What a method found. Tables are all that is kept between runs: claims are made from them, so that a shipped table
/// says exactly what the raw data said.
struct MethodResult {
    std::vector<ResultTable> tables;  ///< the main one first, its name empty
    std::vector<ChronologyEvent> events;
    std::vector<ChronologyLink> links;
    std::vector<SourceConflict> conflicts;
};

struct DataNeed {
    std::string role;
    bool required = true;
};

/// One method that a study file may name. A new one is an adapter file with a function that returns this, and one line
/// in `methods()`.
struct Method {
    std::string id;   ///< "align.similarity"
    int version = 1;  ///< raised when the same input gives other numbers: part of the cache's key
    std::vector<std::vector<DataNeed>> reads;  ///< the sets of roles it can work on, in order of preference
    std::vector<ParameterRule> parameters;
    std::size_t least_poles = 0;
    bool cached = true;  ///< are its tables worth keeping between runs?
    MethodResult (*compute)(const AnalysisPlan& plan, const RoleTables& data) = nullptr;
    std::vector<Claim> (*claims)(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) = nullptr;
    /// The equivalent command on the raw files; nullptr when there is none but running the study.
    std::string (*command)(const AnalysisPlan& plan) = nullptr;
};

/// All methods of this program, by id.
[[nodiscard]] const std::vector<Method>& methods();
[[nodiscard]] const Method* find_method(std::string_view id);
[[nodiscard]] std::vector<std::string> method_names();

/// Roles that `[data.<key>]` may have, also those that no method reads yet.
[[nodiscard]] const std::vector<std::string>& data_roles();

/// The first of the method's sets of roles whose required roles are all there; nullptr when none fits.
[[nodiscard]] const std::vector<DataNeed>* fitting_roles(const Method& method, const std::vector<std::string>& roles);

}  // namespace tarazy
