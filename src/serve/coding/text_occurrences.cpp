#include "serve/coding/text_occurrences.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace tarazy {
namespace {

constexpr std::size_t gram_bytes = 4;
constexpr unsigned hash_bits = 16;

/// Hash value of four bytes, after Knuth (1973, 6.4).
std::size_t gram_at(std::string_view text, std::size_t place) {
    std::uint32_t bytes = 0;
    std::memcpy(&bytes, text.data() + place, gram_bytes);
    return (bytes * 2654435769U) >> (32 - hash_bits);
}

std::optional<std::size_t> only_by_search(std::string_view text, std::string_view words) {
    const std::size_t first = text.find(words);
    if (first == std::string_view::npos || text.find(words, first + 1) != std::string_view::npos) return std::nullopt;
    return first;
}

}  // namespace

TextOccurrences::TextOccurrences(std::string_view text) : text_(text) {
    if (text.size() < gram_bytes || text.size() > std::numeric_limits<std::uint32_t>::max()) return;
    bucket_ends_.assign((std::size_t{1} << hash_bits) + 1, 0);
    const std::size_t grams = text.size() - gram_bytes + 1;
    for (std::size_t place = 0; place < grams; ++place) ++bucket_ends_[gram_at(text, place) + 1];
    for (std::size_t gram = 1; gram < bucket_ends_.size(); ++gram) bucket_ends_[gram] += bucket_ends_[gram - 1];
    places_.resize(grams);
    std::vector<std::uint32_t> next(bucket_ends_.begin(), bucket_ends_.end() - 1);
    for (std::size_t place = 0; place < grams; ++place)
        places_[next[gram_at(text, place)]++] = static_cast<std::uint32_t>(place);
}

std::optional<std::size_t> TextOccurrences::only(std::string_view words) const {
    if (words.empty() || words.size() > text_.size()) return std::nullopt;
    if (words.size() < gram_bytes || places_.empty()) return only_by_search(text_, words);
    std::size_t rarest = 0;
    for (std::size_t at = 1; at + gram_bytes <= words.size(); ++at)
        if (bucket_of(gram_at(words, at)) < bucket_of(gram_at(words, rarest))) rarest = at;
    const std::size_t gram = gram_at(words, rarest);
    std::optional<std::size_t> found;
    for (std::size_t k = bucket_ends_[gram]; k < bucket_ends_[gram + 1]; ++k) {
        if (places_[k] < rarest) continue;
        const std::size_t begin = places_[k] - rarest;
        if (text_.substr(begin, words.size()) != words) continue;
        if (found) return std::nullopt;
        found = begin;
    }
    return found;
}

}  // namespace tarazy
