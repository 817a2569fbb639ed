#include "text/coding/discourse_networks.hpp"

#include "base/random.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

/// x_ick: statements of actors on concepts, for and against.
struct DiscourseCounts {
    std::vector<std::string> actors, concepts;
    std::vector<double> agree, disagree;  ///< actor by actor, a cell a concept

    [[nodiscard]] double activity(std::size_t actor) const {
        double concepts_met = 0;
        for (std::size_t c = 0; c < concepts.size(); ++c)
            concepts_met += agree[actor * concepts.size() + c] + disagree[actor * concepts.size() + c] > 0 ? 1 : 0;
        return concepts_met;
    }
};

DiscourseCounts discourse_counts(const std::vector<DiscourseStatement>& statements, bool repeats) {
    DiscourseCounts counts;
    std::set<std::string> actors, concepts;
    for (const DiscourseStatement& one : statements) {
        actors.insert(one.actor);
        concepts.insert(one.concept_name);
    }
    counts.actors.assign(actors.begin(), actors.end());
    counts.concepts.assign(concepts.begin(), concepts.end());
    counts.agree.assign(actors.size() * concepts.size(), 0);
    counts.disagree = counts.agree;
    for (const DiscourseStatement& one : statements) {
        const auto actor =
            static_cast<std::size_t>(std::ranges::lower_bound(counts.actors, one.actor) - counts.actors.begin());
        const auto topic = static_cast<std::size_t>(std::ranges::lower_bound(counts.concepts, one.concept_name) -
                                                    counts.concepts.begin());
        double& cell = (one.agrees ? counts.agree : counts.disagree)[actor * counts.concepts.size() + topic];
        cell = repeats ? cell + 1 : 1;
    }
    return counts;
}

struct DiscoursePair {
    double agreement = 0, conflict = 0;
};

DiscoursePair discourse_pair(const DiscourseCounts& counts, std::size_t i, std::size_t j, bool by_activity) {
    DiscoursePair pair;
    const std::size_t width = counts.concepts.size();
    for (std::size_t c = 0; c < width; ++c) {
        const double plus_i = counts.agree[i * width + c], minus_i = counts.disagree[i * width + c];
        const double plus_j = counts.agree[j * width + c], minus_j = counts.disagree[j * width + c];
        pair.agreement += plus_i * plus_j + minus_i * minus_j;
        pair.conflict += plus_i * minus_j + minus_i * plus_j;
    }
    if (by_activity) {
        const double mean = (counts.activity(i) + counts.activity(j)) / 2;
        pair.agreement /= mean;
        pair.conflict /= mean;
    }
    return pair;
}

/// Best division of a weighted network in two, by modularity.
class TwoCamps {
public:
    explicit TwoCamps(std::vector<double> weights, std::size_t size) : weights_(std::move(weights)), size_(size) {
        strength_.assign(size, 0);
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t j = 0; j < size; ++j) strength_[i] += weights_[i * size + j];
        for (const double one : strength_) total_ += one;
        camp_.assign(size, 0);
    }
    [[nodiscard]] bool has_ties() const { return total_ > 0; }
    [[nodiscard]] double modularity(const std::vector<int>& camp) const {
        double sum = 0;
        for (std::size_t i = 0; i < size_; ++i)
            for (std::size_t j = 0; j < size_; ++j)
                if (camp[i] == camp[j]) sum += weights_[i * size_ + j] - strength_[i] * strength_[j] / total_;
        return sum / total_;
    }
    void try_all(const Work& work) {
        StepClock clock(work);
        std::vector<int> camp(size_, 0);
        for (std::uint64_t bits = 0; bits < (std::uint64_t{1} << (size_ - 1)); ++bits) {
            (void)clock.stops();
            for (std::size_t i = 1; i < size_; ++i) camp[i] = static_cast<int>(bits >> (i - 1) & 1U);
            keep(camp);
        }
    }
    void climb(std::uint64_t seed, const Work& work) {
        for (std::uint64_t start = 0; start < 20; ++start) {
            work.check();
            Random random(seed, "camps of actors", start);
            std::vector<int> camp(size_);
            for (int& one : camp) one = static_cast<int>(random.below(2));
            for (bool moved = true; moved;) {
                moved = false;
                for (std::size_t i = 0; i < size_; ++i) {
                    if (gain_of_moving(camp, i) <= 1e-12) continue;
                    camp[i] = 1 - camp[i];
                    moved = true;
                }
            }
            if (camp[0] == 1)
                for (int& one : camp) one = 1 - one;
            keep(camp);
        }
    }
    /// One camp has modularity 0, up to rounding.
    [[nodiscard]] double best() const { return std::abs(best_) < 1e-12 ? 0 : best_; }
    [[nodiscard]] const std::vector<int>& camp() const { return camp_; }

private:
    [[nodiscard]] double gain_of_moving(const std::vector<int>& camp, std::size_t i) const {
        double gain = 0;
        for (std::size_t j = 0; j < size_; ++j) {
            if (j == i) continue;
            const double pull = weights_[i * size_ + j] - strength_[i] * strength_[j] / total_;
            gain += camp[j] == camp[i] ? -pull : pull;
        }
        return gain;
    }
    void keep(const std::vector<int>& camp) {
        const double value = modularity(camp);
        if (value <= best_ + 1e-12) return;
        best_ = value;
        camp_ = camp;
    }
    std::vector<double> weights_;
    std::size_t size_;
    std::vector<double> strength_;
    double total_ = 0, best_ = -1;
    std::vector<int> camp_;
};

