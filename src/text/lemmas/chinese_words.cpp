#include "text/lemmas/chinese_words.hpp"

#include "text/tokens/token_selection.hpp"

#include <utility>
#include <vector>

namespace tarazy {
namespace {

using WordPlace = std::pair<std::size_t, std::size_t>;  ///< bytes of the running text

std::size_t common_places(const std::vector<WordPlace>& one, const std::vector<WordPlace>& other) {
    std::size_t common = 0;
    for (std::size_t a = 0, b = 0; a < one.size() && b < other.size();) {
        common += one[a] == other[b] ? 1U : 0U;
        const bool first = one[a] < other[b], second = other[b] < one[a];
        a += second ? 0U : 1U;
        b += first ? 0U : 1U;
    }
    return common;
}

double ratio_or_zero(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Corpus running_text(const ConlluWords& words) {
    Corpus corpus;
    corpus.ids = words.tokens.documents;
    for (std::size_t sentence = 0; sentence < words.tokens.documents.size(); ++sentence) {
        std::string& text = corpus.texts.emplace_back();
        for (std::size_t at = words.tokens.first[sentence]; at < words.tokens.first[sentence + 1]; ++at) {
            text += words.tokens.types[words.tokens.type[at]];
            if (words.blank_after[at]) text += ' ';
        }
    }
    return corpus;
}

FoundWords found_words(const ConlluWords& gold, const TokenOptions& options, bool with_marks, const Work& work) {
    const Tokens cut = tokenise(running_text(gold), options, work);
    FoundWords result;
    for (std::size_t sentence = 0; sentence < cut.documents.size(); ++sentence) {
        std::vector<WordPlace> there, here;
        std::size_t begin = 0;
        for (std::size_t at = gold.tokens.first[sentence]; at < gold.tokens.first[sentence + 1]; ++at) {
            const std::size_t end = begin + gold.tokens.length[at];
            if (with_marks || gold.parts[at] != "PUNCT") there.emplace_back(begin, end);
            begin = end + (gold.blank_after[at] ? 1U : 0U);
        }
        for (std::size_t at = cut.first[sentence]; at < cut.first[sentence + 1]; ++at) {
            if (with_marks || token_kind(cut.types[cut.type[at]]) != TokenKind::punctuation)
                here.emplace_back(cut.start[at], std::size_t{cut.start[at]} + cut.length[at]);
        }
        result.gold += there.size();
        result.found += here.size();
        result.right += common_places(there, here);
    }
    result.precision = ratio_or_zero(result.right, result.found);
    result.recall = ratio_or_zero(result.right, result.gold);
    result.f1 = ratio_or_zero(2 * result.right, result.found + result.gold);
    return result;
}

}  // namespace tarazy
