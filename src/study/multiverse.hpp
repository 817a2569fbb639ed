#pragma once

#include "study/choice_touch.hpp"
#include "study/criterion.hpp"
#include "study/universe_analyses.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

// The multiverse of a study (Steegen, Tuerlinckx, Gelman & Vanpaemel 2016): all combinations of the alternatives of its
// choices, each a universe with verdicts of its own.

/// One declared test in a universe.
struct UniverseTest {
    std::string analysis, quantity, criterion;  ///< as declared there
    TestResult result = TestResult::undecided;
    std::optional<double> value, lower, upper;
};

/// One proposition in a universe.
struct UniverseVerdict {
    Verdict verdict = Verdict::not_tested;
    std::vector<UniverseTest> tests;  ///< the declared ones
};

/// One proposition in all universes that can differ for it: those of the choices that touch it.
struct PropositionUniverses {
    ChoiceSet choices;
    bool all = true;  ///< every combination of these choices was judged; else a sample was
    std::map<Picked, UniverseVerdict> judged;
    /// Where not all were: universes drawn evenly, which were judged under every alternative of each of `choices` too,
    /// the others as they are. From these it is told what moves the verdict.
    std::vector<Picked> centres;

    [[nodiscard]] const UniverseVerdict& in(const Picked& universe) const {
        return judged.at(picked_of(choices, universe));
    }
    [[nodiscard]] const UniverseVerdict& as_it_stands() const {
        return judged.at(Picked(judged.begin()->first.size(), 0));
    }
};

/// An analysis without a result in some universes.
struct UniverseFailure {
    std::size_t analysis = 0;
    Picked picked;  ///< of the choices that touch it
    std::string why;
    bool refused = false;  ///< `study run` would end with this; verdicts on it count as silent
};

struct Multiverse {
    ChoiceTouch touch;
    std::uint64_t possible = 0;     ///< combinations of the alternatives that can be run
    bool all = true;                ///< `universes` are all of them; else the study as it stands and a sample
    std::vector<Picked> universes;  ///< the study as it stands first
    std::vector<PropositionUniverses> propositions;
    std::vector<UniverseFailure> failures;
    std::size_t analyses_computed = 0;  ///< analyses under different alternatives
};

/// Points that fill the unit cube evenly, row by row, for universes that are too many. The study engine knows no
/// designs: whoever calls it hands one in.
using UniversePoints =
    std::function<std::vector<double>(std::size_t count, std::size_t dimensions, std::uint64_t seed)>;

struct MultiverseOptions {
    std::size_t most_universes = 1024;  ///< where there are more a sample of so many is drawn
    UniversePoints points = {};
    std::uint64_t seed = 1;  ///< of the sample
    unsigned threads = 0;
    std::string cache_folder = {};
    Work work = {};
};

/// Judges the propositions of a study in its universes. Analyses and verdicts are worked out once for all universes
/// that agree in the choices which touch them, so that shares of all universes are exact as long as the choices that
/// touch one proposition have no more than `most_universes` combinations. A verdict is what `study run` would say;
/// where the run would end with an error of its data, verdicts on that analysis are silent.
/// @throws UsageError if the study has no choices, fewer universes are asked for than a sample needs, or there are more
/// processes than analyses that can be computed side by side; InputError;
/// FileError; Interrupted: then analyses that were done are in the cache
[[nodiscard]] Multiverse run_multiverse(const StudyFile& study, Methods methods, const MultiverseOptions& options);

/// All combinations of the alternatives of some choices, the last choice changing first, all others as in the study.
/// @pre there are no more than `most`; otherwise nothing is returned
[[nodiscard]] std::optional<std::vector<Picked>> all_combinations(const ChoiceTouch& touch, const ChoiceSet& choices,
                                                                  std::size_t most);

/// How many there are; the largest number where they are more than that.
[[nodiscard]] std::uint64_t count_combinations(const ChoiceTouch& touch, const ChoiceSet& choices);

/// The universe under every alternative of one choice, itself among them.
[[nodiscard]] std::vector<Picked> star_of(const ChoiceTouch& touch, const Picked& universe, std::size_t choice);

}  // namespace tarazy
