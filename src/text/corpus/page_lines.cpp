#include "text/corpus/page_lines.hpp"

#include "text/corpus/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <numeric>
#include <optional>

namespace tarazy {
namespace {

constexpr std::size_t edge_lines = 3;
constexpr std::size_t page_reach = 8;
constexpr std::size_t longest_running = 200;
constexpr double alike = 0.85;

/// Without the blanks at both ends.
PageLine page_line(std::string_view text, std::size_t begin, std::size_t end, std::size_t page) {
    PageLine line{begin, end, 0, page, false};
    while (line.begin < line.end) {
        const CharacterAt here = character_from(text, line.begin);
        if (character_kind(here.value) != CharacterKind::blank) break;
        line.indent += here.value == '\t' ? 4 : 1;
        line.begin += here.bytes;
    }
    while (line.end > line.begin) {
        const CharacterAt last = character_before(text, line.end);
        if (character_kind(last.value) != CharacterKind::blank) break;
        line.end -= last.bytes;
    }
    return line;
}

/// One line of a page by its places: which hold a character, and where each begins.
struct PlacedLine {
    std::size_t begin = 0, end = 0;     ///< bytes, untrimmed on the left
    std::vector<std::size_t> at;        ///< byte of each place
    std::vector<bool> filled;           ///< not blank
    std::size_t first = 0, behind = 0;  ///< places from the first to behind the last that is filled

