#include "ledger/claim_id.hpp"

#include "base/text_lists.hpp"

namespace tarazy {
namespace {

/// `.<text>`, nothing for an empty text.
std::string pointed(const std::string& text) {
    return text.empty() ? "" : '.' + text;
}

std::string of_state(const ClaimParts& parts) {
    return parts.state.empty() ? "" : ".state." + parts.state;
}

}  // namespace

std::string series_claim_id(const std::string& analysis, const ClaimParts& parts) {
    return analysis + of_state(parts) + pointed(parts.domain) + '.' + parts.quantity +
           (parts.about.empty() ? "" : '.' + joined(parts.about, "-")) + pointed(parts.time);
}

std::string pair_claim_id(const std::string& analysis, const ClaimParts& parts) {
    return analysis + '.' + joined(parts.about, "-") + '.' + parts.time + '.' + parts.quantity;
}

std::string comparison_claim_id(const std::string& analysis, const ClaimParts& parts) {
    return analysis + of_state(parts) + pointed(parts.domain) +
           (parts.about.empty() ? "" : '.' + joined(parts.about, ".")) + '.' + parts.quantity;
}

std::string path_claim_id(const std::string& analysis, const ClaimParts& parts) {
    return analysis + '.' + parts.quantity + (parts.about.empty() ? "" : '.' + joined(parts.about, "."));
}

}  // namespace tarazy
