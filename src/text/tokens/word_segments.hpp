#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Which rules cut a text into tokens.
enum class TokenRules {
    unicode,   ///< word boundaries of Unicode, and what scholars keep whole: A/RES/70/57, U.S.-led, e-mail addresses
    quanteda,  ///< as quanteda 4 cuts
};

/// A stretch of a text, in bytes.
struct TokenSpan {
    std::uint32_t start = 0, length = 0;
    bool operator==(const TokenSpan&) const = default;
};

class EntityNames;

/// Cuts texts into tokens: words, numbers, and each mark of punctuation or symbol; blanks and control characters are
/// none. Word boundaries are those of Unicode (UAX #29, Unicode 15) with ICU's exception of the colon; Chinese,
/// Japanese and Thai words are found with ICU's dictionaries. Kept whole by both rules: words with hyphens, #tags,
/// @names, web and e-mail addresses. `unicode` also keeps symbols of documents (A/RES/70/57, S/RES/1540(2004)) and
/// U.S.-led, joins the names of `entities`, and lets a web address go on to the next blank; `quanteda` ends it before
/// the first ? or =.
///
/// One object serves one thread at a time. 12 bytes of memory a token.
class WordSegmenter {
public:
    /// @param entities  names that are one word in scripts without blanks; nullptr = none. It must outlive this.
    explicit WordSegmenter(TokenRules rules, const EntityNames* entities = nullptr, bool split_hyphens = false);
    ~WordSegmenter();
    WordSegmenter(WordSegmenter&&) noexcept;

    /// The tokens of a text (UTF-8) in their order. @pre text below 4 GiB. O(bytes)
    void add_segments(std::string_view text, std::vector<TokenSpan>& spans);

private:
    struct DictionaryWords;
    void add_dictionary_words(std::string_view text, std::size_t begin, std::size_t end, std::vector<TokenSpan>& spans);

    TokenRules rules_;
    bool split_hyphens_;
    const EntityNames* entities_;
    std::unique_ptr<DictionaryWords> dictionary_;  ///< made when the first such script is met
};

}  // namespace tarazy
