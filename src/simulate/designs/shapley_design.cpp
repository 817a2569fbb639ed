#include "simulate/designs/shapley_design.hpp"

#include "base/number_text.hpp"
#include "base/random.hpp"
#include "base/text_lists.hpp"
#include "simulate/designs/latin_hypercube.hpp"
#include "stats/normal.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tarazy {
namespace {

const std::string variance_block = "V";
constexpr char order_mark = '>';

/// n!, or more than `most` when it is.
std::size_t factorial_up_to(std::size_t n, std::size_t most) {
    std::size_t product = 1;
    for (std::size_t i = 2; i <= n && product <= most; ++i) product *= i;
    return product;
}

/// Draws inputs in an order, the first ones seldom and the last ones often.
class ConditionalDraws {
public:
    ConditionalDraws(const InputSpace& space, std::vector<std::size_t> order, Random& random)
        : space_(space), order_(std::move(order)), random_(random), points_(order_.size()) {
        if (!space.correlations.empty()) factor_ = correlation_factor(space, order_);
    }

    /// New numbers for the inputs from the place `from` of the order on; those before it stay.
    void draw(std::size_t from) {
        for (std::size_t i = from; i < points_.size(); ++i) points_[i] = random_.uniform();
    }
    void write(std::vector<double>& values) const {
        const std::size_t n = order_.size(), at = values.size();
        values.resize(at + n);
        for (std::size_t i = 0; i < n; ++i) {
            double u = points_[i];
            if (!factor_.empty()) {
                double score = 0;
                for (std::size_t k = 0; k <= i; ++k) score += factor_[i * n + k] * normal_quantile(points_[k]);
                u = normal_cdf(score);
            }
            values[at + order_[i]] = quantile_of(space_.inputs[order_[i]].distribution, u);
        }
    }

private:
    const InputSpace& space_;
    std::vector<std::size_t> order_;
    Random& random_;
    std::vector<double> points_, factor_;
};

void add_permutation(Design& design, const InputSpace& space, const std::vector<std::size_t>& order, std::size_t inner,
                     Random& random) {
    const std::size_t inputs = order.size();
    ConditionalDraws draws(space, std::vector<std::size_t>(order.rbegin(), order.rend()), random);
    std::string block;
    for (std::size_t length = 1; length < inputs; ++length) {
        if (length > 1) block += order_mark;
        block += design.inputs[order[length - 1]];
        draws.draw(0);
        for (std::size_t i = 0; i < inner; ++i) {
            if (i > 0) draws.draw(inputs - length);
            draws.write(design.values);
            design.blocks.push_back(block);
        }
    }
}

}  // namespace

Design shapley_design(const InputSpace& space, std::size_t variance_runs, std::size_t permutations, std::size_t inner,
                      std::uint64_t seed) {
    const std::size_t inputs = space.inputs.size();
    Design design;
    design.kind = "shapley-" + std::to_string(inner);
    design.inputs = space.names();
    design.values = random_points(variance_runs, inputs, seed);
    to_input_values(space, design.values);
    design.blocks.assign(variance_runs, variance_block);
    std::vector<std::size_t> order(inputs);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const bool all_orders = factorial_up_to(inputs, permutations) <= permutations;
    for (std::size_t p = 0; p < permutations; ++p) {
        Random random(seed, "shapley permutations", p);
        if (all_orders) {
            if (p > 0) std::ranges::next_permutation(order);
        } else {
            std::iota(order.begin(), order.end(), std::size_t{0});
            for (std::size_t left = inputs; left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
        }
        add_permutation(design, space, order, inner, random);
    }
    return design;
}

namespace {

/// The inputs that a block names; nothing where it does not go on from those before by one more.
std::optional<std::size_t> next_of_block(const Design& design, const std::string& block,
                                         std::span<const std::size_t> before) {
    const std::vector<std::string> names = split(block, order_mark);
    if (names.size() != before.size() + 1) return std::nullopt;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (names[i] != design.inputs[before[i]]) return std::nullopt;
    const auto found = std::ranges::find(design.inputs, names.back());
    if (found == design.inputs.end()) return std::nullopt;
    const std::size_t input = static_cast<std::size_t>(found - design.inputs.begin());
    return std::ranges::find(before, input) == before.end() ? std::optional(input) : std::nullopt;
}

/// The row of one draw where an input outside of J changes.
std::optional<std::size_t> changed_outside(const Design& design, std::size_t begin, std::size_t count,
                                           std::span<const std::size_t> inside) {
    for (std::size_t row = begin + 1; row < begin + count; ++row)
        for (std::size_t i = 0; i < design.inputs.size(); ++i)
            if (std::ranges::find(inside, i) == inside.end() && design.value(row, i) != design.value(begin, i))
                return row;
    return std::nullopt;
}

[[noreturn]] void refuse_row(const Design& design, std::size_t row, const std::string& what) {
    throw InputError(design.problem(row, what, "give the runs in the order of `simulate sample --method shapley`"));
}

}  // namespace

ShapleyLayout shapley_layout(const Design& design) {
    const std::optional<std::int64_t> inner =
        design.kind.starts_with("shapley-") ? parse_integer(std::string_view(design.kind).substr(8)) : std::nullopt;
    if (!inner || *inner < 2 || design.blocks.empty())
        throw InputError(
            Problem{design.path, 0, 0, "the design is not one for Shapley effects",
                    "make it with `simulate sample --method shapley`, and keep its columns design and block"});
    const std::size_t inputs = design.inputs.size();
    ShapleyLayout layout;
    layout.inner = static_cast<std::size_t>(*inner);
    while (layout.variance_runs < design.rows() && design.blocks[layout.variance_runs] == variance_block)
        ++layout.variance_runs;
    if (layout.variance_runs < 2)
        refuse_row(design, layout.variance_runs, "the runs for the variance (block V) are lacking");
    const std::size_t length = (inputs - 1) * layout.inner, rest = design.rows() - layout.variance_runs;
    if (inputs < 2 || rest == 0 || rest % length != 0)
        refuse_row(design, design.rows() - 1, "the last order of the inputs is not complete");
    layout.permutations = rest / length;
    for (std::size_t row = layout.variance_runs; row < design.rows(); row += length) {
        std::vector<std::size_t> order;
        for (std::size_t at = row; at < row + length; at += layout.inner) {
            for (std::size_t i = 1; i < layout.inner; ++i)
                if (design.blocks[at + i] != design.blocks[at])
                    refuse_row(design, at + i, "the block is not that of its draw");
            const std::optional<std::size_t> next = next_of_block(design, design.blocks[at], order);
            if (!next)
                refuse_row(design, at, "the block '" + design.blocks[at] + "' does not follow the one before it");
            order.push_back(*next);
            if (const auto wrong = changed_outside(design, at, layout.inner, order))
                refuse_row(design, *wrong, "an input outside of its block '" + design.blocks[at] + "' has changed");
        }
        for (std::size_t i = 0; i < inputs; ++i)
            if (std::ranges::find(order, i) == order.end()) order.push_back(i);
        layout.orders.insert(layout.orders.end(), order.begin(), order.end());
    }
    return layout;
}

}  // namespace tarazy
