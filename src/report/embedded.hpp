#pragma once

#include <string_view>
#include <vector>

namespace tarazy {

/// A file that was built into the program: "report.js", "report.css", "figures.mjs" (made in explorer/), and the
/// catalogues "en/report.json", "kk/align.json" and so on (from locale/).
/// @pre the name is one of these
[[nodiscard]] std::string_view embedded_file(std::string_view name);

/// Names of the catalogues of a language, in the order of the alphabet: "en/align.json". A catalogue that lies in
/// locale/ is there; no list names it.
[[nodiscard]] std::vector<std::string_view> embedded_catalogues(std::string_view language);

}  // namespace tarazy
