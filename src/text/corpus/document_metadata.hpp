#pragma once

#include "text/corpus/documents.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The year that a file's name tells: its first number of four digits from 1500 to 2199.
[[nodiscard]] std::optional<std::int64_t> year_in_name(std::string_view name);

/// Columns of a table with a row a document (`doc_id`: the id, or the name of its file) join the metadata; where both
/// have a column, the table is right, and says nothing of documents without a row in it.
/// @param warnings  rows that name no document, documents without row
/// @throws InputError: no column doc_id, a document with two rows
/// @pre a source for each document. O(rows log documents)
void join_metadata(Corpus& corpus, const std::vector<DocumentSource>& sources, const Table& table,
                   std::vector<std::string>& warnings);

}  // namespace tarazy
