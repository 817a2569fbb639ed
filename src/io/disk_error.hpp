#pragma once

#include "base/error.hpp"

#include <string>

namespace tarazy {

/// A `FileError` of which the system's reason is known, for those who answer a full disk otherwise than a file that is
/// not there.
struct DiskError : FileError {
    DiskError(const std::string& what, int why) : FileError(what), reason(why) {}
    int reason;  ///< errno
};

}  // namespace tarazy
