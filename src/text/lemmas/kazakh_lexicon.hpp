#pragma once

#include "text/lemmas/kazakh_readings.hpp"
#include "text/lemmas/kazakh_stems.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace tarazy {

enum KazakhEntry : std::uint8_t { entry_noun = 1, entry_verb = 2, entry_name = 4, entry_ours = 8 };

/// Stems that are known, and as what.
struct KazakhLexicon {
    KazakhStems stems;                ///< lower case
    std::vector<std::uint8_t> kinds;  ///< of each, bits of KazakhEntry

    struct Entry {
        std::uint32_t number = KazakhStems::none;  ///< of the stem
        std::uint8_t kinds = 0;
    };
    [[nodiscard]] Entry of(std::u32string_view stem) const {
        const std::uint32_t number = stems.find(stem);
        return number == KazakhStems::none ? Entry{} : Entry{number, kinds[number]};
    }
    /// The same; a compound with a hyphen that is not known is as good a noun as its last part.
    [[nodiscard]] Entry of_part(std::u32string_view stem) const;
};

/// How far an entry is to be believed as a noun: 1, less where it looks like an inflected form. The word list has
/// thousands of those as words of their own; an entry that a shorter one and suffixes explain is doubted the more, the
/// longer the suffixes are. How often its stem is met decides later. Asked only for stems that occur.
/// @param cutter  any, for its memory
/// @pre number < lexicon.stems.size()
[[nodiscard]] float noun_weight(const KazakhLexicon& lexicon, std::uint32_t number, const KazakhSuffixes& suffixes,
                                KazakhCutter& cutter);

/// The stems of a hunspell word list of Kazakh (kk_KZ.dic): gerunds in -у become verbs, capitals names. With it, words
/// of our own (verbs in -ы, names of states).
/// @throws InputError naming the package hunspell-kk if the file is missing; FileError if it cannot be read
/// O(bytes)
[[nodiscard]] KazakhLexicon read_kazakh_lexicon(const std::filesystem::path& dictionary);

/// The same from the text of a word list.
[[nodiscard]] KazakhLexicon kazakh_lexicon_of(std::string_view dic_text);

}  // namespace tarazy
