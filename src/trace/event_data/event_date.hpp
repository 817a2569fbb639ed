#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tarazy {

/// Day number (base/edtf_calendar.hpp) of a date in the forms that event data sets have used over time: `20140301`,
/// `2014-03-01`, `2014/03/01`, each also with a time behind it; `3/1/2014` (month first, or day first when
/// `day_first`); `1 March 2014`, `01-Mar-2014`. Blanks and quotes around it do not count. Nothing for what is none of
/// these or no day of the calendar. O(1)
[[nodiscard]] std::optional<std::int64_t> event_day(std::string_view text, bool day_first = false) noexcept;

}  // namespace tarazy
