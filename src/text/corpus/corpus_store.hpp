#pragma once

#include "base/work.hpp"
#include "text/corpus/clean.hpp"
#include "text/corpus/documents.hpp"
#include "text/corpus/language.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Documents, cleaned or not, with all that is known of them.
struct BuiltCorpus {
    Corpus corpus;  ///< texts as read
    std::vector<DocumentSource> sources;
    std::vector<CleanText> clean;                         ///< of each document
    std::vector<std::vector<LanguageSegment>> languages;  ///< in bytes of the clean texts
    [[nodiscard]] std::size_t size() const noexcept { return corpus.size(); }
};

/// The bytes of an SQLite database (docs/text-build.md tells its tables): documents with their text as read and
/// cleaned, the map between them, segments of language, the log of the cleaning, metadata, and two indices for
/// full-text search (FTS5): `search` by words and `search_characters` by any three successive characters, for Chinese.
/// Equal input gives equal bytes. Memory: the database, which is about six times the texts.
/// @throws LimitError when SQLite runs out of memory, Interrupted
[[nodiscard]] std::string corpus_store_bytes(const BuiltCorpus& built, const Work& work);

/// Does the name end like that of such a file, .db or .sqlite?
[[nodiscard]] bool is_corpus_store_name(std::string_view path);

/// What such a file gives back.
struct StoredCorpus {
    Corpus corpus;  ///< cleaned texts, ids, metadata
    Table sources;  ///< `language,pages,format,encoding,file`, a row a document; language is that of most letters
    std::vector<std::vector<LanguageSegment>> languages;  ///< of each document; letters are not stored: 0
};

/// @throws InputError: no such database, or a damaged one; FileError
[[nodiscard]] StoredCorpus read_corpus_store(const std::string& path);

}  // namespace tarazy
