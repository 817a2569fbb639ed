#include "compare/coincidence/minimally_sufficient.hpp"

#include "compare/sets/full_sum.hpp"

#include <algorithm>

namespace tarazy {
namespace {

struct Factor {
    std::size_t number;
    std::vector<std::vector<double>> levels;  ///< [level][case]
    std::vector<std::vector<char>> present;   ///< likewise: is the case on this side? One half is rounded up.
};

class ConditionSearch {
public:
    ConditionSearch(const Coincidences& data, Effect effect, const CoincidenceOptions& options)
        : data_(data),
          options_(options),
          clock_(options.work),
          constant_effect_(constant(data, effect.factor, effect.level)),
          y_(literal_memberships(data, effect.factor, effect.level)) {
        total_ = weighted_sum(y_, data.weights);
        for (std::size_t f = 0; f < data.space.size(); ++f) {
            if (!options.ordering.allows(f, effect.factor) || always_alike(f)) continue;
            factors_.push_back({f, {}, {}});
            for (unsigned level = 0; level < data.space.conditions[f].levels; ++level) {
                factors_.back().levels.push_back(literal_memberships(data, f, level));
                const bool absence = level == 0 && !data.space.conditions[f].multi_value;
                factors_.back().present.emplace_back();
                for (const double m : factors_.back().levels.back())
                    factors_.back().present.back().push_back(absence ? m > 0.5 : m >= 0.5);
            }
        }
    }

    std::vector<SufficientCondition> run() {
        if (constant_effect_) return {};  // nothing makes a difference to it
        const std::size_t longest = std::min(options_.most_literals, factors_.size());
        WorkStep step(options_.work, "sufficient conditions, by their length", longest);
        for (std::size_t size = 1; size <= longest; ++size) {
            size_ = size;
            x_.assign(size + 1, std::vector<double>(data_.size(), 1.0));
            has_.assign(size + 1, std::vector<char>(data_.size(), 1));
            extend(0, {});
            step.advance();
        }
        return std::move(found_);
    }

private:
    /// Is the factor on one side of one half, or at one level, in all cases?
    [[nodiscard]] bool always_alike(std::size_t factor) const {
        const Condition& condition = data_.space.conditions[factor];
        if (!condition.multi_value) return constant(data_, factor, 1);
        const std::vector<double>& values = data_.membership[factor];
        return std::ranges::all_of(values, [&](double value) { return value == values.front(); });
    }

    /// Looks at all conjunctions of the literals, whose memberships stand at their number, with some of later factors.
    void extend(std::size_t first, Literals literals) {
        const auto used = static_cast<std::size_t>(literals.size());
        for (std::size_t f = first; f + (size_ - used) <= factors_.size(); ++f) {
            for (std::size_t level = 0; level < factors_[f].levels.size(); ++level) {
                if (clock_.stops()) return;
                const Literals longer =
                    literals | data_.space.literal(factors_[f].number, static_cast<unsigned>(level));
                if (!add(used, factors_[f], level) || has_sufficient_part(longer)) continue;
                if (used + 1 < size_)
                    extend(f + 1, longer);
                else
                    judge(longer);
            }
        }
    }

    /// Memberships of the first `used` literals and one more. @return whether some case has them all. Parts of what is
    /// not instantiated are what other branches look at; nothing longer is instantiated.
    bool add(std::size_t used, const Factor& factor, std::size_t level) {
        const std::vector<double>&x = x_[used], &own = factor.levels[level];
        const std::vector<char>&has = has_[used], &present = factor.present[level];
        char some = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            x_[used + 1][i] = std::min(x[i], own[i]);
            has_[used + 1][i] = static_cast<char>(has[i] & present[i]);
            some = static_cast<char>(some | has_[used + 1][i]);
        }
        return some != 0;
    }

    /// Then neither it is minimal nor is anything longer.
    [[nodiscard]] bool has_sufficient_part(Literals literals) const {
        return std::ranges::any_of(found_,
                                   [&](const SufficientCondition& part) { return part.literals.covers(literals); });
    }

    void judge(Literals literals) {
        const std::vector<double>& x = x_[size_];
        FullSum both, all;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double n = weight_at(data_.weights, i);
            both.add(n * std::min(x[i], y_[i]));
            all.add(n * x[i]);
        }
        const double consistency = both.value() / all.value();
        if (consistency < options_.consistency - coincidence_tolerance) return;
        found_.push_back({literals, consistency, both.value() / total_, x});
    }

    const Coincidences& data_;
    const CoincidenceOptions& options_;
    StepClock clock_;
    bool constant_effect_;
    std::vector<double> y_;
    double total_ = 0;
    std::vector<Factor> factors_;
    std::size_t size_ = 1;
    std::vector<std::vector<double>> x_;  ///< [literals][case]: membership in the first so many
    std::vector<std::vector<char>> has_;  ///< likewise: is the case on their side of one half?
    std::vector<SufficientCondition> found_;
};

}  // namespace

std::vector<SufficientCondition> minimally_sufficient(const Coincidences& data, Effect effect,
                                                      const CoincidenceOptions& options) {
    return ConditionSearch(data, effect, options).run();
}

std::string effect_text(const PropertySpace& space, Effect effect) {
    return term_text(space, space.literal(effect.factor, effect.level));
}

}  // namespace tarazy
