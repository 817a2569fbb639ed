#include "report/messages.hpp"

#include "report/embedded.hpp"

#include <unicode/fmtable.h>
#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/unistr.h>
#include <nlohmann/json.hpp>

#include <set>
#include <stdexcept>

namespace tarazy {
namespace {

[[noreturn]] void bad_message(std::string_view language, const std::string& key, const std::string& what) {
    throw std::logic_error("message '" + key + "' (" + std::string(language) + "): " + what);
}

std::map<std::string, std::string> read_catalogues(std::string_view language,
                                                   const std::vector<Catalogue>& catalogues) {
    std::map<std::string, std::string> patterns;
    std::map<std::string, std::string_view> found_in;
    for (const Catalogue& catalogue : catalogues) {
        const std::string name(catalogue.name);
        const auto json = nlohmann::json::parse(catalogue.json, nullptr, false);
        if (!json.is_object()) bad_message(language, "", name + " is no JSON object");
        for (const auto& [key, value] : json.items()) {
            if (!value.is_string()) bad_message(language, key, "is no text");
            const auto [earlier, is_new] = found_in.emplace(key, catalogue.name);
            if (!is_new) bad_message(language, key, "stands in " + std::string(earlier->second) + " and in " + name);
            patterns[key] = value.get<std::string>();
        }
    }
    return patterns;
}

/// Names of the arguments of a pattern, those inside plural branches included.
std::set<std::string> argument_names(std::string_view language, const std::string& key, const std::string& pattern) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    const icu::UnicodeString source = icu::UnicodeString::fromUTF8(pattern);
    const icu::MessagePattern parsed(source, &where, status);
    if (U_FAILURE(status) != 0)
        bad_message(language, key, "cannot be parsed near character " + std::to_string(where.offset));
    std::set<std::string> names;
    for (int32_t i = 0; i < parsed.countParts(); ++i) {
        const icu::MessagePattern::Part& part = parsed.getPart(i);
        if (part.getType() != UMSGPAT_PART_TYPE_ARG_NAME) continue;
        std::string name;
        parsed.getSubstring(part).toUTF8String(name);
        names.insert(name);
    }
    return names;
}

icu::Formattable formattable(const MessageValue& value, std::string_view language) {
    struct Convert {
        std::string_view language;
        icu::Formattable operator()(const std::string& plain) const { return {icu::UnicodeString::fromUTF8(plain)}; }
        icu::Formattable operator()(std::int64_t number) const { return {number}; }
        icu::Formattable operator()(double number) const { return {number}; }
        icu::Formattable operator()(const LocalText& local) const {
            return {icu::UnicodeString::fromUTF8(in_language(local, language))};
        }
    };
    return std::visit(Convert{language}, value);
}

std::size_t language_index(std::string_view language) {
    for (std::size_t i = 0; i < report_languages.size(); ++i) {
        if (report_languages[i] == language) return i;
    }
    throw std::logic_error("no language '" + std::string(language) + "'");
}

}  // namespace

const std::string& in_language(const LocalText& local, std::string_view language) {
    const std::string& own = language == "kk" ? local.kk : language == "ru" ? local.ru : local.en;
    return own.empty() ? local.en : own;
}

LocalText said_of(const LocalText& first, const LocalText& second) {
    const auto both = [&](std::string_view language) {
        return in_language(first, language) + ": " + in_language(second, language);
    };
    return {both("en"), both("kk"), both("ru")};
}

Messages::Messages(const std::array<std::vector<Catalogue>, 3>& catalogues) {
    for (std::size_t i = 0; i < 3; ++i) patterns_[i] = read_catalogues(report_languages[i], catalogues[i]);
    for (std::size_t i = 0; i < 3; ++i) {
        for (const auto& [key, pattern] : patterns_[i]) {
            if (!patterns_[0].contains(key)) bad_message(report_languages[i], key, "has no English message");
            const auto names = argument_names(report_languages[i], key, pattern);
            if (names != argument_names("en", key, patterns_[0].at(key))) {
                bad_message(report_languages[i], key, "takes other arguments than the English message");
            }
        }
        for (const auto& [key, pattern] : patterns_[0]) {
            if (!patterns_[i].contains(key)) bad_message(report_languages[i], key, "is missing");
        }
    }
}

std::string Messages::say(std::string_view language, const std::string& key, const MessageArguments& arguments) const {
    const auto& patterns = patterns_[language_index(language)];
    const auto found = patterns.find(key);
    if (found == patterns.end()) bad_message(language, key, "is missing");
    for (const std::string& name : argument_names(language, key, found->second)) {
        const bool given = std::ranges::any_of(arguments, [&](const auto& argument) { return argument.first == name; });
        if (!given) bad_message(language, key, "argument '" + name + "' is lacking");
    }
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& [name, value] : arguments) {
        names.push_back(icu::UnicodeString::fromUTF8(name));
        values.push_back(formattable(value, language));
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessageFormat format(icu::UnicodeString::fromUTF8(found->second),
                                    icu::Locale(std::string(language).c_str()), status);
    icu::UnicodeString filled;
    format.format(names.data(), values.data(), static_cast<int32_t>(names.size()), filled, status);
    if (U_FAILURE(status) != 0) bad_message(language, key, u_errorName(status));
    std::string utf8;
    return filled.toUTF8String(utf8);
}

LocalText Messages::say(const std::string& key, const MessageArguments& arguments) const {
    return {say("en", key, arguments), say("kk", key, arguments), say("ru", key, arguments)};
}

std::vector<std::string> Messages::keys() const {
    std::vector<std::string> keys;
    for (const auto& [key, pattern] : patterns_[0]) keys.push_back(key);
    return keys;
}

std::map<std::string, std::string> Messages::english_patterns(std::string_view prefix) const {
    std::map<std::string, std::string> found;
    for (const auto& [key, pattern] : patterns_[0])
        if (key.starts_with(prefix)) found.emplace(key, pattern);
    return found;
}

std::string Messages::json() const {
    nlohmann::ordered_json all;
    for (std::size_t i = 0; i < 3; ++i) all[std::string(report_languages[i])] = patterns_[i];
    return all.dump();
}

namespace {

Messages built_in_messages() {
    std::array<std::vector<Catalogue>, 3> catalogues;
    for (std::size_t i = 0; i < 3; ++i) {
        for (const std::string_view name : embedded_catalogues(report_languages[i]))
            catalogues[i].push_back({name, embedded_file(name)});
    }
    return Messages(catalogues);
}

}  // namespace

Messages report_messages() {
    // Checking every pattern takes a tenth of a second, and a page asks again and again.
    static const Messages messages = built_in_messages();
    return messages;
}

}  // namespace tarazy
