#include "network/projection/margin_classes.hpp"

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace {

struct SideClasses {
    std::vector<std::uint32_t> of_each, degree, count, first;
};

SideClasses side_classes(const BitMatrix& ties, const BitMatrix& closed) {
    std::vector<std::uint32_t> degree(ties.rows()), order(ties.rows());
    for (std::size_t row = 0; row < ties.rows(); ++row)
        degree[row] = static_cast<std::uint32_t>(count_bits(ties.row(row)));
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    const auto compared = [&](std::uint32_t a, std::uint32_t b) {
        if (degree[a] != degree[b]) return degree[a] < degree[b] ? -1 : 1;
        if (closed.rows() == 0) return 0;
        const auto one = closed.row(a), other = closed.row(b);
        const auto [x, y] = std::ranges::mismatch(one, other);
        return x == one.end() ? 0 : *x < *y ? -1 : 1;
    };
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return compared(a, b) < 0; });
    SideClasses classes;
    classes.of_each.resize(ties.rows());
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (at == 0 || compared(order[at - 1], order[at]) != 0) {
            classes.degree.push_back(degree[order[at]]);
            classes.count.push_back(0);
            classes.first.push_back(order[at]);
        }
        classes.of_each[order[at]] = static_cast<std::uint32_t>(classes.degree.size() - 1);
        ++classes.count.back();
    }
    return classes;
}

}  // namespace

MarginClasses margin_classes(const BitMatrix& ties, const BitMatrix& cannot_join) {
    SideClasses actors = side_classes(ties, cannot_join);
    SideClasses institutions = side_classes(transposed(ties), transposed(cannot_join));
    return {std::move(actors.of_each),      std::move(institutions.of_each), std::move(actors.degree),
            std::move(institutions.degree), std::move(actors.count),         std::move(institutions.count),
            std::move(actors.first),        std::move(institutions.first)};
}

}  // namespace tarazy
