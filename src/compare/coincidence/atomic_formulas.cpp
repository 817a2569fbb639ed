#include "compare/coincidence/atomic_formulas.hpp"

#include "compare/coincidence/effect_cover.hpp"
#include "compare/sets/boolean_algebra.hpp"
#include "compare/sets/full_sum.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace tarazy {
namespace {

/// Visits the sets of terms that may become formulas, each once. Exact: a branch is left only where the bounds of
/// `Covers` (CrispCover or FuzzyCover) say that none of its sets is one.
template <class Covers>
class FormulaSearch {
public:
    FormulaSearch(const Coincidences& data, Effect effect, std::span<const SufficientCondition* const> terms,
                  std::span<const double> y, const CoincidenceOptions& options)
        : space_(data.space),
          effect_(effect),
          options_(options),
          clock_(options.work),
          step_(options.work, "formulas of " + effect_text(data.space, effect), terms.size()),
          terms_(terms),
          y_(y),
          weights_(data.weights),
          total_(weighted_sum(y, data.weights)),
          needed_((options.coverage - coincidence_tolerance) * total_),
          least_consistency_(options.consistency - coincidence_tolerance),
          covers_(terms, y, data.weights, options.most_terms),
          parts_(terms, y, data.weights, options.most_terms),
          levels_(options.most_terms + 1) {}

    AtomicFormulas run() {
        if (total_ > 0) {
            for (std::size_t t = 0; t < terms_.size(); ++t) levels_[0].push_back({t, total_});
            extend(0, levels_[0], {});
        }
        step_.advance(terms_.size() - begun_);
        std::ranges::sort(found_, [](const AtomicFormula& a, const AtomicFormula& b) {
            return std::tie(a.complexity, b.coverage, a.terms) < std::tie(b.complexity, a.coverage, b.terms);
        });
        return {std::move(found_), complete_};
    }

private:
    struct Candidate {
        std::size_t term;
        double gain;  ///< what it covers besides; of a shorter disjunction: what it covers at most
    };
    struct State {
        double covered = 0, beyond = 0;
        std::size_t complexity = 0;
    };

    /// Sums of the search carry rounding, those of a formula are taken anew; bounds give way by so much.
    [[nodiscard]] double slack() const { return 1e-12 * (1 + total_); }

    [[nodiscard]] bool consistent(double covered, double beyond) const {
        return covered >= least_consistency_ * (covered + beyond);
    }

    /// Candidates that may still be part of a formula, with what each covers besides. One that covers nothing besides
    /// never will: without it as much is covered, no less consistently.
    void choose(std::size_t depth, std::span<const Candidate> from, const State& state) {
        std::vector<Candidate>& list = levels_[depth + 1];
        list.clear();
        const std::size_t left = options_.most_terms - depth, room = options_.most_complexity - state.complexity;
        const double gap = needed_ - state.covered - slack();
        double others = 0;  // what the other terms can cover at most
        for (std::size_t k = 0; k + 1 < std::min(left, from.size()); ++k) others += from[k].gain;
        for (const Candidate& candidate : from) {
            if (static_cast<std::size_t>(terms_[candidate.term]->literals.size()) > room) continue;
            if (candidate.gain + others < gap) continue;
            const double gain = covers_.gain(depth, candidate.term);
            if (gain <= coincidence_tolerance || gain + others < gap) continue;
            list.push_back({candidate.term, gain});
        }
        std::ranges::sort(list, [](const Candidate& a, const Candidate& b) {
            return a.gain > b.gain || (a.gain == b.gain && a.term < b.term);
        });
    }

    /// Can one of these candidates, and as many others as may follow it, cover enough consistently? The gains fall, so
    /// what can not at one place can not at a later one. What is said beyond the effect never shrinks.
    [[nodiscard]] bool within_reach(std::span<const Candidate> from, std::size_t left, const State& state) const {
        double reach = state.covered;
        for (std::size_t k = 0; k < std::min(left, from.size()); ++k) reach += from[k].gain;
        reach = std::min(reach, total_) + slack();
        return reach >= needed_ && consistent(reach, std::max(state.beyond - slack(), 0.0));
    }

    /// @param from  the most gaining first
    void extend(std::size_t depth, std::span<const Candidate> from, const State& state) {
        const std::size_t left = options_.most_terms - depth;
        if (left == 0 || !within_reach(from, left, state)) return;
        choose(depth, from, state);
        const std::span<const Candidate> list = levels_[depth + 1];
        for (std::size_t c = 0; c < list.size(); ++c) {
            if (depth == 0) {
                ++begun_;
                step_.advance();
            }
            if (!within_reach(list.subspan(c), left, state)) return;
            if (++nodes_ > options_.most_nodes || clock_.stops()) {
                complete_ = false;
                return;
            }
            visit(depth, list, c, state);
        }
    }

