#pragma once

#include "serve/request.hpp"
#include "serve/served_place.hpp"

namespace tarazy {

/// What the page of a study asks for: its file (read, check, edit, save), how fresh its results are, runs, results of
/// an analysis, what is behind a number, trying a change beside the results that stand, keeping it as a choice.
[[nodiscard]] Routes study_routes(ServedPlace& place);

/// Where runs of a study leave their results, and those of trials.
[[nodiscard]] std::string output_of(const ServedStudy& study);
[[nodiscard]] std::string trial_of(const ServedStudy& study);

}  // namespace tarazy
