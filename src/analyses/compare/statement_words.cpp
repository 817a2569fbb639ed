#include "analyses/compare/statement_words.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "report/criterion_words.hpp"

#include <optional>
#include <string_view>

namespace tarazy {
namespace {

/// The text between two others that frame the whole; nothing when they do not.
std::optional<std::string> framed_by(std::string_view whole, std::string_view before, std::string_view behind) {
    if (whole.size() < before.size() + behind.size() || !whole.starts_with(before) || !whole.ends_with(behind))
        return std::nullopt;
    return std::string(whole.substr(before.size(), whole.size() - before.size() - behind.size()));
}

/// "A*~B + C": its terms joined by "or".
LocalText expression_in_words(const ReportContext& context, const std::string& expression) {
    LocalText words;
    for (const std::string& term : split(expression, " + ")) {
        const LocalText said = term_in_words(context, term);
        words = words.en.empty() ? said : context.messages.say("statement.or", {{"before", words}, {"term", said}});
    }
    return words;
}

/// "NORM is sufficient at 0.8"
std::optional<LocalText> about_sets(const ReportContext& context, const std::string& stated) {
    for (const std::string relation : {"sufficient", "necessary"}) {
        const std::string verb = " is " + relation;
        const std::size_t at = stated.find(verb);
        if (at == std::string::npos) continue;
        const std::string cut = stated.substr(at + verb.size());
        const LocalText expression = expression_in_words(context, stated.substr(0, at));
        if (cut.empty()) return context.messages.say("statement." + relation, {{"expression", expression}});
        const auto least = cut.starts_with(" at ") ? parse_real(cut.substr(4)) : std::nullopt;
        if (!least) return std::nullopt;
        return context.messages.say("statement." + relation + "_at",
                                    {{"expression", expression}, {"cut", number_in_words(*least)}});
    }
    return std::nullopt;
}

/// "term over KAZ contains NORM in every model"
std::optional<LocalText> about_terms(const ReportContext& context, const std::string& stated) {
    for (const std::string share : {"every", "some"}) {
        const std::string models = " in " + share + " model";
        for (const std::string_view begins : {"some term", "term"}) {
            const auto middle = framed_by(stated, begins, models);
            const std::size_t verb = middle ? middle->find(" contains ") : std::string::npos;
            if (verb == std::string::npos) continue;
            const std::string over = middle->substr(0, verb);
            const LocalText term = term_in_words(context, middle->substr(verb + std::string_view(" contains ").size()));
            const std::string key = "statement.term_in_" + share;
            if (over.empty()) return context.messages.say(key, {{"term", term}});
            if (!over.starts_with(" over ")) return std::nullopt;
            return context.messages.say(key + "_over", {{"term", term}, {"case", context.name(over.substr(6))}});
        }
    }
    return std::nullopt;
}

std::optional<LocalText> stated_in_words(const ReportContext& context, const std::string& stated) {
    if (stated == "models stay") return context.messages.say("statement.models_stay");
    if (stated == "there is one model") return context.messages.say("statement.one_model");
    if (stated == "there is a model") return context.messages.say("statement.some_model");
    if (const auto words = about_sets(context, stated)) return words;
    return about_terms(context, stated);
}

}  // namespace

LocalText statement_in_words(const ReportContext& context, const std::string& sentence) {
    for (const std::string solution : {"conservative", "parsimonious", "intermediate"}) {
        if (!sentence.starts_with(solution + ": ")) continue;
        const auto words = stated_in_words(context, sentence.substr(solution.size() + 2));
        if (!words) break;
        return context.messages.say("statement.of_solution",
                                    {{"statement", *words}, {"solution", context.word("solution.", solution)}});
    }
    return stated_in_words(context, sentence).value_or(LocalText{sentence, "", ""});
}

}  // namespace tarazy
