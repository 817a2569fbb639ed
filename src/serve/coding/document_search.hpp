#pragma once

#include "serve/coding/study_documents.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

struct DocumentSearch {
    std::string pattern;
    bool regular_expression = false;  ///< ICU's syntax; else the letters of the pattern, whatever their case
    std::string doc = {};             ///< this document only; empty: all
    std::size_t most = 500;           ///< finds
    int most_milliseconds = 3000;     ///< for all documents together
};

/// A place that was found, with the text around it.
struct DocumentFind {
    std::string doc;
    std::size_t start = 0, end = 0;  ///< code points
    std::string before, found, after;
};

struct DocumentFinds {
    std::vector<DocumentFind> finds;  ///< in the order of documents and places
    bool more = false;                ///< there may be others: the number or the time was reached
    bool late = false;                ///< the time was reached
};

/// Finds that are empty (`x*`) are passed over. O(characters) for words; a regular expression that takes too long is
/// stopped.
/// @throws RefusedRequest 400: an empty pattern, or no regular expression
[[nodiscard]] DocumentFinds search_documents(const StudyDocuments& documents, const DocumentSearch& search);

}  // namespace tarazy
