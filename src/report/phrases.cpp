#include "report/phrases.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr char phrase_mark = '\x1b';
constexpr std::string_view english_begins = "<t-l lang=en>", text_ends = "</t-l>";

/// The end of the text in three languages that begins at `from`; nothing where one of the languages is lacking.
std::optional<std::size_t> end_of_three(std::string_view markup, std::size_t from) {
    std::size_t at = from;
    for (const std::string_view begins :
         {english_begins, std::string_view("<t-l lang=kk>"), std::string_view("<t-l lang=ru>")}) {
        if (markup.substr(at, begins.size()) != begins) return std::nullopt;
        const std::size_t end = markup.find(text_ends, at);
        if (end == std::string_view::npos) return std::nullopt;
        at = end + text_ends.size();
    }
    return at;
}

/// Calls `plain` with what lies between texts in three languages and `phrase` with each of these.
template <class Plain, class Phrase>
void walk(std::string_view markup, Plain plain, Phrase phrase) {
    std::size_t done = 0;
    for (std::size_t at = markup.find(english_begins); at != std::string_view::npos;) {
        const auto end = end_of_three(markup, at);
        if (end) {
            plain(markup.substr(done, at - done));
            phrase(markup.substr(at, *end - at));
            done = *end;
        }
        at = markup.find(english_begins, end.value_or(at + 1));
    }
    plain(markup.substr(done));
}

}  // namespace

PhrasedMarkup with_phrases(std::string_view markup) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Known {
        std::size_t times = 0, number = none;
    };
    std::unordered_map<std::string_view, Known> known;
    walk(
        markup, [](std::string_view) {}, [&](std::string_view phrase) { ++known[phrase].times; });
    PhrasedMarkup phrased;
    const auto put = [&](std::string_view plain) { phrased.markup += plain; };
    walk(markup, put, [&](std::string_view phrase) {
        Known& of = known[phrase];
        if (of.times < 2) return put(phrase);
        if (of.number == none) {
            of.number = phrased.phrases.size();
            phrased.phrases.emplace_back(phrase);
        }
        phrased.markup += phrase_mark + std::to_string(of.number) + ';';
    });
    return phrased;
}

}  // namespace tarazy
