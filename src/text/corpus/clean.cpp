#include "text/corpus/clean.hpp"

#include "base/parallel.hpp"
#include "text/corpus/characters.hpp"
#include "text/corpus/letter_repair.hpp"
#include "text/corpus/line_joining.hpp"
#include "text/corpus/normalised_text.hpp"
#include "text/corpus/page_lines.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace tarazy {
namespace {

/// The choice of a spelling: attested most often; the list of words where none is.
std::optional<std::pair<std::string, std::string>> attested_spelling(const std::vector<std::string>& spellings,
                                                                     const WordAttestation& attested) {
    std::optional<std::pair<std::string, std::string>> best;
    std::size_t most = 0;
    for (const std::string& spelling : spellings) {
        const WordAttestation::Witness* const witness = attested.find(lower_case_text(spelling));
        if (witness == nullptr) continue;
        if (witness->times > most) {
            most = witness->times;
            best = {spelling, "attested " + std::to_string(witness->times)};
        } else if (!best && witness->known) {
            best = {spelling, "in the word list"};
        }
    }
    return best;
}

/// Replaces letters of words; asks when nothing is known yet.
class LetterRepair {
public:
    LetterRepair(const std::string& text, const WordAttestation* attested, std::vector<std::string>& questions)
        : text_(text), attested_(attested), questions_(questions) {}

    /// The repaired text, unless nothing is to be done; places of the log are bytes of the text given.
    [[nodiscard]] std::optional<MappedText> repaired(std::vector<CleaningChoice>& log) {
        std::size_t begin = 0;
        bool cyrillic = false, other = false;
        for (std::size_t at = 0; at < text_.size();) {
            const CharacterAt here = character_from(text_, at);
            const CharacterKind kind = character_kind(here.value);
            if (is_letter_kind(kind)) {
                if (!cyrillic && !other) begin = at;
                const bool plain = kind == CharacterKind::cyrillic &&
                                   ((here.value >= 0x410 && here.value <= 0x44F) || here.value >= 0x492 ||
                                    here.value == 0x456 || here.value == 0x406);
                (plain ? cyrillic : other) = true;
            } else {
                if (cyrillic && other) judge(begin, at, log);
                cyrillic = other = false;
            }
            at += here.bytes;
        }
        if (cyrillic && other) judge(begin, text_.size(), log);
        if (kept_ == 0) return std::nullopt;
        take(text_.size());
        return std::move(out_);
    }

private:
    void judge(std::size_t begin, std::size_t end, std::vector<CleaningChoice>& log) {
        const std::string word = text_.substr(begin, end - begin);
        if (word.size() > 200 || !has_doubtful_letters(word)) return;
        const std::vector<std::string> spellings = repaired_spellings(word);
        if (attested_ == nullptr) {
            for (const std::string& spelling : spellings) questions_.push_back(lower_case_text(spelling));
            return;
        }
        const auto best = attested_spelling(spellings, *attested_);
        if (!best) {
            log.push_back({CleaningChoice::Kind::leave, {begin, end}, word, word, "not attested otherwise"});
            return;
        }
        log.push_back({CleaningChoice::Kind::repair, {begin, end}, word, best->first, best->second});
        replace_letters(begin, word, best->first);
    }

    /// Letter by letter, so that the map stays true.
    void replace_letters(std::size_t begin, const std::string& word, const std::string& spelling) {
        std::size_t there = 0;
        for (std::size_t at = 0; at < word.size();) {
            const CharacterAt from = character_from(word, at), to = character_from(spelling, there);
            if (from.value != to.value) {
                take(begin + at);
                out_.text += spelling.substr(there, to.bytes);
                out_.map.replace(to.bytes, begin + at, from.bytes);
                kept_ = begin + at + from.bytes;
            }
            at += from.bytes;
            there += to.bytes;
        }
    }
    void take(std::size_t until) {
        out_.text.append(text_, kept_, until - kept_);
        out_.map.take(kept_, until - kept_);
    }

