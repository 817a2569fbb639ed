#include "simulate/designs/morris_design.hpp"

#include "base/random.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace tarazy {

std::vector<double> morris_points(std::size_t trajectories, std::size_t inputs, unsigned levels, std::uint64_t seed) {
    assert(levels >= 2 && levels % 2 == 0);
    const unsigned half = levels / 2;
    std::vector<double> points;
    points.reserve(trajectories * (inputs + 1) * inputs);
    std::vector<std::size_t> order(inputs);
    std::vector<std::uint64_t> level(inputs);
    const auto add = [&] {
        for (const std::uint64_t at : level) points.push_back(static_cast<double>(at) / (levels - 1));
    };
    for (std::size_t t = 0; t < trajectories; ++t) {
        Random random(seed, "morris trajectories", t);
        // The start is any level: from the lower half an input moves up, from the upper half down.
        for (std::uint64_t& at : level) at = random.below(levels);
        std::iota(order.begin(), order.end(), std::size_t{0});
        for (std::size_t left = inputs; left > 1; --left) std::swap(order[left - 1], order[random.below(left)]);
        add();
        for (const std::size_t input : order) {
            level[input] = level[input] < half ? level[input] + half : level[input] - half;
            add();
        }
    }
    return points;
}

MorrisLayout morris_layout(const Design& design) {
    MorrisLayout layout;
    layout.inputs = design.inputs.size();
    layout.trajectories = design.rows() / (layout.inputs + 1);
    if (layout.trajectories * (layout.inputs + 1) != design.rows())
        throw InputError(Problem{design.path, 0, 0,
                                 std::to_string(design.rows()) + " runs are no trajectories of " +
                                     std::to_string(layout.inputs) + " inputs: their number is no multiple of " +
                                     std::to_string(layout.inputs + 1),
                                 "give the runs in the order of `simulate sample --method morris`"});
    Diagnostics diagnostics;
    for (std::size_t t = 0; t < layout.trajectories; ++t) {
        std::vector<bool> has_moved(layout.inputs);
        for (std::size_t step = 1; step <= layout.inputs; ++step) {
            const std::size_t row = t * (layout.inputs + 1) + step;
            std::size_t moves = 0, moved = 0;
            for (std::size_t i = 0; i < layout.inputs; ++i) {
                if (design.value(row, i) == design.value(row - 1, i)) continue;
                ++moves;
                moved = i;
            }
            // A discrete input may move to a level of the same value: the block says which it was.
            if (moves == 0 && !design.blocks.empty()) {
                const auto named = std::ranges::find(design.inputs, design.blocks[row]);
                moved = static_cast<std::size_t>(named - design.inputs.begin());
                moves = named == design.inputs.end() ? 0 : 1;
            }
            if (moves != 1 || has_moved[moved])
                diagnostics.add(
                    design.problem(row,
                                   moves == 1 ? "the input " + design.inputs[moved] + " moves twice in its trajectory"
                                              : std::to_string(moves) + " inputs differ from the run before, not one",
                                   "give the runs in the order of `simulate sample --method morris`"));
            has_moved[moved] = true;
            layout.moved.push_back(moved);
            layout.upwards.push_back(design.value(row, moved) > design.value(row - 1, moved));
        }
    }
    diagnostics.throw_if_any();
    return layout;
}

std::vector<std::string> morris_blocks(const MorrisLayout& layout, const std::vector<std::string>& inputs) {
    std::vector<std::string> blocks;
    for (std::size_t t = 0; t < layout.trajectories; ++t) {
        blocks.push_back("start");
        for (std::size_t step = 0; step < layout.inputs; ++step)
            blocks.push_back(inputs[layout.moved[t * layout.inputs + step]]);
    }
    return blocks;
}

}  // namespace tarazy
