#include "network/signed_balance/frustration_search.hpp"

#include "base/random.hpp"
#include "network/signed_balance/cycle_packing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tarazy {
namespace {

constexpr double no_quantum = std::numeric_limits<double>::infinity();
constexpr std::size_t packings_a_branch = 12;
/// Descents before the first packing, which shows how often they are enough.
constexpr std::size_t first_descents = 10;
/// Ties visited by all descents before the search.
constexpr std::size_t most_descent_steps = 20'000'000;

/// Each node takes the side that most of its ties ask for, until none changes.
void descend_sides(const SignedKernel& kernel, const std::vector<std::uint32_t>& nodes, std::vector<std::int8_t>& side,
                   const Work& work) {
    for (bool changed = true; changed;) {
        changed = false;
        work.check();
        for (const std::uint32_t node : nodes) {
            double pull = 0, size = 0;
            for (const SignedKernel::Arc& arc : kernel.arcs(node)) {
                pull += arc.weight * side[arc.node];
                size += std::abs(arc.weight);
            }
            if (pull * side[node] < -1e-12 * size) {
                side[node] = static_cast<std::int8_t>(-side[node]);
                changed = true;
            }
        }
    }
}

struct OpenBranch {
    SignedKernel kernel;
    double lower = 0;
};

struct BranchPair {
    std::uint32_t a = 0, b = 0;
};

class FrustrationTree {
public:
    FrustrationTree(const SignedKernel& whole, double step, const FrustrationSearch& search)
        : step_(step), search_(search), random_(search.seed, "frustration index", 0) {
        double sum = 0, count = 0;
        for (const std::uint32_t node : whole.nodes()) {
            for (const SignedKernel::Arc& arc : whole.arcs(node)) {
                sum += std::abs(arc.weight);
                ++count;
            }
        }
        ties_ = static_cast<std::size_t>(count / 2);
        quantum_ = count == 0 ? 1 : sum / count / 2;
        tolerance_ = 1e-9 * (whole.offset() + sum / 2);
        found_.side.assign(whole.size(), 1);
        found_.cost = std::numeric_limits<double>::infinity();
        open_.push_back({whole, whole.offset()});
    }

    FrustrationFound search() {
        first_solution(open_.back().kernel);
        while (!open_.empty()) {
            search_.work.check();
            if (found_.branches >= search_.most_branches || search_.work.time_is_up()) return stopped();
            OpenBranch branch = std::move(open_.back());
            open_.pop_back();
            ++found_.branches;
            visit(std::move(branch));
        }
        found_.lower = found_.cost;
        found_.optimal = true;
        return std::move(found_);
    }

private:
    /// Is nothing better to be found where no solution costs less than this?
    [[nodiscard]] bool hopeless(double lower) const { return lower > most_of_interest(); }
    [[nodiscard]] double most_of_interest() const {
        return step_ > 0 ? found_.cost - step_ + 1e-6 * step_ : found_.cost - tolerance_;
    }

    FrustrationFound stopped() {
        found_.lower = found_.cost;
        for (const OpenBranch& branch : open_) found_.lower = std::min(found_.lower, branch.lower);
        // Costs of one part differ by whole steps; the costs themselves need not be whole.
        if (step_ > 0) found_.lower = found_.cost - std::floor((found_.cost - found_.lower) / step_ + 1e-6) * step_;
        found_.optimal = hopeless(found_.lower);
        return std::move(found_);
    }

    void offer(const SignedKernel& kernel, const std::vector<std::int8_t>& side, double cost) {
        if (cost >= found_.cost - tolerance_) return;
        found_.cost = cost;
        found_.side = side;
        kernel.extend(found_.side);
    }

    void drawn_descents(const SignedKernel& kernel, std::size_t restarts) {
        const std::vector<std::uint32_t> nodes = kernel.nodes();
        for (std::size_t start = 0; start < restarts && !search_.work.time_is_up(); ++start) {
            std::vector<std::int8_t> side(kernel.size(), 1);
            if (start > 0 || found_.cost < no_quantum) {
                for (const std::uint32_t node : nodes) side[node] = (random_() & 1U) != 0 ? 1 : -1;
            }
            descend_sides(kernel, nodes, side, search_.work);
            offer(kernel, side, kernel.offset() + kernel.cost(side));
        }
    }

    void first_solution(const SignedKernel& kernel) {
        offer(kernel, found_.side, kernel.offset() + kernel.cost(found_.side));
        drawn_descents(kernel, std::min(first_descents, all_descents()));
    }

