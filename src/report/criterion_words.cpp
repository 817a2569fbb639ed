#include "report/criterion_words.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "report/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

namespace tarazy {
namespace {

LocalText with_decimal_marks(const std::string& number) {
    std::string comma = number;
    std::ranges::replace(comma, '.', ',');
    return {number, comma, comma};
}

std::string relation_key(const Criterion& criterion, bool opposite) {
    // "above zero" is read more easily than "above 0".
    const bool zero = criterion.scale == Scale::number && criterion.bound == 0;
    const std::string key = opposite ? "criterion.not_" : "criterion.";
    switch (criterion.relation) {
        case Relation::greater: return key + (zero ? "positive" : "greater");
        case Relation::at_least: return key + "at_least";
        case Relation::less: return key + (zero ? "negative" : "less");
        case Relation::at_most: return key + "at_most";
        case Relation::equal: return key + "equal";
        case Relation::between: return key + "between";
        case Relation::contains: break;
    }
    switch (criterion.models) {
        case ModelShare::every: return key + "in_every";
        case ModelShare::some: return opposite ? "criterion.in_none" : "criterion.in_some";
        case ModelShare::none: return opposite ? "criterion.in_some" : "criterion.in_none";
    }
    return key;
}

/// "more than half", "not less than 75 %"
LocalText standing_bound(const ReportContext& context, const Criterion& criterion, bool opposite) {
    const LocalText share =
        criterion.bound == 0.5
            ? context.messages.say("criterion.half")
            : context.messages.say("criterion.percent", {{"percent", number_in_words(100 * criterion.bound)}});
    const std::string more = criterion.relation == Relation::greater ? "more_of" : "less_of";
    return context.messages.say((opposite ? "criterion.not_" : "criterion.") + more, {{"share", share}});
}

LocalText with_probability(const ReportContext& context, const Criterion& criterion, const LocalText& bound) {
    if (!criterion.probability) return bound;
    return context.messages.say("criterion.surely",
                                {{"criterion", bound}, {"p", number_in_words(*criterion.probability)}});
}

}  // namespace

LocalText number_in_words(double value) {
    const std::string number = number_text(std::fabs(value));
    return with_decimal_marks(value < 0 ? "−" + number : number);
}

LocalText shown_in_words(std::optional<double> value) {
    return with_decimal_marks(shown_number(value));
}

LocalText percent_in_words(const ReportContext& context, double share) {
    return context.messages.say("criterion.percent_of", {{"percent", std::to_string(std::lround(100 * share))}});
}

LocalText plain_bound_in_words(const ReportContext& context, const Criterion& criterion, bool opposite) {
    if (criterion.scale == Scale::standing) return standing_bound(context, criterion, opposite);
    const std::string key = relation_key(criterion, opposite);
    if (criterion.relation == Relation::contains) return context.messages.say(key);
    MessageArguments arguments{{"x", number_in_words(criterion.bound)}};
    if (criterion.relation == Relation::between) arguments.emplace_back("upper", number_in_words(criterion.upper));
    return context.messages.say(key, arguments);
}

LocalText bound_in_words(const ReportContext& context, const Criterion& criterion, bool opposite) {
    return with_probability(context, criterion, plain_bound_in_words(context, criterion, opposite));
}

LocalText criterion_in_words(const ReportContext& context, const Criterion& criterion) {
    LocalText bound = plain_bound_in_words(context, criterion, false);
    if (criterion.relation == Relation::contains)
        return context.messages.say("criterion.contains",
                                    {{"term", term_in_words(context, criterion.term)}, {"models", bound}});
    if (criterion.scale != Scale::number)
        bound = context.messages.say(criterion.scale == Scale::rank ? "criterion.rank" : "criterion.standing",
                                     {{"bound", bound}});
    return with_probability(context, criterion, bound);
}

LocalText term_in_words(const ReportContext& context, const std::string& term) {
    LocalText words;
    for (const std::string& literal : split(term, "*")) {
        const bool absent = literal.starts_with('~');
        const std::string code = literal.substr(absent ? 1 : 0);
        const LocalText name = context.name(code);
        LocalText shown = name.en == code ? LocalText{code, code, code}
                                          : context.messages.say("criterion.literal", {{"code", code}, {"name", name}});
        if (absent) shown = context.messages.say("criterion.absent", {{"literal", shown}});
        words = words.en.empty()
                    ? shown
                    : context.messages.say("criterion.and_literal", {{"before", words}, {"literal", shown}});
    }
    return words;
}

}  // namespace tarazy
