#pragma once

#include "simulate/random/distribution.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// A number that nobody knows exactly, and what is believed of it.
struct UncertainInput {
    std::string name;
    Distribution distribution;
    std::string unit = {};
    std::string source = {};  ///< who judged or measured it; empty = nobody is named
};

/// Of the normal scores of two inputs, their numbers from 0 (a Gaussian copula). Spearman's correlation of the inputs
/// is then 6/pi arcsin(value/2) (Kruskal 1958).
struct InputCorrelation {
    std::size_t first = 0, second = 0;
    double value = 0;
};

struct InputSpace {
    std::vector<UncertainInput> inputs;
    std::vector<InputCorrelation> correlations = {};

    [[nodiscard]] std::vector<std::string> names() const;
};

/// Lower triangle, row by row, of the Cholesky factor of the correlations with the inputs in this order, so that the
/// scores of the first ones are drawn before those that depend on them. O(inputs^3).
/// @throws InputError when no numbers can have these correlations together
[[nodiscard]] std::vector<double> correlation_factor(const InputSpace& space, std::span<const std::size_t> order);

/// Points of the unit cube (rows of inputs.size() numbers) to values of the inputs, in place. With correlations the
/// points must lie inside of the cube. O(points x inputs), with correlations x inputs^2.
void to_input_values(const InputSpace& space, std::vector<double>& points);

}  // namespace tarazy
