#pragma once

#include "text/tokens/tokenise.hpp"

namespace tarazy {

/// @throws UsageError  sizes that are none, not from 1 to 100, or no skip
void check_ngrams(const TokenOptions& options);

/// Runs of neighbours within a document as tokens, their parts joined by "_": for each size, each first token and each
/// skip between the parts. A token lies where its first part begins and ends where its last part ends.
/// Sizes {1} leave the tokens as they are. @throws LimitError, see `tokenise`
[[nodiscard]] Tokens make_ngrams(Tokens tokens, const TokenOptions& options, const Work& work);

}  // namespace tarazy
