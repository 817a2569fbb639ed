#include "text/counts/token_pattern.hpp"

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "text/tokens/word_break_class.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// May the tokeniser cut this word of a pattern? Only then is it worth to look for it as a run of tokens.
bool may_be_cut(std::string_view word) {
    if (word.find_first_of("*?") != std::string_view::npos) return false;
    for (std::size_t at = 0; at < word.size();) {
        const Utf8Character c = utf8_character(word, at);
        const WordBreak kind = word_break_class(c.code);
        const bool plain = kind == WordBreak::letter || kind == WordBreak::number || kind == WordBreak::hebrew_letter ||
                           kind == WordBreak::extend;
        if (!plain) return true;
        at += c.bytes;
    }
    return false;
}

}  // namespace

Phrase phrase_of(std::string_view text) {
    constexpr std::string_view blanks = " \t\n\r", lemma_mark = "lemma:";
    Phrase phrase;
    std::size_t at = text.find_first_not_of(blanks);
    while (at != std::string_view::npos && at < text.size()) {
        PhraseWord word;
        if (text.substr(at).starts_with(lemma_mark)) {
            word.lemma = true;
            at = text.find_first_not_of(blanks, at + lemma_mark.size());
            if (at == std::string_view::npos) break;
        }
        const std::size_t close = text[at] == '/' ? text.find('/', at + 1) : std::string_view::npos;
        const bool regex = close != std::string_view::npos && close > at + 1 &&
                           (close + 1 == text.size() || blanks.find(text[close + 1]) != std::string_view::npos);
        const std::size_t end = regex ? close + 1 : std::min(text.find_first_of(blanks, at), text.size());
        word.pattern.form = regex ? WordPattern::Form::regex : WordPattern::Form::glob;
        word.pattern.text = regex ? text.substr(at + 1, close - at - 1) : text.substr(at, end - at);
        phrase.push_back(std::move(word));
        at = text.find_first_not_of(blanks, end);
    }
    return phrase;
}

PhraseFinder::PhraseFinder(const Tokens& tokens, const TokenLemmas* lemmas, bool case_sensitive)
    : tokens_(tokens), lemmas_(lemmas), types_(tokens.types, case_sensitive), type_starts_(tokens.types.size()) {
    if (lemmas == nullptr) return;
    lemma_types_.emplace(lemmas->lemmas, case_sensitive);
    lemma_starts_.resize(lemmas->lemmas.size());
}

std::size_t PhraseFinder::set_of(std::vector<std::uint32_t> types, std::size_t all) {
    sets_.emplace_back(all, false);
    for (const std::uint32_t type : types) sets_.back()[type] = true;
    members_.push_back(std::move(types));
    return sets_.size() - 1;
}

std::vector<std::vector<PhraseFinder::Part>> PhraseFinder::ways_of_word(const PhraseWord& word) {
    std::vector<std::vector<Part>> ways;
    if (word.lemma && !lemma_types_)
        throw InputError({"", 0, 0, "'lemma:" + word.pattern.text + "' asks for lemmas, and the tokens have none",
                          "give --lemmas, or a glob instead"});
    const TypeIndex& index = word.lemma ? *lemma_types_ : types_;
    const std::size_t all = word.lemma ? lemmas_->lemmas.size() : tokens_.types.size();
    std::vector<std::uint32_t> fitting = index.fitting(word.pattern);
    if (!fitting.empty()) ways.push_back({Part{set_of(std::move(fitting), all), word.lemma, false}});
    if (word.lemma || word.pattern.form == WordPattern::Form::regex || !may_be_cut(word.pattern.text)) return ways;
    for (const std::vector<std::uint32_t>& run : index.runs(word.pattern.text)) {
        if (run.size() < 2) continue;
        std::vector<Part> parts;
        for (const std::uint32_t type : run) parts.push_back({set_of({type}, all), false, !parts.empty()});
        ways.push_back(std::move(parts));
    }
    return ways;
}

std::size_t PhraseFinder::add(const Phrase& phrase) {
    const std::size_t number = may_occur_.size();
    std::vector<Way> ways = {Way{number, {}}};
    for (const PhraseWord& word : phrase) {
        std::vector<Way> longer;
        constexpr std::size_t most_ways = 256;
        for (const std::vector<Part>& parts : ways_of_word(word)) {
            for (const Way& way : ways) {
                if (longer.size() == most_ways) break;
                longer.push_back(way);
                longer.back().parts.insert(longer.back().parts.end(), parts.begin(), parts.end());
            }
        }
        ways = std::move(longer);
    }
    if (phrase.empty()) ways.clear();
    may_occur_.push_back(!ways.empty());
    for (Way& way : ways) {
        const Part& first = way.parts.front();
        std::vector<std::vector<std::uint32_t>>& starts = first.lemma ? lemma_starts_ : type_starts_;
        for (const std::uint32_t type : members_[first.set])
            starts[type].push_back(static_cast<std::uint32_t>(ways_.size()));
        ways_.push_back(std::move(way));
    }
    return number;
}

bool PhraseFinder::fits(const Way& way, std::size_t token, std::size_t end) const {
    if (end - token < way.parts.size()) return false;
    for (std::size_t k = 1; k < way.parts.size(); ++k) {
        const Part& part = way.parts[k];
        const std::size_t at = token + k;
        const std::uint32_t type = part.lemma ? lemmas_->lemma[at] : tokens_.type[at];
        if (!sets_[part.set][type]) return false;
        if (part.touching && tokens_.start[at] != tokens_.start[at - 1] + tokens_.length[at - 1]) return false;
    }
    return true;
}

}  // namespace tarazy
