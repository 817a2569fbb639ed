#include "analyses/simulate/forecast_figures.hpp"

#include "analyses/simulate/fan_figure.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace tarazy {
namespace {

using SeriesYear = std::pair<std::string, int>;

/// Quantiles of the first forecaster in a table of fans, by series and year.
std::map<SeriesYear, FanRow> fan_rows(const Table& fan, const std::string& line) {
    std::map<SeriesYear, FanRow> rows;
    for (std::size_t row = 0; row < fan.rows(); ++row) {
        if (text_in(fan, "forecaster", row) != text_in(fan, "forecaster", 0)) continue;
        const int year = static_cast<int>(number_in(fan, "year", row).value_or(0));
        FanRow one{text_in(fan, "series", row), line, year};
        for (const char* column : {"q05", "q25", "q50", "q75", "q95"})
            one.quantiles.push_back(number_in(fan, column, row));
        rows.insert_or_assign({one.panel, year}, std::move(one));
    }
    return rows;
}

void put_observed(const Table& observed, const std::string& line, std::map<SeriesYear, FanRow>& rows) {
    for (std::size_t row = 0; row < observed.rows(); ++row) {
        const std::string series = text_in(observed, "series", row);
        const int year = static_cast<int>(number_in(observed, "year", row).value_or(0));
        FanRow& one = rows.try_emplace({series, year}, FanRow{series, line, year}).first->second;
        one.observed = number_in(observed, "value", row);
    }
}

}  // namespace

std::vector<nlohmann::ordered_json> forecast_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table *fan = find_table(analysis.tables, ""), *observed = find_table(analysis.tables, "observed"),
                *sealed = find_table(analysis.tables, "sealed");
    if (fan == nullptr || fan->rows() == 0 || observed == nullptr) return {};
    nlohmann::ordered_json figure =
        figure_json("fan-" + analysis.id, "fan", context.messages.say("figure.forecast_fan.title"),
                    context.messages.say("figure.forecast_fan.description"));
    const bool two = sealed != nullptr && sealed->rows() > 0;
    std::vector<FanRow> rows;
    const auto add = [&](const Table& of, const std::string& line) {
        std::map<SeriesYear, FanRow> all = fan_rows(of, line);
        put_observed(*observed, line, all);
        for (auto& [key, row] : all) rows.push_back(std::move(row));
    };
    add(*fan, two ? "now" : "none");
    if (two) add(*sealed, "sealed");
    put_fan_rows(figure, rows);
    return {std::move(figure)};
}

}  // namespace tarazy
