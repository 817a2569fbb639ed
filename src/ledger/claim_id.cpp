#include "ledger/claim_id.hpp"

namespace tarazy {
namespace {

std::string joined_parts(const std::vector<std::string>& parts, char separator) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) text += (i > 0 ? std::string(1, separator) : "") + parts[i];
    return text;
}

/// `.<text>`, nothing for an empty text.
std::string pointed(const std::string& text) {
    return text.empty() ? "" : '.' + text;
}

}  // namespace

std::string series_claim_id(const std::string& analysis, const ClaimParts& parts) {
    return analysis + (parts.state.empty() ? "" : ".state." + parts.state) + pointed(parts.domain) + '.' +
           parts.quantity + (parts.about.empty() ? "" : '.' + joined_parts(parts.about, '-')) + pointed(parts.time);
}

std::string pair_claim_id(const std::string& analysis, const ClaimParts& parts) {
    return analysis + '.' + joined_parts(parts.about, '-') + '.' + parts.time + '.' + parts.quantity;
}

std::string comparison_claim_id(const std::string& analysis, const ClaimParts& parts) {
    return analysis + pointed(parts.domain) + (parts.about.empty() ? "" : '.' + joined_parts(parts.about, '.')) + '.' +
           parts.quantity;
}

}  // namespace tarazy
