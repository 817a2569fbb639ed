#pragma once

#include "analyses/all_methods.hpp"
#include "analyses/compare/statement_words.hpp"
#include "base/error.hpp"
#include "report/criterion_words.hpp"
#include "report/report_context.hpp"
#include "study/criterion.hpp"
#include "study/reading_hints.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// What must come of any text that stands where a study declares what a test asks for, or the sentence that it asks of:
/// words in three languages, or a refusal. Nothing when it does.
[[nodiscard]] inline std::optional<std::string> test_words_fault(std::string_view text) {
    static const StudyResult result = [] {
        StudyResult one;
        one.words["A"] = {"a norm", "норма", "норма"};
        return one;
    }();
    static const ReportContext context(result, all_chapters());
    try {
        const Criterion criterion = parse_criterion(text);
        for (const LocalText& words : {criterion_in_words(context, criterion), bound_in_words(context, criterion, true),
                                       plain_bound_in_words(context, criterion, true)}) {
            if (words.en.empty() || words.kk.empty() || words.ru.empty()) return "a criterion without words";
        }
    } catch (const InputError& error) {
        for (const Problem& problem : error.problems()) {
            if (problem.what.empty()) return "refused without a word";
            if (problem.column > text.size() + 1) return "a problem behind the end of the text";
        }
    }
    const std::string sentence(text);
    const LocalText clause = statement_in_words(context, sentence);
    if (clause.en.empty() && !sentence.empty()) return "a sentence without words";
    if (clause.kk.empty() != clause.ru.empty()) return "a sentence in one language of two";
    for (const std::string& hint : {hint_of_study_file(text), hint_of_convert(text)})
        if (hint.empty() != text.empty()) return "a hint without words";
    return std::nullopt;
}

}  // namespace tarazy
