#pragma once

#include "base/computed_once.hpp"
#include "base/work.hpp"
#include "study/parameters.hpp"
#include "study/study_result.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
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
    Work work = {};        ///< handed on to whatever takes long
    /// What several analyses of a run need, such as the ideal points of the same votes; nothing: each computes its own.
    std::shared_ptr<ComputedOnce> once = {};
};

/// A data key that an analysis reads.
struct AnalysisInput {
    std::string role, key;
    std::vector<std::string> files;  ///< as commands name them
    std::string digest = {};         ///< of what is read, and how, while an analysis is computed
};

/// One analysis, ready to be run.
struct AnalysisPlan {
    std::string id;
    StudyFrame frame;
    Parameters parameters;
    std::vector<AnalysisInput> inputs;  ///< in the order of the study file
    bool from_shipped_table = false;    ///< the raw files are not here
    /// Quantities that declared tests read, each once, in the order of the study file: what a method works out for
    /// these only (comparison states, other readings) need not be worked out for all.
    std::vector<std::string> tested = {};
    /// Nobody will look at more than the claims: what the tables hold besides may be worked out coarsely.
    bool claims_only = false;

    [[nodiscard]] const AnalysisInput* input(std::string_view role) const noexcept;
};

/// The tables of an analysis' data, by role.
using RoleTables = std::map<std::string, const Table*>;

struct DataNeed {
    std::string role;
    bool required = true;
};

/// A number that an analysis may have, as tests name it, known before anything is computed.
struct QuantityForm {
    /// "mean_share.RUS.1991-2023"; what stands in < > is any text, `<year>` four digits: "closeness.RUS.<year>".
    std::string text;
    bool uncertain = false;   ///< it will carry an interval, so that a test must say how sure one has to be
    std::string window = {};  ///< the years it speaks of, "1991-2023"; empty: of no window
};

/// What another analysis, also by another method, may measure as well.
struct SharedMeasure {
    enum class Kind {
        leader,          ///< over a window: which of the `about` has the largest number
        leader_of_year,  ///< the same year by year: in how many years two analyses name different ones
        sign,            ///< over a window: whether the number is surely above or below 0
    };
    std::string name;  ///< arena and quantity: "votes.years_nearest"
    Kind kind = Kind::leader;
};

/// One method that a study file may name (CONTRIBUTING.md shows how to add one).
struct Method {
    std::string id;                            ///< "align.similarity"
    int version = 1;                           ///< raised when the same input gives other numbers or tables
    std::vector<std::vector<DataNeed>> reads;  ///< the sets of roles it can work on, in order of preference
    std::vector<ParameterRule> parameters;
    std::size_t least_poles = 0;
    bool needs_focus = false;  ///< is it about one state?
    bool cached = true;        ///< are its tables worth keeping between runs?
    /// Do the poles decide anything of its tables or claims? Where they do not, studies that differ in their poles
    /// share its results.
    bool reads_poles = true;
    /// Words of those notes that a run tells on the terminal, too: of what its numbers are made without, though the
    /// study names it. All others stand in the report alone.
    std::vector<std::string> told_notes = {};

    /// The result as tables, the main one first, its name empty. Tables are all that is kept between runs: claims,
    /// chapters and figures are made from them, so that a shipped table says exactly what the raw data said.
    std::vector<ResultTable> (*compute)(const AnalysisPlan& plan, const RoleTables& data) = nullptr;
    std::vector<Claim> (*claims)(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) = nullptr;

    // What follows may stay nullptr.

    /// The equivalent command on the raw files; without one, running the study is the only way.
    std::string (*command)(const AnalysisPlan& plan) = nullptr;
    /// Problems of the analysis as written that its rules of parameters do not show.
    void (*check)(const StudyAnalysis& written, StudyProblems& problems) = nullptr;
    /// Whether a claim that has a value or a statement makes the analysis a success; without this function any does.
    bool (*is_finding)(const AnalysisPlan& plan, const Claim& claim) = nullptr;
    /// Every number the analysis may have. A test that names another one is refused before anything is computed.
    std::vector<QuantityForm> (*quantities)(const AnalysisPlan& plan) = nullptr;
    /// What the tested numbers are under each other reading of one entry that the record itself admits: a stated
    /// alternative, a low confidence, a rival source. data,entry,variable,as_recorded,other,basis,quantity,value,
    /// statement: a row for each tested number that differs, also for those of comparison states
    /// ("state.UZB.evenness"), one without a quantity where none does. Equal `data`, `entry`, `variable` and `other` of
    /// two analyses are the same reading. Of numbers that are judged with a probability also q05,q10,q50,q90,q95.
    Table (*other_readings)(const AnalysisPlan& plan, const RoleTables& data) = nullptr;
    /// What a claim measures that other analyses may measure, too; where they say the opposite the report says both.
    std::optional<SharedMeasure> (*shared_measure)(const AnalysisPlan& plan, const Claim& claim) = nullptr;
    /// Why there is no finding, as far as the data tell; they are empty where shipped tables stood in for them.
    std::string (*why_empty)(const AnalysisPlan& plan, const RoleTables& data) = nullptr;
    /// Notes on what the study names and the tables lack: it is not silently left out.
    std::vector<std::string> (*lacking)(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) = nullptr;
};

[[nodiscard]] const Method* find_method(Methods methods, std::string_view id);
[[nodiscard]] std::vector<std::string> method_names(Methods methods);

/// "align", "compare", ...: the first words of the methods' ids, each once.
[[nodiscard]] std::vector<std::string> method_nouns(Methods methods);

/// Roles that `[data.<key>]` may have: those that some method reads.
[[nodiscard]] std::vector<std::string> data_roles(Methods methods);

/// The first of the method's sets of roles whose required roles are all there; nullptr when none fits.
[[nodiscard]] const std::vector<DataNeed>* fitting_roles(const Method& method, const std::vector<std::string>& roles);

}  // namespace tarazy
