#include "simulate/ensemble/model_kinds.hpp"

#include "base/nearest_name.hpp"
#include "simulate/bargain/bargain_model.hpp"
#include "simulate/ensemble/formula_model.hpp"
#include "simulate/games/assurance_model.hpp"
#include "simulate/hedge/hedge_scenario.hpp"
#include "simulate/scenario/scenario_keys.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// The one list of what an ensemble can run.
struct ModelKind {
    const char* name;
    Model (*read)(const ModelSection& section);
};
constexpr ModelKind model_kinds[] = {
    {"formulas", read_formula_model}, {"assure", read_assurance_model}, {"smp", read_smp_model},
    {"bdm", read_bdm_model},          {"hedge", read_hedge_model},
};

}  // namespace

Model read_model_of_kind(const ModelSection& section) {
    ScenarioKeys keys(section.table, section.path, "model", section.diagnostics);
    const std::string name = keys.text("kind").value_or("formulas");
    const auto* kind = std::ranges::find(model_kinds, name, [](const ModelKind& one) { return one.name; });
    if (kind != std::ranges::end(model_kinds)) return kind->read(section);
    std::vector<std::string> names;
    for (const ModelKind& one : model_kinds) names.emplace_back(one.name);
    keys.problem("kind", "there is no kind of model '" + name + "'", name_hint(name, names));
    return {};
}

}  // namespace tarazy
