#include "text/corpus/duplicates.hpp"

#include "base/parallel.hpp"
#include "text/corpus/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace tarazy {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::size_t minhash_bins = 256;
constexpr std::size_t minhash_bands = 32;
constexpr std::uint64_t empty_bin = ~std::uint64_t{0};

/// Finaliser of SplitMix64 (Steele, Lea & Flood 2014).
std::uint64_t mixed_bits(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

/// Hashes of the words of a text, Chinese by characters.
std::vector<std::uint64_t> word_hashes(std::string_view text) {
    std::vector<std::uint64_t> hashes;
    std::uint64_t hash = 0;
    bool in_word = false;
    const auto finish = [&] {
        if (in_word) hashes.push_back(mixed_bits(hash));
        in_word = false;
        hash = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const CharacterAt here = character_from(text, at);
        at += here.bytes;
        const CharacterKind kind = character_kind(here.value);
        if (kind == CharacterKind::blank || kind == CharacterKind::mark) {
            finish();
            continue;
        }
        if (kind == CharacterKind::han) finish();
        in_word = true;
        hash = (hash ^ lower_case(here.value)) * 0x100000001b3U + 1;
        if (kind == CharacterKind::han) finish();
    }
    finish();
    return hashes;
}

/// The distinct shingles of a text, sorted.
std::vector<std::uint64_t> shingles_of(std::string_view text) {
    const std::vector<std::uint64_t> words = word_hashes(text);
    std::vector<std::uint64_t> shingles;
    if (words.empty()) return shingles;
    const std::size_t length = std::min(shingle_words, words.size());
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
        std::uint64_t hash = length;
        for (std::size_t j = 0; j < length; ++j) hash = mixed_bits(hash * 31 + words[i + j]);
        shingles.push_back(hash);
    }
    std::ranges::sort(shingles);
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
}

using Sketch = std::array<std::uint64_t, minhash_bins>;

/// The smallest shingle of each bin; an empty bin borrows from another that its number leads to.
Sketch sketch_of(const std::vector<std::uint64_t>& shingles) {
    Sketch sketch;
    sketch.fill(empty_bin);
    for (const std::uint64_t shingle : shingles) {
        const std::uint64_t hash = mixed_bits(shingle);
        std::uint64_t& bin = sketch[hash % minhash_bins];
        bin = std::min(bin, hash);
    }
    if (shingles.empty()) return sketch;
    const Sketch own = sketch;
    for (std::size_t i = 0; i < minhash_bins; ++i) {
        for (std::uint64_t attempt = 1; sketch[i] == empty_bin; ++attempt)
            sketch[i] = own[mixed_bits(i * 1'000'003 + attempt) % minhash_bins];
    }
    return sketch;
}

double jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    std::size_t common = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            ++common;
            ++i;
            ++j;
        } else if (a[i] < b[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    const std::size_t all = a.size() + b.size() - common;
    return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

/// Pairs that share a band. Of many documents in one band each is paired with the first, which is enough to tell of
/// all.
std::set<std::pair<std::size_t, std::size_t>> candidate_pairs(const std::vector<Sketch>& sketches,
                                                              const std::vector<bool>& empty) {
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    constexpr std::size_t rows = minhash_bins / minhash_bands;
    for (std::size_t band = 0; band < minhash_bands; ++band) {
        std::unordered_map<std::uint64_t, std::size_t> first;
        for (std::size_t i = 0; i < sketches.size(); ++i) {
            if (empty[i]) continue;
            std::uint64_t hash = band + 1;
            for (std::size_t r = 0; r < rows; ++r) hash = mixed_bits(hash * 31 + sketches[i][band * rows + r]);
            const auto [other, fresh] = first.try_emplace(hash, i);
            if (!fresh) pairs.emplace(other->second, i);
        }
    }
    return pairs;
}

}  // namespace

std::vector<DuplicatePair> near_duplicates(std::span<const std::string_view> texts, double threshold, unsigned threads,
                                           const Work& work) {
    std::vector<Sketch> sketches(texts.size());
    std::vector<char> without(texts.size());
    WorkStep step(work, "looking for duplicates", texts.size());
    parallel_chunks(
        texts.size(), 1, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const std::vector<std::uint64_t> shingles = shingles_of(texts[i]);
                without[i] = shingles.empty() ? 1 : 0;
                sketches[i] = sketch_of(shingles);
            }
        },
        step);
    std::vector<DuplicatePair> found;
    std::map<std::size_t, std::vector<std::uint64_t>> kept;  // shingles of those that may have a twin
    const auto shingles = [&](std::size_t i) -> const std::vector<std::uint64_t>& {
        const auto [at, fresh] = kept.try_emplace(i);
        if (fresh) at->second = shingles_of(texts[i]);
        return at->second;
    };
    for (const auto& [first, second] : candidate_pairs(sketches, {without.begin(), without.end()})) {
        work.check();
        const double similarity = jaccard(shingles(first), shingles(second));
        if (similarity > threshold) found.push_back({first, second, similarity});
    }
    return found;
}

}  // namespace tarazy
