#pragma once

#include "report/html.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// Base64 (RFC 4648, section 4), with padding.
[[nodiscard]] std::string base64(std::string_view bytes);

/// `<script type="application/gzip;base64" id="pack-NAME">`: the content packed, as text that no browser runs.
/// To look at one without a browser: `base64 -d | gunzip`.
[[nodiscard]] Html packed_script(std::string_view name, std::string_view content);

}  // namespace tarazy
