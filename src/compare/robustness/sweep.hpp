#pragma once

#include "compare/minimisation/solution_statement.hpp"
#include "compare/robustness/coding_uncertainty.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tarazy {

/// Ways to calibrate one condition besides the one in the case table.
struct CalibrationChoice {
    std::size_t column = 0;  ///< condition
    struct Alternative {
        std::string label;               ///< such as the anchors
        std::vector<double> membership;  ///< of every case
    };
    std::vector<Alternative> alternatives;
};

/// Cut-offs to combine. Contradictory rows count as negative when minimised, so the lower inclusion cut has no say.
struct CutGrid {
    std::vector<double> inclusion = {1};
    std::vector<double> pri = {0};
    std::vector<std::size_t> cases = {1};
};

struct SweepOptions {
    std::set<SolutionKind> kinds = {SolutionKind::conservative, SolutionKind::parsimonious, SolutionKind::intermediate};
    std::uint64_t points = 10'000;  ///< a grid with more points than this is sampled, so many times
    std::uint64_t seed = 1;
    unsigned threads = 0;                ///< 0 = all cores
    std::size_t told_apart = 1'000'000;  ///< most models, and most terms, of a solution type that are counted singly
    std::size_t listed = 1000;           ///< most frequent models that are listed; terms are all listed
    /// A contestable cell of a sampled point takes another value with this probability (each of them alike), and stays
    /// as coded otherwise; nothing: every value it can take is as likely, which samples the grid evenly.
    std::optional<double> recoding_probability = {};
    /// Its model_limit: points with more models count as incomplete. Its work is that of the whole sweep.
    MinimiseOptions minimise = {};
};

struct SweptModel {
    std::vector<Literals> terms;
    std::uint64_t points = 0;  ///< in which it is a model
};
struct SweptTerm {
    Literals term;
    std::uint64_t prime = 0;  ///< points in which it is a prime implicant
    std::uint64_t some = 0;   ///< points in which it is a term of some model
    std::uint64_t every = 0;  ///< points in which it is a term of every model
};
/// What one solution type does over the points.
struct SweptSolution {
    SolutionKind kind = SolutionKind::conservative;
    std::uint64_t solved = 0;      ///< points with at least one model, all of them known
    std::uint64_t unsolved = 0;    ///< points without any: no positive row, or nothing that sets them apart
    std::uint64_t incomplete = 0;  ///< points where a limit was reached; they count for no model, term or statement
    std::uint64_t one_model = 0;   ///< points with exactly one model
    std::uint64_t as_coded = 0;    ///< points with the models of the cases as coded, at the first cut-offs
    AllModels coded;               ///< these models
    std::uint64_t distinct_models = 0;  ///< met over all points
    std::vector<SweptModel> models;     ///< most frequent first, then by their terms
    std::vector<SweptTerm> terms;       ///< by points in some model, as prime implicant, then by the term
    bool all_counted = true;            ///< false: more models or terms were met than `told_apart`
};
struct SweptStatement {
    SolutionStatement statement;
    std::optional<SolutionKind> kind;  ///< nothing: the statement is about set relations
    bool as_coded = false;             ///< does it hold of the cases as coded, at the first cut-offs?
    std::uint64_t points = 0;          ///< in which it holds
};

/// A choice that a sweep varies, with what it goes along with: the main effect of one coding, calibration or cut-off
/// while all the others vary.
struct SweptChoice {
    enum class Factor { calibration, cell, inclusion_cut, pri_cut, case_cut };
    Factor factor = Factor::cell;
    std::size_t number = 0;                 ///< in the list of its factor (0 of a cut-off)
    std::size_t value = 0;                  ///< 0 = as coded, or the first cut-off; k = the k-th alternative
    std::uint64_t points = 0;               ///< with this choice
    std::vector<std::uint64_t> statements;  ///< of these, points in which each of `Sweep::statements` holds
};

struct Sweep {
    std::uint64_t points = 0;           ///< minimised
    std::uint64_t asked = 0;            ///< to be minimised; more than `points` when the time of the work was up
    std::optional<std::uint64_t> grid;  ///< all points there are; nothing when they exceed 64 bits
    bool sampled = false;               ///< drawn from the grid with replacement; else the whole grid
    std::uint64_t tables = 0;           ///< minimisations done: points with the same coded rows share one
    std::vector<SweptSolution> solutions;
    std::vector<SweptStatement> statements;
    std::vector<SweptChoice> choices;  ///< every value of every factor that has several
};

/// Minimises the cases at every combination of calibrations, cut-offs and codings of the contestable cells (or at a
/// seeded random sample of them), exactly and with all models, and counts. A contestable cell that is recoded keeps its
/// other value whatever the calibration of its condition. Points are streamed; what grows is the list of distinct
/// models and terms and a bounded memory of coded truth tables. The same result at any number of threads.
/// O(points x rows x cases x conditions) plus one minimisation a distinct coded table.
/// @pre the first value of each list of `cuts` is the one "as coded"; choices have one membership a case
[[nodiscard]] Sweep sweep(const Cases& cases, const std::vector<ContestableCell>& cells,
                          const std::vector<CalibrationChoice>& calibrations, const CutGrid& cuts,
                          const std::vector<SolutionStatement>& statements, const SweepOptions& options = {});

}  // namespace tarazy
