#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/contrasts/group_words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// What the words of the first group are compared with.
enum class KeynessReference {
    balanced,  ///< the other groups, each with the same weight, however much it has said
    pooled     ///< all documents of the other groups together
};

struct GroupKeynessOptions {
    std::vector<std::pair<int, int>> windows;  ///< first and last year
    std::vector<std::string> groups;           ///< the first is compared with the others
    KeynessReference reference = KeynessReference::balanced;
    std::size_t most_words = 100;           ///< told on either side
    std::vector<std::string> asked = {};    ///< words that are told whatever their rank
    double least_count = 5;                 ///< of a word on both sides together, to be compared at all
    std::size_t least_documents = 3;        ///< likewise
    std::optional<double> prior_size = {};  ///< a_0 in words; nothing: the mean length of a document of both sides
    std::size_t replicates = 999;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// Which words tell the documents of one group from those of the others, window by window of years.
///
/// Log-odds with an informative Dirichlet prior and their z (Monroe, Colaresi & Quinn 2008, eq. 16-22), G2 (Dunning
/// 1993) with its p, the log ratio (Hardie 2014), as text/counts/keyness.hpp has them; the prior a_w is a_0 times the
/// share of w in all documents read, whatever their window. q: Benjamini & Hochberg (1995) over all words of the
/// window that are compared.
/// Balanced: with n_gw of n_g words of group g, G groups, the reference has H mean_g(n_gw / n_g) of H words, where
/// H = G^2 / sum_g 1/n_g is Kish's effective size (1965, Survey Sampling) of words so weighted.
/// Quantiles are over documents drawn with replacement within every group (Efron 1979), the prior held: one speech
/// that repeats a word widens its interval, which p does not see. Missing where the first group has one document; the
/// only document of another group is in every draw.
struct GroupKeyness {
    /// `window,side,word,rank,z,log_ratio,log_odds,G2,log10_p,q,n_target,n_reference,per_10000_target,
    /// per_10000_reference,documents_target,documents_reference,groups_reference,dp_target,dp_reference,z_other` and
    /// `z_q05`... `z_q95`, the same of log_ratio and rank. side: target or reference, by the sign of z. rank: 1 +
    /// number of words more typical of that side. z_other: z against the other kind of reference. Rounded to four
    /// places.
    Table words;
    /// `window,documents_target,words_target,documents_reference,words_reference,effective_reference,groups_reference,
    /// compared,prior_size`: what the window holds; compared: words that are frequent enough.
    Table windows;
    std::vector<std::string> notes;
};

/// @throws TooLittleData  no window with documents of the first group and of another
/// O(windows x replicates x (cells + words log words))
[[nodiscard]] GroupKeyness group_keyness(const GroupWords& words, const GroupKeynessOptions& options);

}  // namespace tarazy
