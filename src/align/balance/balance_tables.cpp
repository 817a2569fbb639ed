#include "align/balance/balance_tables.hpp"

#include "table/list_cells.hpp"

#include <type_traits>

namespace tarazy {
namespace {

/// A column of one cell a row; the type of what `cell` returns is that of the column.
template <typename Row, typename Cell>
Column balance_column(const std::vector<const Row*>& rows, Cell cell) {
    using Value = std::decay_t<decltype(cell(*rows.front()))>;
    std::vector<Value> cells;
    cells.reserve(rows.size());
    for (const Row* row : rows) cells.push_back(cell(*row));
    if constexpr (std::is_same_v<Value, std::string>) {
        return Column(std::span<const std::string>(cells));
    } else if constexpr (std::is_same_v<Value, std::vector<std::string>>) {
        return Column::of_lists(cells);
    } else {
        return Column(std::move(cells));
    }
}

std::int64_t cell_of(const std::optional<std::size_t>& count) {
    return count ? static_cast<std::int64_t>(*count) : Column::missing_integer;
}
double cell_of(const std::optional<double>& value) {
    return value.value_or(Column::missing_real);
}

}  // namespace

void BalanceRows::add(BalanceRow row, const std::vector<BalanceQuantity>& figures) {
    for (const BalanceQuantity& figure : figures) {
        row.figure = figure;
        quantities.push_back(row);
    }
}

Table quantities_table(std::span<const BalanceRows> all) {
    std::vector<const BalanceRow*> rows;
    for (const BalanceRows& one : all) {
        for (const BalanceRow& row : one.quantities) rows.push_back(&row);
    }
    Table table;
    const auto add = [&](const char* name, auto cell) { table.add(name, balance_column(rows, cell)); };
    add("state", [](const BalanceRow& r) { return r.state; });
    add("year", [](const BalanceRow& r) { return std::int64_t{r.year}; });
    add("domain", [](const BalanceRow& r) { return r.domain; });
    add("quantity", [](const BalanceRow& r) { return r.figure.quantity; });
    add("poles", [](const BalanceRow& r) { return r.figure.poles; });
    add("value", [](const BalanceRow& r) { return r.figure.value; });
    add("q05", [](const BalanceRow& r) { return r.figure.q05; });
    add("q95", [](const BalanceRow& r) { return r.figure.q95; });
    add("p_positive", [](const BalanceRow& r) { return r.figure.p_positive; });
    add("weights_q05", [](const BalanceRow& r) { return r.figure.weights_q05; });
    add("weights_q95", [](const BalanceRow& r) { return r.figure.weights_q95; });
    add("n_domains", [](const BalanceRow& r) { return cell_of(r.n_domains); });
    add("n_draws", [](const BalanceRow& r) { return cell_of(r.n_draws); });
    add("missing", [](const BalanceRow& r) { return list_items(r.missing); });
    add("flag", [](const BalanceRow& r) { return r.flag; });
    return table;
}

Table labels_table(std::span<const BalanceRows> all) {
    std::vector<const BalanceLabelRow*> rows;
    for (const BalanceRows& one : all) rows.push_back(&one.label);
    Table table;
    const auto add = [&](const char* name, auto cell) { table.add(name, balance_column(rows, cell)); };
    add("state", [](const BalanceLabelRow& r) { return r.of.state; });
    add("year", [](const BalanceLabelRow& r) { return std::int64_t{r.of.year}; });
    add("label", [](const BalanceLabelRow& r) { return r.label; });
    add("nearest", [](const BalanceLabelRow& r) { return r.nearest.value_or(""); });
    add("p_nearest", [](const BalanceLabelRow& r) { return cell_of(r.p_nearest); });
    add("same_nearest", [](const BalanceLabelRow& r) { return cell_of(r.same_nearest); });
    add("p_equidistant", [](const BalanceLabelRow& r) { return cell_of(r.p_equidistant); });
    add("p_specialised", [](const BalanceLabelRow& r) { return cell_of(r.p_specialised); });
    add("p_aligned", [](const BalanceLabelRow& r) { return cell_of(r.p_aligned); });
    add("n_domains", [](const BalanceLabelRow& r) { return cell_of(r.of.n_domains); });
    add("n_draws", [](const BalanceLabelRow& r) { return cell_of(r.of.n_draws); });
    add("missing", [](const BalanceLabelRow& r) { return list_items(r.of.missing); });
    add("flag", [](const BalanceLabelRow& r) { return r.of.flag; });
    return table;
}

}  // namespace tarazy
