#include "network/communities/core_periphery.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <span>

namespace tarazy {
namespace {

constexpr double undefined_correlation = -2;
constexpr double same_correlation = 1e-10;
constexpr std::size_t most_core_nodes = 2000, most_exact_nodes = 26;

/// Both cells of each two nodes together, and their squares.
struct PairCells {
    std::size_t nodes = 0;
    std::vector<double> sum, square;            // nodes x nodes
    std::vector<double> node_sum, node_square;  // over all others
    double all_sum = 0, all_square = 0;
};

PairCells pair_cells(const Network& network) {
    PairCells cells;
    const std::size_t n = cells.nodes = network.size();
    cells.sum.resize(n * n);
    cells.square.resize(n * n);
    cells.node_sum.resize(n);
    cells.node_square.resize(n);
    const double cells_of_tie = network.directed ? 1 : 2;
    for (const NetworkTie& tie : network.ties) {
        for (const auto& [a, b] : {std::pair(tie.from, tie.to), std::pair(tie.to, tie.from)}) {
            cells.sum[a * n + b] += cells_of_tie * tie.weight;
            cells.square[a * n + b] += cells_of_tie * tie.weight * tie.weight;
        }
    }
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = 0; b < n; ++b) {
            cells.node_sum[a] += cells.sum[a * n + b];
            cells.node_square[a] += cells.square[a * n + b];
        }
        cells.all_sum += cells.node_sum[a] / 2;
        cells.all_square += cells.node_square[a] / 2;
    }
    return cells;
}

/// Sums of cells and of their squares by block.
struct BlockSums {
    std::size_t core = 0;  ///< nodes
    double core_sum = 0, core_square = 0, rest_sum = 0, rest_square = 0;
};

class CoreState {
public:
    CoreState(const PairCells& cells, CoreTies between)
        : cells_(cells), between_(between), in_core_(cells.nodes), core_sum_(cells.nodes), core_square_(cells.nodes) {
        blocks_.rest_sum = cells.all_sum;
        blocks_.rest_square = cells.all_square;
    }

    [[nodiscard]] const std::vector<bool>& core() const { return in_core_; }
    [[nodiscard]] double correlation() const { return of(blocks_); }
    /// What the correlation would be after the node has changed sides.
    [[nodiscard]] double after(std::size_t node) const { return of(changed(blocks_, node, 0, 0)); }
    /// Of the nodes of the periphery the first one with the best correlation above `best` when it takes the place of
    /// a node of the core; nothing when there is none.
    [[nodiscard]] std::optional<std::uint32_t> best_instead(std::size_t leaving,
                                                            std::span<const std::uint32_t> periphery,
                                                            double& best) const {
        const BlockSums left = changed(blocks_, leaving, 0, 0);
        const double *sums = cells_.sum.data() + leaving * cells_.nodes,
                     *squares = cells_.square.data() + leaving * cells_.nodes;
        std::optional<std::uint32_t> found;
        for (const std::uint32_t coming : periphery) {
            if (surely_below(left, coming, sums[coming], squares[coming], best)) continue;
            const double at = of(changed(left, coming, sums[coming], squares[coming]));
            if (!(at > best)) continue;
            best = at;
            found = coming;
        }
        return found;
    }
    void change(std::size_t node) {
        blocks_ = changed(blocks_, node, 0, 0);
        const double sign = in_core_[node] ? -1 : 1;
        in_core_[node] = !in_core_[node];
        for (std::size_t other = 0; other < cells_.nodes; ++other) {
            core_sum_[other] += sign * cells_.sum[node * cells_.nodes + other];
            core_square_[other] += sign * cells_.square[node * cells_.nodes + other];
        }
    }

private:
    /// @param gone_sum, gone_square  cells with a node that has left the core meanwhile
    [[nodiscard]] BlockSums changed(BlockSums blocks, std::size_t node, double gone_sum, double gone_square) const {
        const double with_core = core_sum_[node] - gone_sum, squares = core_square_[node] - gone_square;
        const double with_rest = cells_.node_sum[node] - with_core, rest_squares = cells_.node_square[node] - squares;
        const double sign = in_core_[node] ? -1 : 1;
        blocks.core_sum += sign * with_core;
        blocks.core_square += sign * squares;
        blocks.rest_sum -= sign * with_rest;
        blocks.rest_square -= sign * rest_squares;
        blocks.core = in_core_[node] ? blocks.core - 1 : blocks.core + 1;
        return blocks;
    }

