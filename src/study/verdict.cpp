#include "study/verdict.hpp"

#include "study/criterion.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<JudgedTest> tests_of(const std::vector<JudgedTest>& tests, bool premises) {
    std::vector<JudgedTest> found;
    std::ranges::copy_if(tests, std::back_inserter(found),
                         [&](const JudgedTest& test) { return (test.part == TestPart::premise) == premises; });
    return found;
}

Verdict weighed_verdict(const std::vector<JudgedTest>& tests) {
    const TestWeights weights = weigh(tests);
    // Weights such as 0.1 do not add up exactly; half must still count as half.
    const double half = weights.declared / 2 * (1 - 1e-12);
    if (weights.decided() <= 0 || weights.decided() < half) return Verdict::silent;
    if (weights.failed <= 0) return Verdict::supported;
    if (weights.passed <= 0) return Verdict::contradicted;
    return Verdict::mixed;
}

}  // namespace

std::string_view to_string(Verdict verdict) noexcept {
    switch (verdict) {
        case Verdict::supported: return "supported";
        case Verdict::contradicted: return "contradicted";
        case Verdict::mixed: return "mixed";
        case Verdict::silent: return "silent";
        case Verdict::not_tested: return "not tested";
    }
    return "not tested";
}

std::string_view to_string(TestPart part) noexcept {
    switch (part) {
        case TestPart::plain: return "test";
        case TestPart::premise: return "if";
        case TestPart::consequence: return "then";
    }
    return "test";
}

TestWeights weigh(const std::vector<JudgedTest>& tests) {
    TestWeights weights;
    for (const JudgedTest& test : tests) {
        weights.declared += test.counted();
        if (test.result == TestResult::passed) weights.passed += test.counted();
        if (test.result == TestResult::failed) weights.failed += test.counted();
    }
    return weights;
}

Verdict verdict_of(const std::vector<JudgedTest>& tests) {
    if (tests.empty()) return Verdict::not_tested;
    const std::optional<Verdict> premise = premise_of(tests);
    if (!premise) return weighed_verdict(tests);
    return *premise == Verdict::supported ? weighed_verdict(tests_of(tests, false)) : Verdict::silent;
}

std::optional<Verdict> premise_of(const std::vector<JudgedTest>& tests) {
    const std::vector<JudgedTest> premises = tests_of(tests, true);
    if (premises.empty()) return std::nullopt;
    return weighed_verdict(premises);
}

Verdict held_verdict(Verdict as_recorded, const std::vector<OverturningReading>& overturned_by) {
    const bool one_sided = as_recorded == Verdict::supported || as_recorded == Verdict::contradicted;
    if (!one_sided || overturned_by.empty()) return as_recorded;
    const bool turned = std::ranges::any_of(
        overturned_by, [](const OverturningReading& reading) { return reading.then != Verdict::silent; });
    return turned ? Verdict::mixed : Verdict::silent;
}

}  // namespace tarazy
