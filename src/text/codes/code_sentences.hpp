#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/codes/coded_documents.hpp"
#include "text/corpus/text_map.hpp"
#include "text/lemmas/lemmatise.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What becomes of finds that a word beside them turns into their contrary ("no weapons").
enum class NegatedFinds {
    apart,   ///< what is denied is spoken of, too; the sentences in which a code is only denied are counted beside it
    within,  ///< it is spoken of, and nothing is counted
    drop,    ///< a sentence in which a code is only denied does not have it
};

struct SentenceCoding {
    std::string group = "state";      ///< column that says whose words a document holds
    std::string language = "en";      ///< of the documents: "kk", "ru", "en", "zh"; "auto": of each sentence its own
    std::vector<std::string> groups;  ///< whose documents are coded
    int first = 0, last = 0;          ///< years
    bool lemmas = false;              ///< words have lemmas, which `lemma:` in the codebook asks for
    LemmaSources lemma_sources = {};
    NegatedFinds negated = NegatedFinds::apart;
    unsigned threads = 0;
    Work work = {};
};

/// The sentences of documents, coded by a dictionary.
/// @param documents  `doc_id,<group>,year,text`; rows of other groups and years are passed over
/// @param codebook   `code,entry[,language]` (text/counts/codebook.hpp): patterns of other languages are left out. With
///                   "auto" a sentence has the language that most of its letters are in (language_segments), and texts
///                   are cut into sentences by the rules of their main language
/// @param notes      documents without group, year or text, in one line each; codes that no sentence has
/// @throws InputError: no document of these groups and years; a repeated document; what the codebook gets wrong
/// O(bytes + tokens x patterns that fit)
[[nodiscard]] CodedDocuments code_sentences(const Table& documents, const Table& codebook, const SentenceCoding& coding,
                                            std::vector<std::string>& notes);

/// The text of sentences that a table `doc_id,sentence` names, for those who code them by hand; line ends as spaces.
/// @param documents  `doc_id,text`, those that the sentences were counted in
/// @throws InputError for each row whose document or sentence is not there
/// O(bytes of these documents)
[[nodiscard]] std::vector<std::string> sentence_texts(const Table& units, const Table& documents,
                                                      const std::string& language);

}  // namespace tarazy
