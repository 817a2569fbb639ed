#include "network/communities/partition.hpp"

#include <algorithm>
#include <bit>
#include <map>

namespace tarazy {
namespace {

double pairs_of(double count) {
    return count * (count - 1) / 2;
}

}  // namespace

Partition numbered_partition(std::span<const std::uint32_t> community) {
    std::map<std::uint32_t, std::uint32_t> number;
    Partition numbered;
    numbered.reserve(community.size());
    for (const std::uint32_t one : community)
        numbered.push_back(number.emplace(one, static_cast<std::uint32_t>(number.size())).first->second);
    return numbered;
}

std::size_t count_communities(std::span<const std::uint32_t> community) {
    std::vector<std::uint32_t> sorted(community.begin(), community.end());
    std::ranges::sort(sorted);
    return static_cast<std::size_t>(std::unique(sorted.begin(), sorted.end()) - sorted.begin());
}

std::optional<double> modularity(const Network& network, std::span<const std::uint32_t> community, double resolution) {
    if (network.ties.empty()) return std::nullopt;
    const Partition of = numbered_partition(community);
    std::vector<double> given(of.size()), received(of.size());  // by community
    double all = 0, within = 0;
    for (const NetworkTie& tie : network.ties) {
        all += tie.weight;
        if (of[tie.from] == of[tie.to]) within += tie.weight;
        given[of[tie.from]] += tie.weight;
        received[of[tie.to]] += tie.weight;
    }
    double expected = 0;
    for (std::size_t c = 0; c < of.size(); ++c)
        expected += network.directed ? given[c] / all * (received[c] / all)
                                     : (given[c] + received[c]) / (2 * all) * ((given[c] + received[c]) / (2 * all));
    return within / all - resolution * expected;
}

std::optional<double> two_mode_modularity(const TwoModeNetwork& network, std::span<const std::uint32_t> community,
                                          double resolution) {
    const Partition of = numbered_partition(community);
    const std::size_t actors = network.actors.size();
    std::vector<double> of_actors(of.size()), of_institutions(of.size());
    double ties = 0, within = 0;
    for (std::size_t actor = 0; actor < actors; ++actor) {
        for (std::size_t word = 0; word < network.ties.words(); ++word) {
            for (std::uint64_t bits = network.ties.row(actor)[word]; bits != 0; bits &= bits - 1) {
                const std::size_t institution = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
                ++ties;
                if (of[actor] == of[actors + institution]) ++within;
                ++of_actors[of[actor]];
                ++of_institutions[of[actors + institution]];
            }
        }
    }
    if (ties == 0) return std::nullopt;
    double expected = 0;
    for (std::size_t c = 0; c < of.size(); ++c) expected += of_actors[c] / ties * (of_institutions[c] / ties);
    return within / ties - resolution * expected;
}

double adjusted_rand_index(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> both;
    both.reserve(a.size());
    for (std::size_t node = 0; node < a.size(); ++node) both.emplace_back(a[node], b[node]);
    std::ranges::sort(both);
    std::map<std::uint32_t, double> of_a, of_b;
    double together = 0, in_a = 0, in_b = 0;
    for (std::size_t begin = 0, end = 0; begin < both.size(); begin = end) {
        while (end < both.size() && both[end] == both[begin]) ++end;
        const auto count = static_cast<double>(end - begin);
        together += pairs_of(count);
        of_a[both[begin].first] += count;
        of_b[both[begin].second] += count;
    }
    for (const auto& [community, count] : of_a) in_a += pairs_of(count);
    for (const auto& [community, count] : of_b) in_b += pairs_of(count);
    const double all = pairs_of(static_cast<double>(a.size()));
    const double expected = all > 0 ? in_a * in_b / all : 0, most = (in_a + in_b) / 2;
    return most == expected ? 1 : (together - expected) / (most - expected);
}

std::optional<double> mean_agreement(std::span<const Partition> partitions) {
    if (partitions.size() < 2) return std::nullopt;
    std::map<Partition, double> runs;
    for (const Partition& partition : partitions) ++runs[numbered_partition(partition)];
    double sum = 0;
    for (auto a = runs.begin(); a != runs.end(); ++a) {
        sum += pairs_of(a->second);
        for (auto b = std::next(a); b != runs.end(); ++b)
            sum += a->second * b->second * adjusted_rand_index(a->first, b->first);
    }
    return sum / pairs_of(static_cast<double>(partitions.size()));
}

}  // namespace tarazy
