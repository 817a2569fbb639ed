#pragma once

#include "serve/coding/coder_tasks.hpp"
#include "serve/coding/coding_entries.hpp"
#include "serve/coding/study_documents.hpp"
#include "serve/workspace/workspace.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A place that is to get a code.
struct NewCoding {
    std::string doc;
    std::size_t start = 0, end = 0;
    std::string code;  ///< key
    std::string memo = {};
    std::string text = {};  ///< hash of the text in which the place was seen; empty: the one of now
};

/// What of a coding is to become otherwise; nothing: it stays.
struct CodingEdit {
    std::string key;
    std::int64_t seen = 0;
    std::optional<std::size_t> start = {}, end = {};
    std::optional<std::string> code = {}, memo = {};
    bool remove = false;
    std::string text = {};  ///< in which a new place was seen
};

/// Codings of one request of one coder: added, changed, removed. A place that has the same code of the coder already is
/// passed over.
/// @throws RefusedRequest 400: a place outside of the document; 403: a coding of another coder, or a document that the
///         coder has finished; 404: no such coding, code or document; 409: a place that was seen in another text
[[nodiscard]] ProposedAct edit_codings(const WorkspaceView& view, const StudyDocuments& documents,
                                       const std::string& coder, const std::vector<NewCoding>& added,
                                       const std::vector<CodingEdit>& edited);

/// What a coder notes of a document as a whole; empty: nothing. Entry of kind `document_memo`.
[[nodiscard]] ProposedAct note_on_document(const std::string& coder, const std::string& doc, const std::string& memo,
                                           std::optional<std::int64_t> seen);
[[nodiscard]] std::string document_memo_key(const std::string& coder, const std::string& doc);

}  // namespace tarazy
