#pragma once

#include "base/edtf.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace tarazy {

/// Fault while reading; thrown inside the reader only, `parse_edtf` turns it into its return value.
struct EdtfRefusal {
    std::size_t offset;  ///< byte
    std::string reason;
};

/// One date without `/`, `[`, `{`, `,` or `..`: the days it can mean, and its qualification.
struct EdtfSingle {
    std::int64_t first = 0, last = 0;  ///< day numbers
    bool uncertain = false, approximate = false;
    bool has_time = false;
};

/// Reads one date.
/// @param offset  where `text` begins in the whole input, for messages
/// @throws EdtfRefusal
[[nodiscard]] EdtfSingle parse_edtf_single(std::string_view text, std::size_t offset);

}  // namespace tarazy
