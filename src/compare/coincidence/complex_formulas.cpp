#include "compare/coincidence/complex_formulas.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

using Bits = std::vector<std::uint64_t>;  ///< one bit a configuration

Bits all_of(Bits a, const Bits& b) {
    for (std::size_t i = 0; i < a.size(); ++i) a[i] &= b[i];
    return a;
}

bool implies(const Bits& a, const Bits& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if ((a[i] & ~b[i]) != 0) return false;
    }
    return true;
}

/// All configurations of the factors that some formula speaks of.
class Configurations {
public:
    static constexpr std::size_t most = std::size_t{1} << 20;

    Configurations(const PropertySpace& space, const std::vector<std::vector<AtomicFormula>>& models, const Work& work)
        : space_(space), work_(work) {
        Literals used;
        for (const auto& list : models) {
            for (const AtomicFormula& formula : list) {
                used = used | space.literal(formula.effect.factor, formula.effect.level);
                for (const Literals term : formula.terms) used = used | term;
            }
        }
        for (std::size_t f = 0; f < space.size() && size_ <= most; ++f) {
            if ((used & space.of(f)).empty()) continue;
            steps_.emplace_back(f, size_);
            size_ *= space.conditions[f].levels;
        }
    }

    [[nodiscard]] bool few_enough() const { return size_ <= most; }

    [[nodiscard]] Bits where(const std::vector<Literals>& terms, Effect effect) const {
        Bits bits((size_ + 63) / 64, 0);
        const Literals wanted = space_.literal(effect.factor, effect.level);
        for (std::size_t number = 0; number < size_; ++number) {
            if (number % 4096 == 0) work_.check();
            Literals configuration;
            for (const auto& [factor, step] : steps_) {
                const auto level = static_cast<unsigned>(number / step % space_.conditions[factor].levels);
                configuration = configuration | space_.literal(factor, level);
            }
            const bool cause = std::ranges::any_of(terms, [&](Literals term) { return term.covers(configuration); });
            if (cause == wanted.covers(configuration)) bits[number / 64] |= std::uint64_t{1} << (number % 64);
        }
        return bits;
    }

private:
    const PropertySpace& space_;
    const Work& work_;
    std::vector<std::pair<std::size_t, std::size_t>> steps_;  ///< factor, and how many configurations share its level
    std::size_t size_ = 1;
};

/// A formula with the configurations that agree with it, and with what it would say without one term or literal.
struct Part {
    const AtomicFormula* formula;
    Bits where;
    std::vector<Bits> reduced;
};

std::vector<std::vector<Literals>> reductions(const PropertySpace& space, const AtomicFormula& formula) {
    std::vector<std::vector<Literals>> result;
    for (std::size_t t = 0; t < formula.terms.size(); ++t) {
        std::vector<Literals> without = formula.terms;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(t));
        result.push_back(without);
        for (std::size_t f = 0; f < space.size(); ++f) {
            const int level = space.level(formula.terms[t], f);
            if (level < 0 || formula.terms[t].size() == 1) continue;
            std::vector<Literals> shorter = formula.terms;
            shorter[t] = shorter[t].without(space.literal(f, static_cast<unsigned>(level)));
            result.push_back(std::move(shorter));
        }
    }
    return result;
}

class Combination {
public:
    Combination(const Coincidences& data, const std::vector<std::vector<AtomicFormula>>& models,
                const CoincidenceOptions& options)
        : space_(data.space), options_(options), configurations_(data.space, models, options.work) {
        for (const std::vector<AtomicFormula>& list : models) {
            if (list.empty()) continue;
            parts_.emplace_back();
            for (const AtomicFormula& formula : list) parts_.back().push_back(part(formula));
        }
    }

    ComplexFormulas run() {
        ComplexFormulas result;
        result.redundancy_checked = configurations_.few_enough();
        if (parts_.empty()) return result;
        std::vector<std::size_t> chosen(parts_.size(), 0);
        std::size_t all = 1;
        for (const std::vector<Part>& list : parts_)
            all = all > options_.most_combinations / list.size() ? options_.most_combinations : all * list.size();
        WorkStep step(options_.work, "structures of all effects", all);
        for (std::size_t tried = 0;; ++tried) {
            if (tried == options_.most_combinations || options_.work.time_is_up()) {
                result.complete = false;
                break;
            }
            std::vector<const Part*> combined;
            for (std::size_t e = 0; e < parts_.size(); ++e) combined.push_back(&parts_[e][chosen[e]]);
            settle(combined);
            step.advance();
            std::size_t e = 0;
            while (e < chosen.size() && ++chosen[e] == parts_[e].size()) chosen[e++] = 0;
            if (e == chosen.size()) break;
        }
        find_submodels();
        result.formulas = formulas();
        return result;
    }

private:
    Part part(const AtomicFormula& formula) const {
        Part result{&formula, {}, {}};
        if (!configurations_.few_enough()) return result;
        result.where = configurations_.where(formula.terms, formula.effect);
        for (const std::vector<Literals>& terms : reductions(space_, formula))
            result.reduced.push_back(configurations_.where(terms, formula.effect));
        return result;
    }

