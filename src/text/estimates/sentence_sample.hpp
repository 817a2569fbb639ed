#pragma once

#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Sentences with lists of codes, as tables of units that `read_hand_sample` joins.
struct SentenceSample {
    Table machine;                   ///< that of the sentences, with the columns `unit` and `has <code>`: 0 or 1
    Table hand;                      ///< that of the sample, the same
    std::vector<std::string> codes;  ///< in the byte order of their names, or as they were asked for
};

/// Is this a table of sentences, as `text codes --show sentences` writes it, and not one of units?
[[nodiscard]] bool is_sentence_table(const Table& table);

/// @param sentences  `doc_id,sentence,codes`, every sentence once; no codes: an empty cell
/// @param sample     `doc_id,sentence,codes` and perhaps `coder`: those that a person read, as `text sample` drew them
/// @param asked      codes that are wanted; empty: all that the sentences have
/// @throws InputError with every faulty row: a sentence of the sample whose coder is missing (it has not been read, and
///         who leaves some of a sample out has no random sample), a code of the sample that no sentence has and nobody
///         asked for, with the nearest name; no code at all
/// O(rows x codes)
[[nodiscard]] SentenceSample sentence_sample(const Table& sentences, const Table& sample,
                                             const std::vector<std::string>& asked);

/// The column of a code in both tables.
[[nodiscard]] std::string unit_column(const std::string& code);

}  // namespace tarazy
