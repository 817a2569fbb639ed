#include "network/projection/curveball.hpp"

#include "base/parallel.hpp"

#include <bit>
#include <utility>
#include <vector>

namespace tarazy {
namespace {

/// What two rows may trade: columns that one has and the other lacks and may have.
class TradePool {
public:
    explicit TradePool(std::size_t columns) : columns_(columns) {}

    void clear() { of_first_ = of_both_ = 0; }
    void add_of_first(std::uint64_t bits, std::size_t word) {
        add(bits, word);
        of_first_ = of_both_;
    }
    void add_of_second(std::uint64_t bits, std::size_t word) { add(bits, word); }
    [[nodiscard]] bool tradable() const { return of_first_ > 0 && of_both_ > of_first_; }

    /// The first row gets a random choice of as many as it had.
    void deal(std::span<std::uint64_t> first, std::span<std::uint64_t> second, Random& random) {
        // The smaller share is drawn (Fisher and Yates), the other gets the rest.
        const std::size_t of_second = of_both_ - of_first_;
        const bool first_draws = of_first_ <= of_second;
        const std::size_t drawn = first_draws ? of_first_ : of_second;
        for (std::size_t at = 0; at < drawn; ++at) std::swap(columns_[at], columns_[at + random.below(of_both_ - at)]);
        for (std::size_t at = 0; at < of_both_; ++at) {
            const std::size_t word = columns_[at] / 64;
            const std::uint64_t bit = std::uint64_t{1} << (columns_[at] % 64);
            const bool to_first = (at < drawn) == first_draws;
            (to_first ? first : second)[word] |= bit;
            (to_first ? second : first)[word] &= ~bit;
        }
    }

private:
    void add(std::uint64_t bits, std::size_t word) {
        for (; bits != 0; bits &= bits - 1)
            columns_[of_both_++] =
                static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }

    std::vector<std::uint32_t> columns_;
    std::size_t of_first_ = 0, of_both_ = 0;
};

}  // namespace

void curveball_trades(BitMatrix& ties, const BitMatrix& closed, std::size_t trades, Random& random) {
    if (ties.rows() < 2) return;
    TradePool pool(ties.columns());
    for (std::size_t trade = 0; trade < trades; ++trade) {
        const std::size_t i = random.below(ties.rows());
        std::size_t j = random.below(ties.rows() - 1);
        if (j >= i) ++j;
        const auto first = ties.row(i), second = ties.row(j);
        pool.clear();
        for (std::size_t word = 0; word < first.size(); ++word) {
            std::uint64_t bits = first[word] & ~second[word];
            if (closed.rows() > 0) bits &= ~closed.row(j)[word];
            pool.add_of_first(bits, word);
        }
        for (std::size_t word = 0; word < first.size(); ++word) {
            std::uint64_t bits = second[word] & ~first[word];
            if (closed.rows() > 0) bits &= ~closed.row(i)[word];
            pool.add_of_second(bits, word);
        }
        if (pool.tradable()) pool.deal(first, second, random);
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
