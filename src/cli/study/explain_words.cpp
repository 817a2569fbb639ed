#include "cli/study/explain_words.hpp"

#include "io/atomic_file.hpp"
#include "report/measured.hpp"
#include "report/note_words.hpp"
#include "study/study_result_json.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace tarazy {
namespace {

/// Empty where the folder holds no study.json.
StudyResult result_in(const std::string& folder) {
    const std::string path = (std::filesystem::path(folder) / "results/study.json").string();
    return std::filesystem::exists(path) ? study_result_from_json_text(read_file(path), path) : StudyResult{};
}

}  // namespace

ExplainWords::ExplainWords(std::string language, const std::string& folder)
    : language_(std::move(language)),
      result_(language_ == "en" ? StudyResult{} : result_in(folder)),
      context_(result_, {}) {}

std::string ExplainWords::say(std::string_view key, const MessageArguments& arguments) const {
    return context_.messages.say(language_, "explain." + std::string(key), arguments);
}

std::string ExplainWords::measures(const Claim& claim) const {
    if (const auto words = measured(context_.messages, claim.method, claim.parts))
        return in_language(*words, language_);
    std::string name = claim.quantity;
    std::ranges::replace(name, '_', ' ');
    return name;
}

void ExplainWords::put(Claim& claim) const {
    if (language_ == "en") return;
    if (claim.analysis.empty()) {
        put_verdict(claim);
        return;
    }
    put(claim.subject, subject_words(context_, claim.subject));
    put(claim.statement, note_words(context_, claim.statement));
    put(claim.unit, unit_words(context_, claim.unit));
    put(claim.no_interval, context_.word("no_interval.", claim.no_interval));
    if (claim.interval) put(claim.interval->kind, interval_words(context_, claim.interval->kind));
}

void ExplainWords::put_verdict(Claim& claim) const {
    std::string verdict = claim.statement;
    std::ranges::replace(verdict, ' ', '_');
    if (const LocalText words = context_.word("verdict.", verdict); !words.kk.empty()) put(claim.statement, words);
    for (const JudgedProposition& proposition : result_.propositions)
        if (claim.parts.about == std::vector<std::string>{proposition.id})
            claim.subject = proposition.id + ": " + in_language(proposition.text, language_);
}

void ExplainWords::put(ExplainedRows& rows) const {
    if (language_ == "en") return;
    put(rows.note, note_words(context_, rows.note));
    put(rows.why_none, note_words(context_, rows.why_none));
}

void ExplainWords::put(LedgerContent& content) const {
    if (language_ == "en") return;
    for (SourceRecord& source : content.sources) {
        put(source.author, context_.name(source.author));
        put(source.title, context_.name(source.title));
    }
    for (InputRecord& input : content.inputs)
        for (std::string& note : input.notes) put(note, note_words(context_, note));
}

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

}  // namespace tarazy
