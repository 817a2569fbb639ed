#pragma once

#include "base/work.hpp"
#include "simulate/scenario/input_space.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Ranges of the numbers of the assurance game as people judged them: `input,low,mode,high,source,judged_by,note`, a
/// row an input (`assurance_parameters`, or `lambda`). With a mode the distribution is triangular, without one uniform;
/// where low equals high the number is taken as known. @throws InputError with all that is wrong
[[nodiscard]] InputSpace assurance_ranges(const Table& elicited);

struct AssuranceDrawOptions {
    std::size_t draws = 1000;       ///< of a Latin hypercube over the ranges
    std::size_t curve_draws = 200;  ///< for the curves over p, at most
    double lambda = 4;              ///< where no range of it is given
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// What the ranges imply.
struct AssuranceDraws {
    /// `quantity,n,q05,q10,q50,q90,q95`: quantiles over the draws of all `assurance_quantities` and of
    /// largest_effect_on_a_choice      largest of the three effects of the assurance, without its sign
    /// news_of_assurance               belief in resolve after an assurance less p
    /// effect_of_audience_cost_on_honour, effect_of_audience_cost_on_forgo   honour and forgo given an assurance, less
    /// the
    ///                                 same in the same draw without an audience cost
    Table quantities;
    /// `share,n,met`: in how many of the draws
    /// share_raises_forgoing           the state forgoes more when assured
    /// share_deters                    the challenger presses less after an assurance
    /// share_worth_something           the state expects more, having been assured
    /// share_rather_not_honoured       a pressed guarantor that assured rather reneges
    /// share_valuable_though_declaratory   the first, the third and the fourth at once
    Table shares;
    /// `quantity,given,p,q05,q50,q95`: forgo, press, honour given `assure` and `silent`, and `resolved` given each, as
    /// p goes from 0 to 1 and everything else is drawn.
    Table curves;
    std::size_t undefined = 0;  ///< draws whose branch was not followed to its lambda; left out
};
[[nodiscard]] AssuranceDraws assurance_draws(const InputSpace& ranges, const AssuranceDrawOptions& options = {});

/// Names of the first two tables, in their order.
[[nodiscard]] std::vector<std::string> assurance_draw_quantities();
[[nodiscard]] std::vector<std::string> assurance_draw_shares();

}  // namespace tarazy
