#include "analyses/align/balance_figures.hpp"

#include "analyses/align/balance_chapter.hpp"
#include "analyses/align/shares_rows.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

Json number_json(const Table& table, std::string_view column, std::size_t row) {
    if (!table.find(column) || table[column].type() == ColumnType::text) return nullptr;
    return json_of(table[column].real(row));
}

LocalText title_of(const ReportContext& context, const std::string& key) {
    return context.messages.say(key, {{"state", context.name(context.result.focus)}});
}

/// "closer" of "RUS-CHN": the ids of the poles may hold hyphens of their own, so they are looked up.
std::pair<std::string, std::string> pair_of(const ReportContext& context, const std::string& poles) {
    for (const Pole& first : context.result.poles) {
        for (const Pole& second : context.result.poles) {
            if (poles == first.id + '-' + second.id) return {first.id, second.id};
        }
    }
    return {};
}

}  // namespace

Json positions_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json drawn = figure_json("positions-" + analysis.id, "positions", title_of(context, "figure.positions.title"),
                             context.messages.say("figure.positions.description"));
    drawn["columns"] = {"who", "role", "year", "mean", "q05", "q95"};
    Json rows = Json::array();
    const auto add = [&](const Table& table, std::size_t row, const std::string& who, const char* role) {
        rows.push_back({who, role, number_json(table, "year", row), number_json(table, "mean", row),
                        number_json(table, "q05", row), number_json(table, "q95", row)});
    };
    const std::vector<std::string>& others = context.result.comparison;
    if (const Table* states = find_table(analysis.tables, "positions")) {
        for (std::size_t row = 0; row < states->rows(); ++row) {
            const std::string state = (*states)["state"].display(row);
            if (state == context.result.focus)
                add(*states, row, state, "focus");
            else if (std::ranges::find(others, state) != others.end())
                add(*states, row, state, "comparison");
        }
    }
    if (const Table* poles = find_table(analysis.tables, "poles")) {
        for (std::size_t row = 0; row < poles->rows(); ++row) add(*poles, row, (*poles)["pole"].display(row), "pole");
    }
    drawn["rows"] = std::move(rows);
    return drawn;
}

Json closer_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json drawn = figure_json("closer-" + analysis.id, "closer", title_of(context, "figure.closer.title"),
                             context.messages.say("figure.closer.description"));
    drawn["columns"] = {"state", "year", "first", "second", "probability"};
    Json rows = Json::array();
    const Table* relations = find_table(analysis.tables, "relations");
    for (std::size_t row = 0; relations != nullptr && row < relations->rows(); ++row) {
        if ((*relations)["quantity"].display(row) != "closer") continue;
        const auto [first, second] = pair_of(context, (*relations)["poles"].display(row));
        rows.push_back({(*relations)["state"].display(row), number_json(*relations, "year", row), first, second,
                        number_json(*relations, "value", row)});
    }
    drawn["rows"] = std::move(rows);
    return drawn;
}

Json hedge_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json drawn = figure_json("hedge-" + analysis.id, "hedge", title_of(context, "figure.hedge.title"),
                             context.messages.say("figure.hedge.description"));
    drawn["columns"] = {"state", "year", "total", "total_q05", "total_q95", "within", "between", "label", "missing"};
    const Table* quantities = find_table(analysis.tables, "");
    const Table* labels = find_table(analysis.tables, "labels");
    drawn["rows"] = Json::array();
    if (quantities == nullptr || labels == nullptr) return drawn;
    // state and year to the row's cells; those of the decomposition come from the other table
    std::map<std::pair<std::string, std::string>, Json> found;
    for (std::size_t row = 0; row < quantities->rows(); ++row) {
        const std::string quantity = (*quantities)["quantity"].display(row);
        if ((*quantities)["domain"].display(row) != "overall" || !quantity.starts_with("h_")) continue;
        Json& cells = found[{(*quantities)["state"].display(row), (*quantities)["year"].display(row)}];
        cells[quantity] = number_json(*quantities, "value", row);
        if (quantity != "h_total") continue;
        cells["q05"] = number_json(*quantities, "q05", row);
        cells["q95"] = number_json(*quantities, "q95", row);
    }
    for (std::size_t row = 0; row < labels->rows(); ++row) {
        const std::string state = (*labels)["state"].display(row), year = (*labels)["year"].display(row);
        const auto cells = found.find({state, year});
        if (cells == found.end()) continue;
        drawn["rows"].push_back({state, number_json(*labels, "year", row), cells->second["h_total"],
                                 cells->second["q05"], cells->second["q95"], cells->second["h_within"],
                                 cells->second["h_between"], (*labels)["label"].display(row),
                                 (*labels)["missing"].display(row)});
    }
    return drawn;
}

}  // namespace tarazy
