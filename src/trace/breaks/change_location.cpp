#include "trace/breaks/change_location.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace tarazy {
namespace {

/// What `of_draw` gives for each draw, added up in the order of the draws.
std::vector<double> summed_over_draws(std::span<const std::vector<double>> draws, const Work& work, unsigned threads,
                                      const std::function<std::vector<double>(const std::vector<double>&)>& of_draw) {
    std::vector<std::vector<double>> each(draws.size());
    WorkStep step(work, "dates of changes", draws.size());
    parallel_chunks(
        draws.size(), 1, threads,
        [&](std::size_t begin, std::size_t end) {
            for (std::size_t d = begin; d < end; ++d) each[d] = of_draw(draws[d]);
        },
        step);
    std::vector<double> sum;
    for (const auto& one : each) {
        sum.resize(one.size(), 0);
        for (std::size_t i = 0; i < one.size(); ++i) sum[i] += one[i];
    }
    return sum;
}

/// P(exactly k changes and the j-th after observation b) of one draw, at (j - 1)(n - 1) + b - 1.
std::vector<double> joint_locations(std::span<const double> y, const SegmentPrior& prior, std::size_t changes,
                                    const Work& work) {
    const SegmentChain chain(y, prior, work);
    const std::size_t n = y.size(), columns = changes + 1;
    // up_to[t][j]: a segment begins at t and j changes lead up to it; follow[t][j]: j changes follow, given that.
    std::vector<double> up_to(n * columns, 0), follow(n * columns, 0);
    SegmentRow row;
    up_to[0] = 1;
    for (std::size_t t = 0; t < n; ++t) {
        work.check();
        chain.row(t, row);
        for (std::size_t m = 1; t + m < n && m <= row.ends.size(); ++m) {
            if (row.ends[m - 1] == 0) continue;
            for (std::size_t j = 1; j < columns; ++j)
                up_to[(t + m) * columns + j] += row.ends[m - 1] * up_to[t * columns + j - 1];
        }
    }
    for (std::size_t t = n; t-- > 0;) {
        work.check();
        chain.row(t, row);
        if (row.ends.size() == n - t) follow[t * columns] = row.ends.back();
        for (std::size_t m = 1; t + m < n && m <= row.ends.size(); ++m) {
            if (row.ends[m - 1] == 0) continue;
            for (std::size_t j = 1; j < columns; ++j)
                follow[t * columns + j] += row.ends[m - 1] * follow[(t + m) * columns + j - 1];
        }
    }
    std::vector<double> joint(changes * (n - 1), 0);
    for (std::size_t j = 1; j <= changes; ++j) {
        for (std::size_t t = 1; t < n; ++t)
            joint[(j - 1) * (n - 1) + t - 1] = up_to[t * columns + j] * follow[t * columns + changes - j];
    }
    return joint;
}

/// P(at least one change among the dates) of one draw, for each set: the chain may not begin a segment there, and what
/// it loses by that is the answer.
std::vector<double> hits_of_sets(std::span<const double> y, const SegmentPrior& prior,
                                 std::span<const std::vector<std::size_t>> sets, const Work& work) {
    const SegmentChain chain(y, prior, work);
    const std::size_t n = y.size();
    struct Watched {
        std::size_t first = 0, last = 0;
        std::vector<bool> barred;
        std::vector<double> begins;  ///< P(a segment begins there and none began among the dates before)
    };
    std::vector<Watched> watched(sets.size());
    std::size_t end = 0;
    for (std::size_t s = 0; s < sets.size(); ++s) {
        if (sets[s].empty()) continue;
        Watched& one = watched[s];
        one.first = sets[s].front();
        one.last = sets[s].back();
        one.barred.assign(one.last - one.first + 1, false);
        one.begins.assign(one.barred.size(), 0);
        for (const std::size_t k : sets[s]) one.barred[k - one.first] = true;
        end = std::max(end, one.last);
    }
    std::vector<double> begins(n, 0), hits(sets.size(), 0);
    begins[0] = 1;
    SegmentRow row;
    for (std::size_t t = 0; t < end; ++t) {
        work.check();
        chain.row(t, row);
        for (std::size_t m = 1; t + m < n && m <= row.ends.size(); ++m) begins[t + m] += begins[t] * row.ends[m - 1];
        for (std::size_t s = 0; s < sets.size(); ++s) {
            Watched& one = watched[s];
            if (one.barred.empty() || t > one.last || (t >= one.first && one.barred[t - one.first])) continue;
            const double here = t < one.first ? begins[t] : one.begins[t - one.first];
            const std::size_t to = std::min(one.last, t + row.ends.size());
            for (std::size_t u = std::max(t + 1, one.first); u <= to; ++u) {
                const double reached = here * row.ends[u - t - 1];
                (one.barred[u - one.first] ? hits[s] : one.begins[u - one.first]) += reached;
            }
        }
    }
    for (double& hit : hits) hit = std::min(hit, 1.0);
    return hits;
}

}  // namespace

