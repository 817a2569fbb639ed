#include "network/functions/shapley_value.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <string>

namespace tarazy {
namespace {

constexpr std::size_t orders_a_chunk = 64;

/// |S|! (n - |S| - 1)! / n! by the size of S.
std::vector<double> coalition_weights(std::uint32_t players) {
    std::vector<double> weights(players);
    if (players == 0) return weights;
    // 1 / (n * binomial(n - 1, s)), without factorials that overflow.
    double binomial = 1;
    for (std::uint32_t size = 0; size < players; ++size) {
        weights[size] = 1 / (players * binomial);
        binomial = binomial * (players - 1 - size) / (size + 1);
    }
    return weights;
}

void shuffle_order(std::vector<std::uint32_t>& order, Random& random) {
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t left = order.size(); left > 1; --left)
        std::swap(order[left - 1], order[static_cast<std::size_t>(random.below(left))]);
}

/// Sums of gains and of their squares over the orders of a chunk.
struct GainSums {
    std::vector<double> sums, squares;
};

}  // namespace

std::vector<double> exact_shapley(std::uint32_t players, const std::function<double(std::uint32_t coalition)>& worth,
                                  const Work& work) {
    if (players > most_enumerated_players)
        throw LimitError("the exact Shapley value of " + std::to_string(players) + " players needs more than 2^" +
                         std::to_string(most_enumerated_players) + " coalitions; sample it");
    const std::uint32_t coalitions = std::uint32_t{1} << players;
    std::vector<double> worths(coalitions);
    StepClock clock(work);
    for (std::uint32_t coalition = 0; coalition < coalitions; ++coalition) {
        (void)clock.stops();
        worths[coalition] = worth(coalition);
    }
    const std::vector<double> weights = coalition_weights(players);
    // Gains are summed by the size of the coalition first: sums of whole numbers stay exact.
    std::vector<double> gains(std::size_t{players} * players);
    for (std::uint32_t coalition = 0; coalition + 1 < coalitions; ++coalition) {
        (void)clock.stops();
        double* of_size = gains.data() + static_cast<std::size_t>(std::popcount(coalition)) * players;
        for (std::uint32_t rest = ~coalition & (coalitions - 1); rest != 0; rest &= rest - 1)
            of_size[std::countr_zero(rest)] += worths[coalition | (rest & -rest)] - worths[coalition];
    }
    std::vector<double> values(players);
    for (std::uint32_t size = 0; size < players; ++size)
        for (std::uint32_t player = 0; player < players; ++player)
            values[player] += weights[size] * gains[std::size_t{size} * players + player];
    return values;
}

SampledShapley sampled_shapley(std::uint32_t players, const OrderGains& gains_of, std::size_t draws, std::uint64_t seed,
                               unsigned threads, const Work& work) {
    std::vector<GainSums> chunks((draws + orders_a_chunk - 1) / orders_a_chunk);
    WorkStep step(work, "orders of the Shapley value", draws);
    parallel_chunks(
        draws, orders_a_chunk, threads,
        [&](std::size_t begin, std::size_t end) {
            GainSums& chunk = chunks[begin / orders_a_chunk];
            chunk.sums.assign(players, 0);
            chunk.squares.assign(players, 0);
            std::vector<std::uint32_t> order(players);
            std::vector<double> gains(players);
            for (std::size_t draw = begin; draw < end; ++draw) {
                Random random(seed, "orders of the Shapley value", draw);
                shuffle_order(order, random);
                std::ranges::fill(gains, 0.0);
                gains_of(order, gains);
                for (std::uint32_t player = 0; player < players; ++player) {
                    chunk.sums[player] += gains[player];
                    chunk.squares[player] += gains[player] * gains[player];
                }
            }
        },
        step);
    const auto n = static_cast<double>(draws);
    SampledShapley result;
    for (std::uint32_t player = 0; player < players; ++player) {
        double sum = 0, squares = 0;
        for (const GainSums& chunk : chunks) {
            sum += chunk.sums[player];
            squares += chunk.squares[player];
        }
        const double mean = sum / n, variance = (squares - sum * mean) / (n - 1);
        result.values.push_back(mean);
        // Below that it is rounding.
        constexpr double rounding = 1e-12;
        result.standard_errors.push_back(variance <= rounding * squares / n ? 0 : std::sqrt(variance / n));
    }
    return result;
}

}  // namespace tarazy
