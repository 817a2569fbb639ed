#pragma once

#include "base/edtf_calendar.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <variant>

namespace tarazy {

/// First or last possible day of a date.
struct DayBound {
    enum class Kind {
        known,
        open,     ///< `..`: there is no such end (still going on)
        unknown,  ///< empty side of an interval: there is an end, nobody knows when
    };
    Kind kind = Kind::unknown;
    std::int64_t day = 0;  ///< day number (see edtf_calendar.hpp) when known
    friend bool operator==(const DayBound&, const DayBound&) = default;
};

/// `1991-12-16`, `open` or `unknown`.
[[nodiscard]] std::string to_string(const DayBound& bound);

/// How the bounds are to be read.
enum class DateKind {
    point,      ///< one known day
    span,       ///< it lasts (an interval), or it happens on all days of a set `{..}`
    uncertain,  ///< one day somewhere between the bounds
};
[[nodiscard]] std::string_view to_string(DateKind kind) noexcept;

/// Day numbers between which a day lies, both included; minus and plus infinity are the ends of the type.
struct DayRange {
    static constexpr std::int64_t infinity = std::numeric_limits<std::int64_t>::max();
    std::int64_t from = -infinity;
    std::int64_t to = infinity;
};

/// What a date in the Extended Date/Time Format says about days.
///
/// Seasons have no months in the standard; we take meteorological ones of the northern hemisphere (21 spring = March to
/// May, 24 winter = December to February of the next year). `?`, `~` and `%` set flags and widen nothing.
struct EdtfDate {
    DayBound earliest, latest;
    DateKind kind = DateKind::point;
    bool uncertain = false;    ///< `?` or `%` somewhere
    bool approximate = false;  ///< `~` or `%` somewhere
    DayRange begins, ends;     ///< when it can have begun and ended; the same range for what is no span
};

/// Why a text is no date.
struct EdtfFault {
    std::size_t position = 1;  ///< character (not byte) at which the fault was seen, counted from 1
    std::string reason;        ///< what is wrong and what is allowed
};

/// Reads ISO 8601-2:2019, Extended Date/Time Format: Levels 0 and 1 complete; of Level 2 qualification of single
/// components
/// (`1994-?11-23`, `2004?-06~-11`), unspecified digits anywhere (`15X6-1X-2X`), sets (`[a..b]`, `[a,b]`, `{..}`,
/// `[..a]`,
/// `[a..]`), significant digits of a year (`1950S2`) and the sub-year groupings 25-41. Not read: years with exponents.
///
/// Refused, although other readers let some of them pass: days that do not exist (1900-02-29), more than four digits
/// without Y (20240), Y with four digits or fewer (Y1000), year -0000, 24:00, blanks, intervals whose end is surely
/// before their start. An interval within one month may be written 1990-03-10/1990-03. The time of a day is checked and
/// then left out; the day is the one written, not the one in UTC.
///
/// O(length), and for each date with X digits in its year at most 10^4 candidate years.
[[nodiscard]] std::variant<EdtfDate, EdtfFault> parse_edtf(std::string_view text);

}  // namespace tarazy
