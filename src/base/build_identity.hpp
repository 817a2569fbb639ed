#pragma once

#include <string>

namespace tarazy {

/// Names the build of the running program, or of the shared object of a package that holds this code: the linker's hash
/// of all its code and data (the GNU build id), 40 hex digits, or, where it was linked without one, the SHA-256 of the
/// program's file. Whatever changes a number changes it, so what one build has kept is never taken for the work of
/// another. Read once a process.
[[nodiscard]] const std::string& build_identity();

}  // namespace tarazy
