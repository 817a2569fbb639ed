#pragma once

#include "base/work.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// What a .qdpx file holds: project.qde and the files of sources.
struct QdpxArchive {
    std::string project;
    std::vector<std::pair<std::string, std::string>> files;  ///< "Sources/NAME" and bytes, in the archive's order

    /// The file that `internal://NAME` means: Sources/NAME, in any case of letters, or NAME without a folder; null if
    /// none.
    [[nodiscard]] const std::string* internal_file(std::string_view name) const;
};

struct QdpxLimits {
    std::uint64_t max_bytes =
        (std::uint64_t{1} << 31) - 1;  ///< of all that is unpacked (REFI-QDA allows no larger file)
    std::size_t max_files = 100'000;
};

/// @throws InputError: no zip archive, damaged or encrypted, no project.qde, two files of one name, a name that leads
/// out of
///         the archive (`../x`); LimitError beyond the limits (a zip bomb is not unpacked)
[[nodiscard]] QdpxArchive read_qdpx(std::string_view bytes, const std::string& path, const QdpxLimits& limits = {},
                                    const Work& work = {});

/// The archive as bytes: stored without compression and with one fixed time, so that the same content gives the same
/// bytes on any machine. @throws LimitError when a file has 2^31 bytes or more
[[nodiscard]] std::string write_qdpx(const QdpxArchive& archive);

}  // namespace tarazy
