#pragma once

#include "cli/install/command_list.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What the shell loads so that it completes commands, options and the words an option allows; elsewhere file names.
/// @param shell  "bash", "zsh" or "fish"
[[nodiscard]] std::string shell_completion(std::string_view shell, const std::vector<CommandText>& commands);

}  // namespace tarazy
