#include "simulate/ensemble/run_ensemble.hpp"

#include "base/error.hpp"
#include "base/ranks.hpp"
#include "base/sha256.hpp"
#include "simulate/ensemble/checkpoint.hpp"

namespace tarazy {
namespace {

constexpr std::size_t most_ensemble_numbers = std::size_t{1} << 28;
constexpr std::size_t blocks_of_runs = 256;  // a block is what a kill can lose

/// Runs of one block, one after the other.
class BlockOfRuns {
public:
    BlockOfRuns(const Scenario& scenario, const Design& design, std::uint64_t seed)
        : scenario_(scenario), design_(design), seed_(seed), path_(scenario.years() * design.inputs.size()) {}

    void compute(std::size_t run, std::span<double> out) {
        const RunDraws draws(seed_, run);
        const std::size_t inputs = design_.inputs.size();
        const std::span<const double> drawn = std::span(design_.values).subspan(run * inputs, inputs);
        const std::size_t width = out.size() / scenario_.policies.size();
        for (std::size_t p = 0; p < scenario_.policies.size(); ++p) {
            input_path(scenario_, scenario_.policies[p], drawn, draws, path_);
            scenario_.model.compute(draws, path_, out.subspan(p * width, width));
        }
    }

private:
    const Scenario& scenario_;
    const Design& design_;
    std::uint64_t seed_;
    std::vector<double> path_;
};

}  // namespace

Ensemble run_ensemble(const Scenario& scenario, const EnsembleOptions& options) {
    SampleOptions sample = scenario.sample;
    sample.seed = options.seed;
    // Before the design is made, which may be large itself.
    const std::size_t policies = scenario.policies.size(), years = scenario.years(),
                      outcomes = scenario.model.outcomes.size();
    const std::size_t width = policies * years * outcomes;
    if (sample.base > most_ensemble_numbers ||
        width > most_ensemble_numbers / runs_of_sample(sample, scenario.space.inputs.size()))
        throw LimitError("an ensemble has at most 2^28 numbers; a base of " + std::to_string(sample.base) + " with " +
                         std::to_string(width) +
                         " numbers a run gives more; take a smaller base, or fewer years or policies");
    Ensemble ensemble{sample_design(scenario.space, sample), policies, years, outcomes, {}, 0};
    const std::size_t runs = ensemble.design.rows();
    const ReplicateBlocks blocks{runs, blocks_of_runs};
    check_ranks(ranks_in_step(), blocks.count(), "blocks of runs");
    const std::size_t block_width = blocks.length() * width;
    const Checkpoint checkpoint(options.checkpoint,
                                sha256_hex(options.identity + '\n' + design_id(ensemble.design) + '\n' +
                                           std::to_string(options.seed) + '\n' + std::to_string(width)));
    ensemble.blocks_found = checkpoint.found();
    ensemble.results =
        spread_replicates(blocks, block_width, options.threads, options.work, "runs of the ensemble",
                          [&](std::size_t begin, std::size_t end, std::span<double> out, WorkStep& step) {
                              const std::size_t number = begin / blocks.length();
                              if (const auto kept = checkpoint.block(number, block_width)) {
                                  std::ranges::copy(*kept, out.begin());
                                  step.advance(end - begin);
                                  return;
                              }
                              BlockOfRuns block(scenario, ensemble.design, options.seed);
                              for (std::size_t run = begin; run < end; ++run) {
                                  block.compute(run, out.subspan((run - begin) * width, width));
                                  step.advance();
                              }
                              checkpoint.keep(number, out);
                          });
    ensemble.results.resize(runs * width);  // the last block may be shorter
    if (ranks_in_step().rank == 0) checkpoint.remove();
    return ensemble;
}

}  // namespace tarazy
