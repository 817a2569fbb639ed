#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/corpus/corpus.hpp"
#include "text/corpus/text_map.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Which rows of a table of documents are meant.
struct GroupChoice {
    std::string column = "state";     ///< that says whose words a document holds
    std::vector<std::string> groups;  ///< whose documents; a state in any spelling (`states_as_asked`)
    int first = 0, last = 0;          ///< years
};

/// A document that is meant, and its row.
struct GroupDocument {
    std::size_t row = 0;
    std::string id, group;
    int year = 0;
};

/// The documents of these groups and years by group, year and id, whatever the order of the rows.
/// @param documents  `doc_id,<column>,year,text`; rows of other groups and years are passed over
/// @param notes      documents without group, year or text, and states that the column spells otherwise, one line each
/// @throws InputError: no document of these groups and years; a repeated document, one without id
/// O(rows log rows)
[[nodiscard]] std::vector<GroupDocument> group_documents(const Table& documents, const GroupChoice& choice,
                                                         std::vector<std::string>& notes);

/// Sentences as documents of their own, so that no pattern reaches from one into the next.
struct GroupSentences {
    Corpus corpus;                               ///< a sentence a document, document after document
    std::vector<std::vector<TextSpan>> spans;    ///< of each document its sentences
    std::vector<std::string> languages;          ///< of each sentence
    std::vector<std::size_t> first_of_document;  ///< place of its first sentence in the corpus; one more than documents
};

/// The sentences of documents, each with its language (text/corpus/document_sentences.hpp). O(bytes)
/// @param language  of all documents, or "auto"
/// @pre every document has a text
[[nodiscard]] GroupSentences group_sentences(const Table& documents, std::span<const GroupDocument> asked,
                                             const std::string& language, unsigned threads, const Work& work);

}  // namespace tarazy
