#pragma once

#include "serve/coding/coding_entries.hpp"
#include "serve/workspace/workspace.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

// Changes of the tree of codes, as acts on a workspace. All can be undone.

/// What of a code is to become otherwise; nothing: it stays.
struct CodeChange {
    std::string key;
    std::int64_t seen = 0;  ///< version
    std::optional<std::string> code = {}, parent = {}, description = {}, color = {}, memo = {};
};

/// @throws RefusedRequest 400: an empty name or one that is there already, a parent that is no code, a colour that is
///         not #RRGGBB
[[nodiscard]] ProposedAct create_code(const WorkspaceView& view, TreeCode code);
/// Renames, moves, colours, describes. @throws RefusedRequest 404, 400 (also: under itself); the version is checked
/// when the act is written
[[nodiscard]] ProposedAct change_code(const WorkspaceView& view, const CodeChange& change);
/// All codings of the first get the second, what stands below the first goes below the second; descriptions and memos
/// are put together. A place that has both codes of one coder keeps one. @throws RefusedRequest 404, 400
[[nodiscard]] ProposedAct merge_codes(const WorkspaceView& view, const std::string& from, const std::string& into);
/// Some codings of a code get a new code beside it. @throws RefusedRequest 404, 400
[[nodiscard]] ProposedAct split_code(const WorkspaceView& view, const std::string& from, TreeCode part,
                                     const std::vector<std::string>& codings);
/// The code and its codings; what stands below it moves up. @throws RefusedRequest 404
[[nodiscard]] ProposedAct delete_code(const WorkspaceView& view, const std::string& key);

/// The colour of a new code: those of Okabe and Ito, which most people can tell apart, in turn.
[[nodiscard]] std::string next_code_color(std::size_t codes);

}  // namespace tarazy
