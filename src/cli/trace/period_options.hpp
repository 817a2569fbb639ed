#pragma once

#include "cli/command.hpp"
#include "trace/periods/period_shares.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// The options that say into which periods events fall.
struct PeriodWords {
    std::string period, spans = "start", week_start, since, until;
};

/// Adds --period (with this default), --spans, --week-start, --since and --until.
void add_period_options(CLI::App& app, PeriodWords& words, const std::string& default_period);

/// @throws UsageError
[[nodiscard]] PeriodScale period_scale(const PeriodWords& words);
[[nodiscard]] SpanRule span_rule(const PeriodWords& words);

/// First day of --since and last day of --until, dates as in chronologies. @throws UsageError
[[nodiscard]] std::optional<std::int64_t> since_day(const PeriodWords& words);
[[nodiscard]] std::optional<std::int64_t> until_day(const PeriodWords& words);

/// The first and the rest by their number: `12 warnings of this kind`.
void warn_of_few(Session& session, const std::vector<std::string>& warnings);

}  // namespace tarazy
