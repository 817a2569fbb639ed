#pragma once

#include "compare/minimisation/all_models.hpp"
#include "compare/sets/calibrate.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tarazy {

enum class CrossoverMethod {
    direct,  ///< logistic (`calibrate_direct`)
    linear,  ///< straight between the anchors
    crisp,   ///< in the set from the crossover on; the outer anchors bound the search
};

struct CrossoverOptions {
    CrossoverMethod method = CrossoverMethod::direct;
    Anchors anchors;                      ///< the crossover in force and the outer anchors, which stay
    double log_odds = 2.944438979166440;  ///< of the outer anchors, ln(0.95/0.05)
    TruthTableOptions cuts = {};
    SolutionKind kind = SolutionKind::parsimonious;
    MinimiseOptions minimise = {};
    double resolution = 1e-9;  ///< share of the range of the outer anchors to which ends are located
};

/// Membership of every case at a crossover. NaN stays NaN.
[[nodiscard]] std::vector<double> calibrated_at(std::span<const double> raw, double crossover,
                                                const CrossoverOptions& options);

/// Why a range ends where it does.
enum class RangeEnd {
    anchor,     ///< the next anchor is reached: the models never change on this side
    raw_value,  ///< a case changes sides there, or lies exactly on the crossover
    cut_off,    ///< a row passes the inclusion or PRI cut-off there
    reach,      ///< an outer anchor was not moved further; the models do not change up to there
};
/// "anchor", "raw value", "cut-off", "reach"
[[nodiscard]] std::string_view to_string(RangeEnd end) noexcept;

/// Crossovers between `lower` and `upper` at which the whole list of models is the one at `value`.
struct CrossoverRange {
    double lower = 0, value = 0, upper = 0;
    RangeEnd lower_end = RangeEnd::anchor, upper_end = RangeEnd::anchor;
    std::uint64_t intervals = 0;  ///< pieces of the anchor's range that were looked at
};

/// How far the crossover of one condition can move before the list of models changes. There is no step. Between two raw
/// values no case changes sides, and each membership rises or falls throughout, so its values at the ends of an
/// interval bound it; where these bounds leave a row on either side of a cut-off, the interval is halved, down to the
/// resolution. The answer is therefore exact up to that resolution, also where inclusion is not monotone. At a raw
/// value itself a case has 0.5 (not when crisp) and belongs to no row; that point counts too.
/// @param column  the condition; its membership in `cases` is replaced
/// @param raw     measured values, one a case
/// @throws UsageError when the condition is multi-value or the crossover is not between the outer anchors;
///         LimitError when not all models are known
[[nodiscard]] CrossoverRange crossover_range(const Cases& cases, std::size_t column, std::span<const double> raw,
                                             const CrossoverOptions& options);

enum class MovedAnchor { exclusion, crossover, inclusion };

/// How far one anchor can move, the other two held, before the list of models changes: the question of the robustness
/// test of Oana & Schneider (2021). An outer anchor moves no case across 0.5; every membership on its side only rises
/// or only falls with it, so that intervals are settled, or halved, as those of the crossover are.
/// @param reach  an outer anchor is moved outwards by this many times the distance of the outer anchors at most
/// @returns nothing for an outer anchor of a crisp set, which has none
/// @throws as `crossover_range`
[[nodiscard]] std::optional<CrossoverRange> anchor_range(const Cases& cases, std::size_t column,
                                                         std::span<const double> raw, const CrossoverOptions& options,
                                                         MovedAnchor moved, double reach = 10);

}  // namespace tarazy
