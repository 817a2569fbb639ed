#include "simulate/games/assurance_model.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "simulate/ensemble/model_kinds.hpp"
#include "simulate/games/assurance_quantities.hpp"
#include "simulate/scenario/scenario_keys.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace tarazy {
namespace {

/// Where a run's number goes: into the game, to lambda, or nowhere.
struct InputPlace {
    double AssuranceGame::*member = nullptr;
    bool is_lambda = false;
};

std::vector<std::string> names_of_numbers() {
    std::vector<std::string> names{"lambda"};
    for (const AssuranceParameter& known : assurance_parameters()) names.emplace_back(known.name);
    return names;
}

bool is_among(const std::string& name, const std::vector<std::string>& names) {
    return std::ranges::find(names, name) != names.end();
}

std::vector<InputPlace> places_of_inputs(const std::vector<std::string>& inputs,
                                         const std::vector<std::string>& others) {
    std::vector<InputPlace> places;
    for (const std::string& name : inputs) {
        const AssuranceParameter* parameter = assurance_parameter(name);
        const bool known = parameter != nullptr || name == "lambda" || is_among(name, others);
        if (!known)
            throw UsageError("the assurance game has no number '" + name + "'; " + name_hint(name, names_of_numbers()) +
                             " Inputs that only trends and shocks use are named in other_inputs");
        places.push_back({parameter == nullptr ? nullptr : parameter->member, name == "lambda"});
    }
    return places;
}

std::vector<std::size_t> places_of_outcomes(const std::vector<std::string>& outcomes) {
    std::vector<std::string> known;
    for (const AssuranceQuantity& quantity : assurance_quantities()) known.emplace_back(quantity.name);
    std::vector<std::size_t> places;
    for (const std::string& name : outcomes) {
        if (!is_among(name, known))
            throw UsageError("the assurance game has no outcome '" + name + "'; " + name_hint(name, known));
        places.push_back(assurance_quantity_place(name));
    }
    return places;
}

bool within_ranges(const AssuranceGame& game, double lambda) {
    return lambda >= 0 && std::isfinite(lambda) &&
           std::ranges::all_of(assurance_parameters(), [&](const AssuranceParameter& parameter) {
               const double value = game.*parameter.member;
               return value >= parameter.least && value <= parameter.most;
           });
}

}  // namespace

Model assurance_model(const std::vector<std::string>& inputs, const AssuranceModelOptions& options) {
    Model model;
    model.inputs = inputs;
    model.outcomes = options.outcomes;
    model.undefined_where = "an input was drawn outside of what the game's numbers can be";
    if (model.outcomes.empty())
        for (const AssuranceQuantity& quantity : assurance_quantities()) model.outcomes.emplace_back(quantity.name);
    model.compute = [into = places_of_inputs(inputs, options.other_inputs), from = places_of_outcomes(model.outcomes),
                     usual = options.game, usual_lambda = options.lambda](
                        const RunDraws&, std::span<const double> values, std::span<double> results) {
        for (std::size_t year = 0; year < results.size() / from.size(); ++year) {
            AssuranceGame game = usual;
            double lambda = usual_lambda;
            for (std::size_t i = 0; i < into.size(); ++i) {
                if (into[i].member != nullptr) game.*into[i].member = values[year * into.size() + i];
                if (into[i].is_lambda) lambda = values[year * into.size() + i];
            }
            const std::span<double> row = results.subspan(year * from.size(), from.size());
            std::ranges::fill(row, std::numeric_limits<double>::quiet_NaN());
            if (!within_ranges(game, lambda)) continue;
            const std::vector<double> answer = solve_assurance(game, {lambda}).answers.front();
            for (std::size_t i = 0; i < from.size(); ++i) row[i] = answer[from[i]];
        }
    };
    return model;
}

Model read_assurance_model(const ModelSection& section) {
    ScenarioKeys keys(section.table, section.path, "model", section.diagnostics);
    keys.allow({"kind", "outcomes", "other_inputs", "lambda", "game"});
    AssuranceModelOptions options;
    options.outcomes = keys.texts("outcomes").value_or(options.outcomes);
    options.other_inputs = keys.texts("other_inputs").value_or(options.other_inputs);
    options.lambda = keys.number("lambda").value_or(options.lambda);
    if (!(options.lambda >= 0)) keys.problem("lambda", "lambda is below 0", "give 0 or more");
    if (const TomlEntry* game = section.table.find("game")) {
        if (game->value.kind == TomlKind::table)
            options.game = assurance_numbers(game->value, section.path, section.diagnostics);
        else
            keys.problem("game", "game is no table", "write the numbers below [model.game]");
    }
    try {
        (void)places_of_outcomes(options.outcomes);
    } catch (const UsageError& error) {
        keys.problem("outcomes", error.what(), "correct the name");
        return {};
    }
    try {
        return assurance_model(section.inputs, options);
    } catch (const UsageError& error) {
        keys.problem("kind", error.what(), "correct the name");
        return {};
    }
}

}  // namespace tarazy
