#pragma once

#include "study/method.hpp"
#include "study/study_file.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

/// Of each choice the place of an alternative; 0 is the study as it stands.
using Picked = std::vector<std::size_t>;
/// Choices by their place in the study file, ascending.
using ChoiceSet = std::vector<std::size_t>;

/// An alternative that cannot be run here.
struct LeftOutAlternative {
    std::size_t choice = 0, alternative = 0;
    std::string why;
};

/// What the choices of a study touch. A number depends on the choices that touch it and on no other, so that it is
/// computed once for all universes that agree in these.
struct ChoiceTouch {
    std::vector<std::vector<std::size_t>> alternatives;  ///< by choice: those that can be run, 0 first
    std::vector<LeftOutAlternative> left_out;
    std::vector<ChoiceSet> analyses;  ///< by analysis: its data, parameters, states and the results it reads
    /// By analysis: the analyses whose results it reads, under any alternative.
    std::vector<std::vector<std::size_t>> reads;
    std::vector<ChoiceSet> declarations;  ///< by proposition: what its tests say
    std::vector<ChoiceSet> propositions;  ///< by proposition: its declarations and the analyses it tests
    /// By proposition: the analyses it tests, under any alternative.
    std::vector<std::vector<std::size_t>> tested;
    std::vector<std::vector<ChoiceSet>> tests;  ///< by proposition and test
};

/// Finds out by reading the study once under each alternative. Where shipped tables stand in for data, alternatives for
/// which they would have to be computed anew cannot be run.
/// @throws InputError if the study cannot be read under an alternative
[[nodiscard]] ChoiceTouch touched_by_choices(const StudyFile& study, Methods methods);

}  // namespace tarazy
