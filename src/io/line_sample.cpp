#include "io/line_sample.hpp"

#include "io/csv_scan.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

constexpr std::size_t most_lines = 60;
constexpr std::size_t most_bytes = std::size_t{1} << 20;

bool looks_like_a_number(std::string_view cell) {
    constexpr std::string_view digits = "0123456789", others = "+-.,eE %";
    return cell.find_first_of(digits) != std::string_view::npos && std::ranges::all_of(cell, [&](char c) {
               return digits.find(c) != std::string_view::npos || others.find(c) != std::string_view::npos;
           });
}

void add_field(SampleLine& line, const CsvScanner::Field& field) {
    ++line.fields;
    line.fault = line.fault || field.fault != CsvScanner::Fault::none;
    if (field.text.empty()) return;
    ++line.filled;
    line.extent = line.fields;
    line.quoted += field.quoted ? 1 : 0;
    line.numbers += looks_like_a_number(field.text) ? 1 : 0;
    line.many_words = line.many_words || field.text.find(' ') != std::string_view::npos;
}

/// The number of fields that most rows have; the larger in a tie. The first line is left out if there are others.
std::size_t usual_width(const std::vector<SampleLine>& lines) {
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t i = lines.size() > 1 ? 1 : 0; i < lines.size(); ++i) ++counts[lines[i].fields];
    std::size_t width = 0, most = 0;
    for (const auto& [fields, count] : counts) {
        if (count < most) continue;
        most = count;
        width = fields;
    }
    return width;
}

/// The same where titles stand above the table, each of one field, and may be more than its rows: when all lines below
/// two or more of them, up to remarks behind an empty line, have several fields.
std::size_t width_below_titles(const std::vector<SampleLine>& lines) {
    const auto several = [](const SampleLine& line) { return line.fields > 2; };
    const auto first = std::ranges::find_if(lines, several);
    if (first - lines.begin() < 2 || lines.end() - first < 2) return 0;
    const auto ends = [](const SampleLine& line) { return line.behind_gap && line.fields < 3; };
    const auto end = std::find_if(first, lines.end(), ends);
    if (end - first < 2 || !std::all_of(first, end, several)) return 0;
    return usual_width({first, end});
}

/// Does a column stand below this line, a header of words, in which every cell is a number? What follows behind an
/// empty line may be remarks.
bool heads_numbers(const std::vector<SampleLine>& lines, std::size_t at) {
    if (at + 1 >= lines.size() || lines[at].numbers > 0 || lines[at].filled < 2) return false;
    for (std::size_t i = at + 1; i < lines.size() && (i == at + 1 || !lines[i].behind_gap); ++i) {
        if (lines[i].numbers == 0) return false;
    }
    return true;
}

/// A heading above the table: one filled field where the table has several columns, or the two of a label and its
/// value above a wide table. A single word is a heading only if something else says so: it may be the header of a
/// table of one column.
bool is_title(const std::vector<SampleLine>& lines, std::size_t at, std::size_t width) {
    const SampleLine& line = lines[at];
    if (width < 2 || at + 2 >= lines.size()) return false;  // a table has a header and a row
    const SampleLine& next = lines[at + 1];
    if (line.filled == 1 && line.fields == 1) {
        if (next.fields == 1) return next.filled == 1 && is_title(lines, at + 1, width);
        return next.filled >= 2 && (line.many_words || next.behind_gap || heads_numbers(lines, at + 1));
    }
    if (line.filled == 1) {
        const bool padded = line.extent == 1 || width >= 4;
        if (!padded || line.fields > width) return false;
        return next.filled >= 2 ? heads_numbers(lines, at + 1) || (width > 2 && line.many_words) || next.behind_gap
                                : is_title(lines, at + 1, width);
    }
    // A title that holds the delimiter: an empty line parts it from the header, which has more fields.
    if (next.behind_gap && line.extent < width && next.extent == width && heads_numbers(lines, at + 1)) return true;
    const bool label_and_value = width >= 5 && line.extent <= 2 && line.fields <= 3;
    return label_and_value && (next.behind_gap || is_title(lines, at + 1, width));
}

}  // namespace

