#include "study/propositions.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "study/claim_cells.hpp"
#include "study/other_readings.hpp"
#include "study/tested_claims.hpp"
#include "study/verdict.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace tarazy {
namespace {

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

JudgedTest as_declared(const DeclaredTest& declared) {
    JudgedTest test;
    test.analysis = declared.analysis.text;
    test.quantity = declared.quantity.text;
    test.criterion = declared.criterion_text.text;
    test.weight = declared.weight;
    test.opposite_means = declared.opposite_means;
    test.part = declared.part;
    test.data_seen = declared.data_seen;
    test.absolute_because = declared.absolute_because;
    return test;
}

/// Does the analysis, honestly, give no number, and say why?
bool is_withheld(const Claim& claim) {
    return !claim.value && !claim.statement.empty();
}

/// A test that cannot be judged is undecided and says why; the others are judged all the same.
JudgedTest judge_test(const DeclaredTest& declared, const std::vector<AnalysisResult>& analyses) {
    JudgedTest test = as_declared(declared);
    const AnalysisResult* analysis = find_analysis(analyses, test.analysis);
    if (analysis == nullptr) {
        test.reason = "the analysis '" + test.analysis + "' was not run";
        return test;
    }
    if (!analysis->failure.empty()) {
        test.reason = "the analysis '" + test.analysis + "' has no result: " + analysis->failure;
        return test;
    }
    const Claim* claim = claim_of_quantity(*analysis, test.quantity);
    if (claim == nullptr) {
        test.reason = "the analysis '" + test.analysis + "' has no result '" + test.quantity + "'" +
                      what_it_lacks(*analysis) + "; " + name_hint(test.quantity, quantities_of(*analysis));
        test.lacks_quantity = true;
        return test;
    }
    test.comparison = comparison_passes(declared.criterion, *analysis, *claim);
    const ReadClaim read = claim_read_by(declared.criterion.scale, *analysis, *claim);
    if (!read.why_not.empty()) {
        test.claim = claim->id;
        test.reason = read.why_not;
        test.withheld = is_withheld(*claim);
        return test;
    }
    test.claim = read.claim.id;
    const Judgement judgement = judge(declared.criterion, read.claim);
    test.result = judgement.result;
    test.reason = judgement.reason;
    test.withheld = test.result == JudgedTest::Result::undecided && is_withheld(read.claim);
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
        if (premise_of(tests)) test.part = TestPart::consequence;
        tests.push_back(std::move(test));
    }
}

/// A test and the claim it looked at, or what stands for a proposition without tests.
template <typename Rows>
void add_row(Rows& rows, const JudgedProposition& proposition, const JudgedTest* test, const Claim* claim) {
    static const JudgedTest none;
    const JudgedTest& of = test != nullptr ? *test : none;
    const std::optional<Interval> interval = claim != nullptr ? claim->interval : std::nullopt;
    const auto states = static_cast<std::int64_t>(of.comparison.states);
    rows.add(proposition.id, proposition.theory, to_string(proposition.verdict), of.analysis, of.quantity, of.criterion,
             test != nullptr ? of.weight : Column::missing_real, test != nullptr ? to_string(of.result) : "",
             claim != nullptr ? claim->value : std::nullopt, interval ? interval->lower : Column::missing_real,
             interval ? interval->upper : Column::missing_real, of.claim, of.reason, to_string(proposition.as_recorded),
             proposition.overturned_by.size(), test != nullptr ? to_string(of.part) : "",
             test != nullptr ? of.counted() : Column::missing_real, states > 0 ? states : Column::missing_integer,
             states > 0 ? static_cast<std::int64_t>(of.comparison.passed) : Column::missing_integer,
             test != nullptr ? static_cast<std::int64_t>(of.data_seen) : Column::missing_integer);
}

/// Of a verdict that some other reading turns, or whose premise does not hold.
std::string how_it_hangs(const JudgedProposition& proposition) {
    constexpr std::size_t named = 5;
    std::string text;
    if (const auto premise = premise_of(proposition.tests))
        text += "; conditional: silent unless its premises are supported; they are " + std::string(to_string(*premise));
    if (!proposition.overturned_by.empty())
        text += "; as recorded " + std::string(to_string(proposition.as_recorded)) + ", turned by " +
                std::to_string(proposition.overturned_by.size()) + " of " + std::to_string(proposition.readings_tried) +
                " other readings of one entry: " +
                joined(std::span(proposition.overturned_by).first(std::min(named, proposition.overturned_by.size())),
                       ", ", [](const OverturningReading& reading) {
                           return reading.entry + ' ' + reading.variable + ' ' + reading.other + " instead of " +
                                  reading.as_recorded + " (" + std::string(to_string(reading.then)) + ')';
                       });
    return text;
}

}  // namespace

JudgedProposition judge_proposition(const StudyFile& study, const StudyProposition& proposition,
                                    const std::vector<AnalysisResult>& analyses) {
    JudgedProposition result;
    result.id = proposition.id.text;
    result.theory = proposition.theory.text;
    result.text = proposition.text;
    result.would_change = proposition.would_change;
    result.topic = proposition.topic.text;
    result.expects = proposition.expects;
    result.expects_seen = proposition.expects_seen;
    for (const DeclaredTest& test : proposition.tests) result.tests.push_back(judge_test(test, analyses));
    if (!proposition.tests.empty()) add_unheard(study, proposition, result.tests);
    result.as_recorded = verdict_of(result.tests);
    try_other_readings(proposition, analyses, result);
    return result;
}

std::vector<JudgedProposition> judge_propositions(const StudyFile& study, const std::vector<AnalysisResult>& analyses) {
    std::vector<JudgedProposition> results;
    for (const StudyProposition& proposition : study.propositions)
        results.push_back(judge_proposition(study, proposition, analyses));
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
        "both, silent when less than half is decided" +
        how_it_hangs(proposition);
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
                   TextColumn{"reason"}, TextColumn{"as_recorded"}, IntegerColumn{"overturned_by"}, TextColumn{"part"},
                   RealColumn{"counted"}, IntegerColumn{"comparison_states"}, IntegerColumn{"comparison_passed"},
                   IntegerColumn{"data_seen"});
    for (const JudgedProposition& proposition : propositions) {
        if (proposition.tests.empty()) add_row(rows, proposition, nullptr, nullptr);
        for (const JudgedTest& test : proposition.tests)
            add_row(rows, proposition, &test, find_claim_of(analyses, test));
    }
    return rows.table();
}

}  // namespace tarazy
