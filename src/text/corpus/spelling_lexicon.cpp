#include "text/corpus/spelling_lexicon.hpp"

#include "base/utf8.hpp"
#include "text/corpus/characters.hpp"

#include <hunspell.hxx>

#include <algorithm>
#include <filesystem>

namespace tarazy {

struct SpellingLexicon::Lists {
    std::vector<std::unique_ptr<Hunspell>> all;
};

namespace {

std::string spelling_file(const std::string& language) {
    if (language == "kk") return "kk_KZ";
    if (language == "ru") return "ru_RU";
    if (language == "en") return "en_US";
    return language;
}

}  // namespace

SpellingLexicon::SpellingLexicon(const std::vector<std::string>& languages, const std::vector<std::string>& folders,
                                 std::vector<std::string>& missing)
    : lists_(std::make_unique<Lists>()) {
    for (const std::string& language : languages) {
        bool found = false;
        for (const std::string& folder : folders) {
            const std::string stem = folder + '/' + spelling_file(language);
            if (!std::filesystem::exists(stem + ".aff") || !std::filesystem::exists(stem + ".dic")) continue;
            auto list = std::make_unique<Hunspell>((stem + ".aff").c_str(), (stem + ".dic").c_str());
            if (list->get_dict_encoding() != "UTF-8") continue;  // older packages; words would not be found
            lists_->all.push_back(std::move(list));
            found = true;
            break;
        }
        if (!found) missing.push_back(language);
    }
}

SpellingLexicon::~SpellingLexicon() = default;
SpellingLexicon::SpellingLexicon(SpellingLexicon&&) noexcept = default;
SpellingLexicon& SpellingLexicon::operator=(SpellingLexicon&&) noexcept = default;

bool SpellingLexicon::knows(const std::string& word) const {
    // Compounds of a hyphen are right to a spelling checker when their parts are, which says nothing of the whole.
    if (word.empty() || word.size() > 200 || word.find('-') != std::string::npos) return false;
    std::string capital;
    const CharacterAt first = character_from(word, 0);
    if (first.value >= 0x430 && first.value <= 0x44F) {
        append_utf8(capital, first.value - 0x20);
        capital += word.substr(first.bytes);
    }
    return std::ranges::any_of(lists_->all, [&](const std::unique_ptr<Hunspell>& list) {
        return list->spell(word) || (!capital.empty() && list->spell(capital));
    });
}

bool SpellingLexicon::empty() const noexcept {
    return lists_->all.empty();
}

std::vector<std::string> usual_spelling_folders() {
    return {"/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell"};
}

}  // namespace tarazy
