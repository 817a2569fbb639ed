#include "compare/coincidence/effect_cover.hpp"

#include "compare/sets/cases.hpp"

namespace tarazy {

bool CrispCover::suits(std::span<const SufficientCondition* const> terms, std::span<const double> y) {
    const auto crisp = [](double value) { return value == 0 || value == 1; };
    return std::ranges::all_of(y, crisp) && std::ranges::all_of(terms, [&](const SufficientCondition* term) {
               return std::ranges::all_of(term->membership, crisp);
           });
}

CrispCover::CrispCover(std::span<const SufficientCondition* const> terms, std::span<const double> y,
                       std::span<const double> weights, std::size_t most_terms)
    : words_((y.size() + 63) / 64), terms_(terms.size() * 2 * words_, 0), states_((most_terms + 1) * 2 * words_, 0) {
    for (std::size_t t = 0; t < terms.size(); ++t) {
        for (std::size_t i = 0; i < y.size(); ++i) {
            if (terms[t]->membership[i] == 1)
                terms_[(2 * t + (y[i] == 1 ? 0 : 1)) * words_ + i / 64] |= std::uint64_t{1} << (i % 64);
        }
    }
    const double largest = weights.empty() ? 1 : std::ranges::max(weights);
    for (std::uint64_t value = 1; largest > 1 && static_cast<double>(value) <= largest; value *= 2) {
        planes_.push_back({static_cast<double>(value), std::vector<std::uint64_t>(words_, 0)});
        for (std::size_t i = 0; i < y.size(); ++i) {
            if ((static_cast<std::uint64_t>(weights[i]) & value) != 0)
                planes_.back().cases[i / 64] |= std::uint64_t{1} << (i % 64);
        }
    }
}

FuzzyCover::FuzzyCover(std::span<const SufficientCondition* const> terms, std::span<const double> y,
                       std::span<const double> weights, std::size_t most_terms)
    : cases_(y.size() + y.size() % 2),
      own_x_(terms.size() * cases_, 0.0),
      own_covered_(terms.size() * cases_, 0.0),
      x_((most_terms + 1) * cases_, 0.0),
      covered_((most_terms + 1) * cases_, 0.0) {
    for (std::size_t t = 0; t < terms.size(); ++t) {
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double weight = weight_at(weights, i), x = terms[t]->membership[i];
            own_x_[t * cases_ + i] = weight * x;
            own_covered_[t * cases_ + i] = weight * std::min(x, y[i]);
        }
    }
}

}  // namespace tarazy
