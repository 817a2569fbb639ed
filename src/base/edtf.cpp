#include "base/edtf.hpp"

#include "base/day_first_date.hpp"
#include "base/edtf_single.hpp"

#include <algorithm>
#include <utility>

namespace tarazy {
namespace {

using Kind = DayBound::Kind;

void add_flags(EdtfDate& date, const EdtfSingle& single) {
    date.uncertain = date.uncertain || single.uncertain;
    date.approximate = date.approximate || single.approximate;
}

EdtfDate one_date(const EdtfSingle& single) {
    EdtfDate date;
    date.earliest = {Kind::known, single.first};
    date.latest = {Kind::known, single.last};
    date.kind = single.first == single.last ? DateKind::point : DateKind::uncertain;
    date.begins = date.ends = {single.first, single.last};
    add_flags(date, single);
    return date;
}

/// One side of an interval: a date, `..` or nothing.
struct IntervalSide {
    Kind kind = Kind::unknown;
    EdtfSingle date;
};

IntervalSide interval_side(std::string_view text, std::size_t offset) {
    if (text.empty()) return {};
    if (text == "..") return {Kind::open, {}};
    IntervalSide side{Kind::known, parse_edtf_single(text, offset)};
    if (side.date.has_time) throw EdtfRefusal{offset, "the ends of an interval are dates without a time of day"};
    return side;
}

EdtfDate interval(std::string_view text, std::size_t slash) {
    const IntervalSide start = interval_side(text.substr(0, slash), 0);
    const IntervalSide end = interval_side(text.substr(slash + 1), slash + 1);
    const bool starts = start.kind == Kind::known, stops = end.kind == Kind::known;
    if (!starts && !stops) throw EdtfRefusal{0, "an interval has a date on at least one side"};
    if (starts && stops && start.date.first > end.date.last) {
        throw EdtfRefusal{slash + 1, "the interval ends before it starts"};
    }
    EdtfDate date;
    date.kind = DateKind::span;
    date.earliest = {start.kind, starts ? start.date.first : 0};
    date.latest = {end.kind, stops ? end.date.last : 0};
    add_flags(date, start.date);
    add_flags(date, end.date);

    constexpr std::int64_t infinity = DayRange::infinity;
    date.begins = starts ? DayRange{start.date.first, start.date.last} : DayRange{-infinity, -infinity};
    date.ends = stops ? DayRange{end.date.first, end.date.last} : DayRange{infinity, infinity};
    if (start.kind == Kind::unknown) date.begins.to = end.date.last;
    if (end.kind == Kind::unknown) date.ends.from = start.date.first;
    // 1990-03-10/1990-03 cannot have ended before it began.
    if (starts) date.ends.from = std::max(date.ends.from, date.begins.from);
    if (stops) date.begins.to = std::min(date.begins.to, date.ends.to);
    return date;
}

/// Elements of a set, put together one after the other.
class SetReader {
public:
    SetReader(std::string_view text, bool all) : text_(text), all_(all) {}

    EdtfDate read() {
        const char close = all_ ? '}' : ']';
        const std::size_t last = text_.find(close);
        if (last == std::string_view::npos)
            throw EdtfRefusal{text_.size(), std::string("the set is not closed with '") + close + "'"};
        if (last + 1 != text_.size()) throw EdtfRefusal{last + 1, "nothing may follow the set"};
        if (last == 1) throw EdtfRefusal{1, "the set is empty"};
        for (std::size_t at = 1; at <= last;) {
            const std::size_t end = std::min(text_.find(',', at), last);
            element(at, end, at == 1, end == last);
            at = end + 1;
        }
        return finish();
    }

private:
    void element(std::size_t begin, std::size_t end, bool is_first, bool is_last) {
        const std::string_view text = text_.substr(begin, end - begin);
        const std::size_t dots = text.find("..");
        if (dots == std::string_view::npos) {
            const EdtfSingle date = single(text, begin);
            add(date, date);
            return;
        }
        const std::string_view left = text.substr(0, dots), right = text.substr(dots + 2);
        if (left.empty() && right.empty()) throw EdtfRefusal{begin, "'..' needs a date before or after it"};
        if (left.empty() && !is_first) throw EdtfRefusal{begin, "'..' before a date opens the set and stands first"};
        if (right.empty() && !is_last)
            throw EdtfRefusal{begin + dots, "'..' after a date opens the set and stands last"};
        const EdtfSingle from = left.empty() ? single(right, begin + dots + 2) : single(left, begin);
        const EdtfSingle to = right.empty() ? from : single(right, begin + dots + 2);
        if (from.first > to.last) throw EdtfRefusal{begin + dots + 2, "the range ends before it starts"};
        open_start_ = open_start_ || left.empty();
        open_end_ = open_end_ || right.empty();
        add(from, to);
    }