    const std::string& text_;
    const WordAttestation* attested_;
    std::vector<std::string>& questions_;
    MappedText out_;
    std::size_t kept_ = 0;
};

/// May there be a Cyrillic letter? English texts need not be looked through for mixed words.
bool has_cyrillic_byte(const std::string& text) {
    for (int first = 0xD0; first <= 0xD4; ++first) {
        if (std::memchr(text.data(), first, text.size()) != nullptr) return true;
    }
    return false;
}

void tell_of_pages(std::string_view text, const std::vector<TextPage>& pages, std::vector<CleaningChoice>& log) {
    for (const TextPage& page : pages) {
        if (page.columns == 2 && !page.lines.empty()) {
            const std::size_t begin = page.lines.front().begin;
            log.push_back({CleaningChoice::Kind::columns, {begin, begin}, "", "", "two columns"});
        }
        for (const PageLine& line : page.lines) {
            if (!line.running) continue;
            log.push_back({CleaningChoice::Kind::running,
                           {line.begin, line.end},
                           std::string(text.substr(line.begin, line.end - line.begin)),
                           "",
                           "on several pages"});
        }
    }
}

/// The log's places, through the map of the text that they are in.
void move_places(std::vector<CleaningChoice>& log, std::size_t from, const TextMap& map) {
    for (std::size_t i = from; i < log.size(); ++i) {
        TextSpan& source = log[i].source;
        if (source.begin < source.end) {
            source = map.source_of(source);
        } else if (source.begin < map.length) {
            source.begin = source.end = map.source_of(source.begin).begin;
        }
    }
}

/// Bytes of the normal text before which a character was taken out, one for each.
std::vector<std::size_t> hidden_places(std::string_view text, const TextMap& map) {
    std::vector<std::size_t> places;
    std::size_t behind = 0;  // of the source of the run before
    for (const TextMap::Run& run : map.runs) {
        for (; behind < run.source; behind += character_from(text, behind).bytes) places.push_back(run.begin);
        behind = run.source + run.source_length;
    }
    return places;
}

CleanText clean_once(std::string_view text, LinesAre lines, const CleanOptions& options,
                     const WordAttestation* attested, std::vector<std::string>& questions) {
    const MappedText normal = normalised_text(text);
    CleanText result;
    std::vector<TextPage> pages = pages_of(normal.text);
    if (pages.size() > 1 || normal.text.find('\f') != std::string::npos) {
        if (options.running_lines) mark_running_lines(normal.text, pages);
        if (options.columns) divide_columns(normal.text, pages, hidden_places(text, normal.map));
    }
    tell_of_pages(normal.text, pages, result.log);
    const HyphenJudge judge{options.hyphens, attested, &questions};
    MappedText joined_text = joined_lines(normal.text, pages, lines, judge, result.log);
    if (options.letters && has_cyrillic_byte(joined_text.text)) {
        const std::size_t told = result.log.size();
        auto repaired = LetterRepair(joined_text.text, attested, questions).repaired(result.log);
        move_places(result.log, told, joined_text.map);
        if (repaired) {
            joined_text.map = composed(repaired->map, joined_text.map);
            joined_text.text = std::move(repaired->text);
        }
    }
    result.text = std::move(joined_text.text);
    const bool same =
        normal.map.runs.size() == 1 && normal.map.runs.front().verbatim && normal.map.runs.front().source == 0;
    if (!same && !joined_text.map.runs.empty()) {
        move_places(result.log, 0, normal.map);
        joined_text.map = composed(joined_text.map, normal.map);
    }
    result.map = std::move(joined_text.map);
    std::ranges::stable_sort(result.log, {}, [](const CleaningChoice& choice) { return choice.source.begin; });
    return result;
}

}  // namespace

std::string_view to_string(CleaningChoice::Kind kind) noexcept {
    constexpr std::array<std::string_view, 6> names = {"join", "keep", "running", "columns", "repair", "leave"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<CleanText> clean(std::span<const std::string> texts, std::span<const LinesAre> lines,
                             const CleanOptions& options, const Work& work) {
    std::vector<CleanText> results(texts.size());
    std::vector<std::vector<std::string>> questions(texts.size());
    {
        WorkStep step(work, "cleaning documents", texts.size());
        parallel_chunks(
            texts.size(), 1, options.threads,
            [&](std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i)
                    results[i] = clean_once(texts[i], lines[i], options, nullptr, questions[i]);
            },
            step);
    }
    std::vector<std::size_t> asking;
    std::vector<std::string> asked;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (questions[i].empty()) continue;
        asking.push_back(i);
        asked.insert(asked.end(), questions[i].begin(), questions[i].end());
    }
    if (asking.empty()) return results;
    std::vector<std::string_view> views(results.size());
    for (std::size_t i = 0; i < results.size(); ++i) views[i] = results[i].text;
    const WordAttestation attested = attested_words(std::move(asked), views, options.known_word, options.threads, work);
    WorkStep step(work, "cleaning documents with doubtful words", asking.size());
    parallel_chunks(
        asking.size(), 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const std::size_t text = asking[i];
                results[text] = clean_once(texts[text], lines[text], options, &attested, questions[text]);
            }
        },
        step);
    return results;
}

std::vector<CleanText> clean(std::span<const std::string> texts, const CleanOptions& options, const Work& work) {
    const std::vector<LinesAre> lines(texts.size(), options.lines);
    return clean(texts, lines, options, work);
}

CleanText clean(std::string_view text, const CleanOptions& options) {
    const std::vector<std::string> texts = {std::string(text)};
    return std::move(clean(texts, options, Work()).front());
}

}  // namespace tarazy
