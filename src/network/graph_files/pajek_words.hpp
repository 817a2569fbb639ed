#pragma once

#include "network/graph_files/graph_file.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Is this a parameter of vertices (of lines) that Pajek draws by?
[[nodiscard]] bool pajek_vertex_word(std::string_view name);
[[nodiscard]] bool pajek_line_word(std::string_view name);
[[nodiscard]] bool pajek_shape(std::string_view word);

/// `[1-3,5,7-*]` as spells; nothing for another text.
[[nodiscard]] std::optional<std::vector<GraphSpell>> pajek_times(std::string_view text);
/// The reverse; nothing for spells that are no whole numbers from 0 on.
[[nodiscard]] std::optional<std::string> pajek_times_text(const std::vector<GraphSpell>& spells);

}  // namespace tarazy
