#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `trace.its`: did the level or the slope of an indicator change at a known year, in the state in focus and in those
/// of the comparison? Interrupted series with Newey-West errors.
///
/// Tables: a row a state; `terms`; `path`, observed, fitted and carried-on values; `notes`. Claims
/// `level.<indicator>`, `slope.<indicator>`, `before_slope.<indicator>` with intervals, also of the comparison states;
/// of the focus `level_p`, `slope_p`, `durbin_watson`, `observations_before`, `observations_after`. A series with a
/// gap, with fewer than three observations on a side, or on its lines exactly, has no level and no slope, and the
/// claims say why.
[[nodiscard]] Method its_method();

}  // namespace tarazy
