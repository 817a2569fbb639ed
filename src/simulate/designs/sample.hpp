#pragma once

#include "simulate/designs/design.hpp"
#include "simulate/designs/sobol_sequence.hpp"
#include "simulate/scenario/input_space.hpp"

#include <cstdint>
#include <string>

namespace tarazy {

struct SampleOptions {
    /// saltelli (Sobol indices), morris, shapley; sobol, latin-hypercube, random (any other use)
    std::string method = "saltelli";
    /// Base rows of saltelli (a power of two), trajectories of morris, orders of shapley, points of the others.
    std::size_t base = 1024;
    bool pairs = false;                  ///< saltelli: also for indices of pairs
    Scramble scramble = Scramble::owen;  ///< saltelli and sobol
    unsigned levels = 4;                 ///< morris: even
    std::size_t inner = 3;               ///< shapley: draws within
    std::size_t variance_runs = 0;       ///< shapley: 0 = the larger of 1,000 and base
    std::uint64_t seed = 1;
};

/// @throws UsageError for options that do not fit each other, whatever the inputs are
void check_sample(const SampleOptions& options);

/// Runs that a design has, without making it.
[[nodiscard]] std::size_t runs_of_sample(const SampleOptions& options, std::size_t inputs);

/// A design over the inputs. O(runs x inputs).
/// @throws UsageError for options that do not fit; InputError for inputs that the method cannot use (no bounds where it
/// needs
///         them, correlations where indices would be meaningless); LimitError beyond 2^28 values
[[nodiscard]] Design sample_design(const InputSpace& space, const SampleOptions& options);

}  // namespace tarazy
