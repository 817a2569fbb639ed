#pragma once

#include <span>
#include <vector>

namespace tarazy {

/// The medians of many samples, of each of which it is about known where its median lies: only values in reach of the
/// guess are put in order. How far earlier guesses were off says how far that is. The guess decides about time, never
/// about the median.
class NearMedian {
public:
    /// The middle value, or the mean of the two in the middle; the values may be put into another order.
    /// @pre values is not empty and holds no NaN
    [[nodiscard]] static double in_place(std::span<double> values);

    /// The same. Of an odd number of values one pass without branches where the guess is good, else O(n) on average as
    /// `in_place`. @pre as there; the guess may be NaN
    [[nodiscard]] double of(std::span<double> values, double guess);

    /// Is it certain at little cost that the median lies between these bounds, them included? Two counts where the
    /// guess lies between them, else false at once. @pre as there
    [[nodiscard]] bool lies_between(double least, double most, std::span<const double> values, double guess) const;

private:
    /// @return did the median lie between these bounds?
    [[nodiscard]] bool find_between(double least, double most, std::span<const double> values, double& median);
    void learn(double off);

    std::vector<double> kept_;
    double shift_ = 0, spread_ = 0;  ///< of medians from guesses: on average, and how far from that average
    double seen_ = 0;
};

}  // namespace tarazy
