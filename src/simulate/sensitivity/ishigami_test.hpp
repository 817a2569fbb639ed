#pragma once

#include "simulate/designs/sample.hpp"

#include <cmath>
#include <numbers>
#include <vector>

namespace tarazy {

/// Ishigami & Homma's (1990) function, A = 7, B = 0.1, of three inputs uniform on [-pi, pi]. Its Sobol indices are
/// known: S = .3139, .4424, 0; ST = .5576, .4424, .2437.
inline double ishigami(double x1, double x2, double x3) {
    return std::sin(x1) + 7 * std::sin(x2) * std::sin(x2) + 0.1 * std::pow(x3, 4) * std::sin(x1);
}

inline InputSpace ishigami_inputs() {
    InputSpace space;
    for (const char* name : {"x1", "x2", "x3"})
        space.inputs.push_back({name, {.lower = -std::numbers::pi, .upper = std::numbers::pi}});
    return space;
}

inline std::vector<double> ishigami_outcomes(const Design& design) {
    std::vector<double> y(design.rows());
    for (std::size_t row = 0; row < y.size(); ++row)
        y[row] = ishigami(design.value(row, 0), design.value(row, 1), design.value(row, 2));
    return y;
}

}  // namespace tarazy
