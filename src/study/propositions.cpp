#include "study/propositions.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "study/claim_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

const AnalysisResult* find_analysis(const std::vector<AnalysisResult>& analyses, const std::string& id) {
    const auto found = std::ranges::find(analyses, id, &AnalysisResult::id);
    return found == analyses.end() ? nullptr : &*found;
}

const Claim* find_claim_of(const std::vector<AnalysisResult>& analyses, const JudgedTest& test) {
    const AnalysisResult* analysis = find_analysis(analyses, test.analysis);
    if (analysis == nullptr) return nullptr;
    const auto found = std::ranges::find(analysis->claims, test.claim, &Claim::id);
    return found == analysis->claims.end() ? nullptr : &*found;
}

/// The quantities an analysis offers to tests: its claim ids without their first part.
std::vector<std::string> quantities_of(const AnalysisResult& analysis) {
    std::vector<std::string> quantities;
    for (const Claim& claim : analysis.claims) {
        if (claim.id.starts_with(analysis.id + ".")) quantities.push_back(claim.id.substr(analysis.id.size() + 1));
    }
    return quantities;
}

/// What the analysis says its data lack: often the reason why it has no such number.
std::string what_it_lacks(const AnalysisResult& analysis) {
    std::string text;
    const Table* notes = find_table(analysis.tables, "notes");
    for (std::size_t row = 0; notes != nullptr && row < notes->rows(); ++row) {
        const std::string note = text_in(*notes, "note", row);
        if (note.ends_with("the data lack its members") || note.ends_with("the data lack it"))
            text += (text.empty() ? " (" : ", ") + note;
    }
    return text.empty() ? text : text + ')';
}

JudgedTest judge_test(const StudyFile& study, const DeclaredTest& declared, const std::vector<AnalysisResult>& analyses,
                      std::vector<Problem>& problems) {
    JudgedTest test;
    test.analysis = declared.analysis.text;
    test.quantity = declared.quantity.text;
    test.criterion = declared.criterion_text.text;
    test.weight = declared.weight;
    test.opposite_means = declared.opposite_means;
    const AnalysisResult* analysis = find_analysis(analyses, test.analysis);
    if (analysis == nullptr) {
        test.reason = "the analysis '" + test.analysis + "' was not run";
        return test;
    }
    if (!analysis->failure.empty()) {
        test.reason = "the analysis '" + test.analysis + "' has no result: " + analysis->failure;
        return test;
    }
    test.claim = test.analysis + '.' + test.quantity;
    const Claim* claim = find_claim_of(analyses, test);
    if (claim == nullptr) {
        problems.push_back(
            {study.path, declared.quantity.place.line, declared.quantity.place.column,
             "the analysis '" + test.analysis + "' has no result '" + test.quantity + "'" + what_it_lacks(*analysis),
             name_hint(test.quantity, quantities_of(*analysis))});
        test.claim.clear();
        return test;
    }
    const Judgement judgement = judge(declared.criterion, *claim);
    test.result = judgement.result;
    test.reason = judgement.reason;
    return test;
}

/// Methods that speak to the proposition and of which no test is declared weigh as one undecided test each: what only
/// one of three methods was asked about is not decided by that one.
void add_unheard(const StudyFile& study, const StudyProposition& proposition, std::vector<JudgedTest>& tests) {
    const auto method_of = [&](const std::string& id) {
        const auto found = std::ranges::find(study.analyses, id, [](const StudyAnalysis& a) { return a.id.text; });
        return found == study.analyses.end() ? "" : found->method.text.substr(0, found->method.text.find('.'));
    };
    for (const PlacedText& method : proposition.methods) {
        const bool heard = std::ranges::any_of(
            proposition.tests, [&](const DeclaredTest& test) { return method_of(test.analysis.text) == method.text; });
        if (heard) continue;
        JudgedTest test;
        test.analysis = method.text;
        test.reason = "no test by this method is declared";
        tests.push_back(std::move(test));
    }
}

