#pragma once

#include <memory>
#include <string>
#include <vector>

namespace tarazy {

/// Word lists of spelling checkers (hunspell), which know inflected forms.
class SpellingLexicon {
public:
    /// @param languages  "kk", "ru", "en"
    /// @param folders    where `kk_KZ.aff` and `kk_KZ.dic` and the like are looked for, in this order
    /// @param missing    languages without such files
    SpellingLexicon(const std::vector<std::string>& languages, const std::vector<std::string>& folders,
                    std::vector<std::string>& missing);
    ~SpellingLexicon();
    SpellingLexicon(SpellingLexicon&&) noexcept;
    SpellingLexicon& operator=(SpellingLexicon&&) noexcept;

    /// Does one of the lists know the word, as it is or with a capital? Not to be called from two threads.
    [[nodiscard]] bool knows(const std::string& word) const;
    [[nodiscard]] bool empty() const noexcept;

private:
    struct Lists;
    std::unique_ptr<Lists> lists_;
};

/// Where Debian, and others, keep them.
[[nodiscard]] std::vector<std::string> usual_spelling_folders();

}  // namespace tarazy
