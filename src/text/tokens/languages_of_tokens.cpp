#include "text/tokens/languages_of_tokens.hpp"

#include "base/parallel.hpp"
#include "text/tokens/token_selection.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tarazy {
namespace {

/// Below this a segment says too little against what is stated.
constexpr double sure_segment = 0.9;

std::uint16_t place_of_language(LanguagesOfTokens& languages, std::string_view name) {
    const std::size_t place = languages.place(name);
    if (place == languages.names.size()) languages.names.emplace_back(name);
    return static_cast<std::uint16_t>(place);
}

bool is_one_of_four(std::string_view name) {
    return name == "kk" || name == "ru" || name == "en" || name == "zh";
}

}  // namespace

std::size_t LanguagesOfTokens::place(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

std::vector<std::size_t> LanguagesOfTokens::sizes() const {
    std::vector<std::size_t> sizes(names.size(), 0);
    for (const std::uint16_t language : of_token) ++sizes[language];
    return sizes;
}

std::string language_name(std::string_view stated) {
    // ISO 639-2 has two codes for Chinese.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> codes = {{{"kk", "kk"},
                                                                                     {"kaz", "kk"},
                                                                                     {"ru", "ru"},
                                                                                     {"rus", "ru"},
                                                                                     {"en", "en"},
                                                                                     {"eng", "en"},
                                                                                     {"zh", "zh"},
                                                                                     {"zho", "zh"},
                                                                                     {"chi", "zh"}}};
    const std::string lowered = lower_case(stated.substr(0, stated.find_first_of("-_")));
    const auto* const code = std::ranges::find(codes, lowered, &std::pair<std::string_view, std::string_view>::first);
    return std::string(code == codes.end() ? stated : code->second);
}

LanguagesOfTokens one_language(const Tokens& tokens, const std::string& name) {
    return {{name}, std::vector<std::uint16_t>(tokens.size(), 0)};
}

LanguagesOfTokens languages_of_documents(const Tokens& tokens, std::span<const std::string> stated) {
    LanguagesOfTokens languages;
    languages.of_token.reserve(tokens.size());
    for (std::size_t document = 0; document < tokens.documents.size(); ++document)
        languages.of_token.resize(tokens.first[document + 1], place_of_language(languages, stated[document]));
    return languages;
}

std::vector<std::vector<LanguageSegment>> corpus_segments(const Corpus& corpus, unsigned threads, const Work& work) {
    std::vector<std::vector<LanguageSegment>> segments(corpus.size());
    WorkStep step(work, "finding languages", corpus.size());
    parallel_chunks(
        corpus.size(), 1, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t k = begin; k < end; ++k) segments[k] = language_segments(corpus.texts[k]);
        },
        step);
    return segments;
}

LanguagesOfTokens languages_of_segments(const Tokens& tokens, std::span<const std::vector<LanguageSegment>> segments,
                                        std::span<const std::string> stated) {
    LanguagesOfTokens languages;
    languages.of_token.resize(tokens.size());
    for (std::size_t document = 0; document < tokens.documents.size(); ++document) {
        const std::string_view said = stated.empty() ? std::string_view() : std::string_view(stated[document]);
        const bool all_said = !said.empty() && said != "und" && !is_one_of_four(said);
        const auto name_of = [&](const LanguageSegment& segment) {
            return all_said || (!said.empty() && segment.confidence < sure_segment) ? said
                                                                                    : to_string(segment.language);
        };
        const std::vector<LanguageSegment>& of_document = segments[document];
        std::size_t segment = 0;
        std::uint16_t language = place_of_language(
            languages, of_document.empty() ? (said.empty() ? std::string_view("und") : said) : name_of(of_document[0]));
        for (std::size_t token = tokens.first[document]; token < tokens.first[document + 1]; ++token) {
            bool moved = false;
            for (; segment + 1 < of_document.size() && of_document[segment + 1].begin <= tokens.start[token]; ++segment)
                moved = true;
            if (moved) language = place_of_language(languages, name_of(of_document[segment]));
            languages.of_token[token] = language;
        }
    }
    return languages;
}

}  // namespace tarazy