    static EdtfSingle single(std::string_view text, std::size_t offset) {
        if (text.empty()) throw EdtfRefusal{offset, "a date is expected between the commas"};
        return parse_edtf_single(text, offset);
    }

    /// Days `from` to `to` (the same date twice for a single element).
    void add(const EdtfSingle& from, const EdtfSingle& to) {
        add_flags(date_, from);
        add_flags(date_, to);
        first_ = std::min(first_, from.first);
        last_ = std::max(last_, to.last);
        first_by_ = std::min(first_by_, from.last);
        last_from_ = std::max(last_from_, to.first);
    }

    EdtfDate finish() {
        constexpr std::int64_t infinity = DayRange::infinity;
        date_.earliest = open_start_ ? DayBound{Kind::open, 0} : DayBound{Kind::known, first_};
        date_.latest = open_end_ ? DayBound{Kind::open, 0} : DayBound{Kind::known, last_};
        const bool one_day = !open_start_ && !open_end_ && first_ == last_;
        date_.kind = one_day ? DateKind::point : all_ ? DateKind::span : DateKind::uncertain;
        const DayRange whole{open_start_ ? -infinity : first_, open_end_ ? infinity : last_};
        date_.begins = all_ ? DayRange{whole.from, open_start_ ? -infinity : first_by_} : whole;
        date_.ends = all_ ? DayRange{open_end_ ? infinity : last_from_, whole.to} : whole;
        // {1994..X929} cannot have ended before it began, though the year 929 has.
        date_.ends.from = std::max(date_.ends.from, date_.begins.from);
        date_.begins.to = std::min(date_.begins.to, date_.ends.to);
        return date_;
    }

    std::string_view text_;
    bool all_;
    EdtfDate date_;
    std::int64_t first_ = DayRange::infinity, last_ = -DayRange::infinity;
    std::int64_t first_by_ = DayRange::infinity;    // the first date cannot be later than this
    std::int64_t last_from_ = -DayRange::infinity;  // nor the last date earlier than this
    bool open_start_ = false, open_end_ = false;
};

EdtfDate read_edtf(std::string_view text) {
    if (text.empty()) throw EdtfRefusal{0, "the date is empty"};
    if (const std::size_t blank = text.find_first_of(" \t\r\n"); blank != std::string_view::npos) {
        throw EdtfRefusal{blank, "a date contains no blanks"};
    }
    // Slashes would part it as an interval, so it is recognised before.
    if (std::string hint = year_first_hint(text); !hint.empty()) throw EdtfRefusal{0, std::move(hint)};
    if (text.front() == '[' || text.front() == '{') return SetReader(text, text.front() == '{').read();
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) return interval(text, slash);
    if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
        throw EdtfRefusal{dots, "'..' stands in a set [a..b] or as the end of an interval a/.."};
    }
    return one_date(parse_edtf_single(text, 0));
}

std::size_t character_at(std::string_view text, std::size_t byte) {
    std::size_t characters = 1;
    for (std::size_t i = 0; i < std::min(byte, text.size()); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) ++characters;
    }
    return characters;
}

}  // namespace

std::variant<EdtfDate, EdtfFault> parse_edtf(std::string_view text) {
    try {
        return read_edtf(text);
    } catch (EdtfRefusal& refusal) {
        return EdtfFault{character_at(text, refusal.offset), std::move(refusal.reason)};
    }
}

std::string to_string(const DayBound& bound) {
    switch (bound.kind) {
        case Kind::known: return day_text(bound.day);
        case Kind::open: return "open";
        case Kind::unknown: return "unknown";
    }
    return "unknown";
}

std::string_view to_string(DateKind kind) noexcept {
    switch (kind) {
        case DateKind::point: return "point";
        case DateKind::span: return "span";
        case DateKind::uncertain: return "uncertain";
    }
    return "uncertain";
}

}  // namespace tarazy
