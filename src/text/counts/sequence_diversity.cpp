#include "text/counts/sequence_diversity.hpp"

#include "base/error.hpp"

#include <iterator>
#include <limits>
#include <unordered_map>

namespace tarazy {
namespace {

constexpr double undefined_diversity = std::numeric_limits<double>::quiet_NaN();

/// Share of types, window by window moved on by one token.
double moving_share(std::span<const std::uint32_t> tokens, std::size_t window) {
    if (tokens.size() < window) return undefined_diversity;
    std::unordered_map<std::uint32_t, std::size_t> counts;
    double sum = 0;
    for (std::size_t token = 0; token < tokens.size(); ++token) {
        ++counts[tokens[token]];
        if (token >= window) {
            const auto gone = counts.find(tokens[token - window]);
            if (--gone->second == 0) counts.erase(gone);
        }
        if (token + 1 >= window) sum += static_cast<double>(counts.size());
    }
    return sum / static_cast<double>(window) / static_cast<double>(tokens.size() - window + 1);
}

double segment_share(std::span<const std::uint32_t> tokens, std::size_t segment) {
    const std::size_t segments = tokens.size() / segment;
    if (segments == 0) return undefined_diversity;
    std::unordered_map<std::uint32_t, std::size_t> last_in;  // of each type the last segment that has it, from 1
    std::size_t types = 0;
    for (std::size_t token = 0; token < segments * segment; ++token) {
        std::size_t& last = last_in[tokens[token]];
        types += last != token / segment + 1 ? 1 : 0;
        last = token / segment + 1;
    }
    return static_cast<double>(types) / static_cast<double>(segments * segment);
}

/// How many factors a text has in one direction.
template <typename Iterator>
double factors_of(Iterator begin, Iterator end, double factor) {
    std::unordered_map<std::uint32_t, std::size_t> last_in;  // of each type the last factor that has it, from 1
    std::size_t full = 0, length = 0, types = 0;
    for (Iterator token = begin; token != end; ++token) {
        std::size_t& last = last_in[*token];
        types += last != full + 1 ? 1 : 0;
        last = full + 1;
        ++length;
        if (static_cast<double>(types) > factor * static_cast<double>(length)) continue;
        ++full;
        length = types = 0;
    }
    const double rest = length > 0 ? 1 - static_cast<double>(types) / static_cast<double>(length) : 0;
    return static_cast<double>(full) + rest / (1 - factor);
}

}  // namespace

SequenceDiversity sequence_diversity(std::span<const std::uint32_t> tokens, const SequenceDiversityOptions& options) {
    if (options.window == 0 || options.segment == 0) throw UsageError("a window or segment has at least one token");
    if (!(options.factor > 0 && options.factor < 1)) throw UsageError("the factor of MTLD lies between 0 and 1");
    const double forwards = factors_of(tokens.begin(), tokens.end(), options.factor),
                 backwards = factors_of(std::make_reverse_iterator(tokens.end()),
                                        std::make_reverse_iterator(tokens.begin()), options.factor);
    const auto length = static_cast<double>(tokens.size());
    return {moving_share(tokens, options.window), segment_share(tokens, options.segment),
            forwards > 0 && backwards > 0 ? (length / forwards + length / backwards) / 2 : undefined_diversity};
}

}  // namespace tarazy
