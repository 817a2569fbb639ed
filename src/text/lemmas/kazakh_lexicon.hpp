#pragma once

#include "text/lemmas/kazakh_suffixes.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tarazy {

enum KazakhEntry : std::uint8_t { entry_noun = 1, entry_verb = 2, entry_name = 4, entry_ours = 8 };

/// As what a stem is known, and how far its entry is to be believed (1, less where it looks like an inflected form).
struct KazakhWord {
    std::uint8_t kinds = 0;
    float weight = 1;
};

/// Stems that are known.
struct KazakhLexicon {
    std::unordered_map<std::u32string, KazakhWord> entries;  ///< lower case

    [[nodiscard]] KazakhWord of(const std::u32string& stem) const {
        const auto found = entries.find(stem);
        return found == entries.end() ? KazakhWord{} : found->second;
    }
    /// The same; a compound with a hyphen that is not known is as good a noun as its last part.
    [[nodiscard]] KazakhWord of_part(const std::u32string& stem) const;
};

/// The stems of a hunspell word list of Kazakh (kk_KZ.dic): gerunds in -у become verbs, capitals names. With it, words
/// of our own (verbs in -ы, names of states).
/// @throws InputError naming the package hunspell-kk if the file is missing; FileError if it cannot be read
/// O(bytes)
[[nodiscard]] KazakhLexicon read_kazakh_lexicon(const std::filesystem::path& dictionary,
                                                const KazakhSuffixes& suffixes);

/// The same from the text of a word list. @param name  for messages
[[nodiscard]] KazakhLexicon kazakh_lexicon_of(std::string_view dic_text, const KazakhSuffixes& suffixes);

}  // namespace tarazy
