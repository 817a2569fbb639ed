#include "text/corpus/line_joining.hpp"

#include "text/corpus/characters.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

constexpr std::size_t longest_piece = 160;

struct KeptLine {
    const PageLine* line;
    bool blank_before = false;  ///< a blank line that counts stands in front
    bool indented = false;      ///< deeper than the lines of its page are
    std::size_t characters = 0;
};

/// The commonest indent of a page; the smallest of equals.
std::size_t usual_indent(const TextPage& page) {
    std::map<std::size_t, std::size_t> times;
    for (const PageLine& line : page.lines) {
        if (!line.blank() && !line.running) ++times[line.indent];
    }
    std::size_t usual = 0, most = 0;
    for (const auto& [indent, count] : times) {
        if (count > most) {
            usual = indent;
            most = count;
        }
    }
    return usual;
}

/// Is the page written with a blank line behind every line? Then blank lines say nothing.
bool is_double_spaced(const TextPage& page) {
    std::size_t filled = 0, followed = 0;
    for (std::size_t i = 0; i + 1 < page.lines.size(); ++i) {
        if (page.lines[i].blank() || page.lines[i].running) continue;
        ++filled;
        followed += page.lines[i + 1].blank() ? 1 : 0;
    }
    return filled >= 10 && followed * 5 >= filled * 4;
}

std::vector<KeptLine> kept_lines(std::string_view text, const std::vector<TextPage>& pages) {
    std::vector<KeptLine> kept;
    for (const TextPage& page : pages) {
        const std::size_t indent = usual_indent(page);
        const bool double_spaced = is_double_spaced(page);
        bool blank = false, begun = false;
        for (const PageLine& line : page.lines) {
            if (line.running) continue;
            if (line.blank()) {
                blank = begun;  // those at the top of a page are its margin
                continue;
            }
            kept.push_back({&line, blank && !double_spaced, line.indent >= indent + 2,
                            count_characters(text.substr(line.begin, line.end - line.begin))});
            blank = false;
            begun = true;
        }
    }
    return kept;
}

/// The number of characters that nine in ten lines stay below.
std::size_t usual_width(const std::vector<KeptLine>& lines) {
    std::vector<std::size_t> widths;
    for (const KeptLine& line : lines) widths.push_back(line.characters);
    if (widths.empty()) return 0;
    const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::ranges::nth_element(widths, at);
    return *at;
}

bool is_hyphen(char32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xAD;
}
bool is_word_character(char32_t c) {
    return c == '-' || c == '\'' || c == 0x2010 || c == 0x2011 || c == 0x2019 || is_letter_kind(character_kind(c));
}

/// Does a line end as a paragraph may: with such a mark, closing quotes and brackets behind it left aside?
bool ends_sentence(std::string_view text, const PageLine& line) {
    for (std::size_t end = line.end; end > line.begin;) {
        const CharacterAt last = character_before(text, end);
        switch (last.value) {
            case '"':
            case '\'':
            case ')':
            case ']':
            case 0xBB:
            case 0x201D:
            case 0x2019:
            case 0x300D:
            case 0x300F:
            case 0xFF09: end -= last.bytes; continue;
            case '.':
            case '!':
            case '?':
            case ':':
            case 0x2026:
            case 0x3002:
            case 0xFF01:
            case 0xFF1F:
            case 0xFF1A: return true;
            default: return false;
        }
    }
    return false;
}

struct LineStart {
    bool capital = false, list_sign = false;
};

LineStart line_start(std::string_view text, const PageLine& line) {
    LineStart start;
    bool first = true;
    for (std::size_t at = line.begin; at < line.end;) {
        const CharacterAt here = character_from(text, at);
        at += here.bytes;
        const CharacterKind kind = character_kind(here.value);
        const bool blank_behind =
            at < line.end && character_kind(character_from(text, at).value) == CharacterKind::blank;
        if (first && blank_behind &&
            (here.value == 0x2022 || here.value == 0x25AA || here.value == 0x2013 || here.value == 0x2014 ||
             here.value == '-' || here.value == '*' || here.value == 0xB7)) {
            start.list_sign = true;
            return start;
        }
        first = false;
        if (kind == CharacterKind::mark) continue;
        start.capital = is_upper_case(here.value) || kind == CharacterKind::digit || kind == CharacterKind::han;
        return start;
    }
    return start;
}

