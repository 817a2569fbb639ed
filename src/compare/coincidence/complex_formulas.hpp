#pragma once

#include "compare/coincidence/atomic_formulas.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Models of several effects that hold together (csf): one causal structure.
struct ComplexFormula {
    std::vector<AtomicFormula> parts;      ///< one an effect, by effect
    double consistency = 0, coverage = 0;  ///< the least of its parts
    std::size_t complexity = 0;
};

struct ComplexFormulas {
    std::vector<ComplexFormula> formulas;  ///< the simplest first, then by coverage
    bool complete = true;                  ///< false: `most_combinations` was reached
    bool redundancy_checked = true;        ///< false: too many configurations to look through
};

/// One atomic formula of each effect that has any, combined in every way; a part that the others imply is taken out
/// (structural redundancy); a combination that implies what one of its parts says without one of its terms or literals
/// is dropped (partial redundancy; Baumgartner & Falk 2023), and so is one whose parts all stand in another. Decided
/// over all configurations of the factors involved, up to 2^20 of them. @param models  one list an effect
[[nodiscard]] ComplexFormulas complex_formulas(const Coincidences& data,
                                               const std::vector<std::vector<AtomicFormula>>& models,
                                               const CoincidenceOptions& options = {});

/// `A*~B + C <-> D`
[[nodiscard]] std::string formula_text(const PropertySpace& space, const AtomicFormula& formula);
/// `(A + B <-> C)*(C <-> D)`; a single part stands without brackets.
[[nodiscard]] std::string formula_text(const PropertySpace& space, const ComplexFormula& formula);

}  // namespace tarazy
