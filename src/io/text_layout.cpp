#include "io/text_layout.hpp"

#include "base/error.hpp"
#include "base/text_cut.hpp"
#include "io/csv_scan.hpp"
#include "io/line_sample.hpp"
#include "io/table_format.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace tarazy {
namespace {

using Kind = DelimiterFit::Kind;

struct Place {
    std::size_t begin = 0;
    std::size_t line = 1;
};

/// The start of the next line, or nothing at the end of the text.
std::optional<Place> next_line(std::string_view text, Place at) {
    const std::size_t end = text.find_first_of("\r\n", at.begin);
    if (end == std::string_view::npos) return std::nullopt;
    const bool crlf = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
    const Place next{end + (crlf ? 2 : 1), at.line + 1};
    return next.begin < text.size() ? std::optional(next) : std::nullopt;
}

std::string_view line_at(std::string_view text, Place at) {
    return text.substr(at.begin, text.find_first_of("\r\n", at.begin) - at.begin);
}

/// The delimiter that a line `sep=;` declares.
std::optional<char> declared_delimiter(std::string_view line) {
    if (line.starts_with('"')) line.remove_prefix(1);
    if (line.size() < 5) return std::nullopt;
    constexpr std::string_view word = "sep=";
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (static_cast<char>(line[i] | 0x20) != static_cast<char>(word[i] | 0x20)) return std::nullopt;
    }
    const char delimiter = line[4];
    const bool alone = line.find_first_not_of("\",;\t|", 5) == std::string_view::npos;
    return alone && std::string_view(",;\t| ").find(delimiter) != std::string_view::npos ? std::optional(delimiter)
                                                                                         : std::nullopt;
}

Place named_header(std::string_view text, const std::string& path, std::size_t row) {
    Place at;
    while (at.line < row) {
        const auto next = next_line(text, at);
        if (!next) {
            throw InputError(Problem{path, 0, 0,
                                     "--header-row " + std::to_string(row) + ": the file has " +
                                         std::to_string(at.line) + (at.line == 1 ? " line" : " lines"),
                                     "give the line that names the columns"});
        }
        at = *next;
    }
    if (without_blanks_around(line_at(text, at)).empty()) {
        throw InputError(Problem{path, row, 0, "--header-row " + std::to_string(row) + ": the line is empty",
                                 "give the line that names the columns"});
    }
    return at;
}

/// Do all commas of these rows stand between digits, and those of the header (if any) before a blank?
bool commas_are_decimal(std::string_view text, const LineSample& sample, const DelimiterFit& fit) {
    const auto digit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
    const auto commas_fit = [&](const SampleLine& line, auto fits) {
        const std::string_view row = line_at(text, {line.begin, line.line});
        for (std::size_t at = row.find(','); at != std::string_view::npos; at = row.find(',', at + 1)) {
            if (!fits(line.begin + at)) return false;
        }
        return true;
    };
    const auto before_blank = [&](std::size_t at) { return at + 1 < text.size() && text[at + 1] == ' '; };
    const auto between_digits = [&](std::size_t at) { return at > 0 && digit(at - 1) && digit(at + 1); };
    if (fit.header + 1 >= sample.lines.size()) return false;
    if (!commas_fit(sample.lines[fit.header], before_blank)) return false;
    return std::all_of(sample.lines.begin() + static_cast<std::ptrdiff_t>(fit.header) + 1, sample.lines.end(),
                       [&](const SampleLine& line) { return commas_fit(line, between_digits); });
}

struct Candidate {
    LineSample sample;
    DelimiterFit fit;
};

/// Which of two candidates explains the text better.
class Better {
public:
    Better(std::string_view text, char by_name) : text_(text), by_name_(by_name) {}
    bool operator()(const Candidate& a, const Candidate& b) const {
        const auto rank = [&](const Candidate& c) {
            const bool ragged = c.fit.kind == Kind::ragged;
            return std::tuple(c.fit.kind, ragged ? c.fit.share : 0.0, c.fit.width, -static_cast<int>(c.fit.header));
        };
        if (rank(a) != rank(b)) return rank(a) > rank(b);
        return preference(a) > preference(b);
    }

private:
    [[nodiscard]] int preference(const Candidate& c) const {
        const char delimiter = c.fit.delimiter;
        if (delimiter == by_name_ && delimiter == '\t') return 9;
        if (delimiter == ',') return commas_are_decimal(text_, c.sample, c.fit) ? 1 : 5;
        return delimiter == '\t' ? 6 : delimiter == ';' ? 4 : 3;
    }

    std::string_view text_;
    char by_name_;
};

/// A blank parts the fields only where R wrote the file: the names stand in quotes, or the rows hold only numbers.
bool believable_blanks(const Candidate& candidate) {
    if (candidate.fit.kind != Kind::regular && candidate.fit.kind != Kind::row_names) return false;
    const SampleLine& header = candidate.sample.lines.front();
    if (header.quoted == header.filled) return true;
    return candidate.sample.lines.size() > 1 && candidate.fit.kind == Kind::regular && header.numbers == 0 &&
           std::all_of(candidate.sample.lines.begin() + 1, candidate.sample.lines.end(),
                       [](const SampleLine& line) { return line.numbers == line.fields; });
}