/// A test and the claim it looked at, or what stands for a proposition without tests.
template <typename Rows>
void add_row(Rows& rows, const JudgedProposition& proposition, const JudgedTest* test, const Claim* claim) {
    static const JudgedTest none;
    const JudgedTest& of = test != nullptr ? *test : none;
    const std::optional<Interval> interval = claim != nullptr ? claim->interval : std::nullopt;
    rows.add(proposition.id, proposition.theory, to_string(proposition.verdict), of.analysis, of.quantity, of.criterion,
             test != nullptr ? of.weight : Column::missing_real, test != nullptr ? to_string(of.result) : "",
             claim != nullptr ? claim->value : std::nullopt, interval ? interval->lower : Column::missing_real,
             interval ? interval->upper : Column::missing_real, of.claim, of.reason);
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

TestWeights weigh(const std::vector<JudgedTest>& tests) {
    TestWeights weights;
    for (const JudgedTest& test : tests) {
        weights.declared += test.weight;
        if (test.result == TestResult::passed) weights.passed += test.weight;
        if (test.result == TestResult::failed) weights.failed += test.weight;
    }
    return weights;
}

Verdict verdict_of(const std::vector<JudgedTest>& tests) {
    if (tests.empty()) return Verdict::not_tested;
    const TestWeights weights = weigh(tests);
    // Weights such as 0.1 do not add up exactly; half must still count as half.
    const double half = weights.declared / 2 * (1 - 1e-12);
    if (weights.decided() <= 0 || weights.decided() < half) return Verdict::silent;
    if (weights.failed <= 0) return Verdict::supported;
    if (weights.passed <= 0) return Verdict::contradicted;
    return Verdict::mixed;
}

std::vector<JudgedProposition> judge_propositions(const StudyFile& study, const std::vector<AnalysisResult>& analyses) {
    std::vector<JudgedProposition> results;
    std::vector<Problem> problems;
    for (const StudyProposition& proposition : study.propositions) {
        JudgedProposition result;
        result.id = proposition.id.text;
        result.theory = proposition.theory.text;
        result.text = proposition.text;
        result.would_change = proposition.would_change;
        for (const DeclaredTest& test : proposition.tests) {
            result.tests.push_back(judge_test(study, test, analyses, problems));
        }
        if (!proposition.tests.empty()) add_unheard(study, proposition, result.tests);
        result.verdict = verdict_of(result.tests);
        results.push_back(std::move(result));
    }
    Diagnostics diagnostics;
    for (Problem& problem : problems) diagnostics.add(std::move(problem));
    diagnostics.throw_if_any();
    return results;
}

Claim verdict_claim(const JudgedProposition& proposition, const std::vector<AnalysisResult>& analyses,
                    const std::string& command) {
    const TestWeights weights = weigh(proposition.tests);
    Claim claim;
    claim.parts = {"", "", "verdict", {proposition.id}, ""};
    claim.id = "proposition." + proposition.id + ".verdict";
    claim.quantity = "verdict";
    claim.subject = proposition.id + ": " + proposition.text.en;
    claim.statement = to_string(proposition.verdict);
    claim.method = "study run";
    claim.formula =
        "weight of tests: declared " + number_text(weights.declared) + ", passed " + number_text(weights.passed) +
        ", failed " + number_text(weights.failed) +
        "; supported or contradicted when at least half is decided and all of it on one side, mixed when on "
        "both, silent when less than half is decided";
    claim.formula_source = "docs/study-file.md";
    claim.parameters = "{}";
    claim.reproduce = command;
    std::set<std::string> keys;
    for (const JudgedTest& test : proposition.tests) {
        if (const Claim* tested = find_claim_of(analyses, test)) {
            for (const InputUse& use : tested->inputs) keys.insert(use.key);
        }
    }
    for (const std::string& key : keys) claim.inputs.push_back({key, "as in the claims that were tested"});
    return claim;
}

Table proposition_table(const std::vector<JudgedProposition>& propositions,
                        const std::vector<AnalysisResult>& analyses) {
    TableRows rows(TextColumn{"proposition"}, TextColumn{"theory"}, TextColumn{"verdict"}, TextColumn{"analysis"},
                   TextColumn{"quantity"}, TextColumn{"comparison"}, RealColumn{"weight"}, TextColumn{"result"},
                   RealColumn{"value"}, RealColumn{"lower"}, RealColumn{"upper"}, TextColumn{"claim"},
                   TextColumn{"reason"});
    for (const JudgedProposition& proposition : propositions) {
        if (proposition.tests.empty()) add_row(rows, proposition, nullptr, nullptr);
        for (const JudgedTest& test : proposition.tests)
            add_row(rows, proposition, &test, find_claim_of(analyses, test));
    }
    return rows.table();
}

}  // namespace tarazy
