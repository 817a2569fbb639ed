#pragma once

#include "cli/install/command_list.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// The page of one command in the man macros of roff, UTF-8.
/// @param all  the commands that "See also" may name
[[nodiscard]] std::string manual_page(const CommandText& command, const std::vector<CommandText>& all);

/// "tarazy-align-similarity.1"
[[nodiscard]] std::string manual_page_name(const CommandText& command);

}  // namespace tarazy
