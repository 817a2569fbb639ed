#pragma once

#include "study/method.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// `trace.chronology`: events with their possible days, what links them, and where sources disagree. Tables: one row an
/// event; `years`; `links`, `conflicts` (counts); `each_link`, `each_conflict`.
///
/// Claims are counts, `<analysis>.events`, `.uncertain_dates`, `.links`, `.links.<basis>`, `.conflicts`, and
/// `.first_year`, `.last_year`: a count measures the compiler's attention as much as the world.
[[nodiscard]] Method chronology_method();

/// Year of a day as the tables write it; nothing for open and unknown ends.
[[nodiscard]] std::optional<double> chronology_year(const std::string& day);

}  // namespace tarazy
