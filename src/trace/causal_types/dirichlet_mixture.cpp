#include "trace/causal_types/dirichlet_mixture.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace tarazy {
namespace {

/// Counts of all sets of a component behind one another.
using FlatCounts = std::vector<unsigned char>;

/// The urn of one component: all counts so far with their weights.
class CaseUrn {
public:
    CaseUrn(const TypeComponent& component, const TypeWeights& prior) : component_(component), prior_(prior) {
        std::size_t offset = 0;
        for (const std::size_t set : component.sets) {
            offsets_.push_back(offset);
            offset += prior[set].size();
            sums_.push_back(std::accumulate(prior[set].begin(), prior[set].end(), 0.0));
        }
        weights_.emplace(FlatCounts(offset, 0), 1.0);
    }

    /// @return false when there are too many counts
    bool take_all(const Work& work) {
        for (const PatternOptions& pattern : component_.patterns) {
            for (std::size_t k = 0; k < pattern.cases; ++k) {
                std::map<FlatCounts, double> next;
                for (const auto& [counts, weight] : weights_) {
                    work.check();
                    FlatCounts more = counts;
                    for (const std::vector<FittingTypes>& way : pattern.ways) spread(way, 0, more, weight, next);
                    if (next.size() > most_mixture_counts) return false;
                }
                weights_ = std::move(next);
                rescale();
            }
        }
        return true;
    }

    [[nodiscard]] double log_weight() const { return log_scale_; }
    [[nodiscard]] CountMixture mixture() const {
        CountMixture mixture{component_.sets, {}, {}};
        double sum = 0;
        for (const auto& [flat, weight] : weights_) {
            CountMixture::Counts counts{weight, {}};
            for (std::size_t s = 0; s < component_.sets.size(); ++s) {
                const auto begin = flat.begin() + static_cast<std::ptrdiff_t>(offsets_[s]);
                counts.cases.emplace_back(begin,
                                          begin + static_cast<std::ptrdiff_t>(prior_[component_.sets[s]].size()));
            }
            mixture.counts.push_back(std::move(counts));
            mixture.cumulative.push_back(sum += weight);
        }
        return mixture;
    }

private:
    void spread(const std::vector<FittingTypes>& way, std::size_t at, FlatCounts& counts, double weight,
                std::map<FlatCounts, double>& next) const {
        if (at == way.size()) {
            next[counts] += weight;
            return;
        }
        const std::size_t set = way[at].set;
        const auto s = static_cast<std::size_t>(std::ranges::find(component_.sets, set) - component_.sets.begin());
        const auto begin = counts.begin() + static_cast<std::ptrdiff_t>(offsets_[s]);
        const double all =
            sums_[s] + std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(prior_[set].size()), 0.0);
        for (const std::uint32_t type : way[at].types) {
            unsigned char& count = counts[offsets_[s] + type];
            const double chance = (prior_[set][type] + count) / all;
            if (!(chance > 0)) continue;
            ++count;
            spread(way, at + 1, counts, weight * chance, next);
            --count;
        }
    }

    void rescale() {
        double sum = 0;
        for (const auto& [counts, weight] : weights_) sum += weight;
        log_scale_ += std::log(sum);
        for (auto& [counts, weight] : weights_) weight /= sum;
    }

    const TypeComponent& component_;
    const TypeWeights& prior_;
    std::vector<std::size_t> offsets_;
    std::vector<double> sums_;
    std::map<FlatCounts, double> weights_;
    double log_scale_ = 0;
};

/// Counts of the sets that a query needs, with their probabilities.
struct NeededCounts {
    std::vector<std::size_t> sets;
    std::map<std::vector<std::vector<unsigned>>, double> counts;
};

}  // namespace

std::optional<std::vector<CountMixture>> dirichlet_mixture(const std::vector<TypeComponent>& components,
                                                           const TypeWeights& prior, const Work& work) {
    std::vector<CountMixture> all;
    for (const TypeComponent& component : components) {
        CaseUrn urn(component, prior);
        if (!urn.take_all(work)) return std::nullopt;
        all.push_back(urn.mixture());
    }
    return all;
}

