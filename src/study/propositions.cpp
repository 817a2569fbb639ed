#include "study/propositions.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "study/claim_cells.hpp"

#include <algorithm>
#include <limits>
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

/// Numbers of a table column by column; NaN is missing.
struct TestRows {
    std::vector<std::string> proposition, theory, verdict, analysis, quantity, comparison, result, claim, reason;
    std::vector<double> weight, value, lower, upper;
};

void add_row(TestRows& rows, const JudgedProposition& proposition, const JudgedTest* test, const Claim* claim) {
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    rows.proposition.push_back(proposition.id);
    rows.theory.push_back(proposition.theory);
    rows.verdict.emplace_back(to_string(proposition.verdict));
    rows.analysis.push_back(test != nullptr ? test->analysis : "");
    rows.quantity.push_back(test != nullptr ? test->quantity : "");
    rows.comparison.push_back(test != nullptr ? test->criterion : "");
    rows.result.emplace_back(test != nullptr ? to_string(test->result) : "");
    rows.claim.push_back(test != nullptr ? test->claim : "");
    rows.reason.push_back(test != nullptr ? test->reason : "");
    rows.weight.push_back(test != nullptr ? test->weight : missing);
    rows.value.push_back(claim != nullptr ? claim->value.value_or(missing) : missing);
    rows.lower.push_back(claim != nullptr && claim->interval ? claim->interval->lower : missing);
    rows.upper.push_back(claim != nullptr && claim->interval ? claim->interval->upper : missing);
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
    TestRows rows;
    for (const JudgedProposition& proposition : propositions) {
        if (proposition.tests.empty()) add_row(rows, proposition, nullptr, nullptr);
        for (const JudgedTest& test : proposition.tests)
            add_row(rows, proposition, &test, find_claim_of(analyses, test));
    }
    Table table;
    table.add("proposition", Column(rows.proposition));
    table.add("theory", Column(rows.theory));
    table.add("verdict", Column(rows.verdict));
    table.add("analysis", Column(rows.analysis));
    table.add("quantity", Column(rows.quantity));
    table.add("comparison", Column(rows.comparison));
    table.add("weight", Column(rows.weight));
    table.add("result", Column(rows.result));
    table.add("value", Column(rows.value));
    table.add("lower", Column(rows.lower));
    table.add("upper", Column(rows.upper));
    table.add("claim", Column(rows.claim));
    table.add("reason", Column(rows.reason));
    return table;
}

}  // namespace tarazy
