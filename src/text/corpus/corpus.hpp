#pragma once

#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Documents, in the order in which they were read.
struct Corpus {
    std::vector<std::string> ids;    ///< each once
    std::vector<std::string> texts;  ///< UTF-8, as the source has them
    Table metadata;                  ///< the other columns of the source, a row a document

    [[nodiscard]] std::size_t size() const noexcept { return ids.size(); }
};

struct CorpusColumns {
    std::string id = "doc_id";
    std::string text = "text";
};

/// A corpus from a table with a row a document. Without the column of ids, documents are called text1, text2, ...;
/// a missing text is an empty document.
/// @param warnings  documents without text, in one line
/// @throws InputError: no such column of texts, an id that is missing or stands twice (each with its line), no document
/// O(bytes)
[[nodiscard]] Corpus read_corpus(const Table& table, const CorpusColumns& columns, std::vector<std::string>& warnings);

}  // namespace tarazy