enum class Junction { paragraph, blank, nothing, drop_hyphen };

/// A word cut at a line end: what stands before and behind.
struct CutWord {
    std::string_view before, behind;
    TextSpan source;
    bool soft = false, fixed = false;  ///< fixed: a capital or digit follows
};

std::optional<CutWord> cut_word(std::string_view text, const PageLine& line, const PageLine& next) {
    const CharacterAt hyphen = character_before(text, line.end);
    if (!is_hyphen(hyphen.value)) return std::nullopt;
    const std::size_t word_end = line.end - hyphen.bytes;
    std::size_t begin = word_end;
    while (begin > line.begin) {
        const CharacterAt last = character_before(text, begin);
        if (!is_word_character(last.value)) break;
        begin -= last.bytes;
    }
    const bool digit =
        word_end > line.begin && character_kind(character_before(text, word_end).value) == CharacterKind::digit;
    if (begin == word_end && !digit) return std::nullopt;
    if (begin < word_end && is_hyphen(character_before(text, word_end).value)) return std::nullopt;  // a dash: --
    std::size_t end = next.begin;
    while (end < next.end) {
        const CharacterAt here = character_from(text, end);
        if (!is_word_character(here.value)) break;
        end += here.bytes;
    }
    const CharacterAt first = character_from(text, next.begin);
    const bool digit_behind = character_kind(first.value) == CharacterKind::digit;
    if (end == next.begin && !digit_behind) return std::nullopt;
    CutWord word{text.substr(begin, word_end - begin), text.substr(next.begin, end - next.begin), {begin, end}};
    if (end < begin) word.source = {begin, line.end};  // the other column stands further up
    word.soft = hyphen.value == 0xAD;
    word.fixed = digit || digit_behind || is_upper_case(first.value);
    return word;
}

/// What the witnesses say, and why.
struct HyphenVerdict {
    bool join = true;
    std::string reason;
};

HyphenVerdict hyphen_verdict(const std::string& whole, const std::string& hyphened, const WordAttestation& attested) {
    const WordAttestation::Witness* const one = attested.find(whole);
    const WordAttestation::Witness* const two = attested.find(hyphened);
    const std::size_t joined_times = one == nullptr ? 0 : one->times, hyphen_times = two == nullptr ? 0 : two->times;
    const bool known = one != nullptr && one->known;
    const std::string counts = std::to_string(joined_times) + " to " + std::to_string(hyphen_times);
    if (joined_times + (known ? 1 : 0) > hyphen_times)
        return {true, joined_times > 0 ? "attested " + counts : "in the word list"};
    if (hyphen_times > 0) return {false, "attested " + counts};
    return {true, "not attested"};
}

class LineJoiner {
public:
    LineJoiner(std::string_view text, const HyphenJudge& judge, std::vector<CleaningChoice>& log)
        : text_(text), judge_(judge), log_(log) {}

    MappedText join(const std::vector<KeptLine>& lines, bool pieces, std::size_t width) {
        width_ = width;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const PageLine& line = *lines[i].line;
            const bool last = i + 1 == lines.size();
            const Junction junction = last || !pieces ? Junction::paragraph : junction_of(lines[i], lines[i + 1]);
            std::size_t end = line.end;
            const CharacterAt last_character = character_before(text_, end);
            if (junction == Junction::drop_hyphen || last_character.value == 0xAD) end -= last_character.bytes;
            write_line(line.begin, end);
            if (last) break;
            if (junction == Junction::paragraph) write_between('\n', line, *lines[i + 1].line);
            if (junction == Junction::blank) write_between(' ', line, *lines[i + 1].line);
        }
        return std::move(out_);
    }