Candidate candidate_of(std::string_view text, Place at, char delimiter, bool header_is_first) {
    Candidate candidate{sample_lines(text, at.begin, at.line, delimiter), {}};
    candidate.fit = fit_of(candidate.sample, header_is_first);
    return candidate;
}

Candidate best_candidate(std::string_view text, Place at, char by_name, bool header_is_first) {
    std::vector<Candidate> candidates;
    for (const char delimiter : {',', ';', '\t', '|'})
        candidates.push_back(candidate_of(text, at, delimiter, header_is_first));
    std::ranges::stable_sort(candidates, Better(text, by_name));
    if (candidates.front().fit.kind <= Kind::ragged) {
        Candidate blanks = candidate_of(text, at, ' ', header_is_first);
        if (believable_blanks(blanks)) return blanks;
    }
    if (candidates.front().fit.kind != Kind::none) return candidates.front();
    return *std::ranges::find(candidates, by_name, [](const Candidate& c) { return c.fit.delimiter; });
}

/// Could a text of one column be one of several, parted by blanks?
bool blanks_would_fit(std::string_view text, Place at, bool header_is_first) {
    const Candidate blanks = candidate_of(text, at, ' ', header_is_first);
    const Kind kind = blanks.fit.kind;
    return (kind == Kind::regular || kind == Kind::row_names) && blanks.sample.lines.size() > 2;
}

std::string delimiter_name(char delimiter) {
    switch (delimiter) {
        case ',': return "commas";
        case ';': return "semicolons";
        case '\t': return "tabs";
        case '|': return "bars";
        case ' ': return "blanks";
        default: return std::string("'") + delimiter + "'";
    }
}

std::string title_note(std::string_view text, const SampleLine& first, std::size_t header_line) {
    const std::string shown = shortened(without_blanks_around(line_at(text, {first.begin, first.line})));
    return "the table begins on line " + std::to_string(header_line) + ", below '" + shown +
           "'; --header-row says otherwise";
}

/// Lines from one place to another; empty ones are left out, and the quotes around a line that is one field.
std::vector<std::string> lines_between(std::string_view text, Place at, std::size_t end) {
    std::vector<std::string> lines;
    for (std::optional<Place> place = at; place && place->begin < end; place = next_line(text, *place)) {
        std::string_view line = without_blanks_around(line_at(text, *place));
        const bool one_field = line.size() > 1 && line.starts_with('"') && line.find('"', 1) == line.size() - 1;
        if (one_field) line = line.substr(1, line.size() - 2);
        if (!line.empty()) lines.emplace_back(line);
    }
    return lines;
}

}  // namespace

TextLayout layout_of(std::string_view text, const std::string& path, const ReadOptions& options) {
    TextLayout layout;
    const std::string extension = format_extension(path);
    const char by_name = extension == ".tsv" || extension == ".tab" ? '\t' : ',';
    char delimiter = options.delimiter;
    Place at;
    if (const auto declared = declared_delimiter(line_at(text, at))) {
        if (delimiter == '\0') delimiter = *declared;
        at = next_line(text, at).value_or(Place{text.size(), 2});
    }
    const Place start = at;
    const bool named = options.header_row > 0;
    if (named) at = named_header(text, path, options.header_row);
    const Candidate chosen =
        delimiter != '\0' ? candidate_of(text, at, delimiter, named) : best_candidate(text, at, by_name, named);
    layout.delimiter = chosen.fit.delimiter;
    layout.begin = at.begin;
    layout.line = at.line;
    if (!chosen.sample.lines.empty()) {
        layout.begin = chosen.sample.lines.front().begin;
        layout.line = chosen.sample.lines.front().line;
    }
    layout.header_lacks_first =
        chosen.fit.header_lacks_first && (chosen.fit.kind == Kind::row_names || chosen.fit.kind == Kind::below_title);
    if (delimiter == '\0' && layout.delimiter != by_name && (extension == ".csv" || layout.delimiter == ' '))
        layout.notes.push_back("its fields are parted by " + delimiter_name(layout.delimiter));
    if (delimiter == '\0' && chosen.fit.kind == Kind::none && blanks_would_fit(text, at, named))
        layout.notes.push_back("every line is one field; if blanks part the fields: --delimiter blank");
    if (chosen.fit.header > 0 && chosen.fit.kind != Kind::none) {
        const SampleLine& header = chosen.sample.lines[chosen.fit.header];
        layout.begin = header.begin;
        layout.line = header.line;
        layout.notes.push_back(title_note(text, chosen.sample.lines.front(), header.line));
    }
    const bool found_below = chosen.fit.header > 0 && chosen.fit.kind != Kind::none;
    if (named || found_below) layout.title = lines_between(text, start, layout.begin);
    return layout;
}

}  // namespace tarazy
