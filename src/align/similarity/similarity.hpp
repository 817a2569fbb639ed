#pragma once

#include "align/votes/vote_bootstrap.hpp"
#include "align/votes/votes.hpp"
#include "base/work.hpp"
#include "stats/bootstrap.hpp"
#include "table/table.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace tarazy {

struct SimilarityOptions {
    std::vector<int> states;    ///< only dyads among these; empty = all that vote
    std::vector<int> with;      ///< only dyads with at least one of these; empty = all
    std::size_t bootstrap = 0;  ///< replicates; 0 = no intervals
    std::vector<std::string> interval_measures = {"s_abs", "kappa_sq", "agree_voeten"};
    IntervalKind interval = IntervalKind::percentile;
    double level = 0.9;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// Similarity of all dyads by session from votes, with pairwise deletion: `n` roll calls on which both states have a
/// row. Columns session, ccode1, ccode2, n, n_nonunanimous, then the measures of `vote_measures()`; with bootstrap also
/// <measure>_lower, <measure>_upper; last `reason`, which says why a measure is missing: "no common votes", "constant"
/// (a state never varies, so agreement by chance or rank correlation is not defined).
/// Members with names have them in ccode1 and ccode2; where parties are known `party1` and `party2` stand last.
/// One row a dyad with ccode1 < ccode2, sorted; dyads of states that both voted in the session.
/// Joint tables come from 64-bit words, 64 roll calls at once: O(dyads x roll calls / 64), memory O(result).
[[nodiscard]] Table vote_similarity(const VoteData& votes, const SimilarityOptions& options = {});

/// The same rows session by session, each handed to `receive` as soon as it is computed, as a table with the columns of
/// the whole: memory O(dyads of one session). One call at least, with a table of no rows where there is no dyad.
void vote_similarity_by_session(const VoteData& votes, const SimilarityOptions& options,
                                const std::function<void(const Table& dyads)>& receive);

}  // namespace tarazy
