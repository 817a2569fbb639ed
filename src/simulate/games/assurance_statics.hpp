#pragma once

#include "base/work.hpp"
#include "simulate/games/assurance_game.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Numbers of the game that are gone through, each with each; others stay.
struct AssuranceGrid {
    AssuranceGame game = {};
    struct Axis {
        std::string parameter;  ///< a name of `assurance_parameters`
        std::vector<double> values;
    };
    std::vector<Axis> axes = {};
    std::vector<double> lambdas = {1};

    [[nodiscard]] std::size_t games() const;
};

struct AssuranceStaticsOptions {
    unsigned threads = 0;  ///< 0 = all cores
    Work work = {};
};

/// Comparative statics: a row each game of the grid (the last axis runs fastest) and lambda, with a column an axis,
/// then `lambda`, then the `assurance_quantities`. @throws UsageError when a number is out of its range
[[nodiscard]] Table assurance_statics(const AssuranceGrid& grid, const AssuranceStaticsOptions& options = {});

/// What changes sides as a number of the game moves.
struct AssuranceThreshold {
    std::string_view name;      ///< "state rather forgoes when assured"
    std::string_view quantity;  ///< of `assurance_quantities`
    double level;
};
/// forgo_given_assure, press_given_assure, assure_given_resolved, assure_given_unresolved, resolved_given_assure and
/// honour_given_assure at 1/2; effect_of_assurance_on_forgo and worth_of_assurance_to_state at 0.
[[nodiscard]] const std::vector<AssuranceThreshold>& assurance_thresholds();

struct ThresholdOptions {
    std::string over = "p";                    ///< name of the number that moves
    std::optional<double> from = {}, to = {};  ///< by default 0 to 1 for p, 0 to 2 for costs; others must be given
    std::size_t cells = 100;                   ///< in which crossings are looked for, before they are halved
    unsigned threads = 0;
    Work work = {};
};

/// Where each quantity crosses its level while one number moves: found on a grid of `cells`, then by bisection to 1e-9
/// of the range. Two crossings within one cell are missed. A row each crossing:
/// `<axes>,lambda,over,threshold,quantity,level,at,direction,at_from,at_to`; `direction` is `rises`, `falls`, or where
/// there is no crossing `always above`, `always below`, `always equal`, then `at` is missing; `jumps up` and `jumps
/// down` where the branch itself breaks. @throws UsageError
[[nodiscard]] Table threshold_positions(const AssuranceGrid& grid, const ThresholdOptions& options);

}  // namespace tarazy
