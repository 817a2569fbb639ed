#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/tokens/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tarazy {

struct CooccurrenceOptions {
    std::size_t window = 5;           ///< tokens to either side; 0: how many stretches hold both, wherever in them
    std::vector<bool> left_out = {};  ///< by type: such tokens keep their place and form no pair; empty: no type
    std::uint32_t least_count = 1;    ///< tokens of a type that is rarer form no pair
    double least_pairs = 1;           ///< pairs that are rarer are not given; they still count in margins
    unsigned threads = 0;
    Work work = {};
};

/// Two different types that stand near each other.
struct CooccurringPair {
    std::uint32_t a = 0, b = 0;  ///< types, the text of a before that of b byte by byte
    double n = 0;                ///< pairs of tokens within the window, or stretches that hold both
    double expected = 0;         ///< were both independent
    double npmi = 0;             ///< -1 to 1
    double g2 = 0;               ///< with the sign of n - expected
};

struct Cooccurrences {
    std::vector<CooccurringPair> pairs;     ///< by the texts of a and b
    std::vector<double> occurrences;        ///< by type: its part in pairs, or the stretches that hold it
    std::vector<std::uint32_t> same_pairs;  ///< by type: pairs of it with itself; zero for stretches
    double total = 0;                       ///< all pairs of tokens within the window, or all stretches
};

/// Which words stand near each other more often than their frequency explains.
///
/// Window: each two tokens of a stretch at most `window` apart are a pair, once, in no order. With F_ab = F_ba the
/// pairs of a and b, F_aa twice those of a with itself, f_a = sum_b F_ab and M pairs in all, npmi = ln(2M F_ab/(f_a
/// f_b)) over -ln(F_ab/2M) (Bouma 2009); G2 (Dunning 1993) of the table F_ab, f_a - F_ab, f_b - F_ab and the rest of
/// 2M, halved because each pair stands in it in both orders. Stretches: npmi and G2 from the stretches that hold a, b,
/// both.
/// @param begins  where each stretch begins (documents, or their sentences) and the end of the last, as `Tokens::first`
/// O(tokens x window + pairs), memory O(pairs); in threads
[[nodiscard]] Cooccurrences cooccurrences(const Tokens& tokens, std::span<const std::size_t> begins,
                                          const CooccurrenceOptions& options = {});

/// Where the sentences begin, by tokens that end them (. ! ? … 。 ！ ？ and the Arabic question mark; several in a row
/// and closing quotes after them belong to them) and the ends of documents; the last is the number of tokens.
[[nodiscard]] std::vector<std::size_t> sentence_begins(const Tokens& tokens);

/// `a,b,n,expected,npmi,G2,p,log10_p`: p of the absolute G2, two-sided.
[[nodiscard]] Table cooccurrence_table(const Tokens& tokens, std::span<const CooccurringPair> pairs);

}  // namespace tarazy
