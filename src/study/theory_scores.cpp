#include "study/theory_scores.hpp"

#include "table/table_rows.hpp"

#include <algorithm>

namespace tarazy {

const std::vector<std::string>& known_theories() {
    static const std::vector<std::string> theories = {"realism", "institutionalism", "constructivism"};
    return theories;
}

std::string_view to_string(Expectation expectation) noexcept {
    return expectation == Expectation::holds ? "holds" : "fails";
}

std::string_view to_string(VerdictAgreement agreement) noexcept {
    switch (agreement) {
        case VerdictAgreement::agrees: return "agrees";
        case VerdictAgreement::disagrees: return "disagrees";
        case VerdictAgreement::divided: return "divided";
        case VerdictAgreement::open: return "open";
    }
    return "open";
}

VerdictAgreement agreement_of(Expectation expects, Verdict verdict) noexcept {
    if (verdict == Verdict::mixed) return VerdictAgreement::divided;
    if (verdict == Verdict::silent || verdict == Verdict::not_tested) return VerdictAgreement::open;
    const bool holds = verdict == Verdict::supported;
    return holds == (expects == Expectation::holds) ? VerdictAgreement::agrees : VerdictAgreement::disagrees;
}

std::optional<Expectation> expectation_of(const JudgedProposition& proposition, const std::string& theory) {
    const auto found = std::ranges::find(proposition.expects, theory, &TheoryExpectation::theory);
    if (found == proposition.expects.end()) return std::nullopt;
    return found->expects;
}

bool tells_theories_apart(const JudgedProposition& proposition) {
    const auto expected = [&](Expectation what) {
        return std::ranges::find(proposition.expects, what, &TheoryExpectation::expects) != proposition.expects.end();
    };
    return expected(Expectation::holds) && expected(Expectation::fails);
}

std::vector<TheoryScore> theory_scores(const std::vector<JudgedProposition>& propositions) {
    std::vector<TheoryScore> scores;
    for (const JudgedProposition& proposition : propositions) {
        const std::size_t apart = tells_theories_apart(proposition) ? 1 : 0;
        for (const TheoryExpectation& one : proposition.expects) {
            auto score = std::ranges::find(scores, one.theory, &TheoryScore::theory);
            if (score == scores.end()) score = scores.insert(scores.end(), TheoryScore{.theory = one.theory});
            switch (agreement_of(one.expects, proposition.verdict)) {
                case VerdictAgreement::agrees:
                    score->agrees += 1;
                    score->apart_agrees += apart;
                    break;
                case VerdictAgreement::disagrees:
                    score->disagrees += 1;
                    score->apart_disagrees += apart;
                    break;
                case VerdictAgreement::divided: score->divided += 1; break;
                case VerdictAgreement::open: score->open += 1; break;
            }
        }
    }
    return scores;
}

Table theory_table(const std::vector<JudgedProposition>& propositions) {
    TableRows rows(TextColumn{"theory"}, TextColumn{"proposition"}, TextColumn{"expects"}, TextColumn{"verdict"},
                   TextColumn{"against_theory"}, IntegerColumn{"tells_apart"}, IntegerColumn{"known_before"});
    for (const TheoryScore& score : theory_scores(propositions)) {
        for (const JudgedProposition& proposition : propositions) {
            const auto expects = expectation_of(proposition, score.theory);
            if (!expects) continue;
            rows.add(score.theory, proposition.id, to_string(*expects), to_string(proposition.verdict),
                     to_string(agreement_of(*expects, proposition.verdict)),
                     static_cast<std::int64_t>(tells_theories_apart(proposition)),
                     static_cast<std::int64_t>(proposition.expects_seen));
        }
    }
    return rows.table();
}

}  // namespace tarazy
