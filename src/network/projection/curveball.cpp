#include "network/projection/curveball.hpp"

#include "base/parallel.hpp"

#include <bit>
#include <vector>

// The popcnt instruction is not part of plain x86-64; the compiler makes both versions and the loader picks one.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define TARAZY_TRADE_VERSIONS __attribute__((target_clones("popcnt", "default")))
#else
#define TARAZY_TRADE_VERSIONS
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

/// What two rows may trade: columns that one of them has and the other lacks and may have.
struct TradePool {
    std::vector<std::uint64_t> bits, chosen;  ///< a bit a column
    std::vector<std::uint32_t> columns;
    std::size_t of_both = 0, of_first = 0;

    explicit TradePool(const BitMatrix& ties) : bits(ties.words()), chosen(ties.words()), columns(ties.columns()) {}
};

TARAZY_TRADE_VERSIONS
void collect_pool(const std::uint64_t* first, const std::uint64_t* second, const std::uint64_t* closed_to_first,
                  const std::uint64_t* closed_to_second, TradePool& pool) {
    std::size_t of_both = 0, of_first = 0;
    for (std::size_t word = 0; word < pool.bits.size(); ++word) {
        std::uint64_t bits = first[word] ^ second[word];
        if (closed_to_first != nullptr) bits &= ~(closed_to_first[word] | closed_to_second[word]);
        pool.bits[word] = bits;
        pool.chosen[word] = 0;
        of_first += static_cast<std::size_t>(__builtin_popcountll(bits & first[word]));
        for (; bits != 0; bits &= bits - 1)
            pool.columns[of_both++] =
                static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(bits));
    }
    pool.of_both = of_both;
    pool.of_first = of_first;
}

/// The first row gets a random choice of as many as it had, the second the rest.
void deal_pool(TradePool& pool, std::span<std::uint64_t> first, std::span<std::uint64_t> second,
               SmallNumbers& numbers) {
    // The smaller share is drawn (Fisher and Yates).
    const bool first_draws = pool.of_first <= pool.of_both - pool.of_first;
    const std::size_t drawn = first_draws ? pool.of_first : pool.of_both - pool.of_first;
    for (std::size_t at = 0; at < drawn; ++at) {
        const std::size_t other = at + numbers.below(static_cast<std::uint32_t>(pool.of_both - at));
        const std::uint32_t column = pool.columns[other];
        pool.columns[other] = pool.columns[at];
        pool.chosen[column / 64] |= std::uint64_t{1} << (column % 64);
    }
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
