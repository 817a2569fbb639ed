#pragma once

#include "base/work.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tarazy {

/// What the corpus and a list of words say of the words that cleaning asks about (in lower case).
class WordAttestation {
public:
    struct Witness {
        std::size_t times = 0;  ///< in the corpus
        bool known = false;     ///< to the list of words
    };
    /// Nothing where the word was not asked about.
    [[nodiscard]] const Witness* find(const std::string& word) const;
    [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }

    friend WordAttestation attested_words(std::vector<std::string> questions, std::span<const std::string_view> texts,
                                          const std::function<bool(const std::string&)>& known, unsigned threads,
                                          const Work& work);

private:
    std::unordered_map<std::string, Witness> words_;
};

/// Counts the words asked about in the texts: words are letters with single hyphens and apostrophes within; a word with
/// hyphens counts as a whole and by its parts. @param known  a list of words, asked once for each; may be empty
/// O(bytes), nothing when nothing is asked
[[nodiscard]] WordAttestation attested_words(std::vector<std::string> questions,
                                             std::span<const std::string_view> texts,
                                             const std::function<bool(const std::string&)>& known, unsigned threads,
                                             const Work& work);

}  // namespace tarazy
