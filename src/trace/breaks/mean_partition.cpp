#include "trace/breaks/mean_partition.hpp"

#include "trace/breaks/partition_table.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

struct LevelRange {
    double from, to;
};

/// A candidate for the last change and an interval of levels at which it may still be best.
struct LevelCandidate {
    std::uint32_t start;
    double from, to;
    double mean = 0, fit = 0;  ///< mean of its segment and cost without length term, at the end last evaluated
};

class FunctionalPruning {
public:
    FunctionalPruning(const SegmentCost& cost, const SegmentationOptions& options)
        : cost_(cost), options_(options), table_(cost, options), n_(cost.length()), h_(options.least_segment) {
        const double range = cost.greatest_value() - cost.least_value();
        all_ = {cost.least_value() - 0.01 * range - 1e-300, cost.greatest_value() + 0.01 * range + 1e-300};
        margin_ = 8 * table_.tolerance();
    }

    Segmentation run() {
        WorkStep step(options_.work, "segmentation", n_);
        for (std::size_t t = h_; t <= n_; ++t) {
            const std::size_t newcomer = t - h_;
            if (newcomer == 0)
                alive_.push_back({0, all_.from, all_.to});
            else if (newcomer >= h_)
                enter(newcomer);
            if (table_.has_length_term() && t >= next_review_) review(t);
            evaluate(t);
            if ((t & 1023U) == 0) step.advance(1024);
        }
        step.advance(n_ % 1024);
        return table_.partition(cost_, options_, evaluations_);
    }

private:
    /// Older candidates keep the levels at which they may still beat the newcomer w; it gets those that are left.
    void enter(std::size_t w) {
        const double level = table_.with_change(w);
        const double end_term = table_.length_term(n_ - w), first_term = table_.length_term(h_);
        taken_.clear();
        std::size_t kept = 0;
        for (LevelCandidate& old : alive_) {
            const double m = static_cast<double>(w - old.start);
            // With least segments of 1, w is the end last evaluated.
            if (h_ > 1) fit_to(old, w);
            const double mean = old.mean;
            // How far the least of q_old lies below the newcomer's constant.
            const double depth = level - old.fit;
            const double keeps = depth - (table_.length_term(n_ - old.start) - end_term) + margin_;
            if (!(keeps > 0)) continue;
            const double width = std::sqrt(keeps / m);
            const double takes = depth - (table_.length_term(w + h_ - old.start) - first_term) - margin_;
            if (takes > 0) {
                // Slightly less than the root where both are the same but for the margin.
                const double taken = keeps - takes < 1e-7 * keeps ? width * (1 - 1e-7) : std::sqrt(takes / m);
                taken_.push_back({mean - taken, mean + taken});
            }
            old.from = std::max(old.from, mean - width);
            old.to = std::min(old.to, mean + width);
            if (old.from < old.to) alive_[kept++] = old;
        }
        alive_.resize(kept);
        add_left_over(static_cast<std::uint32_t>(w));
    }

    void add_left_over(std::uint32_t w) {
        // Nearly sorted already.
        for (std::size_t i = 1; i < taken_.size(); ++i) {
            const LevelRange range = taken_[i];
            std::size_t place = i;
            for (; place > 0 && taken_[place - 1].from > range.from; --place) taken_[place] = taken_[place - 1];
            taken_[place] = range;
        }
        double free_from = all_.from;
        for (const LevelRange& range : taken_) {
            if (range.from > free_from) alive_.push_back({w, free_from, range.from});
            free_from = std::max(free_from, range.to);
        }
        if (free_from < all_.to) alive_.push_back({w, free_from, all_.to});
    }

    /// Takes from each candidate the levels at which an older one has become better for ever.
    void review(std::size_t t) {
        for (LevelCandidate candidate : alive_) {
            for (const LevelCandidate& other : alive_)
                if (other.start < candidate.start && candidate.from < candidate.to) yield_to(other.start, candidate, t);
            if (candidate.from < candidate.to) reviewed_.push_back(candidate);
        }
        alive_.swap(reviewed_);
        reviewed_.clear();
        next_review_ = t + std::max<std::size_t>(64, 4 * alive_.size());
    }

    void yield_to(std::size_t older, LevelCandidate& candidate, std::size_t t) const {
        const double share = 1 / static_cast<double>(candidate.start - older);
        const double sum = cost_.centred_sum(older, candidate.start), mean = sum * share;
        const double takes = table_.with_change(candidate.start) - table_.with_change(older) + sum * mean -
                             (table_.length_term(t - older) - table_.length_term(t - candidate.start)) - margin_;
        if (!(takes > 0)) return;
        const double width = std::sqrt(takes * share);
        if (mean - width <= candidate.from)
            candidate.from = std::max(candidate.from, mean + width);
        else if (mean + width >= candidate.to)
            candidate.to = std::min(candidate.to, mean - width);
    }

    /// The segment from the candidate to `end`, to the last bit as `SegmentCost` has it.
    void fit_to(LevelCandidate& candidate, std::size_t end) const {
        const double sum = cost_.centred_sum(candidate.start, end);
        candidate.mean = sum / static_cast<double>(end - candidate.start);
        candidate.fit = table_.with_change(candidate.start) - sum * candidate.mean;
    }

    void evaluate(std::size_t t) {
        starts_.resize(alive_.size());
        costs_.resize(alive_.size());
        for (std::size_t i = 0; i < alive_.size(); ++i) {
            LevelCandidate& candidate = alive_[i];
            fit_to(candidate, t);
            starts_[i] = candidate.start;
            costs_[i] = candidate.fit + table_.length_term(t - candidate.start);
        }
        evaluations_ += alive_.size();
        table_.settle(t, starts_, costs_);
    }

    const SegmentCost& cost_;
    const SegmentationOptions& options_;
    PartitionTable table_;
    const std::size_t n_, h_;
    LevelRange all_{};
    double margin_ = 0;
    std::size_t next_review_ = 64;
    std::uint64_t evaluations_ = 0;
    std::vector<LevelCandidate> alive_, reviewed_;
    std::vector<LevelRange> taken_;
    std::vector<std::uint32_t> starts_;
    std::vector<double> costs_;
};

}  // namespace

Segmentation mean_partition(const SegmentCost& cost, const SegmentationOptions& options) {
    return FunctionalPruning(cost, options).run();
}

}  // namespace tarazy
