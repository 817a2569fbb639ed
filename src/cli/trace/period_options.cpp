#include "cli/trace/period_options.hpp"

#include "base/argument_checks.hpp"

namespace tarazy {
namespace {

EdtfDate date_argument(const std::string& text, const char* name) {
    const auto result = parse_edtf(text);
    const auto* date = std::get_if<EdtfDate>(&result);
    if (date == nullptr || date->earliest.kind != DayBound::Kind::known || date->latest.kind != DayBound::Kind::known)
        refuse_argument(name, "'" + text + "'", "give a date: 1991, 1991-12 or 1991-12-16");
    return *date;
}

}  // namespace

void add_period_options(CLI::App& app, PeriodWords& words, const std::string& default_period) {
    words.period = default_period;
    app.add_option("--period", words.period, "week, month or year")
        ->check(CLI::IsMember({"week", "month", "year"}))
        ->capture_default_str();
    app.add_option("--spans", words.spans, "events that last: at their start, or spread over their days")
        ->check(CLI::IsMember({"start", "spread"}))
        ->capture_default_str();
    app.add_option("--week-start", words.week_start,
                   "a day on which a week begins (default: weeks begin on Mondays, as in ISO 8601)");
    app.add_option("--since", words.since, "first day, month or year that counts");
    app.add_option("--until", words.until, "last day, month or year that counts");
}

PeriodScale period_scale(const PeriodWords& words) {
    PeriodScale scale;
    scale.unit = words.period == "week"    ? PeriodUnit::week
                 : words.period == "month" ? PeriodUnit::month
                                           : PeriodUnit::year;
    if (words.week_start.empty()) return scale;
    const EdtfDate date = date_argument(words.week_start, "--week-start");
    if (date.earliest != date.latest) refuse_argument("--week-start", "'" + words.week_start + "'", "give one day");
    scale.first_week = date.earliest.day;
    return scale;
}

SpanRule span_rule(const PeriodWords& words) {
    return words.spans == "spread" ? SpanRule::spread : SpanRule::start;
}

std::optional<std::int64_t> since_day(const PeriodWords& words) {
    if (words.since.empty()) return std::nullopt;
    return date_argument(words.since, "--since").earliest.day;
}

std::optional<std::int64_t> until_day(const PeriodWords& words) {
    if (words.until.empty()) return std::nullopt;
    return date_argument(words.until, "--until").latest.day;
}

void warn_of_few(Session& session, const std::vector<std::string>& warnings) {
    constexpr std::size_t most = 5;
    for (std::size_t i = 0; i < warnings.size() && i < most; ++i) warn(session, warnings[i]);
    if (warnings.size() > most) warn(session, std::to_string(warnings.size() - most) + " more of this kind");
}

}  // namespace tarazy
