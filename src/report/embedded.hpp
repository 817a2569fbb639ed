#pragma once

#include <string_view>

namespace tarazy {

/// A file that was built into the program: "report.js", "report.css", "figures.mjs" (made in explorer/) and the
/// catalogues "en/report.json", "en/figures.json", likewise "kk/..." and "ru/..." (from locale/).
/// @pre the name is one of these
[[nodiscard]] std::string_view embedded_file(std::string_view name);

}  // namespace tarazy
