#pragma once

// For tests only: documents of random words, with short and empty ones.

#include "base/random.hpp"
#include "text/tokens/tokens.hpp"

#include <algorithm>
#include <string>

namespace tarazy::testing_counts {

inline Tokens random_tokens(std::size_t documents, std::size_t types, std::size_t longest, std::uint64_t seed) {
    Random random(seed, "tokens of a test", documents * 1000 + types);
    Tokens tokens;
    for (std::size_t t = 0; t < types; ++t) tokens.types.push_back("w" + std::to_string(t));
    for (std::size_t d = 0; d < documents; ++d) {
        tokens.documents.push_back("d" + std::to_string(d));
        const std::size_t length = random.below(longest + 1);
        for (std::size_t k = 0; k < length; ++k) {
            // Lower numbers more often.
            const std::uint64_t type = std::min(random.below(types), random.below(types));
            tokens.type.push_back(static_cast<std::uint32_t>(type));
            tokens.start.push_back(static_cast<std::uint32_t>(4 * k));
            tokens.length.push_back(2);
        }
        tokens.first.push_back(tokens.type.size());
    }
    return tokens;
}

}  // namespace tarazy::testing_counts
