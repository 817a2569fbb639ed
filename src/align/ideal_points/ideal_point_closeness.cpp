#include "align/ideal_points/ideal_point_closeness.hpp"

#include "table/table.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

/// Number of pairs of sorted values that are at most `distance` apart.
std::size_t pairs_within(std::span<const double> sorted, double distance) {
    std::size_t count = 0;
    for (std::size_t low = 0, high = 0; high < sorted.size(); ++high) {
        while (low < high && sorted[high] - sorted[low] > distance) ++low;
        count += high - low;
    }
    return count;
}

/// Distances in (above, upto].
std::vector<double> distances_between(std::span<const double> sorted, double above, double upto) {
    std::vector<double> distances;
    for (std::size_t low = 0, high = 0; high < sorted.size(); ++high) {
        while (low < high && sorted[high] - sorted[low] > upto) ++low;
        for (std::size_t i = low; i < high && sorted[high] - sorted[i] > above; ++i) {
            distances.push_back(sorted[high] - sorted[i]);
        }
    }
    return distances;
}

}  // namespace

std::optional<double> median_pairwise_distance(std::span<const double> positions) {
    std::vector<double> sorted;
    sorted.reserve(positions.size());
    std::ranges::copy_if(positions, std::back_inserter(sorted), [](double x) { return !std::isnan(x); });
    if (sorted.size() < 2) return std::nullopt;
    std::ranges::sort(sorted);
    const std::size_t pairs = sorted.size() * (sorted.size() - 1) / 2;
    const std::size_t lower_middle = (pairs - 1) / 2, upper_middle = pairs / 2;  // from 0
    // Both middles lie in (above, upto]; `before` pairs are at most `above` apart.
    const std::size_t equal = pairs_within(sorted, 0);
    if (equal > upper_middle) return 0;
    const bool parted = equal > lower_middle;  // equal ones and others are the two middles
    double above = parted ? -1 : 0, upto = sorted.back() - sorted.front();
    std::size_t before = parted ? 0 : equal, counted = pairs;
    bool interpolate = true;
    while (counted - before > 2 * sorted.size()) {
        // Every other step goes where the wanted pair would be if distances were evenly spread between the two, a step
        // to that side of it on which more pairs are left; the others halve, which ends whatever the distances are.
        const double aside = 0.75 * static_cast<double>(sorted.size());
        const double wanted =
            static_cast<double>(upper_middle) + (counted - upper_middle > lower_middle - before ? aside : -aside);
        const double part = (wanted - static_cast<double>(before)) / static_cast<double>(counted - before);
        const double middle = above + (upto - above) * (interpolate ? std::clamp(part, 0.05, 0.95) : 0.5);
        const bool halved = !interpolate;
        interpolate = halved;
        if (middle <= above || middle >= upto) {
            if (halved) break;  // all that is left are equal distances
            continue;
        }
        const std::size_t within = pairs_within(sorted, middle);
        if (within > upper_middle) {
            upto = middle;
            counted = within;
        } else if (within <= lower_middle) {
            above = middle;
            before = within;
        } else {
            break;  // parts the two middles
        }
    }
    std::vector<double> left = distances_between(sorted, above, upto);
    const auto at = [&](std::size_t rank) { return left.begin() + static_cast<std::ptrdiff_t>(rank - before); };
    std::nth_element(left.begin(), at(upper_middle), left.end());
    const double upper = *at(upper_middle);
    if (lower_middle == upper_middle) return upper;
    const double lower = *std::max_element(left.begin(), at(upper_middle));
    return lower + (upper - lower) / 2;
}

double pole_position(std::span<const double> members) {
    double sum = 0;
    std::size_t count = 0;
    for (const double position : members) {
        if (std::isnan(position)) continue;
        sum += position;
        ++count;
    }
    return count == 0 ? Column::missing_real : sum / static_cast<double>(count);
}

std::vector<double> ideal_point_closeness(double state, std::span<const double> poles, double h) {
    std::vector<double> closeness;
    for (const double pole : poles)
        closeness.push_back(h > 0 ? std::exp(-std::abs(state - pole) / h) : Column::missing_real);
    return closeness;
}

double pole_tension(std::span<const double> poles, double h) {
    if (!(h > 0) || poles.size() < 2) return Column::missing_real;
    double sum = 0;
    for (std::size_t p = 0; p < poles.size(); ++p) {
        for (std::size_t q = p + 1; q < poles.size(); ++q) sum += std::abs(poles[p] - poles[q]);
    }
    return sum / h / (static_cast<double>(poles.size() * (poles.size() - 1)) / 2);
}

SessionCloseness session_closeness(const SessionPositions& session, std::span<const std::size_t> wanted,
                                   std::span<const std::vector<std::size_t>> members, double bandwidth,
                                   const Work& work) {
    constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();
    SessionCloseness result;
    result.closeness.resize(wanted.size());
    std::vector<double> theta_members;
    for (std::size_t d = 0; d < session.draws(); ++d) {
        work.check();
        const std::span<const double> theta = std::span(session.theta).subspan(d * session.states, session.states);
        const double h = bandwidth * median_pairwise_distance(theta).value_or(Column::missing_real);
        const auto positions = [&](std::size_t without) {
            std::vector<double> poles;
            for (const auto& pole : members) {
                theta_members.clear();
                for (const std::size_t member : pole) {
                    assert(member < session.states);
                    if (member != without) theta_members.push_back(theta[member]);
                }
                poles.push_back(pole_position(theta_members));
            }
            return poles;
        };
        result.tension.push_back(pole_tension(positions(nobody), h));
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const auto closeness = ideal_point_closeness(theta[wanted[i]], positions(wanted[i]), h);
            result.closeness[i].insert(result.closeness[i].end(), closeness.begin(), closeness.end());
        }
    }
    return result;
}

}  // namespace tarazy
