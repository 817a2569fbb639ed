#include "report/note_words.hpp"

#include "base/number_text.hpp"
#include "report/multiverse_words.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

constexpr std::string_view note_keys = "note.", subject_keys = "subject.";
constexpr int most_nested = 3;  ///< notes within notes; a bound, so that no message can hold itself without end

/// @param keys  what the keys of the messages begin with
std::optional<LocalText> recognised(const ReportContext& context, std::string_view keys, const std::string& note,
                                    int depth);

/// An English message taken apart: words, an argument, words, an argument ... words.
struct NotePattern {
    std::vector<std::string> words = {""};
    std::vector<std::string> arguments;

    [[nodiscard]] std::size_t letters() const {
        std::size_t sum = 0;
        for (const std::string& each : words) sum += each.size();
        return sum;
    }
};

NotePattern taken_apart(std::string_view pattern) {
    NotePattern parts;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '{') {
            const std::size_t end = pattern.find('}', at);
            parts.arguments.emplace_back(pattern.substr(at + 1, end - at - 1));
            parts.words.emplace_back();
            at = end;
        } else {
            parts.words.back() += pattern[at];
            if (pattern.substr(at, 2) == "''") ++at;  // how a message writes an apostrophe
        }
    }
    return parts;
}

/// What stands in the places of the arguments, or nothing where the note has other words. O(length of the note)
std::optional<std::vector<std::string>> places_filled(const NotePattern& parts, std::string_view note) {
    if (!note.starts_with(parts.words.front())) return std::nullopt;
    std::vector<std::string> values;
    std::size_t at = parts.words.front().size();
    for (std::size_t i = 0; i < parts.arguments.size(); ++i) {
        const std::string& behind = parts.words[i + 1];
        const bool last = i + 1 == parts.arguments.size();
        if (last && (note.size() < at + behind.size() || !note.ends_with(behind))) return std::nullopt;
        const std::size_t end = last ? note.size() - behind.size() : note.find(behind, at);
        if (end == std::string_view::npos || end == at) return std::nullopt;
        values.emplace_back(note.substr(at, end - at));
        at = end + behind.size();
    }
    if (at != note.size()) return std::nullopt;
    return values;
}

/// A code by its name, a number with the mark of the language, "choice = alternative" of a multiverse by their names, a
/// word as it is.
LocalText piece_in_words(const ReportContext& context, const std::string& piece) {
    if (const std::size_t is = piece.find(" = "); is != std::string::npos) {
        const std::string choice = piece.substr(0, is);
        return said_of(choice_name(context, choice), alternative_name(context, choice, piece.substr(is + 3)));
    }
    if (piece.find('.') != std::string::npos && parse_real(piece)) {
        std::string comma = piece;
        std::ranges::replace(comma, '.', ',');
        return {piece, comma, comma};
    }
    for (const char* family : {"domain.", "solution."})
        if (LocalText word = context.word(family, piece); !word.kk.empty()) return word;
    return context.name(piece);
}

/// "RUS-CHN", two poles that are set against each other: "Russia/China".
LocalText item_in_words(const ReportContext& context, const std::string& item) {
    LocalText known = piece_in_words(context, item);
    const std::size_t dash = item.find('-');
    if (!known.kk.empty() || dash == std::string::npos) return known;
    const LocalText first = context.name(item.substr(0, dash)), second = context.name(item.substr(dash + 1));
    if (first.kk.empty() || second.kk.empty()) return known;
    return {item, first.kk + '/' + second.kk, first.ru + '/' + second.ru};
}

LocalText list_in_words(const ReportContext& context, const std::string& list) {
    const std::string_view comma = list.find("; ") == std::string::npos ? ", " : "; ";
    LocalText all;
    for (std::size_t from = 0; from <= list.size();) {
        const std::size_t to = std::min(list.find(comma, from), list.size());
        const LocalText piece = item_in_words(context, list.substr(from, to - from));
        const std::string between = from == 0 ? "" : std::string(comma);
        all.en += between + piece.en;
        all.kk += between + in_language(piece, "kk");
        all.ru += between + in_language(piece, "ru");
        from = to + comma.size();
    }
    return all;
}

std::optional<MessageValue> argument_value(const ReportContext& context, const std::string& name,
                                           const std::string& value, int depth) {
    if (name.starts_with("note")) {
        if (auto words = recognised(context, note_keys, value, depth + 1)) return *words;
        return std::nullopt;
    }
    if (name.starts_with("count")) {
        std::int64_t count = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), count);
        if (read.ec != std::errc() || read.ptr != value.data() + value.size()) return std::nullopt;
        return count;
    }
    return name == "analysis" ? context.title_of(value) : list_in_words(context, value);
}

std::optional<LocalText> said_by(const ReportContext& context, const std::string& key, const NotePattern& parts,
                                 const std::string& note, int depth) {
    const auto values = places_filled(parts, note);
    if (!values) return std::nullopt;
    MessageArguments arguments;
    for (std::size_t i = 0; i < values->size(); ++i) {
        auto value = argument_value(context, parts.arguments[i], (*values)[i], depth);
        if (!value) return std::nullopt;
        arguments.emplace_back(parts.arguments[i], std::move(*value));
    }
    return LocalText{note, context.messages.say("kk", key, arguments), context.messages.say("ru", key, arguments)};
}

std::optional<LocalText> recognised(const ReportContext& context, std::string_view keys, const std::string& note,
                                    int depth) {
    if (depth > most_nested) return std::nullopt;
    std::optional<LocalText> best;
    std::size_t letters = 0;
    for (const auto& [key, pattern] : context.messages.english_patterns(keys)) {
        const NotePattern parts = taken_apart(pattern);
        if (best && parts.letters() <= letters) continue;
        if (auto words = said_by(context, key, parts, note, depth)) {
            best = std::move(words);
            letters = parts.letters();
        }
    }
    return best;
}

bool has_letters(std::string_view piece) {
    return std::ranges::any_of(piece, [](char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); });
}

LocalText subject_piece(const ReportContext& context, const std::string& piece) {
    LocalText known = piece_in_words(context, piece);
    if (!known.kk.empty() || !has_letters(piece)) return known;
    return recognised(context, subject_keys, piece, 0).value_or(std::move(known));
}

}  // namespace

LocalText note_words(const ReportContext& context, const std::string& note) {
    return recognised(context, note_keys, note, 0).value_or(LocalText{note, "", ""});
}

LocalText subject_words(const ReportContext& context, const std::string& subject) {
    LocalText all;
    for (std::size_t from = 0; from < subject.size();) {
        const std::size_t to = std::min({subject.find(", ", from), subject.find(": ", from), subject.size()});
        const LocalText piece = subject_piece(context, subject.substr(from, to - from));
        const std::string between = subject.substr(to, 2);
        all.en += piece.en + between;
        all.kk += in_language(piece, "kk") + between;
        all.ru += in_language(piece, "ru") + between;
        from = to + between.size();
    }
    return all;
}

LocalText unit_words(const ReportContext& context, const std::string& unit) {
    return context.word("unit.", unit);
}

LocalText interval_words(const ReportContext& context, const std::string& kind) {
    LocalText words = context.word("interval.", kind);
    return words.kk.empty() ? note_words(context, kind) : words;  // some name how many models they range over
}

}  // namespace tarazy
