#include "network/projection/curveball.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

// popcnt and pdep are not part of plain x86-64; there are versions with and without, of which the loader picks one.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#include <immintrin.h>
#define TARAZY_TRADE_VERSIONS __attribute__((target_clones("popcnt", "default")))
#define TARAZY_TRADE_WITH_PDEP __attribute__((target("bmi2,popcnt")))
#define TARAZY_TRADE_WITHOUT_PDEP __attribute__((target("default")))
#else
#define TARAZY_TRADE_VERSIONS
#define TARAZY_TRADE_WITHOUT_PDEP
#endif

namespace tarazy {
namespace {

/// Numbers below a small bound, two of each number of the stream; without bias (Lemire 2019).
class SmallNumbers {
public:
    explicit SmallNumbers(Random& random) : random_(random) {}

    /// @pre 0 < n < 2^32
    [[nodiscard]] std::uint32_t below(std::uint32_t n) {
        std::uint64_t product = std::uint64_t{next()} * n;
        if (static_cast<std::uint32_t>(product) < n) {
            const std::uint32_t threshold = (0U - n) % n;
            while (static_cast<std::uint32_t>(product) < threshold) product = std::uint64_t{next()} * n;
        }
        return static_cast<std::uint32_t>(product >> 32);
    }

private:
    std::uint32_t next() {
        if (!half_) {
            number_ = random_();
            half_ = true;
            return static_cast<std::uint32_t>(number_);
        }
        half_ = false;
        return static_cast<std::uint32_t>(number_ >> 32);
    }

    Random& random_;
    std::uint64_t number_ = 0;
    bool half_ = false;
};

/// What two rows may trade: columns that one of them has and the other lacks and may have. Each has a rank among them.
struct TradePool {
    std::vector<std::uint64_t> bits, chosen;  ///< a bit a column
    std::vector<std::uint64_t> chosen_ranks;  ///< a bit a rank
    std::vector<std::uint32_t> ranks, all_ranks;
    std::size_t of_both = 0, of_first = 0;

    explicit TradePool(const BitMatrix& ties)
        : bits(ties.words()),
          chosen(ties.words()),
          chosen_ranks(ties.words() + 1),
          ranks(ties.columns()),
          all_ranks(ties.columns()) {
        std::iota(all_ranks.begin(), all_ranks.end(), 0U);
    }

    /// Whether the 64 ranks from this one on are chosen.
    [[nodiscard]] std::uint64_t chosen_from(std::size_t rank) const {
        const std::size_t word = rank / 64, shift = rank % 64;
        return shift == 0 ? chosen_ranks[word] : chosen_ranks[word] >> shift | chosen_ranks[word + 1] << (64 - shift);
    }
};

TARAZY_TRADE_VERSIONS
void collect_pool(const std::uint64_t* first, const std::uint64_t* second, const std::uint64_t* closed_to_first,
                  const std::uint64_t* closed_to_second, TradePool& pool) {
    std::size_t of_both = 0, of_first = 0;
    for (std::size_t word = 0; word < pool.bits.size(); ++word) {
        std::uint64_t bits = first[word] ^ second[word];
        if (closed_to_first != nullptr) bits &= ~(closed_to_first[word] | closed_to_second[word]);
        pool.bits[word] = bits;
        of_both += static_cast<std::size_t>(__builtin_popcountll(bits));
        of_first += static_cast<std::size_t>(__builtin_popcountll(bits & first[word]));
    }
    pool.of_both = of_both;
    pool.of_first = of_first;
}

/// Fisher and Yates.
void choose_ranks(TradePool& pool, std::size_t count, SmallNumbers& numbers) {
    std::copy_n(pool.all_ranks.begin(), pool.of_both, pool.ranks.begin());
    std::ranges::fill(pool.chosen_ranks, 0U);
    for (std::size_t at = 0; at < count; ++at) {
        const std::size_t other = at + numbers.below(static_cast<std::uint32_t>(pool.of_both - at));
        const std::uint32_t rank = pool.ranks[other];
        pool.ranks[other] = pool.ranks[at];
        pool.chosen_ranks[rank / 64] |= std::uint64_t{1} << (rank % 64);
    }
}

#ifdef TARAZY_TRADE_WITH_PDEP
TARAZY_TRADE_WITH_PDEP
void choose_columns(TradePool& pool) {
    for (std::size_t word = 0, rank = 0; word < pool.bits.size(); ++word) {
        pool.chosen[word] = _pdep_u64(pool.chosen_from(rank), pool.bits[word]);
        rank += static_cast<std::size_t>(__builtin_popcountll(pool.bits[word]));
    }
}
#endif

/// The columns of the chosen ranks.
TARAZY_TRADE_WITHOUT_PDEP
void choose_columns(TradePool& pool) {
    for (std::size_t word = 0, rank = 0; word < pool.bits.size(); ++word) {
        std::uint64_t chosen = 0, from = pool.chosen_from(rank);
        for (std::uint64_t bits = pool.bits[word]; bits != 0; bits &= bits - 1, from >>= 1U, ++rank)
            chosen |= (bits & (0 - bits)) & (0 - (from & 1U));
        pool.chosen[word] = chosen;
    }
}

/// The first row gets a random choice of as many as it had, the second the rest.
void deal_pool(TradePool& pool, std::span<std::uint64_t> first, std::span<std::uint64_t> second,
               SmallNumbers& numbers) {
    // The smaller share is drawn.
    const bool first_draws = pool.of_first <= pool.of_both - pool.of_first;
    choose_ranks(pool, first_draws ? pool.of_first : pool.of_both - pool.of_first, numbers);
    choose_columns(pool);
    for (std::size_t word = 0; word < first.size(); ++word) {
        const std::uint64_t bits = pool.bits[word], chosen = pool.chosen[word];
        const std::uint64_t to_first = first_draws ? chosen : bits & ~chosen;
        first[word] = (first[word] & ~bits) | to_first;
        second[word] = (second[word] & ~bits) | (bits & ~to_first);
    }
}

}  // namespace

void curveball_trades(BitMatrix& ties, const BitMatrix& closed, std::size_t trades, Random& random) {
    if (ties.rows() < 2) return;
    TradePool pool(ties);
    SmallNumbers numbers(random);
    const auto rows = static_cast<std::uint32_t>(ties.rows());
    for (std::size_t trade = 0; trade < trades; ++trade) {
        const std::uint32_t i = numbers.below(rows);
        std::uint32_t j = numbers.below(rows - 1);
        if (j >= i) ++j;
        const auto closed_row = [&](std::uint32_t row) { return closed.rows() > 0 ? closed.row(row).data() : nullptr; };
        collect_pool(ties.row(i).data(), ties.row(j).data(), closed_row(i), closed_row(j), pool);
        if (pool.of_first > 0 && pool.of_both > pool.of_first) deal_pool(pool, ties.row(i), ties.row(j), numbers);
    }
}

void curveball_draws(const BitMatrix& ties, const BitMatrix& closed, const CurveballDraws& how,
                     const std::function<void(std::size_t number, const BitMatrix& ties)>& draw) {
    const std::size_t trades = how.trades.value_or(5 * ties.rows());
    WorkStep step(how.work, "networks with the same margins", how.draws);
    parallel_chunks(
        how.draws, 1, how.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t number = begin; number < end; ++number) {
                Random random(how.seed, "curveball", number);
                BitMatrix drawn = ties;
                curveball_trades(drawn, closed, trades, random);
                draw(number, drawn);
            }
        },
        step);
}

}  // namespace tarazy
