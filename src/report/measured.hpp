#pragma once

#include "ledger/claim.hpp"
#include "report/messages.hpp"

#include <optional>
#include <string_view>

namespace tarazy {

/// What a quantity measures, in a sentence for readers who do not know the method: the message
/// `measures.<noun>.<domain>.<quantity>`, or `measures.<noun>.<quantity>`, of the method's family, so that a quantity
/// of one method never gets another's words. Nothing when its catalogue has none.
/// `standing_of_Q` and `rank_of_Q` have the message `measures.<noun>.standing_of`, filled with what Q measures.
/// @param method  "align.shares", or as claims write it "align shares"
[[nodiscard]] std::optional<LocalText> measured(const Messages& messages, std::string_view method,
                                                const ClaimParts& parts);

}  // namespace tarazy
