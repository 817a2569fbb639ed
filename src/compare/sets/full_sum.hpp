#pragma once

#include <cstddef>
#include <span>

namespace tarazy {

/// A sum that is rounded once, at its end: what each addition loses (Knuth 1969, sec. 4.2.2) is summed beside it
/// (Neumaier 1974). So the last digit of a sum over cases does not depend on their order. True of up to a million
/// numbers of which none but 0 is below 1e-9 of the sum; of smaller ones as good as always.
class FullSum {
public:
    void add(double value) {
        const double sum = sum_ + value, part = sum - sum_;
        lost_ += (sum_ - (sum - part)) + (value - part);
        sum_ = sum;
    }
    [[nodiscard]] double value() const { return sum_ + lost_; }

private:
    double sum_ = 0, lost_ = 0;
};

/// S n x. @param weights  as many as values, or none: then each counts once
[[nodiscard]] double weighted_sum(std::span<const double> values, std::span<const double> weights = {});

}  // namespace tarazy
