#pragma once

#include "io/compressed.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// Extension of the table in a file, in lower case and with the dot: ".csv" for votes.CSV and for votes.csv.gz.
/// Empty when there is none, and for `-`.
[[nodiscard]] std::string format_extension(std::string_view path);

/// What the file's last extension says about its packing (.gz, .xz).
[[nodiscard]] Compression named_compression(std::string_view path);

}  // namespace tarazy
