#pragma once

#include "study/study_result.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tarazy {

/// The languages of the reports, in the order of `LocalText`.
inline constexpr std::array<std::string_view, 3> report_languages{"en", "kk", "ru"};

/// The text in one of the report's languages; English where it has none.
[[nodiscard]] const std::string& in_language(const LocalText& text, std::string_view language);
/// "first: second" in each language.
[[nodiscard]] LocalText said_of(const LocalText& first, const LocalText& second);

/// What a message is filled with. Years are passed as text (a number 1992 would become "1,992"); a LocalText is
/// taken in the language of the message.
using MessageValue = std::variant<std::string, std::int64_t, double, LocalText>;
using MessageArguments = std::vector<std::pair<std::string, MessageValue>>;

/// A JSON object of messages of one language, and how it is called: "en/align.json".
struct Catalogue {
    std::string_view name;
    std::string_view json;
};

/// Messages in ICU MessageFormat, of each language those of all its catalogues.
class Messages {
public:
    /// @param catalogues  of each language, in the order of `report_languages`
    /// @throws std::logic_error naming the key if a catalogue is no JSON object of parsable patterns, if a key stands
    /// in
    ///         two catalogues, or if the languages differ in keys or in the arguments a message takes
    explicit Messages(const std::array<std::vector<Catalogue>, 3>& catalogues);

    /// The message in one language. Numbers are written as that language writes them.
    /// @throws std::logic_error if the key or one of the message's arguments is lacking
    [[nodiscard]] std::string say(std::string_view language, const std::string& key,
                                  const MessageArguments& arguments = {}) const;
    /// The message in all three.
    [[nodiscard]] LocalText say(const std::string& key, const MessageArguments& arguments = {}) const;

    [[nodiscard]] bool knows(const std::string& key) const { return patterns_[0].contains(key); }
    [[nodiscard]] std::vector<std::string> keys() const;
    /// The English messages, unfilled, whose keys begin so, by key.
    [[nodiscard]] std::map<std::string, std::string> english_patterns(std::string_view prefix) const;
    /// All of them as one JSON object {"en": {...}, "kk": {...}, "ru": {...}}, for the browser to fill in.
    [[nodiscard]] std::string json() const;

private:
    std::array<std::map<std::string, std::string>, 3> patterns_;
};

/// The messages that are built into the program, those of the report itself and of every family of methods.
[[nodiscard]] Messages report_messages();

}  // namespace tarazy
