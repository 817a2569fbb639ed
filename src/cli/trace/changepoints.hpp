#pragma once

#include "cli/command.hpp"
#include "trace/breaks/draw_agreement.hpp"
#include "trace/breaks/time_series.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// What every method of `trace changepoints` is given.
struct ChangepointInput {
    std::string method;
    std::vector<TimeSeries> series;
    std::optional<std::size_t> min_segment;  ///< --min-segment, where it was given
    double level = 0.95;                     ///< --level: of intervals
};

/// Computes and prints the result.
using ChangepointRun = std::function<void(Session& session, const ChangepointInput& input)>;

/// Methods that share their options. An entry in the table of changepoints.cpp is all that a new one needs.
struct ChangepointMethods {
    std::vector<std::string> names;
    /// Adds the options to the command; what it returns runs the method with what they hold then. Options that are
    /// typed beside another method are refused.
    std::function<ChangepointRun(CLI::App& app)> add;
};

/// exact, pelt
[[nodiscard]] ChangepointMethods penalised_methods();
/// bai-perron
[[nodiscard]] ChangepointMethods regression_methods();
/// bayes, any-change, guaranteed, e-divisive
[[nodiscard]] ChangepointMethods posterior_methods();

/// Changes of one series as a method found them.
struct SeriesChanges {
    const TimeSeries* series = nullptr;
    std::vector<std::size_t> at;                         ///< last observation of the old segment, from 1
    std::vector<std::optional<BreakInterval>> interval;  ///< one a change
    std::vector<std::optional<double>> probability;      ///< share of draws that have it
};

/// `series,change_after,lower,upper,probability,index,before,after`: times as the data write them, bounds beyond the
/// ends of the series brought back to its ends; `before` and `after` are means of the two segments.
[[nodiscard]] Table changes_of_series(std::span<const SeriesChanges> all);

/// The changes, with what the draws say of them where the series has draws.
[[nodiscard]] SeriesChanges with_draws(const TimeSeries& series, std::vector<std::size_t> at,
                                       std::vector<std::optional<BreakInterval>> interval,
                                       std::span<const std::vector<DrawnChange>> draws, double level);

/// With four significant digits, for sentences.
[[nodiscard]] std::string short_number(double value);

/// Says of each series without a change that it has none.
void tell_unchanged(Session& session, std::span<const SeriesChanges> all);

}  // namespace tarazy
