#include "compare/sets/full_sum.hpp"

namespace tarazy {

double weighted_sum(std::span<const double> values, std::span<const double> weights) {
    FullSum sum;
    for (std::size_t i = 0; i < values.size(); ++i) sum.add(weights.empty() ? values[i] : weights[i] * values[i]);
    return sum.value();
}

}  // namespace tarazy
