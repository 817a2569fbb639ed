#pragma once

#include <cstddef>
#include <vector>

namespace tarazy {

/// Bytes of a text, the end exclusive.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const TextSpan&) const = default;
};

/// Where each byte of a changed text comes from in the text that it was made of.
///
/// A run is either verbatim (byte i of the run is byte i of its source) or a replacement, which stands for its source
/// as a whole: a composed letter, one blank for several, a repaired letter. Runs lie in the order of the changed text
/// and fill it; their sources lie in order too, except where columns of a page were put one below the other.
struct TextMap {
    struct Run {
        std::size_t begin = 0;          ///< in the changed text
        std::size_t source = 0;         ///< in the source
        std::size_t source_length = 0;  ///< of a verbatim run also its own length
        bool verbatim = true;

        bool operator==(const Run&) const = default;
    };
    std::vector<Run> runs;
    std::size_t length = 0;  ///< of the changed text

    /// Adds bytes that were taken as they are; adjacent ones become one run.
    void take(std::size_t source, std::size_t bytes);
    /// Adds bytes that stand for a part of the source; an empty part is a place in it.
    void replace(std::size_t bytes, std::size_t source, std::size_t source_length);

    /// The part of the source that a byte comes from: that byte, or all that a replacement stands for. O(log runs)
    /// @pre byte < length
    [[nodiscard]] TextSpan source_of(std::size_t byte) const;
    /// The same for a part of the changed text: from the source of its first byte to that of its last. O(log runs)
    /// @pre span.begin < span.end <= length
    [[nodiscard]] TextSpan source_of(const TextSpan& span) const;
    [[nodiscard]] std::size_t run_length(std::size_t run) const;
};

/// The map of a text that was changed twice: `second` leads from the last text to the one between, `first` from that to
/// the source. O(runs log runs)
[[nodiscard]] TextMap composed(const TextMap& second, const TextMap& first);

/// The map of a text that was not changed.
[[nodiscard]] TextMap unchanged(std::size_t length);

}  // namespace tarazy
