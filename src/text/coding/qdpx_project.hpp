#pragma once

#include "text/coding/segments.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A code in the tree of a codebook.
struct CodebookEntry {
    std::string code;    ///< its name where that is unique, else `Parent/Name`; each once
    std::string parent;  ///< `code` of the code above it; empty at the top
    std::string name, description, color, guid;
    bool codable = true;
};

/// A document that is coded.
struct ProjectDocument {
    std::string doc;   ///< each once
    std::string text;  ///< UTF-8 with the line ends that it has, without byte order mark
    std::string guid;
};

/// Documents, codes and segments, as they go into a REFI-QDA project and come out of one.
struct CodedProject {
    std::string name;
    std::vector<CodebookEntry> codes;  ///< parents before their children
    std::vector<ProjectDocument> documents;
    std::vector<Segment> segments;
};

/// `code,parent,name,description,color,codable,guid`.
[[nodiscard]] Table code_tree_table(const std::vector<CodebookEntry>& codes);

/// From a table `code[,parent][,name][,description][,color][,codable]`, sorted so that parents come first.
/// @throws InputError, every fault with its line: no code, a code twice, a parent that is no code, a circle of parents,
/// a
///         colour that is not #RRGGBB
[[nodiscard]] std::vector<CodebookEntry> read_code_tree(const Table& table);

}  // namespace tarazy
