#pragma once

#include "compare/minimisation/all_models.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// How far an initial solution agrees with test solutions (Oana & Schneider 2021). Core = what all have in common.
struct RobustnessFit {
    std::optional<double> consistency;  ///< RF_cons = cons(IS) / cons(core)
    std::optional<double> coverage;     ///< RF_cov = cov(core) / cov(IS)
    std::optional<double>
        overlap_min;  ///< RF_SC_minTS = S min(IS, minTS) / S max(IS, minTS), minTS common to all tests
    std::optional<double> overlap_max;  ///< RF_SC_maxTS, maxTS in any test
    std::optional<double> typical;      ///< RCR_typ: of cases with the outcome in IS or some test, those in IS and all
    std::optional<double> deviant;      ///< RCR_dev: the same among cases without the outcome
    std::size_t shaky = 0;              ///< cases in IS but not in all tests
    std::size_t possible = 0;           ///< cases in some test but not in IS
    /// Rank of the case ratio: 1 = neither shaky nor possible cases, 2 = possible ones only, 3 = shaky ones only, 4 =
    /// both
    int rank = 1;
};
[[nodiscard]] RobustnessFit robustness_fit(const Cases& cases, const std::vector<Literals>& initial,
                                           const std::vector<std::vector<Literals>>& tests);

/// All models of a solution type. @throws LimitError when not all of them are known
[[nodiscard]] AllModels model_list(const Cases& cases, const TruthTableOptions& cuts, SolutionKind kind,
                                   const MinimiseOptions& options = {});

/// Stretch of a cut-off over which the whole list of models stays what it is: above `lower` up to `upper`.
struct CutRange {
    std::string cut;  ///< "incl", "pri", "n"
    double lower = 0, value = 0, upper = 0;
};

/// Ranges of the three cut-offs, each with the others held. Exact, without a step: a cut-off matters only where it
/// passes the inclusion, PRI or number of cases of some row, so these values are tried and no others.
[[nodiscard]] std::vector<CutRange> cut_ranges(const Cases& cases, const TruthTableOptions& cuts, SolutionKind kind,
                                               const MinimiseOptions& options = {});

/// What happens when one coding is turned over (m becomes 1 - m) and all else stays.
struct CellEffect {
    std::size_t at = 0;  ///< case
    std::string column;
    double value = 0, turned = 0;
    bool changes_models = false;
    std::size_t kept = 0;    ///< models that stay
    std::size_t models = 0;  ///< models after the change
};

struct CellEffects {
    std::vector<CellEffect> turned;
    std::size_t cells = 0;  ///< there are; more than were turned over when the time of the work was up
};

/// Every cell of crisp and fuzzy conditions and of the outcome, one at a time; on all threads, the same result at any
/// number. Cost: one minimisation a cell. @throws LimitError when not all models are known
[[nodiscard]] CellEffects cell_effects(const Cases& cases, const TruthTableOptions& cuts, SolutionKind kind,
                                       const MinimiseOptions& options = {}, unsigned threads = 0);

}  // namespace tarazy
