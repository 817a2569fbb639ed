#include "analyses/align/pole_quantities.hpp"

#include "align/balance/window_standings.hpp"

namespace tarazy {
namespace {

std::optional<LocalText> words_of_quantity(const ReportContext& context, const ClaimParts& parts) {
    if (const auto compared = quantity_of_standing(parts.quantity)) {
        ClaimParts number = parts;
        number.quantity = *compared;
        const auto words = words_of_quantity(context, number);
        if (!words) return std::nullopt;
        const bool rank = parts.quantity.starts_with(rank_prefix);
        return context.messages.say(rank ? "quantity.rank_of" : "quantity.standing_of", {{"quantity", *words}});
    }
    const std::string of = parts.about.size() == 2 ? "_of_two" : parts.about.empty() ? "_of_all" : "_of_one";
    const std::string key = "quantity." + parts.quantity + of;
    if (!context.messages.knows(key)) return std::nullopt;
    const LocalText first = parts.about.empty() ? LocalText{} : context.name(parts.about.front());
    const LocalText second = parts.about.size() < 2 ? LocalText{} : context.name(parts.about.back());
    return context.messages.say(key, {{"a", first}, {"b", second}});
}

}  // namespace

std::optional<LocalText> pole_quantity(const ReportContext& context, const ClaimParts& parts) {
    auto words = words_of_quantity(context, parts);
    if (!words) return std::nullopt;
    const auto within = [&](const LocalText& domain) {
        words = context.messages.say("quantity.in_domain", {{"domain", domain}, {"quantity", *words}});
    };
    if (!parts.domain.empty()) within(context.word("domain.", parts.domain));
    if (!parts.state.empty()) within(context.name(parts.state));
    return words;
}

}  // namespace tarazy
