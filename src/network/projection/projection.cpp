#include "network/projection/projection.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "network/projection/class_pair_tails.hpp"
#include "stats/benjamini_hochberg.hpp"
#include "stats/holm.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <string>

namespace tarazy {
namespace {

constexpr double unknown_value = std::numeric_limits<double>::quiet_NaN();

/// What does not hang on any model: counts, Newman's weights, Jaccard's shares.
struct SharedInstitutions {
    const TwoModeNetwork& network;
    std::vector<double> newman_weight;  ///< of each institution
    std::vector<std::uint32_t> degree;  ///< of each actor

    explicit SharedInstitutions(const TwoModeNetwork& of) : network(of) {
        const BitMatrix turned = transposed(network.ties);
        for (std::size_t e = 0; e < turned.rows(); ++e) {
            const std::size_t members = count_bits(turned.row(e));
            newman_weight.push_back(members >= 2 ? 1 / static_cast<double>(members - 1) : 0);
        }
        for (std::size_t actor = 0; actor < network.actors.size(); ++actor)
            degree.push_back(static_cast<std::uint32_t>(count_bits(network.ties.row(actor))));
    }

    void describe(PairProjection& pair) const {
        const auto one = network.ties.row(pair.a), other = network.ties.row(pair.b);
        for (std::size_t word = 0; word < one.size(); ++word) {
            for (std::uint64_t bits = one[word] & other[word]; bits != 0; bits &= bits - 1) {
                ++pair.count;
                pair.newman += newman_weight[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))];
            }
        }
        const std::uint32_t either = degree[pair.a] + degree[pair.b] - pair.count;
        pair.jaccard = either == 0 ? unknown_value : static_cast<double>(pair.count) / either;
    }
};

std::vector<PairProjection> described_pairs(const TwoModeNetwork& network, const ProjectionOptions& options) {
    const std::size_t n = network.actors.size();
    std::vector<PairProjection> pairs;
    pairs.reserve(n * (n - 1) / 2);
    for (std::uint32_t a = 0; a < n; ++a) {
        for (std::uint32_t b = a + 1; b < n; ++b) {
            pairs.push_back({});
            pairs.back().a = a;
            pairs.back().b = b;
        }
    }
    const SharedInstitutions shared(network);
    parallel_chunks(
        pairs.size(), 4096, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t at = begin; at < end; ++at) shared.describe(pairs[at]);
        },
        options.work);
    return pairs;
}

/// The pairs of each pair of classes, one list behind the other.
struct PairsByClasses {
    std::size_t classes;
    std::vector<std::size_t> begin;    ///< of the list of a class pair
    std::vector<std::uint32_t> order;  ///< places of pairs

    PairsByClasses(const std::vector<PairProjection>& pairs, const MarginClasses& of)
        : classes(of.actor_classes()), begin(classes * classes + 1), order(pairs.size()) {
        const auto cell = [&](const PairProjection& pair) {
            const std::uint32_t a = of.actor_class[pair.a], b = of.actor_class[pair.b];
            return std::size_t{std::max(a, b)} * classes + std::min(a, b);
        };
        for (const PairProjection& pair : pairs) ++begin[cell(pair) + 1];
        for (std::size_t at = 1; at < begin.size(); ++at) begin[at] += begin[at - 1];
        std::vector<std::size_t> next(begin.begin(), begin.end() - 1);
        for (std::size_t at = 0; at < pairs.size(); ++at)
            order[next[cell(pairs[at])]++] = static_cast<std::uint32_t>(at);
    }
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t a, std::size_t b) const {
        const std::size_t cell = a * classes + b;
        return std::span(order).subspan(begin[cell], begin[cell + 1] - begin[cell]);
    }
};

double expected_count(const Bicm& model, std::size_t a, std::size_t b) {
    const std::size_t width = model.classes.institution_classes();
    double sum = 0;
    for (std::size_t e = 0; e < width; ++e)
        sum +=
            model.classes.institution_count[e] * (model.probability[a * width + e] * model.probability[b * width + e]);
    return sum;
}

/// Both laws once for all pairs of two classes. @param places  not empty
void fill_tails(const Bicm& model, std::size_t institutions, std::size_t a, std::size_t b,
                std::span<const std::uint32_t> places, std::vector<PairProjection>& pairs) {
    std::uint32_t most = 0;
    for (const std::uint32_t at : places) most = std::max(most, pairs[at].count);
    const CountTails tails = class_pair_tails(model, a, b, most);
    const CountTails hyper =
        hypergeometric_tails(institutions, model.classes.actor_degree[a], model.classes.actor_degree[b], most);
    const double expected = expected_count(model, a, b);
    for (const std::uint32_t at : places) {
        PairProjection& pair = pairs[at];
        pair.hyper_lower = hyper.lower[pair.count];
        pair.hyper_upper = hyper.upper[pair.count];
        pair.sdsm_lower = tails.lower[pair.count];
        pair.sdsm_upper = tails.upper[pair.count];
        pair.sdsm_mid = tails.mid[pair.count];
        pair.sdsm_expected = expected;
    }
}

void mark_backbone(std::vector<PairProjection>& pairs, const ProjectionOptions& options) {
    const bool both = options.level.kind == BackboneKind::signed_ties;
    std::vector<double> p;
    p.reserve(pairs.size());
    for (PairProjection& pair : pairs) {
        pair.p = both ? std::min(1.0, 2 * std::min(pair.sdsm_lower, pair.sdsm_upper)) : pair.sdsm_upper;
        p.push_back(options.family == PairFamily::nonzero && pair.count == 0 ? unknown_value : pair.p);
    }
    if (options.correction == PairCorrection::holm) p = holm(p);
    if (options.correction == PairCorrection::benjamini_hochberg) p = benjamini_hochberg(p);
    for (std::size_t at = 0; at < pairs.size(); ++at) {
        PairProjection& pair = pairs[at];
        pair.p_adjusted = p[at];
        if (p[at] <= options.level.alpha) pair.backbone = !both || pair.sdsm_upper < pair.sdsm_lower ? 1 : -1;
    }
}

}  // namespace

Projection projection(const TwoModeNetwork& network, const ProjectionOptions& options) {
    const std::size_t n = network.actors.size();
    if (!(options.level.alpha > 0 && options.level.alpha < 1))
        refuse_argument("alpha", std::to_string(options.level.alpha), "give a number between 0 and 1");
    if (n > 1 && n * (n - 1) / 2 > options.most_pairs)
        throw LimitError(std::to_string(n) + " actors make " + std::to_string(n * (n - 1) / 2) +
                         " pairs, the limit is " + std::to_string(options.most_pairs) + "; leave out actors");
    Projection projected;
    if (n < 2) return projected;
    projected.pairs = described_pairs(network, options);
    projected.model = bicm(network.ties, options.cannot_join, options.work);
    const std::size_t classes = projected.model.classes.actor_classes();
    const PairsByClasses lists(projected.pairs, projected.model.classes);
    WorkStep step(options.work, "tails of shared counts", classes);
    parallel_chunks(
        classes, 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t a = begin; a < end; ++a) {
                for (std::size_t b = 0; b <= a; ++b) {
                    options.work.check();
                    const auto places = lists.of(a, b);
                    if (!places.empty())
                        fill_tails(projected.model, network.institutions.size(), a, b, places, projected.pairs);
                }
            }
        },
        step);
    mark_backbone(projected.pairs, options);
    return projected;
}

}  // namespace tarazy
