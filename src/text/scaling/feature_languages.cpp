#include "text/scaling/feature_languages.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tarazy {
namespace {

enum class WordLetters : std::uint8_t { none, latin, cyrillic, kazakh, han };
constexpr std::size_t kinds_of_letters = 5;

/// Letters of a word by the lead bytes of UTF-8: Cyrillic begins with D0 to D3, Han lies within E3 to E9.
WordLetters letters_of(std::string_view word) {
    constexpr std::array<std::string_view, 18> kazakh_only = {"ә", "і", "ң", "ғ", "ү", "ұ", "қ", "ө", "һ",
                                                              "Ә", "І", "Ң", "Ғ", "Ү", "Ұ", "Қ", "Ө", "Һ"};
    bool latin = false, cyrillic = false, han = false;
    for (const char letter : word) {
        const auto byte = static_cast<unsigned char>(letter);
        latin = latin || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        cyrillic = cyrillic || (byte >= 0xD0 && byte <= 0xD3);
        han = han || (byte >= 0xE3 && byte <= 0xE9);
    }
    if (cyrillic) {
        const bool kazakh = std::ranges::any_of(kazakh_only, [&](auto k) { return word.find(k) != word.npos; });
        return kazakh ? WordLetters::kazakh : WordLetters::cyrillic;
    }
    return han ? WordLetters::han : latin ? WordLetters::latin : WordLetters::none;
}

/// What most of the words of a document are written in; empty when too few tell.
std::string_view document_language(const std::array<double, kinds_of_letters>& words) {
    const double latin = words[1], cyrillic = words[2], kazakh = words[3], han = words[4];
    if (latin + cyrillic + kazakh + han < 10) return {};
    if (latin >= cyrillic + kazakh && latin >= han) return "Latin letters";
    if (han > cyrillic + kazakh) return "Chinese characters";
    return kazakh > 0.2 * (cyrillic + kazakh) ? "Kazakh" : "Cyrillic letters without those of Kazakh";
}

}  // namespace

std::optional<std::string> language_warning(const DocumentFeatureMatrix& matrix) {
    std::vector<WordLetters> letters;
    for (const std::string& feature : matrix.features) letters.push_back(letters_of(feature));
    std::vector<std::pair<std::string_view, std::size_t>> documents;
    for (std::size_t i = 0; i < matrix.documents.size(); ++i) {
        std::array<double, kinds_of_letters> words{};
        for (std::size_t cell = matrix.row_begin[i]; cell < matrix.row_begin[i + 1]; ++cell)
            words[static_cast<std::size_t>(letters[matrix.feature[cell]])] += matrix.count[cell];
        const std::string_view language = document_language(words);
        if (language.empty()) continue;
        const auto found = std::ranges::find(documents, language, &std::pair<std::string_view, std::size_t>::first);
        if (found == documents.end())
            documents.emplace_back(language, 1);
        else
            ++found->second;
    }
    if (documents.size() < 2) return std::nullopt;
    std::ranges::sort(documents);
    std::string list;
    for (const auto& [language, number] : documents)
        list += (list.empty() ? "" : ", ") + std::to_string(number) + " in " + std::string(language);
    return "documents are in different languages (" + list +
           "): one model of their words finds the language first, not the position; take one language, or codes of a "
           "dictionary as features";
}

}  // namespace tarazy