    /// What all parts but one say together; everything when there is no other.
    static Bits others(const std::vector<const Part*>& combined, std::size_t but) {
        Bits bits(combined[but]->where.size(), ~std::uint64_t{0});
        for (std::size_t i = 0; i < combined.size(); ++i) {
            if (i != but) bits = all_of(std::move(bits), combined[i]->where);
        }
        return bits;
    }

    /// Takes redundant parts out, in every order, and keeps what is left when nothing in it is redundant.
    void settle(const std::vector<const Part*>& combined) {
        if (!seen_.insert(combined).second) return;
        bool redundant = false, partly = false;
        for (std::size_t i = 0; i < combined.size() && configurations_.few_enough(); ++i) {
            const Bits rest = others(combined, i);
            if (combined.size() > 1 && implies(rest, combined[i]->where)) {
                redundant = true;
                std::vector<const Part*> fewer = combined;
                fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
                settle(fewer);
                continue;
            }
            const Bits whole = all_of(rest, combined[i]->where);
            for (const Bits& reduced : combined[i]->reduced) partly = partly || implies(whole, reduced);
        }
        if (!redundant && !partly) kept_.push_back(combined);
    }

    /// A structure whose parts are some of the parts of another says less than that one.
    void find_submodels() {
        const std::set<std::vector<const Part*>> all(kept_.begin(), kept_.end());
        for (const std::vector<const Part*>& combined : kept_) {
            options_.work.check();
            constexpr std::size_t most_parts = 12;  // no data at hand come near it; the sets of parts double with each
            for (std::size_t chosen = 1;
                 combined.size() <= most_parts && chosen + 1 < std::size_t{1} << combined.size(); ++chosen) {
                std::vector<const Part*> some;
                for (std::size_t i = 0; i < combined.size(); ++i)
                    if ((chosen >> i & 1) != 0) some.push_back(combined[i]);
                if (all.contains(some)) inside_another_.insert(some);
            }
        }
    }

    std::vector<ComplexFormula> formulas() const {
        std::vector<ComplexFormula> result;
        for (const std::vector<const Part*>& combined : kept_) {
            if (inside_another_.contains(combined)) continue;
            ComplexFormula formula{{}, 1, 1, 0};
            for (const Part* one : combined) {
                formula.parts.push_back(*one->formula);
                formula.consistency = std::min(formula.consistency, one->formula->consistency);
                formula.coverage = std::min(formula.coverage, one->formula->coverage);
                formula.complexity += one->formula->complexity;
            }
            result.push_back(std::move(formula));
        }
        std::ranges::stable_sort(result, [](const ComplexFormula& a, const ComplexFormula& b) {
            return std::tie(a.complexity, b.coverage) < std::tie(b.complexity, a.coverage);
        });
        return result;
    }

    const PropertySpace& space_;
    const CoincidenceOptions& options_;
    Configurations configurations_;
    std::vector<std::vector<Part>> parts_;
    std::set<std::vector<const Part*>> seen_;
    std::vector<std::vector<const Part*>> kept_;
    std::set<std::vector<const Part*>> inside_another_;
};

}  // namespace

ComplexFormulas complex_formulas(const Coincidences& data, const std::vector<std::vector<AtomicFormula>>& models,
                                 const CoincidenceOptions& options) {
    return Combination(data, models, options).run();
}

std::string formula_text(const PropertySpace& space, const AtomicFormula& formula) {
    return model_text(space, formula.terms) + " <-> " + effect_text(space, formula.effect);
}

std::string formula_text(const PropertySpace& space, const ComplexFormula& formula) {
    if (formula.parts.size() == 1) return formula_text(space, formula.parts.front());
    std::string text;
    for (const AtomicFormula& part : formula.parts)
        text += (text.empty() ? "(" : "*(") + formula_text(space, part) + ')';
    return text;
}

}  // namespace tarazy
