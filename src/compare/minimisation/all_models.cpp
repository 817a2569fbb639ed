#include "compare/minimisation/all_models.hpp"

#include <algorithm>
#include <iterator>

namespace tarazy {
namespace {

void add_solution(const Solution& solution, AllModels& set) {
    set.complete = set.complete && solution.complete;
    for (std::vector<Literals> model : solution.models) {
        std::ranges::sort(model);
        set.models.push_back(std::move(model));
    }
    set.prime_implicants.insert(set.prime_implicants.end(), solution.prime_implicants.begin(),
                                solution.prime_implicants.end());
}

template <typename Item>
void sort_and_unite(std::vector<Item>& items) {
    std::ranges::sort(items);
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

AllModels model_set(std::span<const Solution> solutions) {
    AllModels set;
    for (const Solution& solution : solutions) add_solution(solution, set);
    sort_and_unite(set.models);
    sort_and_unite(set.prime_implicants);
    return set;
}

}  // namespace

std::string_view to_string(SolutionKind kind) {
    switch (kind) {
        case SolutionKind::conservative: return "conservative";
        case SolutionKind::parsimonious: return "parsimonious";
        case SolutionKind::intermediate: return "intermediate";
    }
    return "";
}

AllModelsByKind all_models(const PropertySpace& space, const CodedRows& coded, const std::set<SolutionKind>& kinds,
                           const MinimiseOptions& options) {
    const CodedRows rows = without_excluded(coded, options.excluded);
    const bool between = kinds.contains(SolutionKind::intermediate);
    AllModelsByKind sets;
    Solution conservative, parsimonious;
    if (between || kinds.contains(SolutionKind::conservative))
        conservative = conservative_solution(space, rows, options);
    if (between || kinds.contains(SolutionKind::parsimonious))
        parsimonious = parsimonious_solution(space, rows, options);
    if (kinds.contains(SolutionKind::conservative)) sets[0] = model_set({&conservative, 1});
    if (kinds.contains(SolutionKind::parsimonious)) sets[1] = model_set({&parsimonious, 1});
    if (between) {
        sets[2] = model_set(intermediate_solutions(space, rows, conservative, parsimonious, options));
        // Pairs of a list that was cut short are not all there are.
        sets[2].complete = sets[2].complete && conservative.complete && parsimonious.complete;
    }
    return sets;
}

}  // namespace tarazy
