#pragma once

#include "align/votes/joint_table.hpp"
#include "align/votes/votes.hpp"
#include "base/work.hpp"
#include "stats/bootstrap.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

/// The measures of one dyad in the order of `vote_measures()`; NaN = not defined.
using VoteMeasures = std::array<double, 13>;

[[nodiscard]] const std::vector<std::string>& vote_measures();
[[nodiscard]] VoteMeasures measure_votes(const VoteTable& table, std::int64_t unanimous);

/// Resamples the roll calls of one session. All dyads see the same draws, so that their replicates may be
/// combined (averages over the members of a pole, differences between poles).
///
/// Blocks of roll calls (RollCall::block) are drawn whole; replicate r depends only on seed, session and r.
class VoteBootstrap {
public:
    VoteBootstrap(const VoteData& votes, int session, std::size_t replicates, std::uint64_t seed, Work work = {});

    /// The dyad's joint table and number of unanimous roll calls in each resample. O(replicates x roll calls).
    struct Resample {
        VoteTable table;
        std::int64_t unanimous = 0;
    };
    [[nodiscard]] std::vector<Resample> resamples(std::size_t state_a, std::size_t state_b) const;

    /// Intervals of the chosen measures (indices into `vote_measures()`); an interval that is not defined is NaN.
    [[nodiscard]] std::vector<BootstrapInterval> intervals(std::size_t state_a, std::size_t state_b,
                                                           const VoteMeasures& estimates,
                                                           const std::vector<std::size_t>& measures, double level,
                                                           IntervalKind kind) const;

private:
    [[nodiscard]] std::vector<std::uint8_t> codes(std::size_t state_a, std::size_t state_b) const;
    [[nodiscard]] std::vector<VoteMeasures> jackknife(const std::vector<std::uint8_t>& codes) const;

    const VoteData* votes_;
    Work work_;
    std::size_t begin_, end_;
    std::vector<std::uint8_t> unanimous_;             ///< a roll call
    std::vector<std::vector<std::uint32_t>> blocks_;  ///< roll calls of each block, counted from begin_
    std::vector<std::vector<std::uint32_t>> draws_;   ///< blocks drawn in each replicate
};

}  // namespace tarazy
