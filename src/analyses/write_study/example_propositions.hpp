#pragma once

#include "analyses/write_study/started_analyses.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A test of an example, without its weight, which is 1.
struct ExampleTest {
    std::string analysis, quantity, comparison;
    LocalText opposite_means;
};

/// A proposition that shows how one is written, to be replaced by the author's own.
struct ExampleProposition {
    std::string id;
    LocalText text, would_change;
    std::vector<ExampleTest> tests;  ///< none: what no analysis here can tell
};

/// One or two propositions of what the analyses can tell: that the state keeps an even distance to the first two poles
/// (of domains together: that the first pole has no more than half), that it is nearer to the last than most comparison
/// states (without three of these: that it has moved nearer), and of other methods what each is about. With nothing to
/// ask, one without a test.
[[nodiscard]] std::vector<ExampleProposition> example_propositions(const StudyOrder& order, const StudyDraft& draft);

}  // namespace tarazy
