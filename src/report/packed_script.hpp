#pragma once

#include "report/html.hpp"

#include <string>
#include <string_view>

namespace tarazy {

/// Four bytes as five characters, a sixteenth less than base64: the digits of RFC 1924 with a comma in place of `<`, so
/// that nothing in it can end or open an element. Of the last group as many characters as bytes, and one.
[[nodiscard]] std::string base85(std::string_view bytes);

/// `<script type="application/zstd;base85" id="pack-NAME">`: the content packed by Zstandard (RFC 8878),
/// whose window spans the whole report where that of gzip ends after 32 KiB, as text that no browser runs.
/// To look at one without a browser: `tr , '<'`, `base64.b85decode` of Python, `unzstd`.
[[nodiscard]] Html packed_script(std::string_view name, std::string_view content);

}  // namespace tarazy
