#include "compare/coincidence/fit_robustness.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tarazy {

bool is_submodel(const AtomicFormula& part, const AtomicFormula& whole) {
    return part.effect == whole.effect && std::ranges::all_of(part.terms, [&](Literals term) {
               return std::ranges::any_of(whole.terms, [&](Literals longer) { return term.covers(longer); });
           });
}

FitRobustness fit_robustness(const Coincidences& data, Effect effect, const std::vector<double>& consistencies,
                             const std::vector<double>& coverages, const CoincidenceOptions& options) {
    FitRobustness result;
    std::map<std::vector<Literals>, RobustModel> found;
    WorkStep step(options.work, "reanalyses of " + effect_text(data.space, effect),
                  consistencies.size() * coverages.size());
    for (const double consistency : consistencies) {
        CoincidenceOptions at = options;
        at.work = options.work.unheard();
        at.consistency = consistency;
        const auto conditions = minimally_sufficient(data, effect, at);
        for (const double coverage : coverages) {
            at.coverage = coverage;
            const AtomicFormulas models = atomic_formulas(data, effect, conditions, at);
            ++result.reanalyses;
            result.without_model += models.formulas.empty() ? 1 : 0;
            result.complete = result.complete && models.complete && !options.work.time_is_up();
            for (const AtomicFormula& model : models.formulas)
                ++found.try_emplace(model.terms, RobustModel{model, 0, 0, 0, 0}).first->second.found;
            step.advance();
        }
    }
    std::size_t most = 0;
    for (auto& [terms, one] : found) {
        options.work.check();
        for (const auto& [others, other] : found) {
            const std::size_t count = terms == others ? one.found - 1 : other.found;
            one.submodels += is_submodel(other.model, one.model) ? count : 0;
            one.supermodels += is_submodel(one.model, other.model) ? count : 0;
        }
        most = std::max(most, one.submodels + one.supermodels);
    }
    for (auto& [terms, one] : found) {
        if (most > 0) one.score = static_cast<double>(one.submodels + one.supermodels) / static_cast<double>(most);
        result.models.push_back(std::move(one));
    }
    std::ranges::stable_sort(result.models, [](const RobustModel& a, const RobustModel& b) {
        return std::tuple(-a.score, a.model.complexity) < std::tuple(-b.score, b.model.complexity);
    });
    return result;
}

}  // namespace tarazy
