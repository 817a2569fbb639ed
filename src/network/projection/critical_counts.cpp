#include "network/projection/critical_counts.hpp"

#include "base/argument_checks.hpp"
#include "base/parallel.hpp"
#include "network/projection/class_pair_tails.hpp"

#include <algorithm>

// The popcnt instruction is not part of plain x86-64; the compiler makes both versions and the loader picks one.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define TARAZY_SHARED_COUNT_VERSIONS __attribute__((target_clones("popcnt", "default")))
#else
#define TARAZY_SHARED_COUNT_VERSIONS
#endif

namespace tarazy {
namespace {

struct BackboneRows {
    const std::uint64_t* ties;  ///< rows of `words` words
    std::size_t actors, words;
    const CriticalCounts& critical;
};

/// Sets strong pairs j > i, and weak ones where they are asked for.
TARAZY_SHARED_COUNT_VERSIONS
void mark_pairs_of(const BackboneRows& rows, std::size_t i, BitMatrix& positive, BitMatrix* negative) {
    const std::uint64_t* const one = rows.ties + i * rows.words;
    const std::size_t table = rows.critical.actor_class[i] * rows.critical.classes;
    for (std::size_t j = i + 1; j < rows.actors; ++j) {
        const std::uint64_t* const other = rows.ties + j * rows.words;
        std::uint32_t count = 0;
        for (std::size_t word = 0; word < rows.words; ++word)
            count += static_cast<std::uint32_t>(__builtin_popcountll(one[word] & other[word]));
        const std::size_t cell = table + rows.critical.actor_class[j];
        if (count >= rows.critical.strong[cell]) {
            positive.set(i, j);
            positive.set(j, i);
        }
        if (negative != nullptr && count < rows.critical.below_is_weak[cell]) {
            negative->set(i, j);
            negative->set(j, i);
        }
    }
}

void mark_all_pairs(const BitMatrix& ties, const CriticalCounts& critical, BitMatrix& positive, BitMatrix* negative) {
    if (ties.rows() == 0) return;
    const BackboneRows rows{ties.row(0).data(), ties.rows(), ties.words(), critical};
    for (std::size_t i = 0; i < ties.rows(); ++i) mark_pairs_of(rows, i, positive, negative);
}

}  // namespace

CriticalCounts critical_counts(const Bicm& model, const BackboneLevel& level, unsigned threads, const Work& work) {
    if (!(level.alpha > 0 && level.alpha < 1))
        refuse_argument("alpha", std::to_string(level.alpha), "give a number between 0 and 1");
    const MarginClasses& classes = model.classes;
    const std::size_t n = classes.actor_classes();
    const bool both = level.kind == BackboneKind::signed_ties;
    const double each = both ? level.alpha / 2 : level.alpha;
    CriticalCounts critical{classes.actor_class, n, std::vector(n * n, CriticalCounts::never),
                            std::vector(n * n, std::uint32_t{0})};
    WorkStep step(work, "critical counts", n);
    parallel_chunks(
        n, 1, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t a = begin; a < end; ++a) {
                for (std::size_t b = 0; b <= a; ++b) {
                    // Of two classes the lower number has the lower degree.
                    const CountTails tails = class_pair_tails(model, a, b, classes.actor_degree[b]);
                    const auto strong = std::ranges::find_if(tails.upper, [&](double p) { return p <= each; });
                    if (strong != tails.upper.end())
                        critical.strong[a * n + b] = static_cast<std::uint32_t>(strong - tails.upper.begin());
                    const auto usual = std::ranges::find_if(tails.lower, [&](double p) { return p > each; });
                    if (both)
                        critical.below_is_weak[a * n + b] = static_cast<std::uint32_t>(usual - tails.lower.begin());
                }
            }
        },
        step);
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            critical.strong[b * n + a] = critical.strong[a * n + b];
            critical.below_is_weak[b * n + a] = critical.below_is_weak[a * n + b];
        }
    }
    return critical;
}

CriticalCounts critical_counts(const TwoModeNetwork& network, const BackboneLevel& level, const BitMatrix& cannot_join,
                               unsigned threads, const Work& work) {
    return critical_counts(bicm(network.ties, cannot_join, work), level, threads, work);
}

BitMatrix backbone_bits(const BitMatrix& ties, const CriticalCounts& critical) {
    BitMatrix positive(ties.rows(), ties.rows());
    mark_all_pairs(ties, critical, positive, nullptr);
    return positive;
}

BitMatrix backbone_bits(const TwoModeNetwork& network, const CriticalCounts& critical) {
    return backbone_bits(network.ties, critical);
}

SignedBackbone signed_backbone(const BitMatrix& ties, const CriticalCounts& critical) {
    SignedBackbone backbone{BitMatrix(ties.rows(), ties.rows()), BitMatrix(ties.rows(), ties.rows())};
    mark_all_pairs(ties, critical, backbone.positive, &backbone.negative);
    return backbone;
}

}  // namespace tarazy
