#include "report/measured.hpp"

#include <string>

namespace tarazy {

std::optional<LocalText> measured(const Messages& messages, std::string_view method, const ClaimParts& parts) {
    const std::string family = "measures." + std::string(method.substr(0, method.find_first_of(". "))) + '.';
    for (const std::string& key : {family + parts.domain + '.' + parts.quantity, family + parts.quantity})
        if (messages.knows(key)) return messages.say(key);
    return std::nullopt;
}

}  // namespace tarazy
