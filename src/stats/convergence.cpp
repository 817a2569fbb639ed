#include "stats/convergence.hpp"

#include "stats/beta.hpp"
#include "stats/line_fit.hpp"
#include "stats/normal.hpp"
#include "stats/quantile.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace tarazy {
namespace {

/// A draw and its place among the halves of the chains.
struct Placed {
    double value;
    std::uint32_t place;
};

/// First and last floor(n/2) draws of each chain of n, one after another; the draws between them, one of each chain of
/// odd length.
struct Halves {
    std::vector<double> values;
    std::vector<double> left_out;
    std::size_t length;
};

Halves halves_of(std::span<const double> draws, std::size_t chains) {
    const std::size_t length = draws.size() / chains;
    Halves halves{{}, {}, length / 2};
    halves.values.reserve(draws.size());
    for (std::size_t chain = 0; chain < chains; ++chain) {
        const auto whole = draws.subspan(chain * length, length);
        const auto first = whole.first(halves.length), last = whole.last(halves.length);
        halves.values.insert(halves.values.end(), first.begin(), first.end());
        halves.values.insert(halves.values.end(), last.begin(), last.end());
        if (length % 2 == 1) halves.left_out.push_back(whole[halves.length]);
    }
    return halves;
}

std::vector<Placed> in_order(std::span<const double> values) {
    std::vector<Placed> ordered(values.size());
    for (std::uint32_t place = 0; place < values.size(); ++place) ordered[place] = {values[place], place};
    std::ranges::sort(ordered, {}, &Placed::value);
    return ordered;
}

std::vector<double> sorted_draws(std::span<const Placed> ordered, std::vector<double> left_out) {
    std::ranges::sort(left_out);
    std::vector<double> values(ordered.size()), merged;
    std::ranges::transform(ordered, values.begin(), &Placed::value);
    if (left_out.empty()) return values;
    std::ranges::merge(values, left_out, std::back_inserter(merged));
    return merged;
}

/// Distances |x - centre| in ascending order: the ordered draws, read outwards from the centre.
std::vector<Placed> folded(std::span<const Placed> ordered, double centre) {
    std::vector<Placed> distances;
    distances.reserve(ordered.size());
    auto above = std::ranges::lower_bound(ordered, centre, {}, &Placed::value);
    auto below = above;
    while (below != ordered.begin() || above != ordered.end()) {
        const bool go_down =
            below != ordered.begin() && (above == ordered.end() || centre - (below - 1)->value < above->value - centre);
        const Placed& nearest = go_down ? *--below : *above++;
        distances.push_back({std::abs(nearest.value - centre), nearest.place});
    }
    return distances;
}

/// Normal score of a rank among `count`: the quantile at (rank - 3/8)/(count + 1/4) (Blom 1958).
double normal_score(double rank, std::size_t count) {
    return normal_quantile((rank - 0.375) / (static_cast<double>(count) + 0.25));
}

/// The scores of the ranks 1, 2, ..., count, which mirror each other.
std::vector<double> normal_scores(std::size_t count) {
    std::vector<double> scores(count);
    for (std::size_t i = 0; i < count - i; ++i) {
        scores[i] = normal_score(static_cast<double>(i + 1), count);
        scores[count - 1 - i] = -scores[i];
    }
    return scores;
}

/// Puts the score of each draw at its place; draws of equal value share the score of their mean rank.
void place_scores(std::span<const Placed> ordered, std::span<const double> scores, std::span<double> placed) {
    const std::size_t count = ordered.size();
    for (std::size_t begin = 0, end = 0; begin < count; begin = end) {
        while (end < count && ordered[end].value == ordered[begin].value) ++end;
        const std::size_t twice_rank = begin + 1 + end;
        const double score =
            twice_rank % 2 == 0 ? scores[twice_rank / 2 - 1] : normal_score(static_cast<double>(twice_rank) / 2, count);
        for (std::size_t i = begin; i < end; ++i) placed[ordered[i].place] = score;
    }
}

/// Subtracts the mean, exactly where all values are equal, and returns it.
double centre(std::span<double> values) {
    const double origin = values.front();
    double sum = 0;
    for (const double value : values) sum += value - origin;
    const double middle = origin + sum / static_cast<double>(values.size());
    for (double& value : values) value -= middle;
    return middle;
}

double sum_of_squares(std::span<const double> values) {
    return std::inner_product(values.begin(), values.end(), values.begin(), 0.0);
}

/// Chains of equal length around their means.
struct CentredChains {
    std::span<const double> values;
    std::size_t length;
    double between;  ///< variance of the chain means: B/N of eq. 1
    double within;   ///< mean of the chain variances: W of eq. 2

