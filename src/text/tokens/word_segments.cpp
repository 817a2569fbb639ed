#include "text/tokens/word_segments.hpp"

#include "base/utf8.hpp"
#include "text/tokens/entity_names.hpp"
#include "text/tokens/kept_whole.hpp"
#include "text/tokens/word_boundary.hpp"
#include "text/tokens/word_break_class.hpp"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace tarazy {
namespace {

/// Two characters in UTF-8 bytes of Chinese: a name so short may be a part of another word (中国 of 发展中国家).
constexpr std::size_t sure_name_bytes = 12;

std::uint32_t as_place(std::size_t at) {
    return static_cast<std::uint32_t>(at);
}

}  // namespace

struct WordSegmenter::DictionaryWords {
    std::unique_ptr<icu::BreakIterator> words;
    std::vector<std::size_t> boundaries;  ///< of the present run, in bytes of the text, its ends included

    DictionaryWords() {
        UErrorCode status = U_ZERO_ERROR;
        words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status)) words.reset();
    }

    void find(std::string_view text, std::size_t begin, std::size_t end) {
        boundaries.assign(1, begin);
        const std::string_view run = text.substr(begin, end - begin);
        const icu::UnicodeString units =
            icu::UnicodeString::fromUTF8(icu::StringPiece(run.data(), static_cast<std::int32_t>(run.size())));
        if (words) {
            words->setText(units);
            std::size_t at = begin;
            std::int32_t unit = words->first();
            for (std::int32_t next = words->next(); next != icu::BreakIterator::DONE; next = words->next()) {
                while (unit < next && at < end) {
                    const Utf8Character c = utf8_character(text, at);
                    unit += c.code > 0xFFFF ? 2 : 1;
                    at += c.bytes;
                }
                if (at > boundaries.back() && at < end) boundaries.push_back(at);
            }
        }
        boundaries.push_back(end);
    }
};

WordSegmenter::WordSegmenter(TokenRules rules, const EntityNames* entities, bool split_hyphens)
    : rules_(rules), split_hyphens_(split_hyphens), entities_(entities) {}
WordSegmenter::~WordSegmenter() = default;
WordSegmenter::WordSegmenter(WordSegmenter&&) noexcept = default;

void WordSegmenter::add_dictionary_words(std::string_view text, std::size_t begin, std::size_t end,
                                         std::vector<TokenSpan>& spans) {
    if (!dictionary_) dictionary_ = std::make_unique<DictionaryWords>();
    const bool named = entities_ != nullptr && !entities_->empty();
    // Pieces keep the work for one run small, however long a text without any mark is.
    constexpr std::size_t longest_piece = 1U << 16U;
    while (begin < end) {
        std::size_t stop = std::min(end, begin + longest_piece);
        while (stop < end && (static_cast<unsigned char>(text[stop]) & 0xC0U) == 0x80U) --stop;
        dictionary_->find(text, begin, stop);
        const std::vector<std::size_t>& boundaries = dictionary_->boundaries;
        const auto is_boundary = [&](std::size_t at) { return std::ranges::binary_search(boundaries, at); };
        std::size_t word = begin, next = 0;
        const auto add_words_until = [&](std::size_t until) {
            for (; next < boundaries.size() && boundaries[next] <= until; ++next) {
                if (boundaries[next] > word) spans.push_back({as_place(word), as_place(boundaries[next] - word)});
                word = std::max(word, boundaries[next]);
            }
            if (word < until) spans.push_back({as_place(word), as_place(until - word)});
            word = until;
        };
        for (std::size_t at = begin; named && at < stop;) {
            const std::size_t length = entities_->longest_at(text.substr(0, stop), at);
            if (length >= sure_name_bytes || (length > 0 && is_boundary(at) && is_boundary(at + length))) {
                add_words_until(at);
                spans.push_back({as_place(at), as_place(length)});
                at = word = at + length;
            } else {
                at += utf8_character(text, at).bytes;
            }
        }
        add_words_until(stop);
        begin = stop;
    }
}

void WordSegmenter::add_segments(std::string_view text, std::vector<TokenSpan>& spans) {
    const bool own = rules_ == TokenRules::unicode;
    std::size_t at = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == ' ' || c == '\n') {
            ++at;
            continue;
        }
        std::size_t end = is_lone_mark(text, at) ? at + 1 : sure_word_end(text, at);
        if (end > at) {
            spans.push_back({as_place(at), as_place(end - at)});
            at = end;
            continue;
        }
        if (c == '#' || c == '@') end = tag_end(text, at);
        if (c == 'h' || c == 'w' || c == 'f' || c == 'H' || c == 'W' || c == 'F') end = web_address_end(text, at, own);
        if (end > at) {
            spans.push_back({as_place(at), as_place(end - at)});
            at = end;
            continue;
        }
        end = word_boundary(text, at);
        if (!begins_word(text, at)) {
            const WordBreak kind = word_break_class(utf8_character(text, at).code);
            if (kind == WordBreak::dictionary) {
                add_dictionary_words(text, at, end, spans);
            } else if (kind != WordBreak::blank) {
                const bool unseen = kind == WordBreak::extend || kind == WordBreak::joiner;
                if (!unseen) spans.push_back({as_place(at), as_place(end - at)});
            }
            at = end;
            continue;
        }
        while (end < text.size()) {
            std::size_t longer = end;
            if (text[end] == '@') longer = mail_address_end(text, at, end);
            if (own && text[end] == '/') longer = document_symbol_end(text, at, end);
            const std::size_t hyphen =
                own && text[end] == '.' && !split_hyphens_ ? abbreviation_hyphen(text, at, end) : end;
            const std::size_t bytes = split_hyphens_ ? 0 : hyphen_bytes(text, hyphen);
            if (longer == end && bytes > 0 && begins_word(text, hyphen + bytes))
                longer = word_boundary(text, hyphen + bytes);
            if (longer == end) break;
            end = longer;
        }
        spans.push_back({as_place(at), as_place(end - at)});
        at = end;
    }
}

}  // namespace tarazy
