#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tarazy {

/// Finds where words stand in a text, for thousands of words in one text.
class TextOccurrences {
public:
    /// O(bytes); takes 4 bytes of memory a byte. `text` must outlive this.
    explicit TextOccurrences(std::string_view text);

    /// Where the only occurrence of the words begins, in bytes; nothing when there is none or another one; occurrences
    /// may overlap. O(length of the words + places that share their rarest four bytes); O(bytes) for words of less than
    /// four bytes.
    [[nodiscard]] std::optional<std::size_t> only(std::string_view words) const;

private:
    [[nodiscard]] std::size_t bucket_of(std::size_t gram) const { return bucket_ends_[gram + 1] - bucket_ends_[gram]; }

    std::string_view text_;
    std::vector<std::uint32_t> bucket_ends_;  ///< of the hash values of four bytes: first place in `places_`
    std::vector<std::uint32_t> places_;       ///< where four bytes with this hash value begin, in order
};

}  // namespace tarazy
