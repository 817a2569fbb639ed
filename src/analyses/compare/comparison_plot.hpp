#pragma once

#include "base/work.hpp"
#include "compare/sets/cases.hpp"

#include <string>

namespace tarazy {

// Figures of a comparison that no study was made of, drawn as the report draws them. Each is the text of an SVG file in
// one of the report's languages. @throws FileError when Node is lacking, UsageError for a language that is not there

/// Solution chart of one model. @param rows  of `solution_rows`, perhaps with `core` @param model  as `shown_model`
/// names it @pre the rows hold the model
[[nodiscard]] std::string solution_chart(const Cases& cases, const Table& rows, const std::string& model,
                                         const std::string& language, const Work& work = {});

/// XY plot of one set. @param xy  of `xy_rows` @param set  "parsimonious 1" for a whole model, with "|A*~B" behind it
/// for a term; "expression 1|A*~B" of an expression
/// @param necessity  the set is claimed to be needed, not to be enough
[[nodiscard]] std::string xy_plot(const Cases& cases, const Table& xy, const std::string& set, bool necessity,
                                  const std::string& language, const Work& work = {});

}  // namespace tarazy