    [[nodiscard]] std::size_t all_descents() const {
        return std::min(search_.restarts, std::max(most_descent_steps / (8 * ties_ + 1), std::size_t{3}));
    }

    void visit(OpenBranch branch) {
        SignedKernel& kernel = branch.kernel;
        for (;;) {
            kernel.reduce();
            if (kernel.empty()) {
                offer(kernel, found_.side, kernel.offset());
                return;
            }
            branch.lower = std::max(branch.lower, kernel.offset());
            if (hopeless(branch.lower)) return;
            std::vector<std::int8_t> side = found_.side;
            descend_sides(kernel, kernel.nodes(), side, search_.work);
            offer(kernel, side, kernel.offset() + kernel.cost(side));
            CyclePacking packing(kernel, side);
            if (packed_hopeless(packing, branch)) return;
            if (search_.work.time_is_up()) {
                open_.push_back(std::move(branch));
                return;
            }
            if (found_.branches == 1 && !drawn_) {
                drawn_ = true;
                if (all_descents() > first_descents) drawn_descents(kernel, all_descents() - first_descents);
                continue;
            }
            if (!contract_inseparable(kernel, packing, side)) break;
        }
        const BranchPair pair = pair_to_decide(kernel);
        const int likely = found_.side[pair.a] * found_.side[pair.b];
        OpenBranch other{kernel, branch.lower};
        other.kernel.contract(pair.a, pair.b, -likely);
        kernel.contract(pair.a, pair.b, likely);
        open_.push_back(std::move(other));
        open_.push_back(std::move(branch));
    }

    /// Packs in several orders; the packing that is left is the best one.
    bool packed_hopeless(CyclePacking& packing, OpenBranch& branch) {
        double best = -1;
        CyclePacking kept = packing;
        for (std::size_t attempt = 0; attempt < packings_a_branch; ++attempt) {
            packing.pack(random_, attempt % 2 == 0 ? no_quantum : quantum_, search_.work);
            if (packing.bound() > best) {
                best = packing.bound();
                kept = packing;
                branch.lower = std::max(branch.lower, branch.kernel.offset() + best);
                if (hopeless(branch.lower)) return true;
            }
            if (search_.work.time_is_up()) break;
        }
        packing = std::move(kept);
        return false;
    }

    bool contract_inseparable(SignedKernel& kernel, CyclePacking& packing, const std::vector<std::int8_t>& side) {
        const double gap = most_of_interest() - kernel.offset() - packing.bound() + tolerance_;
        const std::vector<std::uint32_t> root = packing.inseparable(gap, search_.work);
        bool any = false;
        for (const std::uint32_t node : kernel.nodes()) {
            if (root[node] == node) continue;
            kernel.contract(node, root[node], side[node] * side[root[node]]);
            any = true;
        }
        return any;
    }

    /// The pair whose cheaper relation frustrates most at once, by the ties between them and to neighbours of both.
    static BranchPair pair_to_decide(const SignedKernel& kernel) {
        BranchPair best;
        double best_least = -1, best_sum = -1;
        std::vector<double> weight(kernel.size(), 0);
        for (const std::uint32_t a : kernel.nodes()) {
            for (const SignedKernel::Arc& arc : kernel.arcs(a)) weight[arc.node] = arc.weight;
            for (const SignedKernel::Arc& to_b : kernel.arcs(a)) {
                if (to_b.node < a) continue;
                double same = to_b.weight < 0 ? -to_b.weight : 0, opposite = to_b.weight > 0 ? to_b.weight : 0;
                for (const SignedKernel::Arc& arc : kernel.arcs(to_b.node)) {
                    const double smaller = std::min(std::abs(arc.weight), std::abs(weight[arc.node]));
                    (arc.weight * weight[arc.node] < 0 ? same : opposite) += smaller;
                }
                const double least = std::min(same, opposite), sum = same + opposite;
                if (least > best_least || (least == best_least && sum > best_sum)) {
                    best_least = least;
                    best_sum = sum;
                    best = {a, to_b.node};
                }
            }
            for (const SignedKernel::Arc& arc : kernel.arcs(a)) weight[arc.node] = 0;
        }
        return best;
    }

    const double step_;
    const FrustrationSearch& search_;
    Random random_;
    double quantum_ = 1, tolerance_ = 0;
    std::size_t ties_ = 0;
    bool drawn_ = false;
    FrustrationFound found_;
    std::vector<OpenBranch> open_;
};

}  // namespace

FrustrationFound least_frustration(const SignedKernel& whole, double step, const FrustrationSearch& search) {
    return FrustrationTree(whole, step, search).search();
}

}  // namespace tarazy
