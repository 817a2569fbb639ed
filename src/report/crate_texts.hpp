#pragma once

#include "report/crate_content.hpp"

#include <string>

namespace tarazy {

/// `rerun.sh`: checks the inputs against their SHA-256, computes the study again and compares every number with those
/// in the crate. It names the inputs that are not in it, with source, and ends with status 3 while one of them is not
/// there.
[[nodiscard]] std::string rerun_text(const CrateContent& content);

/// `README.md`: what lies in the crate and where to begin.
[[nodiscard]] std::string crate_readme_text(const CrateContent& content);

}  // namespace tarazy
