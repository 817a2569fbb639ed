#pragma once

#include "table/table.hpp"

#include <compare>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// A piece of a document that a coder gave a code.
struct Segment {
    std::string doc;
    std::size_t start = 0, end = 0;  ///< Unicode code points from 0; the end is not part of it
    std::string coder, code, memo;

    auto operator<=>(const Segment&) const = default;
};

/// Length of a document in code points.
struct DocumentLength {
    std::string doc;
    std::size_t length = 0;
};

/// Segments from a table `doc,start,end,coder,code[,memo]`, in its order. Further columns are passed over.
/// @throws InputError, every fault with its line: a cell that is missing or no number, start not before end
[[nodiscard]] std::vector<Segment> read_segments(const Table& table);

/// @throws InputError naming each segment whose document is not among them or that ends behind its document
void check_segments(const std::vector<Segment>& segments, const std::vector<DocumentLength>& documents,
                    const std::string& path);

/// `doc,start,end,coder,code,memo`, sorted by document, start, end, coder, code.
[[nodiscard]] Table segment_table(std::vector<Segment> segments);

/// Segments of one coder only, as the coder may see them while coding blind.
[[nodiscard]] std::vector<Segment> segments_of_coder(const std::vector<Segment>& segments, const std::string& coder);

/// Names in the order of bytes, each once.
[[nodiscard]] std::vector<std::string> coders_of(const std::vector<Segment>& segments);
[[nodiscard]] std::vector<std::string> codes_of(const std::vector<Segment>& segments);

}  // namespace tarazy
