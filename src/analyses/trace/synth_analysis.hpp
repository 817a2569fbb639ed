#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `trace.synth`: what an outcome of the state in focus would have been without what happened in `from`: a mixture of
/// other states (synthetic control), placebos, prediction intervals, the conformal test, what the data leave open.
///
/// Tables: the paths of the state and of every donor as a placebo; `summary`, a row a state; `weights`;
/// `time_placebos`; `notes`. Where the data do not reach far enough before the event there is no effect, and the table
/// `summary` says why: that is a finding, not a failure. Numbers of donors with intervals are worked out where tests
/// ask for them.
[[nodiscard]] Method synth_method();

}  // namespace tarazy
