#include "align/balance/window_summary.hpp"

#include "stats/quantile.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

struct QuantileColumn {
    const char* name;
    double probability;
};

/// The last two came later, after them the years used and `n_states`: columns are added at the end, since scripts rely
/// on their order.
constexpr std::array<QuantileColumn, 7> quantile_columns = {
    {{"q05", 0.05}, {"q10", 0.1}, {"q50", 0.5}, {"q90", 0.9}, {"q95", 0.95}, {"q025", 0.025}, {"q975", 0.975}}};
constexpr std::size_t first_columns = 5;

}  // namespace

void WindowSummary::add(const WindowQuantity& of, double value, std::span<const double> draws) {
    state_.push_back(of.state);
    domain_.push_back(of.domain);
    quantity_.push_back(of.quantity);
    poles_.push_back(of.poles);
    window_.push_back(std::to_string(of.window.first) + '-' + std::to_string(of.window.last));
    value_.push_back(value);
    std::vector<double> probabilities;
    for (const QuantileColumn& column : quantile_columns) probabilities.push_back(column.probability);
    quantiles_.push_back(
        quantiles(draws, probabilities).value_or(std::vector<double>(quantile_columns.size(), Column::missing_real)));
    const bool has_sign = of.quantity == "difference" || of.quantity == "trend";
    const auto positive = static_cast<double>(std::ranges::count_if(draws, [](double draw) { return draw > 0; }));
    p_positive_.push_back(has_sign && !draws.empty() ? positive / static_cast<double>(draws.size())
                                                     : Column::missing_real);
    n_years_.push_back(static_cast<std::int64_t>(of.n_years));
    first_years_.push_back(of.first_year);
    last_years_.push_back(of.last_year);
    n_states_.push_back(of.n_states ? static_cast<std::int64_t>(*of.n_states) : Column::missing_integer);
}

Table WindowSummary::table() && {
    Table result;
    const auto add_text = [&](const char* name, const std::vector<std::string>& cells) {
        result.add(name, Column(std::span<const std::string>(cells)));
    };
    const auto add_quantile = [&](std::size_t i) {
        std::vector<double> cells;
        for (const std::vector<double>& row : quantiles_) cells.push_back(row[i]);
        result.add(quantile_columns[i].name, Column(std::move(cells)));
    };
    add_text("state", state_);
    add_text("domain", domain_);
    add_text("quantity", quantity_);
    add_text("poles", poles_);
    add_text("window", window_);
    result.add("value", Column(std::move(value_)));
    for (std::size_t i = 0; i < first_columns; ++i) add_quantile(i);
    result.add("p_positive", Column(std::move(p_positive_)));
    result.add("n_years", Column(std::move(n_years_)));
    for (std::size_t i = first_columns; i < quantile_columns.size(); ++i) add_quantile(i);
    result.add("first_year", Column(std::move(first_years_)));
    result.add("last_year", Column(std::move(last_years_)));
    result.add("n_states", Column(std::move(n_states_)));
    return result;
}

}  // namespace tarazy
