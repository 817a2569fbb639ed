#include "compare/coincidence/atomic_formulas.hpp"

#include "compare/sets/boolean_algebra.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

class FormulaSearch {
public:
    FormulaSearch(const Coincidences& data, Effect effect, const std::vector<SufficientCondition>& conditions,
                  const CoincidenceOptions& options)
        : space_(data.space),
          effect_(effect),
          options_(options),
          clock_(options.work),
          step_(options.work, "formulas of " + effect_text(data.space, effect), conditions.size()),
          y_(literal_memberships(data, effect.factor, effect.level)) {
        for (const SufficientCondition& one : conditions) terms_.push_back(&one);
        // With the best covering first, what comes later can add no more than the next one covers by itself.
        std::ranges::stable_sort(terms_, std::greater<>(), &SufficientCondition::coverage);
        for (std::size_t i = 0; i < y_.size(); ++i) weights_.push_back(weight_at(data.weights, i));
        for (std::size_t i = 0; i < y_.size(); ++i) total_ += weights_[i] * y_[i];
        covered_.resize(terms_.size());
        best_.assign(terms_.size() + 1, std::vector<double>(y_.size(), 0.0));
        for (std::size_t t = terms_.size(); t-- > 0;) {
            for (std::size_t i = 0; i < y_.size(); ++i) {
                covered_[t].push_back(std::min(terms_[t]->membership[i], y_[i]));
            }
            for (std::size_t i = 0; i < y_.size(); ++i) best_[t][i] = std::max(best_[t + 1][i], covered_[t][i]);
        }
    }

    AtomicFormulas run() {
        if (total_ > 0) extend(0, {std::vector<double>(y_.size(), 0.0), std::vector<double>(y_.size(), 0.0), 0, 0});
        step_.advance(terms_.size() - begun_);
        return {minimal(), complete_};
    }

private:
    struct State {
        std::vector<double> x, covered;  ///< membership of the disjunction, and what of y it covers
        double sum = 0;                  ///< of covered
        std::size_t complexity = 0;
    };

    [[nodiscard]] double needed() const { return (options_.coverage - coincidence_tolerance) * total_; }

    /// Could terms from `first` on, all together, cover enough?
    [[nodiscard]] bool within_reach(const State& state, std::size_t first) const {
        double reach = 0;
        for (std::size_t i = 0; i < y_.size(); ++i) reach += weights_[i] * std::max(state.covered[i], best_[first][i]);
        return reach >= needed();
    }

    void extend(std::size_t first, const State& state) {
        if (chosen_.size() == options_.most_terms || !within_reach(state, first)) return;
        const auto left = static_cast<double>(options_.most_terms - chosen_.size());
        for (std::size_t t = first; t < terms_.size(); ++t) {
            if (chosen_.empty() && begun_ < terms_.size()) {
                ++begun_;
                step_.advance();
            }
            if (state.sum + left * terms_[t]->coverage * total_ < needed()) return;  // nor can any later one
            const std::size_t complexity = state.complexity + static_cast<std::size_t>(terms_[t]->literals.size());
            if (complexity > options_.most_complexity) continue;
            if (++nodes_ > options_.most_nodes || clock_.stops()) {
                complete_ = false;
                return;
            }
            visit(t, state, complexity);
        }
    }

    void visit(std::size_t t, const State& state, std::size_t complexity) {
        State next{state.x, state.covered, 0, complexity};
        double all = 0;
        for (std::size_t i = 0; i < y_.size(); ++i) {
            next.x[i] = std::max(next.x[i], terms_[t]->membership[i]);
            next.covered[i] = std::max(next.covered[i], covered_[t][i]);
            next.sum += weights_[i] * next.covered[i];
            all += weights_[i] * next.x[i];
        }
        if (next.sum <= state.sum + coincidence_tolerance)
            return;  // without it as much is covered, no less consistently
        chosen_.push_back(t);
        const double consistency = next.sum / all;
        if (next.sum >= needed() && consistency >= options_.consistency - coincidence_tolerance)
            record(consistency, next);
        else
            extend(t + 1, next);
        chosen_.pop_back();
    }

    void record(double consistency, const State& state) {
        AtomicFormula formula{effect_, {}, consistency, state.sum / total_, state.complexity};
        for (const std::size_t t : chosen_) formula.terms.push_back(terms_[t]->literals);
        std::ranges::sort(formula.terms);
        found_.push_back(std::move(formula));
    }

