#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// The tokens of documents. Each distinct token is one type, stored once, so that what is asked of a token (its lemma,
/// whether a pattern fits it) is asked once a type.
struct Tokens {
    std::vector<std::string> documents;    ///< ids
    std::vector<std::string> types;        ///< in order of first appearance, as written
    std::vector<std::uint32_t> type;       ///< of each token its type, document after document
    std::vector<std::uint32_t> start;      ///< of each token: its first byte in the text of its document
    std::vector<std::uint32_t> length;     ///< and its bytes there
    std::vector<std::size_t> first = {0};  ///< where each document's tokens begin; one more than documents

    [[nodiscard]] std::size_t size() const noexcept { return type.size(); }
    [[nodiscard]] std::span<const std::uint32_t> of_document(std::size_t document) const {
        return std::span(type).subspan(first[document], first[document + 1] - first[document]);
    }
};

}  // namespace tarazy
