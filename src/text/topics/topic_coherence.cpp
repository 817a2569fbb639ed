#include "text/topics/topic_coherence.hpp"

#include <bit>
#include <cmath>
#include <unordered_map>

namespace tarazy {

std::optional<double> npmi_coherence(const DocumentFeatureMatrix& matrix, const std::vector<std::uint32_t>& words) {
    const std::size_t n = words.size(), documents = matrix.documents.size();
    if (n < 2 || documents == 0) return std::nullopt;
    std::unordered_map<std::uint32_t, std::size_t> place;
    for (std::size_t k = 0; k < n; ++k) place.emplace(words[k], k);
    const std::size_t blocks = (documents + 63) / 64;
    std::vector<std::uint64_t> holds(n * blocks);  // a bit a document
    for (std::size_t document = 0; document < documents; ++document) {
        for (std::size_t cell = matrix.row_begin[document]; cell < matrix.row_begin[document + 1]; ++cell) {
            const auto found = place.find(matrix.feature[cell]);
            if (found != place.end())
                holds[found->second * blocks + document / 64] |= std::uint64_t{1} << (document % 64);
        }
    }
    const auto share = [&](std::size_t a, std::size_t b) {
        std::size_t both = 0;
        for (std::size_t block = 0; block < blocks; ++block)
            both += static_cast<std::size_t>(std::popcount(holds[a * blocks + block] & holds[b * blocks + block]));
        return static_cast<double>(both) / static_cast<double>(documents);
    };
    double sum = 0;
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) {
            const double both = share(a, b);
            if (both == 0)
                sum -= 1;
            else if (both < 1)
                sum += std::log(both / (share(a, a) * share(b, b))) / -std::log(both);
        }
    }
    return sum / (static_cast<double>(n * (n - 1)) / 2);
}

}  // namespace tarazy
