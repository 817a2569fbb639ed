#include "simulate/ensemble/formula_model.hpp"

#include "base/error.hpp"
#include "simulate/ensemble/formula.hpp"
#include "simulate/scenario/scenario_keys.hpp"

#include <algorithm>

namespace tarazy {

Model formula_model(const std::vector<std::string>& inputs,
                    const std::vector<std::pair<std::string, std::string>>& outcomes, double first_year) {
    Model model;
    model.inputs = inputs;
    for (const auto& [name, text] : outcomes) model.outcomes.push_back(name);
    std::vector<Formula> formulas;
    std::vector<std::string> known = inputs;
    for (const auto& [name, text] : outcomes) {
        try {
            formulas.emplace_back(text, known, model.outcomes);
        } catch (const UsageError& error) {
            throw UsageError("formula of '" + name + "', " + error.what());
        }
        known.push_back(name);
    }
    model.compute = [formulas, count = inputs.size(), first_year](const RunDraws&, std::span<const double> values,
                                                                  std::span<double> results) {
        const std::size_t width = formulas.size(), years = results.size() / width;
        std::vector<double> numbers(count + width);
        for (std::size_t year = 0; year < years; ++year) {
            std::ranges::copy(values.subspan(year * count, count), numbers.begin());
            const std::span<const double> before =
                year == 0 ? std::span<const double>()
                          : std::span<const double>(results).subspan((year - 1) * width, width);
            for (std::size_t i = 0; i < width; ++i)
                numbers[count + i] = results[year * width + i] =
                    formulas[i].value({numbers, before, first_year + static_cast<double>(year)});
        }
    };
    return model;
}

Model read_formula_model(const ModelSection& section) {
    ScenarioKeys keys(section.table, section.path, "model", section.diagnostics);
    keys.allow({"kind", "outcomes"});
    const TomlEntry* outcomes = section.table.find("outcomes");
    if (outcomes == nullptr || outcomes->value.kind != TomlKind::table || outcomes->value.entries.empty()) {
        keys.problem("outcomes", "the model has no outcomes", "add [model.outcomes] with a formula for each");
        return {};
    }
    for (const std::string& input : section.inputs) {
        if (!is_word_of_formulas(input)) continue;
        keys.problem("outcomes", "the input '" + input + "' has the name of a word of formulas",
                     "give it another name");
    }
    ScenarioKeys formulas(outcomes->value, section.path, "model", section.diagnostics);
    std::vector<std::pair<std::string, std::string>> named;
    for (const TomlEntry& entry : outcomes->value.entries) {
        const bool taken =
            std::ranges::find(section.inputs, entry.key) != section.inputs.end() || is_word_of_formulas(entry.key);
        if (taken || !is_scenario_name(entry.key))
            formulas.problem(entry.key, "'" + entry.key + "' cannot name an outcome",
                             "use letters, digits and _, and no name of an input");
        named.emplace_back(entry.key, formulas.text(entry.key).value_or("0"));
    }
    // One outcome after the other, so that every wrong formula is told at its own place.
    for (std::size_t count = 1; count <= named.size(); ++count) {
        std::vector<std::pair<std::string, std::string>> upto = named;
        for (std::size_t i = 0; i < upto.size(); ++i)
            if (i + 1 != count) upto[i].second = "0";
        try {
            (void)formula_model(section.inputs, upto, section.first_year);
        } catch (const UsageError& error) {
            formulas.problem(named[count - 1].first, error.what(), "correct the formula");
            named[count - 1].second = "0";
        }
    }
    return formula_model(section.inputs, named, section.first_year);
}

}  // namespace tarazy
