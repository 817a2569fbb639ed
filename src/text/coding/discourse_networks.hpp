#pragma once

#include "base/work.hpp"
#include "text/coding/statements.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tarazy {

struct DiscourseOptions {
    /// Count every statement, or what an actor says of a concept once (whatever how often).
    bool repeats_count = false;
    /// Divide by the mean number of concepts of the two actors (Leifeld 2017, average activity).
    bool by_activity = true;
};

/// Actor x concept: `from,to,weight,agree,disagree`; weight = agree + disagree. Sorted.
[[nodiscard]] Table actor_concept_table(const std::vector<DiscourseStatement>& statements,
                                        const DiscourseOptions& options);

/// Actor x actor over concepts, with x_ick the (counted) statements of actor i on concept c with stance k
/// (Leifeld 2017, "Discourse network analysis"):
/// agreement_ij = sum_c sum_k x_ick x_jck; conflict_ij = sum_c (x_ic+ x_jc- + x_ic- x_jc+).
enum class DiscourseTie { agreement, conflict, subtract };

/// `from,to,weight,sign,agreement,conflict`, from before to. agreement: weight = agreement, sign 1; conflict: weight =
/// conflict, sign -1; subtract: weight = |agreement - conflict| with its sign; pairs whose weight is 0 have no row.
/// O(actors^2 concepts)
[[nodiscard]] Table actor_network_table(const std::vector<DiscourseStatement>& statements, DiscourseTie tie,
                                        const DiscourseOptions& options);

/// Windows of `width` years, one beginning each year: `from_year,to_year,statements,actors,concepts,agreement,conflict,
/// conflict_share,modularity,camp_1,camp_2,exact`. conflict_share = conflict / (agreement + conflict) over pairs of
/// actors; modularity (Newman 2004) of the agreement network under the best division in two camps, found by trying all
/// up to `most_camps_tried` actors (exact 1), beyond by moving actors from drawn starts (exact 0: a lower bound). Empty
/// where no two actors agree.
[[nodiscard]] Table polarisation_table(const std::vector<DiscourseStatement>& statements, int width,
                                       const DiscourseOptions& options, std::uint64_t seed, const Work& work);

inline constexpr std::size_t most_camps_tried = 16;

}  // namespace tarazy
