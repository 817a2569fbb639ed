#pragma once

#include "text/coding/line_end_counting.hpp"
#include "text/coding/qde_tree.hpp"
#include "text/coding/qdpx_archive.hpp"
#include "text/coding/qdpx_project.hpp"
#include "text/coding/selection_ends.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// A REFI-QDA project as read: what we understand of it, and the whole of it.
struct QdpxReading {
    CodedProject project;
    std::vector<std::size_t> coding_of;  ///< of each segment, which Coding element of `tree` it is, in their order
    QdeElement tree;
    EndEvidence ends;
    LineEndEvidence line_ends;          ///< positions are those of the texts as they are, whatever was found
    std::size_t out_of_range = 0;       ///< codings left out because they lie outside of their text or have no extent
    std::vector<std::string> warnings;  ///< what the user should look at
    std::vector<std::string> notes;     ///< what was assumed, and what is kept but not read
};

/// Reads the text sources with their codings, the tree of codes and the coders. Positions are Unicode code points from
/// 0; whether ends are part of selections is found (`selection_ends`) unless said, and whether line ends of CR LF count
/// as one character (`line_end_counting`). What is not read (pictures, PDF, audio, video, variables, cases, sets,
/// links, graphs) stays in `tree`.
/// @throws InputError: XML faults with their line, a position that is no number, a text that is not UTF-8
/// O(bytes + codings log codings)
[[nodiscard]] QdpxReading read_qdpx_project(const QdpxArchive& archive, const std::string& path,
                                            std::optional<SelectionEnds> ends = {});

}  // namespace tarazy
