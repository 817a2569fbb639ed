#include "compare/minimisation/core_conditions.hpp"

#include "base/number_text.hpp"

#include <algorithm>

namespace tarazy {
namespace {

using Model = std::vector<Literals>;

/// The parsimonious models that a solution is seen from; all of them where its name does not say which.
std::vector<Model> seen_from(const std::string& name, const std::vector<Model>& parsimonious) {
    const std::size_t p = name.rfind('P');
    if (!name.starts_with("intermediate ") || p == std::string::npos) return parsimonious;
    const auto number = parse_integer(name.substr(p + 1));
    if (!number || *number < 1 || static_cast<std::size_t>(*number) > parsimonious.size()) return parsimonious;
    return {parsimonious[static_cast<std::size_t>(*number - 1)]};
}

std::string core_text(const PropertySpace& space, Literals term, const std::vector<Model>& models) {
    Literals core = models.empty() ? Literals{} : term;
    for (const Model& model : models) core = core & core_conditions(term, model);
    return core.empty() ? "" : term_text(space, core);
}

}  // namespace

Literals core_conditions(Literals term, const std::vector<Literals>& parsimonious_model) {
    Literals core;
    for (const Literals one : parsimonious_model) {
        if (one.covers(term)) core = core | one;
    }
    return core;
}

void add_core_conditions(const Cases& cases, const std::vector<NamedSolution>& solutions, Table& rows) {
    const auto parsimonious = std::ranges::find(solutions, "parsimonious", &NamedSolution::name);
    if (parsimonious == solutions.end()) return;
    std::vector<std::string> core;
    for (const auto& [name, solution] : solutions) {
        const std::vector<Model> models = seen_from(name, parsimonious->solution.models);
        for (const Model& model : solution.models) {
            for (const Literals term : model) {
                core.push_back(name == "parsimonious" && !term.empty() ? term_text(cases.space, term)
                                                                       : core_text(cases.space, term, models));
            }
            core.emplace_back();
        }
    }
    rows.add("core", Column(core));
}

}  // namespace tarazy
