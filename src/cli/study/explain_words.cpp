#include "cli/study/explain_words.hpp"

#include "io/atomic_file.hpp"
#include "report/measured.hpp"
#include "report/note_words.hpp"
#include "report/report_context.hpp"
#include "study/study_result_json.hpp"

#include <algorithm>
#include <filesystem>

namespace tarazy {
namespace {

/// Empty where the folder holds no study.json.
StudyResult result_in(const std::string& folder) {
    const std::string path = (std::filesystem::path(folder) / "results/study.json").string();
    return std::filesystem::exists(path) ? study_result_from_json_text(read_file(path), path) : StudyResult{};
}

}  // namespace

std::vector<Claim> claims_of_proposition(const std::string& folder, const std::vector<Claim>& claims,
                                         const std::string& id) {
    const StudyResult result = result_in(folder);
    std::vector<Claim> tested;
    const auto found = std::ranges::find(result.propositions, id, &JudgedProposition::id);
    if (found == result.propositions.end()) return tested;
    for (const JudgedTest& test : found->tests) {
        const auto claim = std::ranges::find(claims, test.claim, &Claim::id);
        if (claim != claims.end()) tested.push_back(*claim);
    }
    return tested;
}

void say_in(const std::string& language, const std::string& folder, Claim& claim, std::vector<ExplainedRows>& rows) {
    const StudyResult result = result_in(folder);
    const ReportContext context(result, {});
    const auto put = [&](std::string& text, const LocalText& words) { text = in_language(words, language); };
    put(claim.subject, subject_words(context, claim.subject));
    put(claim.unit, unit_words(context, claim.unit));
    put(claim.no_interval, context.word("no_interval.", claim.no_interval));
    for (ExplainedRows& input : rows) {
        put(input.note, note_words(context, input.note));
        put(input.why_none, note_words(context, input.why_none));
    }
}

std::string measures_in(const std::string& language, const Claim& claim) {
    if (const auto words = measured(report_messages(), claim.method, claim.parts)) return in_language(*words, language);
    std::string name = claim.quantity;
    std::ranges::replace(name, '_', ' ');
    return name;
}

}  // namespace tarazy