std::optional<double> log_evidence(const std::vector<TypeComponent>& components, const TypeWeights& prior,
                                   const Work& work) {
    double all = 0;
    for (const TypeComponent& component : components) {
        CaseUrn urn(component, prior);
        if (!urn.take_all(work)) return std::nullopt;
        all += urn.log_weight();
    }
    return all;
}

TypeShares mean_shares(const TypeWeights& weights) {
    TypeShares shares = weights;
    for (std::vector<double>& set : shares) {
        const double sum = std::accumulate(set.begin(), set.end(), 0.0);
        for (double& share : set) share /= sum;
    }
    return shares;
}

std::optional<QueryValue> next_case(const CausalModel& model, const CompiledQuery& query, const TypeWeights& prior,
                                    const std::vector<CountMixture>& mixture) {
    // Of a component with one needed set the query is linear in its shares: their mean is enough.
    TypeShares shares = mean_shares(prior);
    std::vector<NeededCounts> several;
    double ways = 1;
    for (const CountMixture& component : mixture) {
        NeededCounts needed;
        std::vector<std::size_t> places;
        for (std::size_t s = 0; s < component.sets.size(); ++s) {
            if (!query.needs_set(component.sets[s])) continue;
            needed.sets.push_back(component.sets[s]);
            places.push_back(s);
        }
        if (needed.sets.empty()) continue;
        for (const CountMixture::Counts& one : component.counts) {
            std::vector<std::vector<unsigned>> counts;
            for (const std::size_t place : places) counts.push_back(one.cases[place]);
            needed.counts[std::move(counts)] += one.probability;
        }
        if (needed.sets.size() == 1) {
            std::vector<double>& share = shares[needed.sets[0]];
            std::ranges::fill(share, 0.0);
            for (const auto& [counts, probability] : needed.counts) {
                double all = 0;
                for (std::size_t t = 0; t < share.size(); ++t) all += prior[needed.sets[0]][t] + counts[0][t];
                for (std::size_t t = 0; t < share.size(); ++t)
                    share[t] += probability * (prior[needed.sets[0]][t] + counts[0][t]) / all;
            }
        } else {
            ways *= static_cast<double>(needed.counts.size());
            several.push_back(std::move(needed));
        }
    }
    if (ways > static_cast<double>(most_mixture_counts) / 10) return std::nullopt;
    QueryValue all{0, 0};
    const auto descend = [&](const auto& self, std::size_t at, double probability) -> void {
        if (at == several.size()) {
            const QueryValue one = query.evaluate(model, shares);
            all.given += probability * one.given;
            all.together += probability * one.together;
            return;
        }
        for (const auto& [counts, weight] : several[at].counts) {
            for (std::size_t s = 0; s < several[at].sets.size(); ++s) {
                const std::size_t set = several[at].sets[s];
                double sum = 0;
                for (std::size_t t = 0; t < prior[set].size(); ++t) sum += prior[set][t] + counts[s][t];
                for (std::size_t t = 0; t < prior[set].size(); ++t)
                    shares[set][t] = (prior[set][t] + counts[s][t]) / sum;
            }
            self(self, at + 1, probability * weight);
        }
    };
    descend(descend, 0, 1);
    return all;
}

TypeWeights drawn_weights(const TypeWeights& prior, const std::vector<CountMixture>& mixture, Random& random) {
    TypeWeights weights = prior;
    for (const CountMixture& component : mixture) {
        const double at = random.uniform() * component.cumulative.back();
        const auto found = std::ranges::upper_bound(component.cumulative, at) - component.cumulative.begin();
        const std::size_t chosen = std::min(static_cast<std::size_t>(found), component.counts.size() - 1);
        for (std::size_t s = 0; s < component.sets.size(); ++s)
            for (std::size_t t = 0; t < prior[component.sets[s]].size(); ++t)
                weights[component.sets[s]][t] += component.counts[chosen].cases[s][t];
    }
    return weights;
}

}  // namespace tarazy
