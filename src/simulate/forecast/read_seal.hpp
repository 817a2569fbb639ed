#pragma once

#include "simulate/forecast/seal.hpp"

#include <string>
#include <string_view>

namespace tarazy {

struct SealRead {
    SealedForecast seal;
    std::string sha256;  ///< what the author published, if he did
};

/// Reads a seal and proves its hashes, which hang on what it says and not on its layout.
/// @throws InputError  no seal; another version of the format; hashes that differ, with the parts that were changed; an
/// entry that is missing, of a wrong kind or size, or unknown
[[nodiscard]] SealRead read_seal(std::string_view text, const std::string& path);

}  // namespace tarazy
