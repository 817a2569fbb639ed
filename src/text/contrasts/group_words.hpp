#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/codes/group_documents.hpp"
#include "text/counts/document_feature_matrix.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// How the words of documents are counted.
struct GroupWordOptions {
    std::string language = "en";              ///< of the documents
    bool stop_words = true;                   ///< the usual ones of the language are left out (tokens/stop_words.hpp)
    std::vector<std::string> leave_out = {};  ///< further words, or globs: kazakh*
    bool lemmas = false;                      ///< lemmas are counted, by the dictionaries of this machine
    unsigned threads = 0;
    Work work = {};
};

/// The words of documents whose group and year are known.
struct GroupWords {
    std::vector<GroupDocument> documents;  ///< in the order of the matrix
    DocumentFeatureMatrix matrix;
};

/// Counts words in lower case, without punctuation, symbols and numbers.
/// @param documents  `doc_id,<group>,year,text`, as `group_documents` reads them
/// @throws InputError as `group_documents` does; where a dictionary of lemmas is not there
/// O(bytes)
[[nodiscard]] GroupWords group_words(const Table& documents, const GroupChoice& choice, const GroupWordOptions& options,
                                     std::vector<std::string>& notes);

}  // namespace tarazy