    /// Whether a node that comes into the core cannot make it better than `best`: by the squares, without root and
    /// division, and with room for what they round.
    [[nodiscard]] bool surely_below(const BlockSums& left, std::size_t coming, double gone_sum, double gone_square,
                                    double best) const {
        if (!(best > 0)) return false;
        const auto n = static_cast<double>(cells_.nodes), k = static_cast<double>(left.core + 1);
        const double core_cells = k * (k - 1), rest_cells = (n - k) * (n - k - 1);
        const double with_core = core_sum_[coming] - gone_sum, met_squares = core_square_[coming] - gone_square;
        const double core_sum = left.core_sum + with_core,
                     rest_sum = left.rest_sum - (cells_.node_sum[coming] - with_core);
        double counted = n * (n - 1), ideal = core_cells, sum = cells_.all_sum, square = cells_.all_square,
               met = core_sum;
        if (between_ == CoreTies::ignored) {
            counted = core_cells + rest_cells;
            sum = core_sum + rest_sum;
            square = left.core_square + met_squares + left.rest_square - (cells_.node_square[coming] - met_squares);
        } else if (between_ == CoreTies::present) {
            ideal = counted - rest_cells;
            met = sum - rest_sum;
        }
        const double above = counted * met - sum * ideal, spread = counted * square - sum * sum;
        return above <= 0 ? spread > 0 : above * above < 0.999999 * best * best * spread * ideal * (counted - ideal);
    }

    [[nodiscard]] double of(const BlockSums& blocks) const {
        const auto n = static_cast<double>(cells_.nodes), k = static_cast<double>(blocks.core);
        const double core_cells = k * (k - 1), rest_cells = (n - k) * (n - k - 1);
        double counted = n * (n - 1), ideal = core_cells, sum = cells_.all_sum, square = cells_.all_square,
               met = blocks.core_sum;
        if (between_ == CoreTies::ignored) {
            counted = core_cells + rest_cells;
            sum = blocks.core_sum + blocks.rest_sum;
            square = blocks.core_square + blocks.rest_square;
        } else if (between_ == CoreTies::present) {
            ideal = counted - rest_cells;
            met = sum - blocks.rest_sum;
        }
        const double spread = counted * square - sum * sum, ideal_spread = ideal * (counted - ideal);
        // What is left of equal values by rounding is no spread.
        if (!(spread > 1e-9 * counted * square) || !(ideal_spread > 0)) return undefined_correlation;
        return (counted * met - sum * ideal) / std::sqrt(spread * ideal_spread);
    }

    const PairCells& cells_;
    CoreTies between_;
    std::vector<bool> in_core_;
    std::vector<double> core_sum_, core_square_;  // of each node with the core
    BlockSums blocks_;
};

struct FoundCore {
    double correlation = undefined_correlation;
    std::vector<bool> core;
};

/// Of equally good ones the smaller core, then the one whose first node comes first.
bool better_core(const FoundCore& a, const FoundCore& b) {
    if (std::abs(a.correlation - b.correlation) > same_correlation) return a.correlation > b.correlation;
    const auto size_a = std::ranges::count(a.core, true), size_b = std::ranges::count(b.core, true);
    return size_a != size_b ? size_a < size_b : a.core > b.core;
}

FoundCore every_core(const PairCells& cells, const CorePeripheryOptions& options) {
    CoreState state(cells, options.between);
    FoundCore best{undefined_correlation, state.core()};
    const std::uint64_t all = std::uint64_t{1} << cells.nodes;
    WorkStep step(options.work, "cores", all);
    for (std::uint64_t count = 1; count < all; ++count) {
        state.change(static_cast<std::size_t>(std::countr_zero(count)));
        if (const double at = state.correlation(); at >= best.correlation - same_correlation) {
            const FoundCore found{at, state.core()};
            if (better_core(found, best)) best = found;
        }
        if ((count & 0xffffU) == 0) step.advance(0x10000);
    }
    step.advance(((all - 1) & 0xffffU) + 1);
    return best;
}

