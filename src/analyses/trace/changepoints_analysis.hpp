#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `trace.changepoints`: when the level of a series changed, and whether its changes coincide with documented events.
/// Of each series, in this order: the exact posterior (over draws of the series where there are some), the calibrated
/// p-value of any change, the guaranteed intervals. Tables, `state` in front where the data name states: one row a
/// series (as `turning_point_summary`); `changes`, `each`, `numbers`, `guaranteed`, `windows`; with events
/// `coincidences`, `decisions`, `events`; `notes`.
///
/// Claims, of the focus state and, of tested numbers, of comparison states: `changes.<series>`, `any_change.<series>`,
/// `p_any.<series>`, `change_in.<series>.<from>-<to>`; with events `coincide.<series>`, `coincide_p.<series>`,
/// `coincide_p_holm.<series>`, `decisions_near.<series>`, `decisions_p`.
[[nodiscard]] Method changepoints_method();

}  // namespace tarazy
