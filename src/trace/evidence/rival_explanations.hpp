#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A text in the languages of the tables; those that are lacking are empty.
struct EvidenceWords {
    std::string en, kk, ru;
};

/// Where something stands in a file; 0 and empty when not known.
struct StatedPlace {
    std::string file = {};
    std::size_t line = 0, column = 0;
};

/// A probability as elicited: the value and the bounds within which its judge would be content with another one.
struct ElicitedProbability {
    double value = 0;
    double low = 0, high = 0;  ///< low <= value <= high; equal: no range was given
};

/// One of several explanations of which exactly one is taken to be true.
struct RivalHypothesis {
    std::string id;
    ElicitedProbability prior;
    EvidenceWords name = {}, says = {}, why = {};
    std::string judged_by = {};
};

/// How likely the clue is if one hypothesis is true: P(clue | hypothesis).
struct ClueLikelihood {
    ElicitedProbability probability;
    std::vector<double> others = {};  ///< values that another reading of the sources supports
    std::string judged_by = {};
    EvidenceWords why = {};
};

enum class ClueFound {
    yes,
    no,         ///< it was looked for and is not there: the complements of the likelihoods count
    not_sought  ///< nobody has looked yet: it counts for nothing, but one may plan to look
};
[[nodiscard]] std::string_view to_string(ClueFound found) noexcept;

struct Clue {
    std::string id;
    ClueFound found = ClueFound::yes;
    /// Clues of one group are not independent: only the strongest of them counts, or what was elicited for all of them
    /// jointly. Empty: the clue stands alone.
    std::string group = {};
    bool joint = false;  ///< it is such a joint item: its id is that of the group, and the others of the group do not
                         ///< count
    std::string event = {}, source = {}, confidence = {};
    EvidenceWords text = {};
    std::vector<ClueLikelihood> likelihoods = {};  ///< in the order of the hypotheses; empty: none was elicited
    StatedPlace place = {};
};

/// Everything that is judged. Made by `assembled_rivals` only, which checks it.
struct RivalExplanations {
    std::string set;                          ///< name of the set of rivals; may be empty
    std::vector<RivalHypothesis> hypotheses;  ///< two at least; priors sum to one
    std::vector<Clue> clues;                  ///< in the order of the file; a joint item before the first of its group
    std::vector<std::string> notes = {};      ///< what was assumed
};

/// Largest error of the sum of priors.
inline constexpr double prior_tolerance = 1e-9;

// What a file states, before it is checked, each part with its place.

struct StatedProbability {
    std::optional<double> value = {}, low = {}, high = {};
    StatedPlace place = {};
};
struct StatedHypothesis {
    std::string id;
    StatedProbability prior = {};
    EvidenceWords name = {}, says = {}, why = {};
    std::string judged_by = {};
    StatedPlace place = {};
};
struct StatedClue {
    std::string id;
    std::string found = "yes";  ///< yes, no, not_sought
    std::string group = {}, event = {}, source = {}, confidence = {};
    std::string test = {};     ///< straw, hoop, smoking_gun, doubly_decisive: the presets of Van Evera
    std::string favours = {};  ///< the hypothesis that is put to the test
    EvidenceWords text = {};
    StatedPlace place = {};
};
struct StatedLikelihood {
    std::string clue;  ///< or a group, of which it is the joint likelihood
    std::string hypothesis;
    StatedProbability probability = {};
    std::vector<double> others = {};
    std::string judged_by = {};
    EvidenceWords why = {};
    StatedPlace place = {};
};
struct StatedEvidence {
    std::string set = {};
    std::vector<StatedHypothesis> hypotheses = {};
    std::vector<StatedClue> clues = {};
    std::vector<StatedLikelihood> likelihoods = {};
    StatedPlace place = {};  ///< of the whole
};

/// Checks what is stated and puts it together.
///
/// Without any prior all hypotheses are equally probable, which a note says. Presets of Van Evera (1997, ch. 2; Collier
/// 2011) as (P(clue | favoured), P(clue | rivals)): straw in the wind .6, .5; hoop .95, .5; smoking gun .3, .02; doubly
/// decisive .95, .02: the numbers are this program's. O(clues x hypotheses)
/// @throws InputError with all problems: fewer than two hypotheses, no clue, doubled ids, unknown hypothesis or clue,
///         missing or doubled likelihood, a probability outside of [0, 1] or of its own range, priors that do not sum
///         to one within 1e-9
[[nodiscard]] RivalExplanations assembled_rivals(const StatedEvidence& stated);

/// Place of the hypothesis, or nothing. O(hypotheses)
[[nodiscard]] std::optional<std::size_t> find_hypothesis(const RivalExplanations& rivals, std::string_view id);

}  // namespace tarazy
