#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// What may change from one segment of a series to the next.
enum class ChangeStatistic {
    mean,               ///< level, normal with a known variance of 1 (divide the values by their scale before)
    variance,           ///< variance around the mean of the whole series, normal
    mean_variance,      ///< both, normal
    trend,              ///< intercept and slope of a line over time, normal with variance 1
    poisson,            ///< rate of counts
    negative_binomial,  ///< mean of counts with a fixed dispersion
};

/// `mean`, `var`, `meanvar`, `trend`, `poisson`, `negbin`: as the command line has them.
[[nodiscard]] std::string_view to_string(ChangeStatistic statistic) noexcept;
[[nodiscard]] const std::vector<std::string>& change_statistic_names();
/// @throws UsageError naming the nearest
[[nodiscard]] ChangeStatistic change_statistic_named(std::string_view name);

/// Numbers that are estimated in each segment: 1 or 2.
[[nodiscard]] std::size_t parameters_of(ChangeStatistic statistic) noexcept;
/// Shortest segment unless the user names one: 1 for the mean, 3 for a trend (two points lie on any line), else 2.
[[nodiscard]] std::size_t usual_least_segment(ChangeStatistic statistic) noexcept;
[[nodiscard]] bool needs_counts(ChangeStatistic statistic) noexcept;

/// How badly one set of parameters fits a segment: minus twice the greatest log-likelihood, without what is the same
/// for every segmentation. With m observations, sum S and mean a of the segment:
///
/// - mean: sum (y - a)^2; trend: squared residuals of the least-squares line;
/// - variance, mean_variance: m (log 2 pi + log v + s/v), s the mean squared distance from the mean of the series or of
///   the segment, v = max(s, 1e-8 of the variance of the series). For s above the floor this is m (log 2 pi + log s +
///   1), as Killick & Eckley 2014 have it; below, the likelihood at the floor, so that a part never costs more than
///   its share of the whole, which the pruning needs;
/// - poisson: 2 S (log m - log S), 0 for S = 0;
/// - negative_binomial with size r (variance a + a^2/r): 2 [(m r + S) log(r + a) - m r log r - S log a] (Cleynen,
///   Koskas, Lebarbier, Rigaill & Robin 2014), 0 for S = 0.
///
/// Sums are differences of prefix sums of values around their mean, added in long double and kept as pairs of doubles,
/// so that an offset of 1e6 costs no digits. O(n) to make, O(1) a segment.
class SegmentCost {
public:
    /// @param time  for `trend`, increasing, of the length of y; else unused
    /// @param size  r of the negative binomial, above 0; else unused
    /// @pre y is not empty; counts are not negative where `needs_counts`
    SegmentCost(std::span<const double> y, ChangeStatistic statistic, std::span<const double> time = {},
                double size = 1);

    /// Cost of observations from + 1, ..., to, less the part that all segmentations share (`shared`).
    /// @pre from < to <= length
    [[nodiscard]] double operator()(std::size_t from, std::size_t to) const;
    /// What the costs of any segmentation lack together: sum of squares around the mean of the series for mean and
    /// trend, else 0.
    [[nodiscard]] double shared() const noexcept { return shared_; }
    /// Is the variance of the segment at its floor, so that the cost says little?
    [[nodiscard]] bool at_floor(std::size_t from, std::size_t to) const;

    [[nodiscard]] ChangeStatistic statistic() const noexcept { return statistic_; }
    [[nodiscard]] std::size_t length() const noexcept { return length_; }
    /// Size of the numbers that are added and subtracted: costs that differ by less than 1e-12 of it are equal.
    [[nodiscard]] double magnitude() const noexcept { return magnitude_; }

    /// Sum of the values around the mean of the series. @pre the statistic is mean
    [[nodiscard]] double centred_sum(std::size_t from, std::size_t to) const noexcept {
        return (high_[to] - high_[from]) + (low_[to] - low_[from]);
    }
    /// Least and greatest value around the mean of the series. @pre the statistic is mean
    [[nodiscard]] double least_value() const noexcept { return least_value_; }
    [[nodiscard]] double greatest_value() const noexcept { return greatest_value_; }

private:
    [[nodiscard]] long double sum(std::size_t from, std::size_t to) const noexcept {
        return (static_cast<long double>(high_[to]) - static_cast<long double>(high_[from])) +
               (static_cast<long double>(low_[to]) - static_cast<long double>(low_[from]));
    }
    [[nodiscard]] double line_cost(std::size_t from, std::size_t to) const;
    [[nodiscard]] long double spread(std::size_t from, std::size_t to) const;

    ChangeStatistic statistic_;
    std::size_t length_;
    double size_ = 1, floor_ = 0, shared_ = 0, magnitude_ = 1;
    double least_value_ = 0, greatest_value_ = 0;
    std::vector<double> high_, low_;               ///< prefix sums of the values (centred, but for counts)
    std::vector<long double> squares_;             ///< of squared values
    std::vector<long double> x_, x_squares_, xy_;  ///< of times, for the trend
};

/// Size r of a negative binomial whose mean changes at times: the median of mean^2/(variance - mean) over sliding
/// windows of 15 observations with variance above the mean, the window doubled until half of them are so (Cleynen et
/// al. 2014, section 3.2). No value when counts vary no more than Poisson counts do in the whole series.
[[nodiscard]] std::optional<double> dispersion_size(std::span<const double> counts);

}  // namespace tarazy
