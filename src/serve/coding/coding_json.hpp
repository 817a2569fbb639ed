#pragma once

#include "serve/coding/coded_texts.hpp"
#include "serve/coding/coder_tasks.hpp"
#include "serve/coding/coding_comparison.hpp"
#include "serve/coding/coding_entries.hpp"
#include "serve/coding/study_documents.hpp"
#include "serve/workspace/workspace.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace tarazy {

// What the pages of coding get, as JSON. Names of fields are those of explorer/src/serve/coding/coding_types.ts.

[[nodiscard]] nlohmann::json code_json(const TreeCode& code, std::size_t codings);
/// Of one that is not where it was made also `where` ("moved", "lost") and `words`, at most 400 characters of them.
[[nodiscard]] nlohmann::json coding_json(const PlacedCoding& placed);
[[nodiscard]] nlohmann::json coders_json(const CoderDesk& desk, const std::string& who);
[[nodiscard]] nlohmann::json difference_json(const CodingDifference& difference);
/// `number,when,who,what,undoes,state,changes`
[[nodiscard]] nlohmann::json act_json(const WorkspaceView& view, const WorkspaceAct& act);
/// What can be undone and done again, and the number of the newest change: goes along with every answer.
[[nodiscard]] nlohmann::json standing_json(const WorkspaceView& view, const std::string& area, const std::string& who);
/// Rows of a table as objects; missing cells are null.
[[nodiscard]] nlohmann::json rows_json(const Table& table);

}  // namespace tarazy