    [[nodiscard]] double draws() const { return static_cast<double>(values.size()); }
    [[nodiscard]] bool constant() const { return between == 0 && within == 0; }
};

/// @param values  centred in place, chain by chain. @pre length > 1, two chains at least
CentredChains centred(std::span<double> values, std::size_t length) {
    std::vector<double> means;
    double squares = 0;
    for (std::size_t begin = 0; begin < values.size(); begin += length) {
        means.push_back(centre(values.subspan(begin, length)));
        squares += sum_of_squares(values.subspan(begin, length));
    }
    const double chains = static_cast<double>(means.size());
    centre(means);
    return {values, length, sum_of_squares(means) / (chains - 1), squares / chains / static_cast<double>(length - 1)};
}

/// Potential scale reduction, eq. 3 and 4.
std::optional<double> split_rhat(const CentredChains& chains) {
    if (chains.constant()) return std::nullopt;
    if (chains.within == 0) return std::numeric_limits<double>::infinity();
    const double length = static_cast<double>(chains.length);
    return std::sqrt((length - 1) / length + chains.between / chains.within);
}

/// Sum of x[i] x[i + lag], in four strands so that one addition need not wait for another.
double lagged_products(std::span<const double> x, std::size_t lag) {
    const double* const early = x.data();
    const double* const late = x.data() + lag;
    const std::size_t count = x.size() - lag;
    double a = 0, b = 0, c = 0, d = 0;
    std::size_t i = 0;
    for (; i + 4 <= count; i += 4) {
        a += early[i] * late[i];
        b += early[i + 1] * late[i + 1];
        c += early[i + 2] * late[i + 2];
        d += early[i + 3] * late[i + 3];
    }
    for (; i < count; ++i) a += early[i] * late[i];
    return (a + b) + (c + d);
}

/// Effective number of draws (section 3.2): their number over tau = -1 + 2 sum of rho_t, the autocorrelations of all
/// chains together, summed over pairs rho_2k + rho_2k+1 while these are positive, none counted above the one before it
/// (Geyer 1992, initial monotone sequence). From the pair where the sum stops, the even term counts once if positive,
/// which serves antithetic chains. The autocovariances have the divisor of lag 0 at every lag.
std::optional<double> effective_draws(const CentredChains& chains) {
    const std::size_t length = chains.length;
    if (length < 3 || chains.constant()) return std::nullopt;
    const double pooled =
        chains.within * static_cast<double>(length - 1) / static_cast<double>(length) + chains.between;
    if (!(pooled > 0) || !std::isfinite(pooled)) return std::nullopt;
    const auto correlation_at = [&](std::size_t lag) {
        double sum = 0;
        for (std::size_t begin = 0; begin < chains.values.size(); begin += length)
            sum += lagged_products(chains.values.subspan(begin, length), lag);
        return 1 - (chains.within - sum / chains.draws()) / pooled;
    };
    double even = 1, pair = 1 + correlation_at(1);
    double least = std::numeric_limits<double>::infinity(), sum = 0;
    std::size_t lag = 0;
    while (lag + 5 < length && pair > 0) {
        least = std::min(least, pair);
        sum += least;
        lag += 2;
        even = correlation_at(lag);
        pair = even + correlation_at(lag + 1);
    }
    // Without a pair to sum, posterior takes tau = 2: half the draws for very short or strictly alternating chains.
    if (lag == 0) sum = 1;
    const double last = even > 0 || pair >= 0 ? even : 0;
    const double tau = std::max(-1 + 2 * sum + last, 1 / std::log10(chains.draws()));
    return chains.draws() / tau;
}

/// Effective number of draws for the share at or below `limit` (section 4.3). @param room  as long as the values
std::optional<double> effective_draws_below(double limit, const Halves& halves, std::span<double> room) {
    std::ranges::transform(halves.values, room.begin(), [=](double value) { return value <= limit ? 1.0 : 0.0; });
    return effective_draws(centred(room, halves.length));
}

/// Monte Carlo standard error of a quantile (section 4.4): half the distance between the order statistics at the ends
/// of the central 68 % interval of Beta(S p + 1, S (1 - p) + 1), S effective draws; the tail as posterior rounds it.
std::optional<double> quantile_error(std::span<const double> sorted, double probability,
                                     std::optional<double> effective) {
    if (!effective) return std::nullopt;
    constexpr double tail = 0.1586553;
    const double a = *effective * probability + 1, b = *effective * (1 - probability) + 1;
    const double count = static_cast<double>(sorted.size());
    const double low = std::max(std::floor(beta_quantile(tail, a, b) * count), 1.0);
    const double high = std::min(std::ceil(beta_quantile(1 - tail, a, b) * count), count);
    return (sorted[static_cast<std::size_t>(high) - 1] - sorted[static_cast<std::size_t>(low) - 1]) / 2;
}

std::optional<double> known_both(std::optional<double> a, std::optional<double> b, double (*choose)(double, double)) {
    if (!a || !b) return std::nullopt;
    return choose(*a, *b);
}

void add_summary(std::span<const double> draws, std::span<const double> sorted, Convergence& result) {
    const bool constant = draws.size() > 1 && sorted.front() == sorted.back();
    result.mean = constant ? draws.front() : *mean(draws);
    result.sd = constant ? 0 : standard_deviation(draws).value_or(Convergence::undefined);
    result.q05 = quantile_of_sorted(sorted, 0.05);
    result.q50 = std::midpoint(sorted[(sorted.size() - 1) / 2], sorted[sorted.size() / 2]);
    result.q95 = quantile_of_sorted(sorted, 0.95);
}

}  // namespace

