#pragma once

#include "report/crate_content.hpp"

#include <string>

namespace tarazy {

/// `ro-crate-metadata.json` by RO-Crate 1.1 and the profile Process Run Crate 0.5: the run and each analysis as an
/// action with what it read, what it wrote and the command; every file with size and SHA-256; the program, the people
/// and the sources. Files that are not in the crate are described with their SHA-256 and sources, as what they are: no
/// part of it. Same content, same bytes.
[[nodiscard]] std::string crate_metadata_text(const CrateContent& content);

}  // namespace tarazy
