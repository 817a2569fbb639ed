#pragma once

#include "study/study_result.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

enum class Relation { greater, at_least, less, at_most, equal, between, contains };

/// Of the models of a solution, which must have the term.
enum class ModelShare { every, some, none };

/// What of a quantity is compared: the number itself, or where it stands among those of the comparison states.
enum class Scale {
    number,
    standing,  ///< share of the comparison states that lie below, equal ones counting half
    rank,      ///< 1 + number of comparison states that lie above
};

/// What a study file declares of a number before the number is known.
struct Criterion {
    Scale scale = Scale::number;
    Relation relation = Relation::greater;
    double bound = 0;                   ///< the number compared with; of `between` the lower end
    double upper = 0;                   ///< of `between`, which includes both ends
    std::optional<double> probability;  ///< how sure one must be; nothing: the value alone decides
    std::string term;                   ///< of `contains`: literals joined by `*` that one term of a model must hold
    ModelShare models = ModelShare::every;
};

/// Reads `> x`, `>= x`, `< x`, `<= x`, `= x`, `between a and b`, each but `=` optionally followed by
/// `with probability p`, 0 < p < 1; or `term contains A*~B in every model` (`in some model`, `in no model`).
/// @throws InputError whose problem's column is the character (from 1) at which the text goes wrong
[[nodiscard]] Criterion parse_criterion(std::string_view text);

/// What claims of this scale are called: "" for the number itself, "standing_of_", "rank_of_" before the quantity.
[[nodiscard]] std::string_view quantity_prefix(Scale scale) noexcept;

using TestResult = JudgedTest::Result;
[[nodiscard]] std::string_view to_string(TestResult result) noexcept;

/// Why a test is undecided, for those who say it in other words than `Judgement::reason`.
enum class WhyUndecided {
    decided,
    no_models,               ///< the claim lists no models
    unknown_number,          ///< the data do not tell the number
    statement,               ///< the claim is a statement, not a number
    no_distribution,         ///< a probability is asked of a number without distribution
    neither_likely_enough,   ///< neither the statement nor its opposite is likely enough
    too_few_quantiles,       ///< no number with these quantiles could be likely enough
    no_comparison,           ///< the analysis has no such number of the comparison states
    too_few_compared,        ///< it has it of too few of them
    joint_errors_not_known,  ///< the analysis does not tell which errors of the states go together
};

struct Judgement {
    TestResult result = TestResult::undecided;
    std::string reason;  ///< why undecided; empty otherwise
    WhyUndecided why = WhyUndecided::decided;
};

/// Of how many of the models that the claim lists a term holds what `contains` asks for; nothing where it lists none.
struct ModelCount {
    std::size_t with = 0, all = 0;
};
[[nodiscard]] std::optional<ModelCount> models_with_term(const Criterion& criterion, const Claim& claim);

/// Whether the claim's number is as declared.
///
/// Without a probability the value decides. With probability p the claim's quantiles decide: passed when they show that
/// the statement holds with at least p, failed when they show its opposite with at least p, undecided in between.
/// A quantile only bounds the probability of what lies beyond it, so nothing is read between two quantiles: the rule
/// never says more than the quantiles do. `between a and b` needs a quantile at or above a and one at or below b that
/// are p apart: for p = 0.95 the quantiles 0.025 and 0.975.
/// `term contains` reads a claim whose statement lists models as `A*B + C; A*~D`: all models decide, never one chosen.
/// A value that is missing, and a claim without quantiles where a probability is asked for, leave the test undecided.
[[nodiscard]] Judgement judge(const Criterion& comparison, const Claim& claim);

}  // namespace tarazy