Convergence summary_of_draws(std::span<const float> draws) {
    Convergence result;
    if (draws.empty() || !std::ranges::all_of(draws, [](float draw) { return std::isfinite(draw); })) return result;
    std::vector<float> sorted(draws.begin(), draws.end());
    std::ranges::sort(sorted);
    add_summary(std::vector<double>(draws.begin(), draws.end()), std::vector<double>(sorted.begin(), sorted.end()),
                result);
    return result;
}

Convergence convergence(std::span<const double> draws, std::size_t chains) {
    assert(chains > 0 && draws.size() % chains == 0);
    Convergence result;
    if (draws.empty() || !std::ranges::all_of(draws, [](double draw) { return std::isfinite(draw); })) return result;

    const Halves halves = halves_of(draws, chains);
    const std::vector<Placed> ordered = in_order(halves.values);
    const std::vector<double> sorted = sorted_draws(ordered, halves.left_out);
    add_summary(draws, sorted, result);
    if (halves.length < 2) return result;

    std::vector<double> room(halves.values.size());
    const std::vector<double> scores = normal_scores(room.size());
    place_scores(folded(ordered, result.q50), scores, room);
    const std::optional<double> folded_rhat = split_rhat(centred(room, halves.length));
    place_scores(ordered, scores, room);
    const CentredChains bulk = centred(room, halves.length);
    result.rhat = known_both(split_rhat(bulk), folded_rhat, [](double a, double b) { return std::max(a, b); });
    result.ess_bulk = effective_draws(bulk);

    const std::optional<double> at_q05 = effective_draws_below(result.q05, halves, room);
    const std::optional<double> at_q95 = effective_draws_below(result.q95, halves, room);
    result.ess_tail = known_both(at_q05, at_q95, [](double a, double b) { return std::min(a, b); });
    result.mcse_q05 = quantile_error(sorted, 0.05, at_q05);
    result.mcse_q50 = quantile_error(sorted, 0.5, effective_draws_below(result.q50, halves, room));
    result.mcse_q95 = quantile_error(sorted, 0.95, at_q95);

    std::ranges::copy(halves.values, room.begin());
    if (const auto effective = effective_draws(centred(room, halves.length))) {
        result.mcse_mean = result.sd / std::sqrt(*effective);
    }
    return result;
}

Convergence convergence(std::span<const float> draws, std::size_t chains) {
    return convergence(std::vector<double>(draws.begin(), draws.end()), chains);
}

}  // namespace tarazy
