#pragma once

#include "analyses/trace/changepoints_events.hpp"
#include "trace/breaks/turning_points.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Turning points of a series of a state whose times are years.
struct DatedPoints {
    std::string state;
    TurningPoints points;
    std::vector<int> years;                ///< of each observation; none where times are no years
    std::vector<double> change_near = {};  ///< P(a change within the window of the year), from the first year on
};

/// Whole years of each observation; nothing when a time is none.
[[nodiscard]] std::vector<int> years_of_series(const TimeSeries& series);

/// The years around each year of the series, as windows to ask for.
[[nodiscard]] std::vector<ChangeWindow> windows_around_years(std::span<const int> years, int window);

/// `state,series,window,changes,hits,share,coverage,p,p_holm,events`: the expected number of changes, how many of them
/// have an event within `window` years, their share, the share of years that lie near an event, the p-value of all
/// circular shifts, and the same after Holm's correction over the series of the state.
[[nodiscard]] Table coincidence_table(std::span<const DatedPoints> all, const EventYears& events, int window,
                                      const Work& work);

/// `state,series,near,decisions,p`: the mean probability that a change lies within `window` years of a decision, of
/// each series, and in a row without a series over all series of the state together, there with the p-value of shifting
/// all decisions by the same number of years, round the years that all series have.
[[nodiscard]] Table decision_table(std::span<const DatedPoints> all, const EventYears& events, const Work& work);

/// Events that may lie within `window` years of the year after which a series changes, the nearest first.
[[nodiscard]] std::vector<const CodedEvent*> coinciding_events(const EventYears& events, int year, int window);

/// `id,title,edtf,first_year,last_year,documented,decision`
[[nodiscard]] Table event_year_table(const EventYears& events);

}  // namespace tarazy
