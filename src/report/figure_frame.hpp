#pragma once

#include "report/report_context.hpp"

#include <string>

namespace tarazy {

/// A figure's place in the report: the script draws into it; without scripts its title and table remain, and a plain
/// drawing where there is one.
struct FigureFrame {
    std::string id;  ///< of the figure in the figure data, e.g. "balance"
    LocalText title;
    LocalText description;  ///< what is to be seen, in sentences
    Html table;             ///< the same data as a table
    bool open = false;      ///< is the table shown at once?
    Html still = {};        ///< a plain drawing of the same for readers without scripts; may be empty
};

[[nodiscard]] Html figure_frame(const ReportContext& context, const FigureFrame& frame);

}  // namespace tarazy
