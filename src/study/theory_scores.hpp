#pragma once

#include "study/study_result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// The theories that a study may name: readings of the case that the discipline tells apart.
[[nodiscard]] const std::vector<std::string>& known_theories();

/// How a verdict stands to what a theory expected.
enum class VerdictAgreement {
    agrees,     ///< expected to hold and supported, or expected to fail and contradicted
    disagrees,  ///< the other way round
    divided,    ///< mixed: part of the tests speak for it, part against
    open        ///< silent or not tested
};
[[nodiscard]] std::string_view to_string(VerdictAgreement agreement) noexcept;
[[nodiscard]] VerdictAgreement agreement_of(Expectation expects, Verdict verdict) noexcept;

/// What one theory expected of the propositions of a study, counted. A tally and no test: propositions are not
/// independent of one another, and each counts once.
struct TheoryScore {
    std::string theory;
    std::size_t agrees = 0, disagrees = 0, divided = 0, open = 0;
    /// Of these, agreements and disagreements where another theory expects the opposite: what tells theories apart.
    std::size_t apart_agrees = 0, apart_disagrees = 0;
    [[nodiscard]] std::size_t propositions() const noexcept { return agrees + disagrees + divided + open; }
};

/// What a theory expects of a proposition, where it says anything of it.
[[nodiscard]] std::optional<Expectation> expectation_of(const JudgedProposition& proposition,
                                                        const std::string& theory);

/// Do some theories expect a proposition to hold, and others to fail?
[[nodiscard]] bool tells_theories_apart(const JudgedProposition& proposition);

/// One score a theory, in the order in which the propositions name them.
[[nodiscard]] std::vector<TheoryScore> theory_scores(const std::vector<JudgedProposition>& propositions);

/// One row for each theory and proposition of which it says something, for `results/theories.csv`:
/// theory,proposition,expects,verdict,against_theory,tells_apart,known_before.
[[nodiscard]] Table theory_table(const std::vector<JudgedProposition>& propositions);

}  // namespace tarazy
