#include "simulate/ensemble/formula_model.hpp"

#include "base/error.hpp"
#include "simulate/ensemble/formula.hpp"

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

}  // namespace tarazy
