#pragma once

#include <cstdint>

namespace tarazy {

// Codings in the workspace of a study (`workspace.sqlite`): entries of kind `coding` and `code` with JSON values, and
// the lines of the log that changed them.

/// `application_id` of such a file, "TWRK".
inline constexpr std::int64_t study_workspace_file_id = 0x5457524B;

/// `doc,start,end,coder,code,memo`, in the order in which they came to be as they are. Codes have the names that they
/// have now, those that are gone the last one.
[[nodiscard]] const char* workspace_segments_query();
/// `number,at,by,adds,doc,start,end,coder,code,memo,undoes`: a coding that was changed is one removed and one added;
/// numbers are without gaps.
[[nodiscard]] const char* workspace_changes_query();

}  // namespace tarazy
