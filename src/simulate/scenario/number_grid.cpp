#include "simulate/scenario/number_grid.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <cmath>
#include <string>

namespace tarazy {
namespace {

/// With 12 significant digits, so that what is listed is what a reader would write.
double written_number(double value) {
    if (value == 0) return 0;
    const double scale = std::pow(10.0, 11 - std::floor(std::log10(std::abs(value))));
    const double tidy = std::round(value * scale) / scale;
    return std::isfinite(tidy) ? tidy : value;
}

void add_steps(std::vector<double>& numbers, const std::string& item, std::string_view name) {
    const std::vector<std::string> parts = split(item, ':');
    if (parts.size() != 3) refuse_argument(name, item, "a range is from:to:step, as 0:1:0.1");
    const double from = number_argument(parts[0], name), to = number_argument(parts[1], name);
    const double step = number_argument(parts[2], name);
    if (!(step > 0) || to < from) refuse_argument(name, item, "let the range rise with a step above 0, as 0:1:0.1");
    const double steps = std::floor((to - from) / step + 1e-9);
    if (!(steps < static_cast<double>(most_grid_numbers)))
        refuse_argument(name, item, "a list has at most " + std::to_string(most_grid_numbers) + " numbers");
    for (double i = 0; i <= steps; ++i) numbers.push_back(written_number(from + i * step));
}

}  // namespace

std::vector<double> number_grid(std::string_view text, std::string_view name) {
    std::vector<double> numbers;
    for (const std::string& item : listed(text, ',')) {
        if (item.find(':') != std::string::npos)
            add_steps(numbers, item, name);
        else
            numbers.push_back(number_argument(item, name));
        if (numbers.size() > most_grid_numbers)
            refuse_argument(name, std::string(text),
                            "a list has at most " + std::to_string(most_grid_numbers) + " numbers");
    }
    if (numbers.empty())
        refuse_argument(name, "'" + std::string(text) + "'", "list numbers: 0.3, or 0.1,0.5, or 0:1:0.1");
    return numbers;
}

}  // namespace tarazy
