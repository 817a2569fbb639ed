#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Yearly series of one or more states: shares of an alignment, an index, a count. A value that is not there is NaN and
/// stays so; nothing is interpolated.
struct YearPanel {
    std::vector<std::string> states, series;  ///< names
    std::int64_t first_year = 0;
    std::size_t years = 0;
    std::vector<double> values;  ///< states x years x series

    [[nodiscard]] std::int64_t last_year() const noexcept { return first_year + static_cast<std::int64_t>(years) - 1; }
    /// All series of one state in one year, NaN where missing. @pre state < states, first_year <= year <= last_year
    [[nodiscard]] std::span<const double> at(std::size_t state, std::int64_t year) const {
        const auto y = static_cast<std::size_t>(year - first_year);
        return {values.data() + (state * years + y) * series.size(), series.size()};
    }
    [[nodiscard]] std::span<double> at(std::size_t state, std::int64_t year) {
        const auto y = static_cast<std::size_t>(year - first_year);
        return {values.data() + (state * years + y) * series.size(), series.size()};
    }
};

/// The same states and series over other years; NaN where the panel has none. @pre first <= last
[[nodiscard]] YearPanel panel_between(const YearPanel& panel, std::int64_t first, std::int64_t last);

/// Where a table has the panel. Empty names: the first of the usual ones that is there (`state`; `series`, `pole`,
/// `poles`, `indicator`; `year`, `t`, `time`; `value`, `y`, `share`).
struct PanelColumns {
    std::string state = {}, series = {}, year = {}, value = {};
    /// Only these series, in this order; of a wide table, its columns. Empty: all.
    std::vector<std::string> chosen = {};
};

/// Reads either layout: long, a row a value (`state,series,year,value`), where there are columns of series and of
/// values, or a column of values was named; else wide, a row a state and year with a column a series
/// (`state,year,RUS,CHN`). Without a column of states there is one state without a name. States and, in a long table,
/// series are in the order of their names, so that the order of rows does not count. O(rows log rows).
/// @throws InputError with all problems: no rows, no series, a year that is no whole number from -9999 to 9999, a value
/// twice, a chosen series that is not there, no value at all; LimitError beyond 2^28 values
[[nodiscard]] YearPanel read_year_panel(const Table& table, const PanelColumns& columns = {});

/// What the values of a panel are, and so where forecasts of them may lie.
struct ValueScale {
    enum class Kind {
        free,     ///< any number; each series is forecast by itself
        shares,   ///< the series of a state and year are parts of a whole: not negative, sum 1; forecast jointly
        bounded,  ///< from lower to upper; each series by itself
    };
    Kind kind = Kind::free;
    double lower = 0, upper = 1;  ///< of bounded
};

/// Do all years in which no series is missing sum to 1 within 0.01, with nothing below 0, and is there one such year?
[[nodiscard]] bool sums_to_one(const YearPanel& panel);

/// The scale of that name (`free`, `shares`, `bounded`); `auto`: shares where they sum to one, else free.
/// @param bounds  "0,100", of bounded alone. @throws UsageError
[[nodiscard]] ValueScale value_scale(const YearPanel& panel, const std::string& name, const std::string& bounds);

/// Holds the values to their scale: shares whose sum is within 0.01 of 1 are divided by it (printed shares are
/// rounded), and a year in which some shares are missing counts as missing altogether.
/// @return sentences on what was changed
/// @throws InputError with every state and year that does not fit; UsageError for bounds that are none
[[nodiscard]] std::vector<std::string> fit_to_scale(YearPanel& panel, const ValueScale& scale, const std::string& path);

}  // namespace tarazy
