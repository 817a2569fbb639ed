#include "analyses/simulate/panel_rows.hpp"

#include "base/text_lists.hpp"
#include "table/named_cells.hpp"

#include <set>

namespace tarazy {

std::string panel_parameter(const AnalysisPlan& plan, const char* name) {
    return plan.parameters.has(name) ? plan.parameters.get<std::string>(name) : std::string();
}

Table rows_kept(const Table& table, const std::function<bool(std::size_t)>& kept) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (kept(row)) rows.push_back(row);
    return take_rows(table, rows);
}

Table rows_of_kind(const Table& table, const std::string& column, const std::string& kind) {
    if (!table.find(column) && kind.empty()) return table;
    const std::vector<std::string> kinds = require_texts(table, column);
    if (!kind.empty()) return rows_kept(table, [&](std::size_t row) { return kinds[row] == kind; });
    std::set<std::string> all(kinds.begin(), kinds.end());
    all.erase("");
    if (all.size() > 1)
        throw InputError(Problem{table.origin.path, 0, 0,
                                 "the rows are of several kinds by their " + column + ": " + joined(all, ", "),
                                 "choose one with the parameter '" + column + "'"});
    return table;
}

Table rows_of_years(const AnalysisPlan& plan, const Table& table) {
    const Span years = plan.parameters.has("years") ? plan.parameters.get<Span>("years") : plan.frame.years;
    if (years.first == 0 || !table.find("year")) return table;
    return rows_kept(table, [&](std::size_t row) {
        const std::optional<double> year = number_in(table, "year", row);
        return !year || (*year >= years.first && *year < years.last + 1);
    });
}

}  // namespace tarazy
