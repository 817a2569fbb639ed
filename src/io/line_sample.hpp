#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tarazy {

/// What a line of delimited text holds, seen with one delimiter.
struct SampleLine {
    std::size_t begin = 0;  ///< byte at which it starts
    std::size_t line = 1;   ///< its number
    std::size_t fields = 0;
    std::size_t filled = 0;   ///< fields that are not empty
    std::size_t extent = 0;   ///< ordinal of the last field that is not empty
    std::size_t numbers = 0;  ///< fields that look like numbers, with point or comma
    std::size_t quoted = 0;   ///< filled fields in quotes
    bool many_words = false;  ///< a filled field holds a blank
    bool behind_gap = false;  ///< an empty line stands before it
    bool fault = false;       ///< the quotes do not fit this delimiter
};

/// The first lines of a text under one delimiter; empty lines, and lines of nothing but delimiters, are left out.
struct LineSample {
    char delimiter = ',';
    std::vector<SampleLine> lines;
    bool whole = true;  ///< all lines of the text are in it
};

/// The first lines, at most 60 and about a megabyte, from byte `begin`, which starts line `line`. O(bytes looked at).
[[nodiscard]] LineSample sample_lines(std::string_view text, std::size_t begin, std::size_t line, char delimiter);

/// How well a delimiter explains the first lines.
struct DelimiterFit {
    enum class Kind {
        none,         ///< it makes no table of two columns or more
        ragged,       ///< some lines have other numbers of fields than the header
        below_title,  ///< a regular table below lines of title
        row_names,    ///< a regular table whose header lacks the name of the first field (as R writes it)
        regular,      ///< header and rows have the same number of fields
    };
    Kind kind = Kind::none;
    char delimiter = ',';
    std::size_t width = 0;   ///< fields of most rows
    std::size_t header = 0;  ///< index of the header in the sample
    double share = 0;        ///< rows with as many fields as most
    bool header_lacks_first = false;
};

/// @param header_is_first  the first line is the header, whatever it looks like
[[nodiscard]] DelimiterFit fit_of(const LineSample& sample, bool header_is_first);

}  // namespace tarazy
