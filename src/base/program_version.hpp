#pragma once

#include <string>

namespace tarazy {

/// The version of the program, "0.2.0". It lies behind a function so that a new version compiles one file and not all.
[[nodiscard]] const std::string& program_version();

}  // namespace tarazy
