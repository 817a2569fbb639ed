#include "simulate/hedge/hedge_choice.hpp"

#include "base/error.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::vector<HedgeTerm> usual_terms(const HedgePanel& panel) {
    std::vector<HedgeTerm> terms;
    for (std::size_t d = 0; d < hedge_drivers && terms.size() < 3; ++d)
        if (panel.has_driver[d]) terms.push_back(static_cast<HedgeTerm>(d));
    for (const HedgeTerm term : {HedgeTerm::entrapment, HedgeTerm::inertia, HedgeTerm::precision})
        terms.push_back(term);
    return terms;
}

}  // namespace

void choose_hedge_terms(HedgeFitOptions& options, const HedgePanel& panel, std::span<const std::string> free,
                        std::span<const std::string> fix, const std::string& dashes) {
    options.given = hedge_coefficients_given(fix, dashes + "fix");
    options.free = hedge_terms_listed(free, dashes + "free");
    if (free.empty()) {
        // What is fixed is not free, unless it is asked for.
        for (const HedgeTerm term : usual_terms(panel))
            if (options.given[term] == hedge_parameter(term).otherwise) options.free.push_back(term);
    }
    for (const std::string& text : fix) {
        const std::optional<HedgeTerm> term = hedge_term_called(text.substr(0, text.find('=')));
        const auto at = std::ranges::find(options.free, *term);
        if (at == options.free.end()) continue;
        if (!free.empty()) throw UsageError(dashes + "fix " + text + ": the parameter is free, too");
        options.free.erase(at);
    }
    check_hedge_fit(panel, options);
}

}  // namespace tarazy
