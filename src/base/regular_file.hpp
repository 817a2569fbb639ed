#pragma once

#include <string>

namespace tarazy {

/// Opening a pipe that nobody writes to would wait for ever, and a device such as /dev/zero never ends. What the shell
/// hands over as /dev/stdin or /dev/fd/N (`<(zcat votes.gz)`) may be read whatever it is.
/// @throws FileError if there is something at the path and it is neither of these; a missing file is left to whoever
///         opens it
void require_regular_file(const std::string& path);

}  // namespace tarazy