    /// Is some of the terms, not all, a formula as well?
    [[nodiscard]] static bool has_part(const AtomicFormula& formula, const std::set<std::vector<Literals>>& all) {
        const std::size_t size = formula.terms.size();
        for (std::size_t chosen = 1; chosen + 1 < std::size_t{1} << size; ++chosen) {
            std::vector<Literals> part;
            for (std::size_t t = 0; t < size; ++t)
                if ((chosen >> t & 1) != 0) part.push_back(formula.terms[t]);
            if (all.contains(part)) return true;
        }
        return false;
    }

    /// Do these terms together reach both thresholds?
    [[nodiscard]] bool reaches(const std::vector<Literals>& terms) const {
        std::vector<double> x(y_.size(), 0.0);
        for (const SufficientCondition* one : terms_) {
            if (std::ranges::find(terms, one->literals) == terms.end()) continue;
            for (std::size_t i = 0; i < x.size(); ++i) x[i] = std::max(x[i], one->membership[i]);
        }
        double both = 0, all = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            both += std::min(x[i], y_[i]);
            all += x[i];
        }
        return both >= needed() && both / all >= options_.consistency - coincidence_tolerance;
    }

    /// A search cut short may not have met the parts of what it found: they are looked at here.
    void add_unmet_parts(std::set<std::vector<Literals>>& all) const {
        for (const AtomicFormula& formula : found_) {
            options_.work.check();
            const std::size_t size = formula.terms.size();
            for (std::size_t chosen = 1; chosen + 1 < std::size_t{1} << size; ++chosen) {
                std::vector<Literals> part;
                for (std::size_t t = 0; t < size; ++t)
                    if ((chosen >> t & 1) != 0) part.push_back(formula.terms[t]);
                if (!all.contains(part) && reaches(part)) all.insert(std::move(part));
            }
        }
    }

    /// Without those of which a part is a formula as well.
    std::vector<AtomicFormula> minimal() {
        std::set<std::vector<Literals>> all;
        for (const AtomicFormula& formula : found_) all.insert(formula.terms);
        if (!complete_) add_unmet_parts(all);
        std::vector<AtomicFormula> kept;
        for (AtomicFormula& formula : found_) {
            options_.work.check();
            if (!has_part(formula, all) && !redundant_by_logic(space_, formula.terms))
                kept.push_back(std::move(formula));
        }
        std::ranges::sort(kept, [](const AtomicFormula& a, const AtomicFormula& b) {
            return std::tie(a.complexity, b.coverage, a.terms) < std::tie(b.complexity, a.coverage, b.terms);
        });
        return kept;
    }

    const PropertySpace& space_;
    Effect effect_;
    const CoincidenceOptions& options_;
    StepClock clock_;
    WorkStep step_;
    std::size_t begun_ = 0;  ///< terms looked at as the first of a formula
    std::vector<double> y_, weights_;
    double total_ = 0;
    std::vector<const SufficientCondition*> terms_;
    std::vector<std::vector<double>> covered_;  ///< [term][case] = min(x, y)
    std::vector<std::vector<double>> best_;     ///< [term][case] = the most that this or a later term covers
    std::vector<std::size_t> chosen_;
    std::vector<AtomicFormula> found_;
    std::uint64_t nodes_ = 0;
    bool complete_ = true;
};

}  // namespace

AtomicFormulas atomic_formulas(const Coincidences& data, Effect effect,
                               const std::vector<SufficientCondition>& conditions, const CoincidenceOptions& options) {
    return FormulaSearch(data, effect, conditions, options).run();
}

bool redundant_by_logic(const PropertySpace& space, const std::vector<Literals>& terms) {
    const std::vector<Literals> never = negation(space, terms);
    if (never.empty()) return true;  // always true
    // Shortened, a term covers more; nothing is lost when what it covers besides was covered already.
    const auto says_the_same = [&](const std::vector<Literals>& other) {
        return both(space, other, never).empty() && both(space, terms, negation(space, other)).empty();
    };
    for (std::size_t t = 0; t < terms.size(); ++t) {
        std::vector<Literals> other = terms;
        other.erase(other.begin() + static_cast<std::ptrdiff_t>(t));
        if (says_the_same(other)) return true;
        for (std::size_t c = 0; c < space.size(); ++c) {
            const int level = space.level(terms[t], c);
            if (level < 0 || terms[t].size() == 1) continue;
            other = terms;
            other[t] = terms[t].without(space.literal(c, static_cast<unsigned>(level)));
            if (says_the_same(other)) return true;
        }
    }
    return false;
}

}  // namespace tarazy
