#pragma once

#include "base/work.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace tarazy {

/// What a packed document may swell to.
struct UnpackLimits {
    std::uint64_t bytes = std::uint64_t{256} << 20;
    std::uint64_t ratio = 200;  ///< unpacked by packed bytes, asked above 4 MB
};

/// The running text of a DOCX file (ECMA-376): a line a paragraph, tabs, line breaks; then foot- and endnotes, a line a
/// paragraph. Deleted text of tracked changes, field codes, headers and footers are left out.
/// @throws InputError: no DOCX, damaged, protected by a password, XML with a document type declaration, no text;
///         LimitError when it unpacks to too much; Interrupted
/// O(unpacked bytes)
[[nodiscard]] std::string docx_text(std::string_view bytes, const std::string& path, const UnpackLimits& limits,
                                    const Work& work);

}  // namespace tarazy
