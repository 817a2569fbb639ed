#pragma once

#include "bindings/source_file.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// The functions of the R package (R/commands.R, called align_similarity, ..; those of commands without a noun begin
/// with tarazy_) and a page of help for each (man/align_similarity.Rd). They call `call_tarazy`.
[[nodiscard]] std::vector<SourceFile> r_sources(const std::vector<CommandText>& commands);

}  // namespace tarazy
