#pragma once

#include "table/table.hpp"
#include "text/coding/segments.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Sentences with codes as segments, so that what a person or a dictionary said of sentences can go on as codings of
/// text. A sentence with two codes gives two segments, one without codes none.
/// @param sentences  `doc_id,sentence,codes[,coder]`, as `text codes --show sentences` and `text sample` write them
/// @param documents  `doc_id,text`: those that the sentences were counted in
/// @param language   as `document_sentences` takes it; the one with which they were counted
/// @param coder      who gave the codes where the table has no column `coder`
/// @throws InputError with every faulty row: a document or sentence that is not there, a coder that is missing
/// O(bytes of these documents + rows log rows)
[[nodiscard]] std::vector<Segment> sentence_segments(const Table& sentences, const Table& documents,
                                                     const std::string& language, const std::string& coder);

}  // namespace tarazy
