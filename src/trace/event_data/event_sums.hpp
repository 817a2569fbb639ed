#pragma once

#include "base/error.hpp"
#include "base/work.hpp"
#include "trace/event_data/event_layout.hpp"
#include "trace/event_data/event_rows.hpp"
#include "trace/periods/period.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// Events of one directed dyad in one period.
struct DyadPeriod {
    std::uint32_t source = 0, target = 0;  ///< places among `EventSums::actors`
    std::int32_t period = 0;
    double n = 0;              ///< events; expected number where dates are uncertain
    double n_dedup = 0;        ///< distinct ones: one for each day, dyad and kind
    double goldstein_sum = 0;  ///< of the events that have a value
    double with_goldstein = 0;
    std::array<double, 4> quads{};  ///< events of each class, by `Quad`
};

/// Directed dyad-periods that hold an event. Events without source or target lie in cells whose actor is the empty
/// name: no dyads, but part of what a period holds.
struct EventSums {
    std::vector<std::string> actors;  ///< in the order of their bytes
    std::vector<DyadPeriod> cells;    ///< by source, target and period
    PeriodScale scale;
    bool distinct_only = false;  ///< all sums but `n` are of distinct events
};

struct EventFileOptions {
    EventLayout layout = EventLayout::gdelt1;
    ActorLevel level = ActorLevel::country;
    EventRowRules rules;
    bool distinct_only = false;  ///< all sums but `n` are of distinct events
    double bad_share = 0.001;    ///< more bad rows than this share of all are an error; cut ones do not count
    unsigned threads = 0;        ///< 0 = all cores
    Work work = {};
};

/// What was read, and what could not be.
struct EventFileReading {
    RowTally tally;
    std::vector<std::uint64_t> rows_of_file;  ///< of each file, in their order
    std::vector<Problem> bad_rows;            ///< the first twenty, in the order of files and lines
    std::vector<std::string> cut_short;       ///< files whose packed data ended too early
    std::vector<std::string> unfinished;      ///< files whose last row was counted although it has no line end
};

struct EventFileSums {
    EventSums sums;
    EventFileReading reading;
};

/// Sums events by directed dyad and period, in one pass over the files, plain or packed (gzip, xz). A blank line is no
/// row. Rows that cannot be read are counted and left out.
///
/// Sums are made of whole numbers (millionths of the Goldstein scale), so that the result is the same to the last bit
/// at any number of threads and in any order of rows and files. Two events are one when day, source, target, code and
/// value agree.
///
/// Time O(bytes), about two seconds of one core for a gigabyte of GDELT (bench/events_bench.cpp). Memory for each
/// thread: a block of 256 kB and its index, about 70 bytes a dyad-period, 4 to 8 bytes for each distinct event; nothing
/// for rows.
/// @throws FileError, InputError (no event at all; a header that does not fit; bad rows beyond `bad_share`, with the
///         first of them as `file:line:column`), LimitError, Interrupted
[[nodiscard]] EventFileSums sum_event_files(const std::vector<std::string>& paths, const EventFileOptions& options);

}  // namespace tarazy
