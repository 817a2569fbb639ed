#pragma once

#include "table/table.hpp"
#include "text/codes/coded_documents.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace tarazy {

/// What a person said of a sentence.
struct HandCoding {
    CodeSet codes = 0;
    double probability = 1;  ///< with which it was drawn
};
/// By document and number of the sentence, from 1.
using HandCodings = std::map<std::pair<std::string, std::int64_t>, HandCoding>;

/// @param coded  all sentences, with the dictionary's codes
/// @param hand   the sample: `doc_id,sentence,probability,codes`; one row a sentence
/// @throws InputError for every row: a sentence that is not among the coded ones or stands twice, a probability outside
///         (0, 1], a code that no sentence of the dictionary has
/// O(rows log rows)
[[nodiscard]] HandCodings read_hand_codings(const CodedDocuments& coded, const Table& hand);

}  // namespace tarazy
