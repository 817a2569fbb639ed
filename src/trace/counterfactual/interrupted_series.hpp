#pragma once

#include "base/error.hpp"
#include "table/table.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// A series that can be read but does not bear two lines: a gap inside, too few observations on a side, or values that
/// lie exactly on them.
class SeriesShortage : public InputError {
public:
    enum class Kind { gap, few, exact };
    SeriesShortage(Kind kind, Problem problem) : InputError(std::move(problem)), kind_(kind) {}
    [[nodiscard]] Kind kind() const noexcept { return kind_; }

private:
    Kind kind_;
};

/// A series with a time of interruption.
struct DatedSeries {
    std::vector<std::int64_t> times;  ///< ascending, equally spaced
    std::vector<double> values;
};

struct DatedSeriesOptions {
    std::string time = "time", value = "value";
    std::string name_column = {}, name = {};  ///< rows of one series only, where both are named
    std::optional<std::int64_t> since = {}, until = {};
};

/// Reads one series. @throws InputError with places: lacking columns, a time missing or twice; SeriesShortage: a value
/// missing inside of the series (at its ends rows without a value are left out), steps of unequal length
[[nodiscard]] DatedSeries read_dated_series(const Table& table, const DatedSeriesOptions& options);

struct SeriesTerm {
    std::string name;  ///< "(Intercept)", "t", "D" (level), "P" (slope)
    double estimate = 0, se_ols = 0, se_nw = 0, t_nw = 0, p_nw = 1;
    double lower = 0, upper = 0;  ///< of Student's t with n - 4 degrees of freedom
};

struct InterruptedSeries {
    std::array<SeriesTerm, 4> terms;
    std::size_t n = 0, before = 0, lag = 0;
    double r2 = 0, durbin_watson = 0;
    std::vector<double> fitted;
    std::vector<double> continued;  ///< the line of before, carried on
};

/// Level and slope before and after (segmented regression; Wagner et al. 2002): y = a + b t + c D + d D (t - at), D = 1
/// from `at` on. Ordinary least squares; errors of Newey & West (1987) with the Bartlett kernel, by default with lag
/// floor(4 (n/100)^(2/9)) (Newey & West 1994), without prewhitening or correction for the number of observations; p and
/// intervals by Student's t with n - 4 degrees of freedom; Durbin & Watson (1950). O(n lag)
/// @throws SeriesShortage  fewer than 3 observations on one side of `at`, or lines that meet every value; UsageError
/// for a lag of n or more
[[nodiscard]] InterruptedSeries interrupted_series(const DatedSeries& series, std::int64_t at,
                                                   std::optional<std::size_t> lag = {}, double level = 0.95);

/// Quantile of a term's distribution by its Newey-West error, Student's t with n - 4 degrees of freedom.
[[nodiscard]] double term_quantile(const SeriesTerm& term, std::size_t n, double probability);

}  // namespace tarazy