std::vector<std::vector<double>> change_locations(std::span<const std::vector<double>> draws, const SegmentPrior& prior,
                                                  std::size_t changes, const Work& work, unsigned threads) {
    if (changes == 0 || draws.empty()) return {};
    const std::vector<double> joint = summed_over_draws(draws, work, threads, [&](const std::vector<double>& draw) {
        return joint_locations(draw, prior, changes, work.unheard());
    });
    const std::size_t dates = draws.front().size() - 1;
    std::vector<std::vector<double>> locations(changes);
    for (std::size_t j = 0; j < changes; ++j) {
        const auto begin = joint.begin() + static_cast<std::ptrdiff_t>(j * dates);
        locations[j].assign(begin, begin + static_cast<std::ptrdiff_t>(dates));
        const double sum = std::accumulate(locations[j].begin(), locations[j].end(), 0.0);
        for (double& probability : locations[j]) probability = sum > 0 ? probability / sum : 0;
    }
    return locations;
}

std::vector<std::size_t> most_probable_dates(std::span<const std::vector<double>> locations) {
    if (locations.empty()) return {};
    const std::size_t dates = locations.front().size();
    const double none = -std::numeric_limits<double>::infinity();
    // best[k]: of dates up to k for the changes so far; from[j][k]: the date of change j in it.
    std::vector<double> best(dates + 1, 0);
    std::vector<std::vector<std::size_t>> from;
    for (const auto& location : locations) {
        std::vector<double> next(dates + 1, none);
        std::vector<std::size_t> chosen(dates + 1, 0);
        for (std::size_t k = 1; k <= dates; ++k) {
            const double here = best[k - 1] + std::log(location[k - 1]);
            const bool better = here > next[k - 1];
            next[k] = better ? here : next[k - 1];
            chosen[k] = better ? k : chosen[k - 1];
        }
        best = std::move(next);
        from.push_back(std::move(chosen));
    }
    std::vector<std::size_t> found(locations.size());
    for (std::size_t j = locations.size(), upto = dates; j-- > 0; upto = found[j] - 1) {
        found[j] = from[j][upto];
        if (found[j] == 0) return {};  // more changes than dates
    }
    return found;
}

std::vector<CredibleChange> credible_changes(std::span<const std::vector<double>> draws, const SegmentPrior& prior,
                                             std::span<const std::size_t> changes, double level, const Work& work,
                                             unsigned threads) {
    if (!(level > 0 && level <= 1))
        refuse_argument("level", std::isnan(level) ? "not a number" : number_text(level),
                        "give a number above 0, at most 1");
    const auto locations = change_locations(draws, prior, changes.size(), work, threads);
    std::vector<CredibleChange> result;
    std::vector<std::vector<std::size_t>> sets;
    for (std::size_t j = 0; j < locations.size(); ++j) {
        std::vector<std::size_t> order(locations[j].size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::greater{}, [&](std::size_t k) { return locations[j][k]; });
        CredibleChange change{changes[j], {}, 0, 0};
        for (const std::size_t k : order) {
            if (change.held >= level || locations[j][k] <= 0) break;
            change.held += locations[j][k];
            change.set.push_back(k + 1);
        }
        change.held = std::min(change.held, 1.0);
        std::ranges::sort(change.set);
        sets.push_back(change.set);
        result.push_back(std::move(change));
    }
    const auto probabilities = probability_of_change_among(draws, prior, sets, work, threads);
    for (std::size_t j = 0; j < result.size(); ++j) result[j].probability = probabilities[j];
    return result;
}

std::vector<double> probability_of_change_among(std::span<const std::vector<double>> draws, const SegmentPrior& prior,
                                                std::span<const std::vector<std::size_t>> sets, const Work& work,
                                                unsigned threads) {
    if (sets.empty()) return {};
    std::vector<double> sum = summed_over_draws(draws, work, threads, [&](const std::vector<double>& draw) {
        return hits_of_sets(draw, prior, sets, work.unheard());
    });
    for (double& probability : sum) probability /= static_cast<double>(draws.size());
    return sum;
}

}  // namespace tarazy