using PolarisationRows =
    TableRows<IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn, IntegerColumn, RealColumn, RealColumn,
              RealColumn, RealColumn, ListColumn, ListColumn, IntegerColumn>;

void add_window(PolarisationRows& rows, int from, int to, const std::vector<DiscourseStatement>& window,
                const DiscourseOptions& options, std::uint64_t seed, const Work& work) {
    const DiscourseCounts counts = discourse_counts(window, options.repeats_count);
    const std::size_t size = counts.actors.size();
    std::vector<double> weights(size * size, 0);
    DiscoursePair sum;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i + 1; j < size; ++j) {
            const DiscoursePair pair = discourse_pair(counts, i, j, options.by_activity);
            sum.agreement += pair.agreement;
            sum.conflict += pair.conflict;
            weights[i * size + j] = weights[j * size + i] = pair.agreement;
        }
    }
    const double both = sum.agreement + sum.conflict;
    const auto share = both > 0 ? std::optional(sum.conflict / both) : std::nullopt;
    TwoCamps camps(std::move(weights), size);
    const bool exact = size <= most_camps_tried;
    std::vector<std::string> one, other;
    if (camps.has_ties()) {
        if (exact) {
            camps.try_all(work);
        } else {
            camps.climb(seed, work);
        }
        for (std::size_t i = 0; i < size; ++i) (camps.camp()[i] == 0 ? one : other).push_back(counts.actors[i]);
    }
    rows.add(from, to, window.size(), size, counts.concepts.size(), sum.agreement, sum.conflict, share,
             camps.has_ties() ? std::optional(camps.best()) : std::nullopt, one, other,
             camps.has_ties() ? std::optional(exact) : std::nullopt);
}

}  // namespace

Table actor_concept_table(const std::vector<DiscourseStatement>& statements, const DiscourseOptions& options) {
    const DiscourseCounts counts = discourse_counts(statements, options.repeats_count);
    TableRows rows(TextColumn{"from"}, TextColumn{"to"}, RealColumn{"weight"}, RealColumn{"agree"},
                   RealColumn{"disagree"});
    for (std::size_t actor = 0; actor < counts.actors.size(); ++actor) {
        for (std::size_t c = 0; c < counts.concepts.size(); ++c) {
            const double agree = counts.agree[actor * counts.concepts.size() + c];
            const double disagree = counts.disagree[actor * counts.concepts.size() + c];
            if (agree + disagree > 0)
                rows.add(counts.actors[actor], counts.concepts[c], agree + disagree, agree, disagree);
        }
    }
    return rows.table();
}

Table actor_network_table(const std::vector<DiscourseStatement>& statements, DiscourseTie tie,
                          const DiscourseOptions& options) {
    const DiscourseCounts counts = discourse_counts(statements, options.repeats_count);
    TableRows rows(TextColumn{"from"}, TextColumn{"to"}, RealColumn{"weight"}, IntegerColumn{"sign"},
                   RealColumn{"agreement"}, RealColumn{"conflict"});
    for (std::size_t i = 0; i < counts.actors.size(); ++i) {
        for (std::size_t j = i + 1; j < counts.actors.size(); ++j) {
            const DiscoursePair pair = discourse_pair(counts, i, j, options.by_activity);
            const double net = tie == DiscourseTie::agreement  ? pair.agreement
                               : tie == DiscourseTie::conflict ? -pair.conflict
                                                               : pair.agreement - pair.conflict;
            if (net == 0) continue;
            rows.add(counts.actors[i], counts.actors[j], std::abs(net), net > 0 ? 1 : -1, pair.agreement,
                     pair.conflict);
        }
    }
    return rows.table();
}

Table polarisation_table(const std::vector<DiscourseStatement>& statements, int width, const DiscourseOptions& options,
                         std::uint64_t seed, const Work& work) {
    PolarisationRows rows(IntegerColumn{"from_year"}, IntegerColumn{"to_year"}, IntegerColumn{"statements"},
                          IntegerColumn{"actors"}, IntegerColumn{"concepts"}, RealColumn{"agreement"},
                          RealColumn{"conflict"}, RealColumn{"conflict_share"}, RealColumn{"modularity"},
                          ListColumn{"camp_1"}, ListColumn{"camp_2"}, IntegerColumn{"exact"});
    if (statements.empty()) return rows.table();
    const int first = statements.front().year(), last = std::max(first, statements.back().year() - width + 1);
    WorkStep step(work, "windows of statements", static_cast<std::uint64_t>(last - first + 1));
    for (int from = first; from <= last; ++from) {
        std::vector<DiscourseStatement> window;
        std::ranges::copy_if(statements, std::back_inserter(window), [&](const DiscourseStatement& one) {
            return one.year() >= from && one.year() < from + width;
        });
        add_window(rows, from, from + width - 1, window, options, seed, work);
        step.advance();
    }
    return rows.table();
}

}  // namespace tarazy
