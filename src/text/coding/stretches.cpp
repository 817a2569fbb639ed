#include "text/coding/stretches.hpp"

#include <algorithm>

namespace tarazy {

std::vector<Stretch> united_stretches(std::vector<Stretch> stretches) {
    std::ranges::sort(stretches);
    std::vector<Stretch> united;
    for (const Stretch& one : stretches) {
        if (!united.empty() && one.first <= united.back().second) {
            united.back().second = std::max(united.back().second, one.second);
        } else {
            united.push_back(one);
        }
    }
    return united;
}

std::size_t covered_characters(const std::vector<Stretch>& united) {
    std::size_t sum = 0;
    for (const auto& [start, end] : united) sum += end - start;
    return sum;
}

std::size_t shared_characters(const std::vector<Stretch>& one, const std::vector<Stretch>& other) {
    std::size_t sum = 0;
    for (std::size_t a = 0, b = 0; a < one.size() && b < other.size();) {
        const std::size_t start = std::max(one[a].first, other[b].first),
                          end = std::min(one[a].second, other[b].second);
        if (start < end) sum += end - start;
        if (one[a].second < other[b].second) {
            ++a;
        } else {
            ++b;
        }
    }
    return sum;
}

}  // namespace tarazy
