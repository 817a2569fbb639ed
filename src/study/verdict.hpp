#pragma once

#include "study/study_result.hpp"

#include <optional>
#include <vector>

namespace tarazy {

/// How the weights of tests came out. Tests that tell nothing of the state studied count with no weight.
struct TestWeights {
    double declared = 0, passed = 0, failed = 0;
    [[nodiscard]] double decided() const noexcept { return passed + failed; }
};
[[nodiscard]] TestWeights weigh(const std::vector<JudgedTest>& tests);

/// The verdict of declared tests. An undecided test counts for neither side, but it counts as declared:
/// - not tested: no test is declared;
/// - silent: tests of less than half of the declared weight are decided, or none counts (the data cannot tell);
/// - supported: enough is decided, and all that is decided passed;
/// - contradicted: enough is decided, and all that is decided failed;
/// - mixed: enough is decided, some passed and some failed.
/// Of a conditional proposition the consequences decide where the premises are supported; where they are not it is
/// silent, since a condition that is not met says nothing of what would follow from it.
[[nodiscard]] Verdict verdict_of(const std::vector<JudgedTest>& tests);

/// The verdict of the premises; nothing where the proposition is not conditional.
[[nodiscard]] std::optional<Verdict> premise_of(const std::vector<JudgedTest>& tests);

/// What is left of a verdict that other readings of single entries turn: `supported` and `contradicted` become `mixed`
/// where some reading has a test come out the other way, `silent` where it only leaves them undecided.
[[nodiscard]] Verdict held_verdict(Verdict as_recorded, const std::vector<OverturningReading>& overturned_by);

}  // namespace tarazy
