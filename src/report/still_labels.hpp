#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

// Where the words of a plain drawing (report/still.hpp) stand, so that none covers another. Places and sizes in the
// units of the drawing.

/// A label at its wished height.
struct StillLabel {
    double y = 0;
    std::size_t of = 0;  ///< what it names
};
/// Labels at least `distance` apart, none below `floor`; from the highest to the lowest.
[[nodiscard]] std::vector<StillLabel> spread_labels(std::vector<StillLabel> labels, double distance, double floor);

/// A mark that is to have its name beside it.
struct StillMark {
    double x = 0, y = 0, radius = 0;
    std::string label;
    bool needed = false;  ///< it has its name even where there is no room
};
struct PlacedLabel {
    double x = 0, y = 0;  ///< of the foot of the letters
    std::string_view anchor = "start";
    bool shown = false;
};
struct LabelBounds {
    double left = 0, top = 0, right = 0, bottom = 0;
};
/// For each mark its label: right or left of it, above or below, where it covers no mark and no label before it. Labels
/// that are needed choose first; of the others those without room are not shown.
[[nodiscard]] std::vector<PlacedLabel> place_beside(std::span<const StillMark> marks, const LabelBounds& bounds);

/// About as wide a text is.
[[nodiscard]] double width_of_words(std::string_view words);

}  // namespace tarazy
