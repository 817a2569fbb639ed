#include "trace/periods/period.hpp"

#include "base/edtf.hpp"
#include "base/edtf_calendar.hpp"

namespace tarazy {
namespace {

constexpr std::int64_t floor_quotient(std::int64_t value, std::int64_t divisor) noexcept {
    const std::int64_t quotient = value / divisor;
    return quotient - (value % divisor < 0 ? 1 : 0);
}

}  // namespace

std::int64_t period_of(std::int64_t day, const PeriodScale& scale) noexcept {
    if (scale.unit == PeriodUnit::week) return floor_quotient(day - scale.first_week, 7);
    const CalendarDay date = calendar_day(day);
    return scale.unit == PeriodUnit::year ? date.year : date.year * 12 + date.month - 1;
}

std::int64_t first_day(std::int64_t period, const PeriodScale& scale) noexcept {
    if (scale.unit == PeriodUnit::week) return scale.first_week + 7 * period;
    if (scale.unit == PeriodUnit::year) return day_number({period, 1, 1});
    const std::int64_t year = floor_quotient(period, 12);
    return day_number({year, static_cast<int>(period - year * 12) + 1, 1});
}

std::string period_text(std::int64_t period, const PeriodScale& scale) {
    std::string text = day_text(first_day(period, scale));
    constexpr std::size_t month_and_day = 6, day_alone = 3;
    if (scale.unit == PeriodUnit::year) text.resize(text.size() - month_and_day);
    if (scale.unit == PeriodUnit::month) text.resize(text.size() - day_alone);
    return text;
}

std::optional<std::int64_t> period_named(std::string_view text, const PeriodScale& scale) {
    const auto result = parse_edtf(text);
    const auto* date = std::get_if<EdtfDate>(&result);
    if (date == nullptr || date->earliest.kind != DayBound::Kind::known || date->latest.kind != DayBound::Kind::known)
        return std::nullopt;
    const std::int64_t first = period_of(date->earliest.day, scale), last = period_of(date->latest.day, scale);
    if (first != last) return std::nullopt;
    return first;
}

}  // namespace tarazy
