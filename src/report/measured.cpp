#include "report/measured.hpp"

#include <string>

namespace tarazy {

std::optional<LocalText> measured(const Messages& messages, std::string_view method, const ClaimParts& parts) {
    const std::string family = "measures." + std::string(method.substr(0, method.find_first_of(". "))) + '.';
    // A number that says where the state stands in another one.
    for (const std::string prefix : {"standing_of", "rank_of"}) {
        const std::string key = family + prefix;
        if (!parts.quantity.starts_with(prefix + '_') || !messages.knows(key)) continue;
        ClaimParts of = parts;
        of.quantity = parts.quantity.substr(prefix.size() + 1);
        const auto measures = measured(messages, method, of);
        return measures ? std::optional(messages.say(key, {{"measured", *measures}})) : std::nullopt;
    }
    for (const std::string& key : {family + parts.domain + '.' + parts.quantity, family + parts.quantity})
        if (messages.knows(key)) return messages.say(key);
    return std::nullopt;
}

}  // namespace tarazy
