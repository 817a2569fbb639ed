#pragma once

#include <cstdint>

namespace tarazy {

/// `user_version`; raised when a workspace of before can no longer be written by this program, or the other way round.
inline constexpr std::int64_t workspace_version = 1;

/// SQL that makes an empty workspace. `text/coding/workspace_codings.hpp` reads the tables `entries`, `log` and `acts`.
/// `doc` and `code` of an entry are those of its value, for the indices.
[[nodiscard]] const char* workspace_layout();

}  // namespace tarazy
