#pragma once

#include "trace/evidence/rival_explanations.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tarazy {

// Bayesian process tracing (Fairfield & Charman 2017, 2022): posterior odds are prior odds times the ratios of the
// likelihoods of what was found, in logarithms. Weights are in decibels, 10 log10 of a ratio (Good 1985).

/// Does a clue count, and if not, why not?
enum class ClueCounting {
    counted,
    weaker,      ///< another clue of its group is stronger
    in_joint,    ///< its group was elicited jointly
    not_sought,  ///< nobody has looked
};
[[nodiscard]] std::string_view to_string(ClueCounting counting) noexcept;

/// Of each clue in the order of the file. In a group the clue with the largest ratio between two hypotheses counts;
/// equal ones: the first id of the alphabet. O(clues x (hypotheses + clues))
[[nodiscard]] std::vector<ClueCounting> clue_counting(const RivalExplanations& rivals);

/// P(what was found | hypothesis) from P(clue | hypothesis). @pre found is yes or no
[[nodiscard]] double probability_found(ClueFound found, double likelihood) noexcept;
/// The same with its bounds, which change sides where a clue was not found.
[[nodiscard]] ElicitedProbability probability_found(ClueFound found, const ElicitedProbability& likelihood) noexcept;

/// Normalised exp of log weights; nothing when all are minus infinity. O(n)
[[nodiscard]] std::optional<std::vector<double>> normalised(std::span<const double> log_weights);

/// 10 log10(a/b): infinite where one of them is 0, not a number where both are. @pre a, b >= 0
[[nodiscard]] double decibels(double a, double b) noexcept;

/// State of belief after one clue.
struct WeighedClue {
    ClueCounting counting = ClueCounting::counted;
    std::vector<double>
        probability;                ///< P(what was found | hypothesis); empty: it was not sought, or has no likelihood
    std::vector<double> posterior;  ///< after this clue and all before it
    /// Weight of the clue for each hypothesis against all its rivals together, given what went before: the change of
    /// its odds (Good 1985, eq. 3). 0 for clues that do not count; infinite where the clue is impossible under the
    /// hypothesis or under all rivals.
    std::vector<double> weight;
};

struct Weighing {
    std::vector<double> prior;
    std::vector<WeighedClue> steps;  ///< in the order of the clues
    std::vector<double> posterior;   ///< after all
    std::size_t leader = 0;          ///< the hypothesis of the largest posterior; equal ones: the first id
    std::size_t runner_up = 0;       ///< the second
};

/// Weight of each clue for each hypothesis against all its rivals together, given all other clues that count: how its
/// odds would change if this clue came last. Unlike `WeighedClue::weight` it does not depend on the order of the clues.
/// 0 for clues that do not count, and where nothing can change. O(clues^2 hypotheses)
[[nodiscard]] std::vector<std::vector<double>> weights_given_others(const RivalExplanations& rivals,
                                                                    const Weighing& weighing);

/// O(clues x hypotheses^2). @throws InputError at the clue after which no hypothesis is possible
[[nodiscard]] Weighing weigh(const RivalExplanations& rivals);

/// Order of the hypotheses by probability, the largest first; equal ones by id.
[[nodiscard]] std::vector<std::size_t> ranking(const RivalExplanations& rivals, std::span<const double> probabilities);

}  // namespace tarazy
