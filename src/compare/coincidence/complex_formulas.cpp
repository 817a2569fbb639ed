#include "compare/coincidence/complex_formulas.hpp"

#include "compare/coincidence/configuration_bits.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

/// A model of one effect among those that are combined.
struct Part {
    const AtomicFormula* formula;
    FormulaBits bits;
    std::vector<Shortening> shortenings;
};

Literals literals_used(const PropertySpace& space, const std::vector<std::vector<AtomicFormula>>& models) {
    Literals used;
    for (const std::vector<AtomicFormula>& list : models) {
        for (const AtomicFormula& formula : list) {
            used = used | space.literal(formula.effect.factor, formula.effect.level);
            for (const Literals term : formula.terms) used = used | term;
        }
    }
    return used;
}

class Combination {
public:
    Combination(const Coincidences& data, const std::vector<std::vector<AtomicFormula>>& models,
                const CoincidenceOptions& options)
        : options_(options), configurations_(data.space, literals_used(data.space, models), options.work) {
        for (const std::vector<AtomicFormula>& list : models) {
            if (list.empty()) continue;
            parts_.emplace_back();
            for (const AtomicFormula& formula : list) parts_.back().push_back({&formula, {}, {}});
        }
        agree_.resize(parts_.size());
        if (parts_.size() < 2 || !configurations_.few_enough()) return;  // no part stands beside another
        for (std::vector<Part>& list : parts_) {
            options.work.check();
            for (Part& part : list) {
                part.bits = configurations_.formula(part.formula->terms, part.formula->effect);
                part.shortenings = part.bits.shortenings();
            }
        }
    }

    ComplexFormulas run() {
        ComplexFormulas result;
        result.redundancy_checked = configurations_.few_enough() || parts_.size() < 2;
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
    /// Configurations that agree with the part; kept for the parts looked at last, one of each effect.
    const std::uint64_t* agrees(const Part* part) {
        Seen& seen = agree_[effect_of(part)];
        if (seen.part != part) {
            seen.part = part;
            seen.words.resize(configurations_.words());
            for (std::size_t w = 0; w < seen.words.size(); ++w)
                seen.words[w] = part->bits.agrees(w) & configurations_.all(w);
        }
        return seen.words.data();
    }

    /// Which parts do the others imply? Every configuration may say no; most do so early.
    std::vector<std::size_t> implied(const std::vector<const Part*>& combined) {
        const std::size_t n = combined.size();
        std::vector<const std::uint64_t*> agree;
        std::vector<std::size_t> open;
        for (std::size_t i = 0; i < n; ++i) {
            agree.push_back(agrees(combined[i]));
            open.push_back(i);
        }
        before_.resize(n + 1);
        after_.resize(n + 1);
        for (std::size_t w = 0; w < configurations_.words() && !open.empty(); ++w) {
            before_[0] = after_[n] = configurations_.all(w);
            for (std::size_t i = 0; i < n; ++i) before_[i + 1] = before_[i] & agree[i][w];
            for (std::size_t i = n; i-- > 0;) after_[i] = after_[i + 1] & agree[i][w];
            std::erase_if(open, [&](std::size_t i) { return (before_[i] & after_[i + 1] & ~agree[i][w]) != 0; });
        }
        return open;
    }

    /// Do all parts together imply what one of them says after a shortening?
    bool superfluous(const std::vector<const Part*>& combined) {
        whole_.assign(configurations_.words(), ~std::uint64_t{0});
        for (const Part* part : combined) {
            const std::uint64_t* agree = agrees(part);
            for (std::size_t w = 0; w < whole_.size(); ++w) whole_[w] &= agree[w];
        }
        const auto same = [&](const FormulaBits& bits, const Shortening& shortening) {
            for (std::size_t w = 0; w < whole_.size(); ++w) {
                if (whole_[w] != 0 && (whole_[w] & (bits.cause(w) ^ bits.cause(w, &shortening))) != 0) return false;
            }
            return true;
        };
        return std::ranges::any_of(combined, [&](const Part* part) {
            return std::ranges::any_of(part->shortenings, [&](const Shortening& one) { return same(part->bits, one); });
        });
    }

    /// Takes redundant parts out, in every order, and keeps what is left when nothing in it is redundant. A part that
    /// stands alone is not: `atomic_formulas` has seen to it.
    void settle(const std::vector<const Part*>& combined) {
        if (combined.size() < 2 || !configurations_.few_enough()) {
            kept_.push_back(combined);
            return;
        }
        options_.work.check();
        const std::vector<std::size_t> redundant = implied(combined);
        if (redundant.empty() && !superfluous(combined)) kept_.push_back(combined);
        for (const std::size_t i : redundant) {
            std::vector<const Part*> fewer = combined;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (seen_.insert(fewer).second) settle(fewer);
        }
    }

    /// A structure whose parts are some of the parts of another says less than that one.
    void find_submodels() {
        std::set<std::vector<std::size_t>> smaller;  // effects of the structures that may stand in another
        std::set<std::vector<const Part*>> all;
        for (const std::vector<const Part*>& combined : kept_) {
            if (combined.size() == parts_.size()) continue;
            smaller.insert(effects_of(combined));
            all.insert(combined);
        }
        for (const std::vector<const Part*>& combined : kept_) {
            options_.work.check();
            for (const std::vector<std::size_t>& effects : smaller) {
                if (effects.size() >= combined.size()) continue;
                std::vector<const Part*> some;
                for (const Part* part : combined)
                    if (std::ranges::binary_search(effects, effect_of(part))) some.push_back(part);
                if (some.size() == effects.size() && all.contains(some)) inside_another_.insert(some);
            }
        }
    }

    [[nodiscard]] std::size_t effect_of(const Part* part) const {
        std::size_t e = 0;
        while (part < parts_[e].data() || part >= parts_[e].data() + parts_[e].size()) ++e;
        return e;
    }

    [[nodiscard]] std::vector<std::size_t> effects_of(const std::vector<const Part*>& combined) const {
        std::vector<std::size_t> effects;
        for (const Part* part : combined) effects.push_back(effect_of(part));
        return effects;
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

    const CoincidenceOptions& options_;
    ConfigurationBits configurations_;
    std::vector<std::vector<Part>> parts_;
    std::set<std::vector<const Part*>> seen_;  ///< those from which a part was taken out
    std::vector<std::vector<const Part*>> kept_;
    std::set<std::vector<const Part*>> inside_another_;
    struct Seen {
        const Part* part = nullptr;
        std::vector<std::uint64_t> words = {};
    };
    std::vector<Seen> agree_;                    ///< [effect]
    std::vector<std::uint64_t> whole_;           ///< configurations that agree with all parts
    std::vector<std::uint64_t> before_, after_;  ///< of one word: all parts before one, it and all after it
};

}  // namespace

ComplexFormulas complex_formulas(const Coincidences& data, const std::vector<std::vector<AtomicFormula>>& models,
                                 const CoincidenceOptions& options) {
    return Combination(data, models, options).run();
}

std::string formula_text(const PropertySpace& space, const AtomicFormula& formula) {
    std::string text = model_text(space, formula.terms);
    text += " <-> ";
    text += effect_text(space, formula.effect);
    return text;
}

std::string formula_text(const PropertySpace& space, const ComplexFormula& formula) {
    if (formula.parts.size() == 1) return formula_text(space, formula.parts.front());
    std::string text;
    for (const AtomicFormula& part : formula.parts)
        text += (text.empty() ? "(" : "*(") + formula_text(space, part) + ')';
    return text;
}

}  // namespace tarazy
