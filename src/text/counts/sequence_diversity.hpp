#pragma once

#include "text/tokens/tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace tarazy {

struct SequenceDiversityOptions {
    std::size_t window = 100;   ///< tokens of a window of MATTR
    std::size_t segment = 100;  ///< tokens of a segment of MSTTR
    double factor = 0.72;       ///< of types among tokens, at which a factor of MTLD is full
};

/// Measures that follow the order of the tokens of one document and hardly depend on its length; NaN where not defined.
struct SequenceDiversity {
    /// Mean share of types in every window of so many tokens (Covington & McFall 2010, Journal of Quantitative
    /// Linguistics 17(2): 94-100). NaN for a text that is shorter than the window.
    double mattr = 0;
    /// The same in segments one behind another; what is left at the end is not used (Johnson 1944, Psychological
    /// Monographs 56(2): 1-15). NaN for a text without a whole segment.
    double msttr = 0;
    /// Tokens a factor: the text is read until the share of types has fallen to `factor` or below, then begins anew;
    /// the rest counts (1 - its share of types)/(1 - factor). The mean of reading forwards and backwards (McCarthy &
    /// Jarvis 2010, Behavior Research Methods 42(2): 381-392). NaN where no token stands twice.
    double mtld = 0;
};

/// @param tokens  types of the tokens in their order
/// @throws UsageError  window or segment 0, factor outside (0, 1)
/// O(tokens)
[[nodiscard]] SequenceDiversity sequence_diversity(std::span<const std::uint32_t> tokens,
                                                   const SequenceDiversityOptions& options = {});

}  // namespace tarazy
