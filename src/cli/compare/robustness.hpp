#pragma once

#include "cli/compare/options.hpp"
#include "compare/minimisation/solution_statement.hpp"
#include "compare/robustness/coding_uncertainty.hpp"
#include "compare/robustness/crossover_range.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tarazy {

/// What `compare robustness` is told.
struct RobustnessCommand {
    ComparisonInputs inputs;
    std::string what = "ranges", solution, expect, exclude;
    std::size_t most_models = 10'000;
    std::optional<double> seconds;
    std::string initial, tests;                                 // fit
    std::string cells, widen = "low", scale = "0,0.33,0.67,1";  // sweep, fragility
    std::vector<std::string> statements;                        // sweep, fragility
    std::string inclusion_grid, pri_grid, case_grid;            // sweep
    std::vector<std::string> calibrations;                      // sweep, anchors
    double reach = 10;                                          // anchors
    std::uint64_t points = 10'000;                              // sweep
    std::size_t listed = 50;                                    // sweep, fragility
    std::optional<double> recoding_probability;                 // sweep
    std::size_t most_cells = 3;                                 // fragility
    std::uint64_t most_sets = 1'000'000;                        // fragility
    std::string variable, set, method = "direct", anchors;      // crossover
    std::optional<double> log_odds;                             // crossover
};

/// Solution types asked for; those of `by_default` when none is named.
[[nodiscard]] std::set<SolutionKind> solution_kinds_of(const RobustnessCommand& options,
                                                       const std::set<SolutionKind>& by_default);
[[nodiscard]] MinimiseOptions minimise_options_of(const Session& session, const RobustnessCommand& options,
                                                  const PropertySpace& space);

/// Refuses cases that have nothing to explain, or nothing that can be; notes rows that --exclude makes negative.
/// @throws InputError
void require_solution(Session& session, const Cases& cases, const TruthTableOptions& cuts,
                      const MinimiseOptions& minimise);

/// Contestable cells of the file named by --cells; none without it. @param input  the table the cases were read from
[[nodiscard]] std::vector<ContestableCell> contestable_cells(Session& session, const RobustnessCommand& options,
                                                             const Table& input, const Cases& cases);
/// The statements; that the models stay when none is stated.
[[nodiscard]] std::vector<SolutionStatement> statements_of(const RobustnessCommand& options, const Cases& cases);
/// `SET=VARIABLE:METHOD:ANCHORS`, as in `DEV=gdp:direct:400,550,900`.
struct CalibrationText {
    std::string set, variable, method, anchors;
};
/// @throws UsageError showing how it is written
[[nodiscard]] CalibrationText calibration_text(const std::string& text);
/// @throws UsageError for an unknown method, or anchors that are not three (`read_anchors`)
[[nodiscard]] CrossoverOptions calibration_of(const std::string& method, const std::string& anchors,
                                              const std::optional<double>& log_odds);
/// The measured variable of every case of the comparison. @throws InputError naming the cases without a value
[[nodiscard]] std::vector<double> raw_of(const Table& table, const RobustnessCommand& options, const Cases& cases,
                                         const std::string& variable);
/// @throws UsageError when the name is not among the conditions
[[nodiscard]] std::size_t condition_number(const Cases& cases, const std::string& name);

/// One value of `--what` each: the table on standard output, the rest as warnings.
void robustness_sweep(Session& session, const RobustnessCommand& options);
void robustness_fragility(Session& session, const RobustnessCommand& options);
void robustness_crossover(Session& session, const RobustnessCommand& options);
void robustness_anchors(Session& session, const RobustnessCommand& options);

}  // namespace tarazy
