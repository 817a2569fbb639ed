#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

enum class PeriodUnit { week, month, year };

/// How days are gathered into periods. A period is a whole number that grows by one from each period to the next:
/// months and years count from year 0, weeks from `first_week`.
struct PeriodScale {
    PeriodUnit unit = PeriodUnit::month;
    /// Day number (base/edtf_calendar.hpp) on which week 0 begins; the other weeks begin seven days apart. By default a
    /// Monday, so that weeks are those of ISO 8601.
    std::int64_t first_week = 4;  // 1970-01-05
};

/// The period of a day. @pre |year| <= last_calendar_year
[[nodiscard]] std::int64_t period_of(std::int64_t day, const PeriodScale& scale) noexcept;

/// Day numbers of the first day of a period and of the period behind it.
[[nodiscard]] std::int64_t first_day(std::int64_t period, const PeriodScale& scale) noexcept;

/// `1991` (years), `1991-12` (months), `1991-12-16` (the day on which the week begins). Years beyond 0-9999 as in
/// `day_text`.
[[nodiscard]] std::string period_text(std::int64_t period, const PeriodScale& scale);

/// The period that a date lies in: `1991`, `1991-12`, `1991-12-16`, as far as it names one period and no more; nothing
/// for what is no date or lies in several periods.
[[nodiscard]] std::optional<std::int64_t> period_named(std::string_view text, const PeriodScale& scale);

}  // namespace tarazy
