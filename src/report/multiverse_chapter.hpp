#pragma once

#include "report/report_context.hpp"

namespace tarazy {

/// The chapter on a study's multiverse: in how many universes each verdict holds, the curves of the tested numbers,
/// which choice moves which verdict, and the choices with their reasons. Of a study without choices nothing; where what
/// was computed is of another study it says so and shows no number.
[[nodiscard]] Html multiverse_chapter(const ReportContext& context);

}  // namespace tarazy
