#include "network/brokerage/null_tally.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// What a block of draws says of one number. Sums are of the difference from what was observed, which keeps the
/// variance exact where draws hardly differ.
enum TallyCell : std::size_t { tally_sum, tally_squares, tally_above, tally_equal, tally_low, tally_high, tally_cells };

void tally_draw(std::span<const double> observed, std::span<const double> drawn, bool first, std::span<double> tally) {
    for (std::size_t i = 0; i < observed.size(); ++i) {
        double* const cell = tally.data() + i * tally_cells;
        double difference = drawn[i] - observed[i];
        if (std::abs(difference) <= 1e-9 * std::max(std::abs(drawn[i]), std::abs(observed[i]))) difference = 0;
        cell[tally_sum] += difference;
        cell[tally_squares] += difference * difference;
        cell[tally_above] += difference > 0 ? 1 : 0;
        cell[tally_equal] += difference == 0 ? 1 : 0;
        cell[tally_low] = first ? drawn[i] : std::min(cell[tally_low], drawn[i]);
        cell[tally_high] = first ? drawn[i] : std::max(cell[tally_high], drawn[i]);
    }
}

void merge_tally(std::span<double> all, std::span<const double> block, bool first) {
    for (std::size_t cell = 0; cell < all.size(); cell += tally_cells) {
        for (std::size_t sum = tally_sum; sum <= tally_equal; ++sum) all[cell + sum] += block[cell + sum];
        const double low = block[cell + tally_low], high = block[cell + tally_high];
        all[cell + tally_low] = first ? low : std::min(all[cell + tally_low], low);
        all[cell + tally_high] = first ? high : std::max(all[cell + tally_high], high);
    }
}

NullStanding standing_of(double observed, std::span<const double> cell, double draws) {
    NullStanding standing;
    const double shift = cell[tally_sum] / draws;
    standing.expected = observed + shift;
    if (cell[tally_high] - cell[tally_low] <= 1e-9 * std::abs(cell[tally_high])) return standing;
    standing.sd = std::sqrt(std::max(0.0, cell[tally_squares] - draws * shift * shift) / (draws - 1));
    if (!(standing.sd > 0)) return standing;
    standing.z = -shift / standing.sd;
    standing.p = (1 + cell[tally_above] + cell[tally_equal] / 2) / (draws + 1);
    return standing;
}

}  // namespace

NullDraws hold_against_null(std::span<const double> observed, const NullOptions& options, std::string_view what,
                            const std::function<NullDraw()>& maker) {
    NullDraws result;
    result.draws = options.draws;
    if (options.draws == 0) {
        result.standings.assign(observed.size(), {});
        return result;
    }
    const ReplicateBlocks blocks{options.draws};
    const std::size_t tallied = observed.size() * tally_cells, kept = options.keep.size();
    const std::size_t width = tallied + blocks.length() * kept;
    const std::vector<double> found =
        spread_replicates(blocks, width, options.threads, options.work, what,
                          [&](std::size_t begin, std::size_t end, std::span<double> out, WorkStep& step) {
                              const NullDraw draw = maker();
                              std::vector<double> numbers(observed.size());
                              for (std::size_t replicate = begin; replicate < end; ++replicate) {
                                  draw(replicate, numbers);
                                  tally_draw(observed, numbers, replicate == begin, out.first(tallied));
                                  for (std::size_t k = 0; k < kept; ++k)
                                      out[tallied + (replicate - begin) * kept + k] = numbers[options.keep[k]];
                                  step.advance();
                              }
                          });
    std::vector<double> all(tallied);
    for (std::size_t block = 0; block < blocks.count(); ++block) {
        const auto one = std::span(found).subspan(block * width, width);
        merge_tally(all, one.first(tallied), block == 0);
        const auto draws = one.subspan(tallied, (blocks.end(block) - blocks.begin(block)) * kept);
        result.kept.insert(result.kept.end(), draws.begin(), draws.end());
    }
    for (std::size_t i = 0; i < observed.size(); ++i)
        result.standings.push_back(standing_of(observed[i], std::span(all).subspan(i * tally_cells, tally_cells),
                                               static_cast<double>(options.draws)));
    return result;
}

}  // namespace tarazy
