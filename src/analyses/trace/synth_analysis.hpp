#pragma once

#include "study/method.hpp"

namespace tarazy {

/// `trace.synth`: what an outcome of the state in focus would have been without what happened in `from`: a mixture of
/// other states (synthetic control), placebos, prediction intervals, the conformal test, what the data leave open.
///
/// Tables: a row a state; `path`, of the state and of every donor as a placebo; `weights`; `predictors`;
/// `time_placebos`; `notes`. Where the data do not reach far enough before the event there is no effect, and the first
/// table says why: that is a finding, not a failure.
[[nodiscard]] Method synth_method();

}  // namespace tarazy
