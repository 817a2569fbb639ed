#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/tokens/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

struct CollocationOptions {
    std::size_t size = 2;             ///< tokens in a row, 2 to 5
    std::uint32_t least_count = 2;    ///< rarer ones are not judged
    double smoothing = 0.5;           ///< added to each count of the table
    std::vector<bool> left_out = {};  ///< by type: sequences with such a token are none; empty: no type
    Work work = {};
};

/// A sequence of words that stand together.
struct Collocation {
    std::size_t place = 0;  ///< of one of its occurrences, in `Tokens::type`
    std::uint32_t count = 0;
    double lambda = 0, z = 0;
    double pmi = 0, npmi = 0, log_dice = 0;
};

struct Collocations {
    std::vector<Collocation> found;  ///< by falling z; ties by count and the text
    std::size_t sequences = 0;       ///< places where a sequence begins; N below
};

/// Sequences of `size` tokens within a document that stand together more often than their parts explain.
///
/// lambda is the highest interaction in the saturated log-linear model of the 2^size table (Blaheta & Johnson 2001, ACL
/// workshop on collocation): the sum over all subsets b of positions of (-1)^(size - |b|) ln(n_b + s),
/// where n_b counts the sequences that agree with it in the positions b and in no other; s is the smoothing. sigma^2 =
/// sum 1/(n_b + s), z = lambda/sigma. For two words lambda is the log odds ratio. pmi = log2(n N^(size - 1)/prod n_i)
/// (Church & Hanks 1990; n_i: sequences with its word in position i), npmi = pmi over
/// -(size - 1) log2(n/N) (Bouma 2009), log_dice = 14 + log2(size n/sum n_i) (Rychly 2008).
/// @throws UsageError  size or smoothing out of range
/// O(2^size tokens); 12 bytes a token and position
[[nodiscard]] Collocations collocations(const Tokens& tokens, const CollocationOptions& options = {});

/// `collocation,count,lambda,z,pmi,npmi,log_dice`; the words with a blank between them.
[[nodiscard]] Table collocations_table(const Tokens& tokens, const Collocations& found, std::size_t size);

}  // namespace tarazy
