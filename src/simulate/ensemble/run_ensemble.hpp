#pragma once

#include "base/work.hpp"
#include "simulate/designs/design.hpp"
#include "simulate/ensemble/scenario.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct EnsembleOptions {
    std::uint64_t seed = 1;
    unsigned threads = 0;
    std::string checkpoint = {};  ///< folder for blocks that are done; none when empty
    std::string identity = {};    ///< what the blocks are of, besides scenario and seed: text of the file, version
    Work work = {};
};

/// All outcomes of all runs.
struct Ensemble {
    Design design;
    std::size_t policies = 0, years = 0, outcomes = 0;
    std::vector<double> results;   ///< run by run, policy by policy, year by year, outcome by outcome
    std::size_t blocks_found = 0;  ///< blocks of runs that a checkpoint held

    [[nodiscard]] double result(std::size_t run, std::size_t policy, std::size_t year, std::size_t outcome) const {
        return results[((run * policies + policy) * years + year) * outcomes + outcome];
    }
};

/// Runs the model on every row of the scenario's design under every policy. Runs are spread over threads, and over the
/// processes of mpirun (base/ranks.hpp); the result is the same bytes however they are spread, and whatever a
/// checkpoint held. O(runs x policies x (years x inputs + the model)); memory 8 bytes a number of the result.
/// @throws what `sample_design` throws; UsageError for more processes than there are blocks of runs (256, or as many as
/// runs); LimitError beyond 2^28 numbers; Interrupted: blocks that are done stay in the
/// checkpoint
[[nodiscard]] Ensemble run_ensemble(const Scenario& scenario, const EnsembleOptions& options);

}  // namespace tarazy
