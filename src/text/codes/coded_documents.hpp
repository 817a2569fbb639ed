#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Which codes each sentence of a document has: bit c for code c.
using CodeSet = std::uint64_t;
inline constexpr std::size_t most_codes = 64;

struct CodedDocument {
    std::string id;
    std::string group;  ///< whose words they are: a state, say
    int year = 0;
    std::vector<CodeSet> sentences;
    /// Of each sentence the codes that are only denied in it (no find without a negation beside it); they are among
    /// those of `sentences`. Empty where nobody asked.
    std::vector<CodeSet> only_negated = {};
};

/// Documents whose sentences are coded, by a dictionary or by hand.
struct CodedDocuments {
    std::vector<std::string> codes;
    std::vector<CodedDocument> documents;  ///< by group, year and id, whatever the order of the input

    /// @throws InputError for a code that is none, with the nearest name
    [[nodiscard]] std::size_t code(const std::string& name) const;
};

/// A window of years as results call it: `1992-1995`, one year `1992`.
[[nodiscard]] std::string years_of_window(int first, int last);

/// Puts the documents in their order.
void order_documents(CodedDocuments& coded);

/// From the table that `coded_sentence_table` makes.
/// @throws InputError with every faulty row: a missing id, group, year or sentence, a sentence that stands twice or is
/// left out, more than `most_codes` codes
[[nodiscard]] CodedDocuments read_coded_sentences(const Table& table);

/// `doc_id,group,year,sentence,codes,rarest_code`: a row a sentence, counted from 1; its codes as a list, none for
/// most; of these the one that the fewest sentences have, by which a sample to be coded by hand is drawn so that rare
/// codes are seen as well.
[[nodiscard]] Table coded_sentence_table(const CodedDocuments& coded, std::span<const std::string> groups);

/// The codes that stand within `context` sentences before or after each sentence, or in it. O(sentences x context)
[[nodiscard]] std::vector<CodeSet> codes_nearby(std::span<const CodeSet> sentences, std::size_t context);

}  // namespace tarazy
