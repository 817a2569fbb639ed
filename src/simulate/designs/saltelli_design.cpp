#include "simulate/designs/saltelli_design.hpp"

#include <optional>

namespace tarazy {
namespace {

/// The first row that is not what its place asks for: `exchanged` rows are `own` but for one column of `other`.
std::optional<std::size_t> first_misfit(const Design& design, const SaltelliLayout& layout) {
    const std::size_t length = layout.block_length(), inputs = layout.inputs;
    for (std::size_t base = 0; base < layout.base; ++base) {
        const std::size_t a = base * length, b = a + length - 1;
        for (std::size_t at = 1; at + 1 < length; ++at) {
            const std::size_t column = (at - 1) % inputs;
            const std::size_t own = at <= inputs ? a : b, other = at <= inputs ? b : a;
            for (std::size_t i = 0; i < inputs; ++i) {
                if (design.value(a + at, i) != design.value(i == column ? other : own, i)) return a + at;
            }
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<double> saltelli_points(std::size_t base, std::size_t inputs, bool pairs, Scramble scramble,
                                    std::uint64_t seed) {
    const std::vector<double> sequence = sobol_points(base, 2 * inputs, scramble, seed);
    std::vector<double> points;
    points.reserve(base * inputs * (pairs ? 2 * inputs + 2 : inputs + 2));
    for (std::size_t row = 0; row < base; ++row) {
        const double* const a = sequence.data() + row * 2 * inputs;
        const double* const b = a + inputs;
        const auto add = [&](const double* own, const double* other, std::size_t column) {
            for (std::size_t i = 0; i < inputs; ++i) points.push_back(i == column ? other[i] : own[i]);
        };
        add(a, a, 0);
        for (std::size_t column = 0; column < inputs; ++column) add(a, b, column);
        for (std::size_t column = 0; pairs && column < inputs; ++column) add(b, a, column);
        add(b, b, 0);
    }
    return points;
}

std::vector<std::string> saltelli_blocks(std::size_t base, const std::vector<std::string>& inputs, bool pairs) {
    std::vector<std::string> of_one_row = {"A"};
    for (const std::string& name : inputs) of_one_row.push_back("AB:" + name);
    if (pairs)
        for (const std::string& name : inputs) of_one_row.push_back("BA:" + name);
    of_one_row.push_back("B");
    std::vector<std::string> blocks;
    blocks.reserve(base * of_one_row.size());
    for (std::size_t row = 0; row < base; ++row) blocks.insert(blocks.end(), of_one_row.begin(), of_one_row.end());
    return blocks;
}

SaltelliLayout saltelli_layout(const Design& design) {
    const std::size_t inputs = design.inputs.size();
    std::optional<SaltelliLayout> near;
    std::size_t misfit = 0;
    for (const bool pairs : {design.kind != "saltelli", design.kind == "saltelli"}) {
        SaltelliLayout layout{0, inputs, pairs};
        layout.base = design.rows() / layout.block_length();
        if (layout.base * layout.block_length() != design.rows()) continue;
        const std::optional<std::size_t> wrong = first_misfit(design, layout);
        if (!wrong) return layout;
        if (!near || *wrong > misfit) {
            near = layout;
            misfit = *wrong;
        }
    }
    const std::string remedy = "give the runs in the order of `simulate sample --method saltelli`";
    if (!near)
        throw InputError(Problem{design.path, 0, 0,
                                 std::to_string(design.rows()) + " runs are no Saltelli design of " +
                                     std::to_string(inputs) + " inputs: their number is a multiple neither of " +
                                     std::to_string(inputs + 2) + " nor of " + std::to_string(2 * inputs + 2),
                                 remedy});
    throw InputError(design.problem(misfit,
                                    near->pairs
                                        ? "the row is not A with one column of B, or B with one of A, in its place"
                                        : "the row is not A with one column of B in its place",
                                    remedy));
}

}  // namespace tarazy
