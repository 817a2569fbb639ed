#pragma once

#include "cli/command.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// Is it the name of a table that was handed over, and no path? `read_input` knows by itself; this is for commands that
/// look at a file before they read it.
[[nodiscard]] inline bool is_given_table(const Session& session, const std::string& path) {
    return session.given != nullptr && session.given->contains(path);
}

/// That a table was handed over where the command takes none, if it was: a table that nothing has read.
/// @param said  what the command said when it took the table's name for a path or a word; empty when it has ended well
[[nodiscard]] std::optional<std::string> misplaced_table(const Session& session, const std::string& said);

}  // namespace tarazy
