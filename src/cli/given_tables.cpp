#include "cli/given_tables.hpp"

#include <algorithm>

namespace tarazy {

std::optional<std::string> misplaced_table(const Session& session, const std::string& said) {
    if (session.given == nullptr) return std::nullopt;
    for (const auto& [name, table] : *session.given) {
        const bool read = std::ranges::any_of(session.inputs,
                                              [&, &name = name](const FileRead& input) { return input.path == name; });
        if (read || (!said.empty() && said.find(name) == std::string::npos)) continue;
        return name + " is a table, and the command takes none there; give a path or a text, see its help" +
               (said.empty() ? "" : " (" + said + ")");
    }
    return std::nullopt;
}

}  // namespace tarazy
