#include "serve/evidence/judgements.hpp"

#include "serve/coding/coding_entries.hpp"
#include "serve/request.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using nlohmann::json;

bool is_share(double value) {
    return value >= 0 && value <= 1;
}

void take_over(ElicitedProbability& probability, const JudgedLikelihood& judged) {
    probability = {judged.value, judged.low, judged.high};
}

}  // namespace

std::string judgement_key(const JudgedLikelihood& judgement) {
    return entry_key({judgement.set, judgement.clue, judgement.hypothesis, judgement.judge});
}

std::vector<JudgedLikelihood> judgements_of(const WorkspaceView& view, const std::string& set) {
    std::vector<JudgedLikelihood> judgements;
    for (const WorkspaceEntry& entry : view.entries("judgement")) {
        const std::vector<std::string> parts = parts_of_key(entry.key);
        if (parts.size() != 4 || parts[0] != set) continue;
        const json value = json::parse(entry.value);
        judgements.push_back({parts[0], parts[1], parts[2], parts[3], value.value("value", 0.0),
                              value.value("low", 0.0), value.value("high", 0.0), value.value("why", ""),
                              entry.version});
    }
    return judgements;
}

void check_judgement(const JudgedLikelihood& judged) {
    if (!is_share(judged.value) || !is_share(judged.low) || !is_share(judged.high))
        throw RefusedRequest{400, "A probability lies between 0 and 1.", ""};
    if (judged.low > judged.value || judged.value > judged.high)
        throw RefusedRequest{400, "The value does not lie within its own range.", ""};
}

ProposedAct judge(const JudgedLikelihood& judged, bool take_away, std::optional<std::int64_t> seen) {
    ProposedAct act{{{"judgement", judgement_key(judged), {}, seen}}, take_away ? "take_away" : "judge"};
    if (take_away) return act;
    check_judgement(judged);
    act.edits[0].value =
        json{{"value", judged.value}, {"low", judged.low}, {"high", judged.high}, {"why", judged.why}}.dump();
    act.continues = true;
    return act;
}

RivalExplanations as_judged(RivalExplanations rivals, const std::vector<JudgedLikelihood>& judgements,
                            const std::string& who) {
    bool priors = false;
    for (const JudgedLikelihood& judged : judgements) {
        const std::optional<std::size_t> hypothesis = find_hypothesis(rivals, judged.hypothesis);
        if (judged.judge != who || !hypothesis) continue;
        if (judged.clue.empty()) {
            take_over(rivals.hypotheses[*hypothesis].prior, judged);
            priors = true;
            continue;
        }
        const auto clue = std::ranges::find(rivals.clues, judged.clue, &Clue::id);
        if (clue == rivals.clues.end()) continue;
        clue->likelihoods.resize(rivals.hypotheses.size(), ClueLikelihood{{0.5, 0.5, 0.5}});
        take_over(clue->likelihoods[*hypothesis].probability, judged);
    }
    double sum = 0;
    for (const RivalHypothesis& one : rivals.hypotheses) sum += one.prior.value;
    if (priors && sum > 0)
        for (RivalHypothesis& one : rivals.hypotheses) {
            one.prior.value /= sum;
            one.prior.low = std::min(one.prior.low, one.prior.value);
            one.prior.high = std::max(one.prior.high, one.prior.value);
        }
    return rivals;
}

}  // namespace tarazy
