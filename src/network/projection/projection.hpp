#pragma once

#include "base/work.hpp"
#include "network/affiliations/two_mode_network.hpp"
#include "network/projection/bicm.hpp"
#include "network/projection/critical_counts.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

enum class PairCorrection {
    none,
    holm,                ///< Holm (1979): of any false tie
    benjamini_hochberg,  ///< Benjamini & Hochberg (1995): of the share of false ties
};

/// Which pairs are tests of one family.
enum class PairFamily {
    all,      ///< all n(n - 1)/2
    nonzero,  ///< those that share an institution; the others are no ties and have no adjusted p
};

struct ProjectionOptions {
    BackboneLevel level;
    PairCorrection correction = PairCorrection::none;
    PairFamily family = PairFamily::all;
    BitMatrix cannot_join = {};  ///< structural zeros (`read_cannot_join`); empty for none
    std::size_t most_pairs = 10'000'000;
    unsigned threads = 0;  ///< 0 = all cores
    Work work = {};
};

/// What two actors share, and how likely that is by chance. Unknown is NaN.
struct PairProjection {
    std::uint32_t a = 0, b = 0;  ///< places of the actors, a < b
    std::uint32_t count = 0;     ///< institutions to which both belong
    /// sum over shared institutions of 1/(k_e - 1), k_e members (Newman 2001, Physical Review E 64:016132, equation 2)
    double newman = 0;
    double jaccard = 0;  ///< count/(r_a + r_b - count) (Jaccard 1901); unknown where both belong to none
    /// P(X <= count) and P(X >= count) of the hypergeometric law: each actor takes its number of institutions at
    /// random, all institutions alike (Tumminello, Miccichè, Lillo, Piilo & Mantegna 2011, PLoS ONE 6:e17994)
    double hyper_lower = 0, hyper_upper = 0;
    /// The same where institutions differ in size, too: see `class_pair_tails`
    double sdsm_lower = 0, sdsm_upper = 0;
    double sdsm_mid = 0;       ///< P(X > count) + P(X = count)/2
    double sdsm_expected = 0;  ///< mean of X
    double p = 0;              ///< 2 min(lower, upper), at most 1; the upper tail for positive ties
    double p_adjusted = 0;     ///< in its family; unknown outside of it
    int backbone = 0;          ///< 1 more than chance, -1 less, where p_adjusted <= alpha
};

struct Projection {
    std::vector<PairProjection> pairs;  ///< by a, then b
    Bicm model;
};

/// @throws UsageError for an alpha that is not between 0 and 1, LimitError for more pairs than `most_pairs` or if no
/// model is found (`bicm`), Interrupted
/// O(pairs x institutions/64 + shared ties + class pairs x institutions x greatest count)
[[nodiscard]] Projection projection(const TwoModeNetwork& network, const ProjectionOptions& options);

}  // namespace tarazy
