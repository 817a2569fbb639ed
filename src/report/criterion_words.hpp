#pragma once

#include "report/report_context.hpp"
#include "study/criterion.hpp"

namespace tarazy {

/// The whole number, or all its digits, as each language writes it: "−0.1", "−0,1", "−0,1".
[[nodiscard]] LocalText number_in_words(double value);

/// A number as tables show it (`shown_number`), with the decimal mark of each language.
[[nodiscard]] LocalText shown_in_words(std::optional<double> value);

/// A share as a percentage of whole numbers, in the form that "of the comparison states" follows: "62 %", "62 %-ы",
/// "62 %".
[[nodiscard]] LocalText percent_in_words(const ReportContext& context, double share);

/// What a test asks for, or its opposite, in words that complete "it is ...": "above 0.5 (with a probability of at
/// least 0.9)", "more than half", "in every model". Of a standing or rank it names the bound alone, since a sentence
/// has said before what is counted.
[[nodiscard]] LocalText bound_in_words(const ReportContext& context, const Criterion& criterion, bool opposite = false);

/// The same without its probability.
[[nodiscard]] LocalText plain_bound_in_words(const ReportContext& context, const Criterion& criterion, bool opposite);

/// The declared criterion by itself: "higher than in more than half of the comparison states (with a probability of at
/// least 0.9)", "a term with NORM: in every model".
[[nodiscard]] LocalText criterion_in_words(const ReportContext& context, const Criterion& criterion);

/// The literals that a term must hold: "NORM (domestic norm) and not OPEN (openness)".
[[nodiscard]] LocalText term_in_words(const ReportContext& context, const std::string& term);

}  // namespace tarazy
