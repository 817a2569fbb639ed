#pragma once

#include "cli/command.hpp"
#include "text/counts/codebook.hpp"

#include <string>

namespace tarazy {

/// A dictionary in any of its forms: .yml, .dic, .lcd, .cat, or a table code,entry[,language].
/// @throws InputError with all faults of the file, LimitError above 64 MB
[[nodiscard]] Codebook read_codebook_file(Session& session, const std::string& path);

}  // namespace tarazy