/// Changes sides of the node that makes it best; when none does, exchanges two. @returns whether it is better now
bool improve_core(CoreState& state, std::size_t nodes, std::vector<std::uint32_t>& periphery) {
    double best = state.correlation() + same_correlation;
    std::size_t first = nodes;
    std::optional<std::uint32_t> second;
    for (std::size_t node = 0; node < nodes; ++node) {
        if (const double at = state.after(node); at > best) {
            best = at;
            first = node;
        }
    }
    if (first == nodes) {
        periphery.clear();
        for (std::uint32_t node = 0; node < nodes; ++node)
            if (!state.core()[node]) periphery.push_back(node);
    }
    for (std::size_t leaving = 0; first == nodes && leaving < nodes; ++leaving) {
        if (!state.core()[leaving]) continue;
        second = state.best_instead(leaving, periphery, best);
        if (second) first = leaving;
    }
    if (first == nodes) return false;
    state.change(first);
    if (second) state.change(*second);
    return true;
}

/// The best core of the nodes with the largest strengths, whatever its size.
std::vector<std::size_t> strongest_core(const PairCells& cells, CoreTies between) {
    std::vector<std::size_t> order(cells.nodes);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t node) { return cells.node_sum[node]; });
    CoreState state(cells, between);
    double best = undefined_correlation;
    std::size_t size = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        state.change(order[k]);
        if (state.correlation() <= best + same_correlation) continue;
        best = state.correlation();
        size = k + 1;
    }
    order.resize(size);
    return order;
}

FoundCore searched_core(const PairCells& cells, const CorePeripheryOptions& options, std::size_t restart) {
    CoreState state(cells, options.between);
    if (restart == 0) {
        for (const std::size_t node : strongest_core(cells, options.between)) state.change(node);
    } else {
        Random random(options.seed, "core-periphery", restart);
        const double share = random.uniform();
        for (std::size_t node = 0; node < cells.nodes; ++node)
            if (random.uniform() < share) state.change(node);
    }
    std::vector<std::uint32_t> periphery;
    while (improve_core(state, cells.nodes, periphery)) options.work.check();
    return {state.correlation(), state.core()};
}

}  // namespace

std::optional<double> core_correlation(const Network& network, const std::vector<bool>& core, CoreTies between) {
    const PairCells cells = pair_cells(network);
    CoreState state(cells, between);
    for (std::size_t node = 0; node < core.size(); ++node)
        if (core[node]) state.change(node);
    const double correlation = state.correlation();
    return correlation == undefined_correlation ? std::nullopt : std::optional(std::clamp(correlation, -1.0, 1.0));
}

CorePeriphery core_periphery(const Network& network, const CorePeripheryOptions& options) {
    check_between(static_cast<double>(options.exact_nodes), 0, most_exact_nodes, "exact nodes");
    check_at_least(static_cast<double>(options.restarts), 1, "restarts");
    if (network.size() > most_core_nodes)
        throw LimitError("the network has " + std::to_string(network.size()) + " nodes, more than " +
                         std::to_string(most_core_nodes) + " for a core; take a part of it");
    const PairCells cells = pair_cells(network);
    CorePeriphery result;
    FoundCore best{undefined_correlation, std::vector<bool>(cells.nodes)};
    if (cells.nodes <= options.exact_nodes) {
        best = every_core(cells, options);
        result.proved = true;
    } else {
        std::vector<FoundCore> found(options.restarts);
        WorkStep step(options.work, "core and periphery", options.restarts);
        parallel_chunks(
            options.restarts, 1, options.threads,
            [&](std::size_t begin, std::size_t end) {
                for (std::size_t restart = begin; restart < end; ++restart)
                    found[restart] = searched_core(cells, options, restart);
            },
            step);
        for (const FoundCore& one : found)
            if (better_core(one, best)) best = one;
        result.restarts = options.restarts;
        result.best_restarts = static_cast<std::size_t>(std::ranges::count_if(
            found, [&](const FoundCore& one) { return one.correlation >= best.correlation - same_correlation; }));
    }
    result.core = best.core;
    result.core_size = static_cast<std::size_t>(std::ranges::count(best.core, true));
    // Summed anew: what many moves have added and taken away is not what the cells sum up to in the last digits.
    if (best.correlation != undefined_correlation)
        result.correlation = core_correlation(network, best.core, options.between);
    return result;
}

Table core_table(const Network& network, const CorePeriphery& found) {
    TableRows rows(TextColumn{"node"}, IntegerColumn{"core"});
    for (std::size_t node = 0; node < network.size(); ++node)
        rows.add(network.names[node], found.correlation ? std::optional<int>(found.core[node] ? 1 : 0) : std::nullopt);
    return rows.table();
}

}  // namespace tarazy
