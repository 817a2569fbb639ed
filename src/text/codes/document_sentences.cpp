#include "text/codes/document_sentences.hpp"

#include "text/corpus/language.hpp"
#include "text/corpus/line_sentences.hpp"

#include <algorithm>

namespace tarazy {

std::vector<TextSpan> document_sentences(std::string_view text, const std::string& language) {
    if (language != "auto") return line_sentences(text, language);
    return line_sentences(text, std::string(to_string(main_language(language_segments(text)))));
}

std::vector<std::string> sentence_languages(std::string_view text, std::span<const TextSpan> sentences,
                                            const std::string& language) {
    if (language != "auto") return std::vector<std::string>(sentences.size(), language);
    const std::vector<LanguageSegment> segments = merged_segments(language_segments(text));
    std::vector<std::string> result;
    std::size_t from = 0;
    for (const TextSpan& sentence : sentences) {
        while (from < segments.size() && segments[from].end <= sentence.begin) ++from;
        std::size_t most = 0;
        Language best = Language::und;
        for (std::size_t k = from; k < segments.size() && segments[k].begin < sentence.end; ++k) {
            const std::size_t bytes =
                std::min(segments[k].end, sentence.end) - std::max(segments[k].begin, sentence.begin);
            if (bytes > most) best = segments[k].language;
            most = std::max(most, bytes);
        }
        result.emplace_back(to_string(best));
    }
    return result;
}

}  // namespace tarazy
