#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Where a series stands in its file, for messages.
struct SeriesPlace {
    std::string file;
    std::size_t column = 0;          ///< field of the values; 0 = not known
    std::vector<std::size_t> lines;  ///< of each observation (in the first draw); empty when not known
};

/// Observations of one quantity in the order of time. All vectors have one entry an observation; observation t of the
/// methods (1-based) is entry t - 1.
struct TimeSeries {
    std::string name;                        ///< as the column of series has it, else the name of the value column
    std::vector<double> time;                ///< as read; of dates written as text, years with a fraction (see below)
    std::vector<std::string> time_text;      ///< as the file writes it; `1`, `2`, ... without a column of times
    std::vector<double> y;                   ///< finite; the mean over the draws where there are draws
    std::vector<std::vector<double>> draws;  ///< one vector of values a draw, in the order of draws; none without
    SeriesPlace place = {};
};

/// Where a table has the series. Empty names: no such column.
struct SeriesColumns {
    std::string series = {};  ///< names of series; without it, the whole table is one
    std::string time = {};    ///< numbers, or dates (ISO 8601-2); without it, the rows are in order
    std::string value = {};
    std::string draw = {};  ///< which draw (of a posterior, of a bootstrap) a row belongs to
    /// Fewer observations are a problem, since no method can find a change in them.
    std::size_t least_length = 4;
    /// Rows out of order are sorted instead of refused; series are then in the order of their names. For tables whose
    /// rows have no order of their own.
    bool any_order = false;
};

/// Reads the series of a table, in the order of their first rows. All problems are reported together, each with its
/// place: a missing value or time, a time that is no date, times out of order or twice in a series (in a draw, where
/// there are draws), a draw that lacks a time of another draw, a series that is too short or constant. A date stands
/// for its first possible day. O(n), O(n log n) with `any_order`.
/// @throws InputError  also when the table has no row
[[nodiscard]] std::vector<TimeSeries> read_time_series(const Table& table, const SeriesColumns& columns);

/// A problem that points at an observation (0-based).
[[nodiscard]] Problem problem_at(const TimeSeries& series, std::size_t observation, std::string what,
                                 std::string remedy);

/// @throws InputError at the first observation when the series has fewer than `least`; `why` ends the sentence "at
/// least 30 observations are needed"
void require_length(const TimeSeries& series, std::size_t least, const std::string& why);

/// A sentence when one step of time is more than one and a half times the least: every method here counts
/// observations, not time, so that a gap counts as one step.
[[nodiscard]] std::optional<std::string> uneven_spacing(const TimeSeries& series);

}  // namespace tarazy
