#include "text/counts/negation.hpp"

#include "text/tokens/token_selection.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

std::vector<WordPattern> globs_of(std::initializer_list<const char*> texts) {
    std::vector<WordPattern> patterns;
    for (const char* text : texts) patterns.push_back({WordPattern::Form::glob, text});
    return patterns;
}

std::vector<bool> types_that_fit(const Tokens& tokens, const TypeIndex& index,
                                 const std::vector<WordPattern>& patterns) {
    std::vector<bool> fits(tokens.types.size(), false);
    for (const WordPattern& pattern : patterns) {
        for (const std::uint32_t type : index.fitting(pattern)) fits[type] = true;
    }
    return fits;
}

}  // namespace

Negators usual_negators() {
    Negators negators;
    negators.before = globs_of({"not", "no", "never", "without", "cannot",  "neither", "nor",  "*n't", "*n’t",
                                "не",  "ни", "нет",   "без",     "никогда", "不",      "没",   "没有", "無",
                                "无",  "非", "未",    "不是",    "不会",    "不能",    "并非", "从未"});
    negators.behind = globs_of({"емес*", "жоқ*"});
    negators.behind.push_back({WordPattern::Form::regex,
                               "^\\p{L}{2,}[мбп][ае](й(ды|ді|мын|мін|мыз|міз|сың|сің|сыз|сіз)|ды|ді|дым|дім|дық|дік|"
                               "ған|ген|ғанбыз|генбіз)$"});
    negators.within = globs_of({"??*сыз", "??*сіз"});
    return negators;
}

bool asks_for_negated_word(const Phrase& phrase) {
    return std::ranges::any_of(phrase, [](const PhraseWord& word) {
        return word.pattern.form == WordPattern::Form::glob &&
               std::ranges::any_of(usual_negators().within, [&](const WordPattern& ending) {
                   return glob_fits(ending.text, word.pattern.text);
               });
    });
}

NegationFinder::NegationFinder(const Tokens& tokens, const Negators& negators) : tokens_(tokens) {
    const TypeIndex index(tokens.types);
    before_ = types_that_fit(tokens, index, negators.before);
    behind_ = types_that_fit(tokens, index, negators.behind);
    within_ = types_that_fit(tokens, index, negators.within);
    constexpr std::array<std::string_view, 8> ends = {".", "!", "?", "…", "。", "！", "？", "..."};
    for (const std::string& type : tokens.types) {
        ends_.push_back(std::ranges::find(ends, type) != ends.end());
        const TokenKind kind = token_kind(type);
        marks_.push_back(kind == TokenKind::punctuation || kind == TokenKind::symbol);
    }
}

bool NegationFinder::is_negated(TokenRun run, std::size_t begin, std::size_t end, std::size_t window,
                                bool own_ending) const {
    if (window == 0) return false;
    if (own_ending && within_[tokens_.type[run.end - 1]]) return true;
    std::size_t words = 0;
    for (std::size_t at = run.begin; at > begin && words < window; --at) {
        const std::uint32_t type = tokens_.type[at - 1];
        if (ends_[type]) break;
        if (before_[type]) return true;
        words += marks_[type] ? 0 : 1;
    }
    words = 0;
    for (std::size_t at = run.end; at < end && words < window; ++at) {
        const std::uint32_t type = tokens_.type[at];
        if (ends_[type]) break;
        if (behind_[type] || (words == 0 && within_[type])) return true;
        words += marks_[type] ? 0 : 1;
    }
    return false;
}

}  // namespace tarazy