LineSample sample_lines(std::string_view text, std::size_t begin, std::size_t line, char delimiter) {
    LineSample sample;
    sample.delimiter = delimiter;
    const std::string_view looked_at = text.substr(0, begin + std::min(most_bytes, text.size() - begin));
    CsvScanner scanner(looked_at, delimiter, line);
    scanner.move_to(looked_at.data() + begin, line);
    bool gap = false;
    while (sample.lines.size() < most_lines) {
        const std::size_t before = scanner.line();
        do scanner.skip_blank_lines();
        while (scanner.skip_empty_row());
        gap = scanner.line() > before && !sample.lines.empty();
        if (scanner.done()) break;
        SampleLine found;
        found.begin = static_cast<std::size_t>(scanner.position() - looked_at.data());
        found.line = scanner.line();
        found.behind_gap = gap;
        do add_field(found, scanner.next());
        while (scanner.stop() == CsvScanner::Stop::delimiter);
        sample.lines.push_back(found);
    }
    sample.whole = scanner.done() && looked_at.size() == text.size();
    // The last line may have been cut.
    if (scanner.done() && !sample.whole && sample.lines.size() > 1) sample.lines.pop_back();
    return sample;
}

DelimiterFit fit_of(const LineSample& sample, bool header_is_first) {
    const std::vector<SampleLine>& lines = sample.lines;
    DelimiterFit fit;
    fit.delimiter = sample.delimiter;
    if (lines.empty()) return fit;
    fit.width = header_is_first ? 0 : width_below_titles(lines);
    if (fit.width == 0) fit.width = usual_width(lines);
    while (!header_is_first && is_title(lines, fit.header, fit.width)) ++fit.header;
    const SampleLine& header = lines[fit.header];
    const std::size_t rows = lines.size() - fit.header - 1;
    if (rows == 0 && fit.header == 0) fit.width = header.fields;
    if (fit.width < 2) return fit;
    // Spreadsheets leave empty fields behind the header, and sometimes behind some rows only.
    const bool surplus = header.fields > header.extent;
    std::size_t usual = 0, faults = 0;
    bool last_always_empty = true, first_always_quoted = true;
    for (std::size_t i = fit.header + 1; i < lines.size(); ++i) {
        const SampleLine& line = lines[i];
        const bool fits = line.fields == fit.width || (line.fields > fit.width && line.extent <= fit.width) ||
                          (surplus && line.fields < fit.width && line.fields >= header.extent);
        usual += fits ? 1 : 0;
        faults += line.fault ? 1 : 0;
        last_always_empty = last_always_empty && line.extent < fit.width;
        first_always_quoted = first_always_quoted && line.quoted > 0;
    }
    fit.share = rows == 0 ? 1 : static_cast<double>(usual) / static_cast<double>(rows);
    const bool same = header.fields == fit.width || (header.fields > fit.width && header.extent <= fit.width);
    const bool one_less = header.fields + 1 == fit.width && rows > 0;
    fit.header_lacks_first = one_less && !last_always_empty;
    if (usual < rows || faults > 0 || header.fault || (!same && !one_less)) {
        fit.kind = header.fields > 1 ? DelimiterFit::Kind::ragged : DelimiterFit::Kind::none;
        fit.header_lacks_first = false;
    } else if (fit.header > 0) {
        fit.kind = DelimiterFit::Kind::below_title;
    } else if (same || last_always_empty) {
        fit.kind = DelimiterFit::Kind::regular;
    } else {
        // A single name above two fields needs R's quotes to be believed.
        const bool believed = header.fields > 1 || (header.quoted == 1 && first_always_quoted);
        fit.kind = believed ? DelimiterFit::Kind::row_names : DelimiterFit::Kind::none;
    }
    return fit;
}

}  // namespace tarazy
