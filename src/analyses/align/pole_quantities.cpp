#include "analyses/align/pole_quantities.hpp"

namespace tarazy {

std::optional<LocalText> pole_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string of = parts.about.size() == 2 ? "_of_two" : parts.about.empty() ? "_of_all" : "_of_one";
    const std::string key = "quantity." + parts.quantity + of;
    if (!context.messages.knows(key)) return std::nullopt;
    const LocalText first = parts.about.empty() ? LocalText{} : context.name(parts.about.front());
    const LocalText second = parts.about.size() < 2 ? LocalText{} : context.name(parts.about.back());
    LocalText words = context.messages.say(key, {{"a", first}, {"b", second}});
    const auto within = [&](const LocalText& domain) {
        words = context.messages.say("quantity.in_domain", {{"domain", domain}, {"quantity", words}});
    };
    if (!parts.domain.empty()) within(context.word("domain.", parts.domain));
    if (!parts.state.empty()) within(context.name(parts.state));
    return words;
}

}  // namespace tarazy