    [[nodiscard]] bool blank() const { return first == behind; }
    [[nodiscard]] bool gap_at(std::size_t place) const {
        const auto empty = [&](std::size_t p) { return p >= filled.size() || !filled[p]; };
        return empty(place) && empty(place + 1);
    }
};

/// @param hidden  from the first that does not lie before the line
PlacedLine placed_line(std::string_view text, std::size_t begin, std::size_t end, std::span<const std::size_t> hidden) {
    PlacedLine line{begin, end, {}, {}, 0, 0};
    bool any = false;
    for (std::size_t at = begin; at < end;) {
        for (; any && !hidden.empty() && hidden.front() <= at; hidden = hidden.subspan(1)) {
            line.at.push_back(at);
            line.filled.push_back(line.filled.back());
        }
        const CharacterAt here = character_from(text, at);
        const bool filled = character_kind(here.value) != CharacterKind::blank;
        if (filled) {
            if (!any) line.first = line.filled.size();
            any = true;
            line.behind = line.filled.size() + 1;
        }
        line.at.push_back(at);
        line.filled.push_back(filled);
        at += here.bytes;
    }
    if (!any) line.first = line.behind = 0;
    return line;
}

bool both_sides(const PlacedLine& line, std::size_t gap) {
    return line.gap_at(gap) && line.first < gap && line.behind > gap + 2;
}

/// Does a half have columns of its own, as a table has? Justified text has wide blanks, too, but not one below the
/// other.
bool has_inner_columns(const std::vector<PlacedLine>& lines, std::size_t from, std::size_t to) {
    std::vector<std::size_t> gaps, reaching;  // at each place: lines blank there, and lines with words on both sides
    std::size_t wide = 0, with_words = 0;
    for (const PlacedLine& line : lines) {
        const std::size_t end = std::min(to, line.filled.size());
        std::size_t first = std::min(from, end), behind = end;
        while (first < end && !line.filled[first]) ++first;
        while (behind > first && !line.filled[behind - 1]) --behind;
        if (first == behind) continue;
        ++with_words;
        gaps.resize(std::max(gaps.size(), behind - from));
        reaching.resize(gaps.size());
        bool has_wide = false;
        for (std::size_t p = first + 1; p + 1 < behind; ++p) {
            ++reaching[p - from];
            if (!line.gap_at(p)) continue;
            ++gaps[p - from];
            has_wide = has_wide || (p + 2 < behind && !line.filled[p + 2]);
        }
        wide += has_wide ? 1 : 0;
    }
    if (wide * 4 <= with_words || with_words < 5) return false;  // few lines stand below each other by chance
    for (std::size_t p = 0; p < gaps.size(); ++p)
        if (reaching[p] * 2 >= with_words && gaps[p] * 10 >= reaching[p] * 7) return true;
    return false;
}

/// Do the halves hold running text, not the cells of a table?
bool halves_are_text(const std::vector<PlacedLine>& lines, std::size_t gap) {
    std::vector<PlacedLine> both;
    std::size_t left = 0, right = 0;
    for (const PlacedLine& line : lines) {
        if (line.blank() || !both_sides(line, gap)) continue;
        both.push_back(line);
        left += gap - line.first;
        std::size_t start = gap;
        while (start < line.behind && !line.filled[start]) ++start;
        right += line.behind - start;
    }
    if (both.empty() || left < both.size() * 15 || right < both.size() * 15) return false;
    return !has_inner_columns(both, 0, gap) && !has_inner_columns(both, gap, std::string::npos);
}

/// The place where the columns of a page part, if it has two. Few lines are believed where the page before has two
/// columns and nothing crosses the gap: the end of an article.
std::optional<std::size_t> column_gap(const std::vector<PlacedLine>& lines, bool goes_on) {
    std::vector<std::size_t> widths;
    for (const PlacedLine& line : lines) {
        if (!line.blank() && line.behind <= 400) widths.push_back(line.behind);
    }
    const bool few = widths.size() < 8;
    if (few && (!goes_on || widths.size() < 2)) return std::nullopt;
    std::ranges::sort(widths);
    const std::size_t width = widths[widths.size() * 9 / 10];
    std::optional<std::size_t> best;
    std::size_t most = 0, run = 0;
    for (std::size_t gap = width / 4; gap < width * 3 / 4; ++gap) {
        std::size_t free = 0, both = 0;
        for (const PlacedLine& line : lines) {
            if (line.blank()) continue;
            free += line.gap_at(gap) ? 1 : 0;
            both += both_sides(line, gap) ? 1 : 0;
        }
        if (free * 10 < widths.size() * (few ? 10 : 7) || both * 5 < widths.size() * 2) continue;
        if (free > most) {
            most = free;
            best = gap;
            run = 1;
        } else if (free == most && best && gap == *best + run) {
            ++run;
        }
    }
    if (!best || (few && run < 3)) return std::nullopt;
    *best += run / 2;
    return halves_are_text(lines, *best) ? best : std::nullopt;
}

/// Indents count from where most lines of the half begin.
void indent_within(std::vector<PageLine>& half) {
    std::map<std::size_t, std::size_t> times;
    for (const PageLine& line : half) {
        if (!line.blank()) ++times[line.indent];
    }
    if (times.empty()) return;
    const std::size_t usual =
        std::ranges::max_element(times, {}, [](const auto& entry) { return entry.second; })->first;
    for (PageLine& line : half) line.indent -= std::min(usual, line.indent);
}

void divide_page(std::string_view text, TextPage& page, bool goes_on, std::span<const std::size_t> hidden) {
    std::vector<PlacedLine> placed;
    for (const PageLine& line : page.lines) {
        // The indent belongs to the places.
        std::size_t begin = line.begin;
        while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\f') --begin;
        const auto first_hidden = std::ranges::lower_bound(hidden, begin);
        const std::span<const std::size_t> within(first_hidden, hidden.end());
        placed.push_back(line.running || line.end - begin > 4000 ? PlacedLine{begin, line.end, {}, {}, 0, 0}
                                                                 : placed_line(text, begin, line.end, within));
    }
    const auto gap = column_gap(placed, goes_on);
    if (!gap) return;
    std::vector<PageLine> divided, left, right;
    const auto flush = [&] {
        // The foot of the left half and the head of the right one are margins: the text goes on.
        while (!left.empty() && left.back().blank()) left.pop_back();
        right.erase(right.begin(), std::ranges::find_if_not(right, &PageLine::blank));
        for (std::vector<PageLine>* const half : {&left, &right}) {
            indent_within(*half);
            divided.insert(divided.end(), half->begin(), half->end());
            half->clear();
        }
    };
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const PageLine& line = page.lines[i];
        const PlacedLine& places = placed[i];
        if (places.blank() && !line.blank()) {  // a running line, or too long to be looked at
            flush();
            divided.push_back(line);
        } else if (line.blank()) {
            left.push_back(line);
            right.push_back(line);
        } else if (!places.gap_at(*gap)) {
            flush();
            divided.push_back(line);
        } else if (places.behind <= *gap) {
            left.push_back(line);
        } else {
            const std::size_t cut = places.at[*gap];
            left.push_back(page_line(text, places.begin, cut, line.page));
            right.push_back(page_line(text, cut, line.end, line.page));
        }
    }
    flush();
    page.lines = std::move(divided);
    page.columns = 2;
}

/// A line with each number as one #.
std::u32string masked_line(std::string_view text, const PageLine& line) {
    std::u32string masked;
    for (std::size_t at = line.begin; at < line.end && masked.size() <= longest_running;) {
        const CharacterAt here = character_from(text, at);
        at += here.bytes;
        const CharacterKind kind = character_kind(here.value);
        const char32_t c = kind == CharacterKind::digit   ? U'#'
                           : kind == CharacterKind::blank ? U' '
                                                          : lower_case(here.value);
        if ((c == U'#' || c == U' ') && !masked.empty() && masked.back() == c) continue;
        masked += c;
    }
    return masked;
}

struct EdgeLine {
    PageLine* line;
    std::size_t page;
    bool top;
    std::u32string masked;
    std::array<std::uint16_t, 64> letters{};  ///< how many of each kind, for a quick no
};

/// Can two lines be alike at all? The distance is at least half the difference of what they consist of.
bool may_be_alike(const EdgeLine& a, const EdgeLine& b) {
    const std::size_t longer = std::max(a.masked.size(), b.masked.size()),
                      shorter = std::min(a.masked.size(), b.masked.size());
    const double most = (1 - alike) * static_cast<double>(longer) + 1e-9;
    if (static_cast<double>(longer - shorter) > most) return false;
    int difference = 0;
    for (std::size_t i = 0; i < a.letters.size(); ++i) difference += std::abs(int{a.letters[i]} - int{b.letters[i]});
    return difference / 2.0 <= most;
}

std::vector<EdgeLine> edge_lines_of(std::string_view text, std::vector<TextPage>& pages) {
    std::vector<EdgeLine> edges;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        std::vector<PageLine*> filled;
        for (PageLine& line : pages[p].lines) {
            if (!line.blank()) filled.push_back(&line);
        }
        for (std::size_t i = 0; i < filled.size(); ++i) {
            const bool top = i < edge_lines, bottom = i + edge_lines >= filled.size();
            if (!top && !bottom) continue;
            EdgeLine edge{filled[i], p, i < filled.size() - i, masked_line(text, *filled[i]), {}};
            if (edge.masked.size() > longest_running) continue;
            for (const char32_t c : edge.masked) ++edge.letters[c % edge.letters.size()];
            edges.push_back(std::move(edge));
        }
    }
    return edges;
}