private:
    Junction junction_of(const KeptLine& line, const KeptLine& next) {
        if (next.blank_before) return Junction::paragraph;
        if (const auto word = cut_word(text_, *line.line, *next.line)) return junction_of(*word);
        const LineStart start = line_start(text_, *next.line);
        if (start.list_sign) return Junction::paragraph;
        const bool begins = start.capital || next.indented;
        if (begins && (ends_sentence(text_, *line.line) || line.characters * 5 < width_ * 3))
            return Junction::paragraph;
        const CharacterKind left = character_kind(character_before(text_, line.line->end).value);
        const CharacterKind right = character_kind(character_from(text_, next.line->begin).value);
        const char32_t mark = character_before(text_, line.line->end).value;
        const bool wide = left == CharacterKind::han || (mark >= 0x3000 && mark <= 0x303F) || mark >= 0xFF00;
        return wide && (right == CharacterKind::han || right == CharacterKind::mark) ? Junction::nothing
                                                                                     : Junction::blank;
    }

    Junction junction_of(const CutWord& word) {
        const std::string before(word.before), behind(word.behind);
        const auto tell = [&](bool join, std::string reason) {
            log_.push_back({join ? CleaningChoice::Kind::join : CleaningChoice::Kind::keep, word.source,
                            before + "-|" + behind, before + (join ? "" : "-") + behind, std::move(reason)});
            return join ? Junction::drop_hyphen : Junction::nothing;
        };
        if (word.soft) return tell(true, "soft hyphen");
        if (!judge_.joins) return tell(false, "hyphens stay");
        if (word.fixed) return tell(false, "a capital or digit");
        const std::string whole = lower_case_text(before + behind), hyphened = lower_case_text(before + '-' + behind);
        if (judge_.attested == nullptr) {
            if (judge_.questions != nullptr) {
                judge_.questions->push_back(whole);
                judge_.questions->push_back(hyphened);
            }
            return Junction::paragraph;  // so that the halves attest nothing
        }
        HyphenVerdict verdict = hyphen_verdict(whole, hyphened, *judge_.attested);
        return tell(verdict.join, std::move(verdict.reason));
    }

    /// A line with its blanks folded.
    void write_line(std::size_t begin, std::size_t end) {
        std::size_t kept = begin;
        for (std::size_t at = begin; at < end;) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            if (byte > ' ' && byte < 0x80) {
                ++at;
                continue;
            }
            const CharacterAt here = character_from(text_, at);
            if (character_kind(here.value) != CharacterKind::blank) {
                at += here.bytes;
                continue;
            }
            std::size_t behind = at + here.bytes;
            while (behind < end) {
                const CharacterAt more = character_from(text_, behind);
                if (character_kind(more.value) != CharacterKind::blank) break;
                behind += more.bytes;
            }
            if (here.value != ' ' || behind > at + 1) {
                take(kept, at);
                out_.text += ' ';
                out_.map.replace(1, at, behind - at);
                kept = behind;
            }
            at = behind;
        }
        take(kept, end);
    }

    void take(std::size_t begin, std::size_t end) {
        out_.text.append(text_.substr(begin, end - begin));
        out_.map.take(begin, end - begin);
    }

    void write_between(char blank, const PageLine& line, const PageLine& next) {
        out_.text += blank;
        const std::size_t between = next.begin > line.end ? next.begin - line.end : 0;
        out_.map.replace(1, line.end, between);
    }

    std::string_view text_;
    const HyphenJudge& judge_;
    std::vector<CleaningChoice>& log_;
    MappedText out_;
    std::size_t width_ = 0;
};

}  // namespace

MappedText joined_lines(std::string_view text, const std::vector<TextPage>& pages, LinesAre lines,
                        const HyphenJudge& judge, std::vector<CleaningChoice>& log) {
    const std::vector<KeptLine> kept = kept_lines(text, pages);
    const std::size_t width = usual_width(kept);
    const bool pieces = lines == LinesAre::pieces || (lines == LinesAre::found && width <= longest_piece);
    return LineJoiner(text, judge, log).join(kept, pieces, width);
}

}  // namespace tarazy
