#pragma once

#include "serve/workspace/workspace.hpp"
#include "trace/evidence/rival_explanations.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What one judge says of one number: P(clue | hypothesis), or the prior of a hypothesis (no clue). Entry of kind
/// `judgement`.
struct JudgedLikelihood {
    std::string set, clue, hypothesis, judge;
    double value = 0, low = 0, high = 0;
    std::string why = {};
    std::int64_t version = 0;
};

[[nodiscard]] std::string judgement_key(const JudgedLikelihood& judgement);
/// Of one set of rivals.
[[nodiscard]] std::vector<JudgedLikelihood> judgements_of(const WorkspaceView& view, const std::string& set);

/// @throws RefusedRequest 400: numbers that are no probabilities, or not low <= value <= high
void check_judgement(const JudgedLikelihood& judgement);
/// Keeps a judgement; one without a value is taken away. @param seen  version
[[nodiscard]] ProposedAct judge(const JudgedLikelihood& judgement, bool take_away, std::optional<std::int64_t> seen);

/// The rivals with what a judge says in the place of what the study says; priors of which some are the judge's are
/// brought to the sum 1 in proportion.
[[nodiscard]] RivalExplanations as_judged(RivalExplanations rivals, const std::vector<JudgedLikelihood>& judgements,
                                          const std::string& judge);

}  // namespace tarazy
