#pragma once

#include "serve/workspace/workspace_view.hpp"
#include "text/coding/segments.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// A code of the tree, entry of kind `code`. Its key stays when it is renamed or moved.
struct TreeCode {
    std::string key;
    std::int64_t version = 0;
    std::string code;         ///< its name, each once
    std::string parent = {};  ///< key of the code above it; empty at the top
    std::string description = {}, color = {}, memo = {};
};

/// A coding, entry of kind `coding`.
struct StoredCoding {
    std::string key;
    std::int64_t version = 0;
    std::string doc;
    std::size_t start = 0, end = 0;  ///< Unicode code points from 0; the end is not part of it
    std::string coder;
    std::string code;  ///< key of the code
    std::string memo;
    std::string text = {};  ///< hash of the text in which it was made (`StudyDocument::hash`); empty: not known
};

[[nodiscard]] TreeCode tree_code(const WorkspaceEntry& entry);
[[nodiscard]] StoredCoding stored_coding(const WorkspaceEntry& entry);
/// Values of their entries, JSON.
[[nodiscard]] std::string entry_value(const TreeCode& code);
[[nodiscard]] std::string entry_value(const StoredCoding& coding);

/// All codes, each above what is below it, siblings by the bytes of their names. O(n log n)
[[nodiscard]] std::vector<TreeCode> tree_codes(const WorkspaceView& view);
[[nodiscard]] std::vector<StoredCoding> stored_codings(const WorkspaceView& view);
[[nodiscard]] std::vector<StoredCoding> codings_of_document(const WorkspaceView& view, const std::string& doc);

/// Codings as the methods take them, with the names of their codes. A code that is not there keeps its key.
[[nodiscard]] std::vector<Segment> named_segments(const std::vector<StoredCoding>& codings,
                                                  const std::vector<TreeCode>& codes);

/// Key of an entry that belongs to several things (a document and a coder, say): different parts, different keys.
[[nodiscard]] std::string entry_key(const std::vector<std::string>& parts);
[[nodiscard]] std::vector<std::string> parts_of_key(const std::string& key);

}  // namespace tarazy