/// The group of the lines that are alike, one linked to the next.
std::size_t group_root(std::vector<std::size_t>& parent, std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
}

}  // namespace

std::vector<TextPage> pages_of(std::string_view text) {
    std::vector<TextPage> pages(1);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find_first_of("\n\f", at);
        if (end == std::string_view::npos) end = text.size();
        const bool page_ends = end < text.size() && text[end] == '\f';
        // A form feed behind the last line end is no line of its own.
        if (!page_ends || end > at) pages.back().lines.push_back(page_line(text, at, end, pages.size() - 1));
        at = end + 1;
        if (page_ends && at < text.size()) pages.emplace_back();
    }
    return pages;
}

void divide_columns(std::string_view text, std::vector<TextPage>& pages, std::span<const std::size_t> hidden) {
    bool goes_on = false;
    for (TextPage& page : pages) {
        divide_page(text, page, goes_on, hidden);
        goes_on = page.columns == 2;
    }
}

void mark_running_lines(std::string_view text, std::vector<TextPage>& pages) {
    if (pages.size() < 2) return;
    const std::size_t needed = std::min<std::size_t>(3, std::max<std::size_t>(2, (pages.size() + 2) / 3));
    std::vector<EdgeLine> edges = edge_lines_of(text, pages);
    std::vector<std::size_t> parent(edges.size());
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t j = i; j-- > 0 && edges[j].page + page_reach >= edges[i].page;) {
            if (edges[j].page == edges[i].page || edges[j].top != edges[i].top) continue;
            if (group_root(parent, i) == group_root(parent, j)) continue;
            if (edges[i].masked == edges[j].masked ||
                (may_be_alike(edges[i], edges[j]) && text_similarity(edges[i].masked, edges[j].masked) >= alike))
                parent[group_root(parent, i)] = group_root(parent, j);
        }
    }
    std::vector<std::vector<std::size_t>> pages_of_group(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        std::vector<std::size_t>& seen = pages_of_group[group_root(parent, i)];
        if (seen.empty() || seen.back() != edges[i].page) seen.push_back(edges[i].page);
    }
    for (std::size_t i = 0; i < edges.size(); ++i)
        edges[i].line->running = pages_of_group[group_root(parent, i)].size() >= needed;
}

double text_similarity(std::u32string_view a, std::u32string_view b) {
    if (a.empty() && b.empty()) return 1;
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return 1 - static_cast<double>(row[b.size()]) / static_cast<double>(std::max(a.size(), b.size()));
}

}  // namespace tarazy