    void visit(std::size_t depth, std::span<const Candidate> list, std::size_t c, const State& state) {
        const std::size_t term = list[c].term;
        covers_.add(depth, term);
        const Cover now = covers_.cover(depth + 1);
        const State next{now.covered, now.beyond,
                         state.complexity + static_cast<std::size_t>(terms_[term]->literals.size())};
        chosen_.push_back(term);
        if (next.covered >= needed_ && consistent(next.covered, next.beyond))
            record(next);
        else
            extend(depth + 1, list.subspan(c + 1), next);
        chosen_.pop_back();
    }

    void record(const State& state) {
        std::vector<std::size_t> part = chosen_;
        if (has_part(part, 0)) return;
        AtomicFormula formula{effect_, {}, 0, 0, state.complexity};
        for (const std::size_t t : chosen_) formula.terms.push_back(terms_[t]->literals);
        std::ranges::sort(formula.terms);
        if (redundant_by_logic(space_, formula.terms)) return;
        const Sums sums = Covers::exact ? Sums{state.covered, state.covered + state.beyond} : chosen_anew();
        formula.consistency = sums.covered / sums.all;
        formula.coverage = sums.covered / total_;
        found_.push_back(std::move(formula));
    }

    struct Sums {
        double covered, all;
    };
    [[nodiscard]] Sums chosen_anew() const {
        std::vector<double> x(y_.size(), 0.0);
        for (const std::size_t t : chosen_) {
            for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::max(x[i], terms_[t]->membership[i]);
        }
        const double all = weighted_sum(x, weights_);
        for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::min(x[i], y_[i]);
        return {weighted_sum(x, weights_), all};
    }

    /// Do some of the terms, not all, reach both thresholds? What covers too little has no part that covers enough.
    /// @param first  terms before it are not left out: sets without them were looked at
    [[nodiscard]] bool has_part(std::vector<std::size_t>& terms, std::size_t first) {
        for (std::size_t left_out = first; terms.size() > 1 && left_out < terms.size(); ++left_out) {
            const std::size_t term = terms[left_out];
            terms.erase(terms.begin() + static_cast<std::ptrdiff_t>(left_out));
            for (std::size_t k = 0; k < terms.size(); ++k) parts_.add(k, terms[k]);
            const Cover part = parts_.cover(terms.size());
            const bool found =
                part.covered >= needed_ && (consistent(part.covered, part.beyond) || has_part(terms, left_out));
            terms.insert(terms.begin() + static_cast<std::ptrdiff_t>(left_out), term);
            if (found) return true;
        }
        return false;
    }

    const PropertySpace& space_;
    Effect effect_;
    const CoincidenceOptions& options_;
    StepClock clock_;
    WorkStep step_;
    std::size_t begun_ = 0;  ///< terms looked at as the first of a formula
    std::span<const SufficientCondition* const> terms_;
    std::span<const double> y_, weights_;
    double total_, needed_, least_consistency_;
    Covers covers_, parts_;
    std::vector<std::vector<Candidate>> levels_;  ///< [depth]
    std::vector<std::size_t> chosen_;
    std::vector<AtomicFormula> found_;
    std::uint64_t nodes_ = 0;
    bool complete_ = true;
};

}  // namespace

AtomicFormulas atomic_formulas(const Coincidences& data, Effect effect,
                               const std::vector<SufficientCondition>& conditions, const CoincidenceOptions& options) {
    std::vector<const SufficientCondition*> terms;
    for (const SufficientCondition& one : conditions) terms.push_back(&one);
    const std::vector<double> y = literal_memberships(data, effect.factor, effect.level);
    if (CrispCover::suits(terms, y)) return FormulaSearch<CrispCover>(data, effect, terms, y, options).run();
    return FormulaSearch<FuzzyCover>(data, effect, terms, y, options).run();
}

bool redundant_by_logic(const PropertySpace& space, const std::vector<Literals>& terms) {
    if (covers_everything(space, terms)) return true;
    std::vector<Literals> others(terms.begin() + (terms.empty() ? 0 : 1), terms.end());  // all but t
    for (std::size_t t = 0; t < terms.size(); ++t) {
        if (t > 0) others[t - 1] = terms[t - 1];
        if (covers_term(space, others, terms[t])) return true;
        if (terms[t].size() == 1) continue;
        for (std::size_t c = 0; c < space.size(); ++c) {
            const Literals shorter = terms[t].without(space.of(c));
            // Shortened, a term covers more; nothing is lost when what it covers besides was covered already.
            if (shorter != terms[t] && covers_term(space, terms, shorter)) return true;
        }
    }
    return false;
}

}  // namespace tarazy
