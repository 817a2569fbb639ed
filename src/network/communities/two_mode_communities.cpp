#include "network/communities/two_mode_communities.hpp"

#include "base/argument_checks.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace tarazy {
namespace {

/// A run begins with so many communities at most; mergers look at each two of them.
constexpr std::size_t most_first_communities = 1000;

using TwoModeLists = std::vector<std::vector<std::uint32_t>>;

/// The institutions of each actor, and the actors of each institution.
struct TwoModeSides {
    TwoModeLists actors, institutions;
    double ties = 0;
};

TwoModeSides two_mode_sides(const TwoModeNetwork& network) {
    TwoModeSides sides;
    sides.actors.resize(network.actors.size());
    sides.institutions.resize(network.institutions.size());
    for (std::size_t actor = 0; actor < network.actors.size(); ++actor) {
        for (std::size_t word = 0; word < network.ties.words(); ++word) {
            for (std::uint64_t bits = network.ties.row(actor)[word]; bits != 0; bits &= bits - 1) {
                const std::size_t institution = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
                sides.actors[actor].push_back(static_cast<std::uint32_t>(institution));
                sides.institutions[institution].push_back(static_cast<std::uint32_t>(actor));
                ++sides.ties;
            }
        }
    }
    return sides;
}

/// One run: communities of both sides, improved until neither side nor a merger makes them better.
class TwoModeSearch {
public:
    TwoModeSearch(const TwoModeSides& sides, double resolution)
        : sides_(sides),
          resolution_(resolution),
          actors_(sides.actors.size()),
          institutions_(sides.institutions.size()),
          // Besides the communities at the start there is always an empty one.
          communities_(std::min(sides.institutions.size(), most_first_communities) + 1) {}

    Partition run(Random random, bool alone) {
        const std::size_t count = alone ? communities_ - 1 : 1 + random.below(communities_ - 1);
        for (std::size_t j = 0; j < institutions_.size(); ++j)
            institutions_[j] = static_cast<std::uint32_t>(alone ? j % count : random.below(count));
        do take_turns();
        while (merge_best());
        Partition both = actors_;
        both.insert(both.end(), institutions_.begin(), institutions_.end());
        // Who has no tie is alone: any community is as good for the modularity.
        auto alone_from = static_cast<std::uint32_t>(communities_);
        for (std::size_t node = 0; node < both.size(); ++node) {
            const auto& ties = node < actors_.size() ? sides_.actors[node] : sides_.institutions[node - actors_.size()];
            if (ties.empty()) both[node] = alone_from++;
        }
        return numbered_partition(both);
    }

private:
    void take_turns() {
        choose(sides_.actors, actors_, sides_.institutions, institutions_, false);
        // Every round but the last raises the modularity, of which there are finitely many values.
        while (choose(sides_.institutions, institutions_, sides_.actors, actors_, true) &&
               choose(sides_.actors, actors_, sides_.institutions, institutions_, true)) {
        }
    }

    /// Each node of one side takes the community that is best given those of the other side: the best of all choices,
    /// since nodes of one side are not tied to each other. @returns whether any is better off
    bool choose(const TwoModeLists& own, Partition& chosen, const TwoModeLists& other, const Partition& given,
                bool has_chosen) {
        std::vector<double> degrees(communities_), ties(communities_);
        for (std::size_t node = 0; node < other.size(); ++node)
            degrees[given[node]] += static_cast<double>(other[node].size());
        bool better = false;
        for (std::size_t node = 0; node < own.size(); ++node) {
            std::ranges::fill(ties, 0);
            for (const std::uint32_t end : own[node]) ++ties[given[end]];
            const double share = resolution_ * static_cast<double>(own[node].size()) / sides_.ties;
            std::uint32_t best = has_chosen ? chosen[node] : 0;
            double gain = ties[best] - share * degrees[best];
            for (std::uint32_t c = 0; c < communities_; ++c) {
                const double at = ties[c] - share * degrees[c];
                if (at <= gain + 1e-9) continue;
                gain = at;
                best = c;
                better = true;
            }
            chosen[node] = best;
        }
        return better || !has_chosen;
    }

    /// Merges the two communities whose union raises the modularity most. @returns whether there are such two
    bool merge_best() {
        std::vector<double> of_actors(communities_), of_institutions(communities_),
            between(communities_ * communities_);
        for (std::size_t i = 0; i < actors_.size(); ++i) {
            of_actors[actors_[i]] += static_cast<double>(sides_.actors[i].size());
            for (const std::uint32_t j : sides_.actors[i]) ++between[actors_[i] * communities_ + institutions_[j]];
        }
        for (std::size_t j = 0; j < institutions_.size(); ++j)
            of_institutions[institutions_[j]] += static_cast<double>(sides_.institutions[j].size());
        double most = 1e-9;
        std::uint32_t first = 0, second = 0;
        for (std::uint32_t c = 0; c < communities_; ++c) {
            for (std::uint32_t d = c + 1; d < communities_; ++d) {
                const double gain =
                    between[c * communities_ + d] + between[d * communities_ + c] -
                    resolution_ * (of_actors[c] * of_institutions[d] + of_actors[d] * of_institutions[c]) / sides_.ties;
                if (gain <= most) continue;
                most = gain;
                first = c;
                second = d;
            }
        }
        if (first == second) return false;
        std::ranges::replace(actors_, second, first);
        std::ranges::replace(institutions_, second, first);
        return true;
    }

    const TwoModeSides& sides_;
    double resolution_;
    Partition actors_, institutions_;
    std::size_t communities_;
};

}  // namespace

Communities find_two_mode_communities(const TwoModeNetwork& network, const CommunityOptions& options) {
    check_positive(options.resolution, "resolution");
    check_at_least(static_cast<double>(options.runs), 1, "runs");
    const TwoModeSides sides = two_mode_sides(network);
    if (sides.ties == 0) {
        Communities alone;
        alone.communities = network.actors.size() + network.institutions.size();
        alone.best.resize(alone.communities);
        std::iota(alone.best.begin(), alone.best.end(), 0U);
        return alone;
    }
    std::vector<Partition> found(options.runs);
    std::vector<double> modularities(options.runs);
    WorkStep step(options.work, "two-mode communities", options.runs);
    parallel_chunks(
        options.runs, 1, options.threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t run = begin; run < end; ++run) {
                TwoModeSearch search(sides, options.resolution);
                found[run] = search.run(Random(options.seed, "two-mode communities", run), run == 0);
                modularities[run] = two_mode_modularity(network, found[run], options.resolution).value();
            }
        },
        step);
    return best_communities(std::move(found), modularities);
}

}  // namespace tarazy
