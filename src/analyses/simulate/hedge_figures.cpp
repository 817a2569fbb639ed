#include "analyses/simulate/hedge_figures.hpp"

#include "analyses/simulate/fan_figure.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {

ShownHindcast shown_hindcast(const ReportContext& context, const Table& hindcast) {
    ShownHindcast shown{text_in(hindcast, "state", 0), 0};
    for (std::size_t row = 0; row < hindcast.rows(); ++row) {
        const auto horizon = static_cast<std::int64_t>(number_in(hindcast, "horizon", row).value_or(0));
        shown.horizon = row == 0 ? horizon : std::min(shown.horizon, horizon);
        if (text_in(hindcast, "state", row) == context.result.focus) shown.state = context.result.focus;
    }
    for (std::size_t row = 0; row < hindcast.rows(); ++row)
        if (text_in(hindcast, "state", row) == shown.state &&
            number_in(hindcast, "horizon", row) == static_cast<double>(shown.horizon))
            shown.rows.push_back(row);
    return shown;
}

LocalText hindcast_title(const ReportContext& context, const ShownHindcast& shown) {
    return context.messages.say("figure.hindcast_fan.title",
                                {{"state", context.name(shown.state)}, {"horizon", std::to_string(shown.horizon)}});
}

std::vector<nlohmann::ordered_json> hedge_figures(const ReportContext& context, const AnalysisResult& analysis) {
    const Table* hindcast = find_table(analysis.tables, "hindcast");
    if (hindcast == nullptr || hindcast->rows() == 0) return {};
    const ShownHindcast shown = shown_hindcast(context, *hindcast);
    std::vector<FanRow> rows;
    for (const std::size_t row : shown.rows) {
        // Not the forecasters' names: a policy of a scenario may be called "hedge".
        const bool model = text_in(*hindcast, "forecaster", row) == "hedge";
        FanRow one{text_in(*hindcast, "series", row), model ? "alignment_model" : "last_value",
                   static_cast<int>(number_in(*hindcast, "year", row).value_or(0))};
        for (const char* column : {"q05", "q25", "q50", "q75", "q95"})
            one.quantiles.push_back(number_in(*hindcast, column, row));
        one.observed = number_in(*hindcast, "observed", row);
        rows.push_back(std::move(one));
    }
    // Panels come in the order of the series, in each the model before the last value.
    std::ranges::stable_sort(rows, {}, [](const FanRow& row) { return row.panel; });
    nlohmann::ordered_json figure = figure_json("fan-" + analysis.id, "fan", hindcast_title(context, shown),
                                                context.messages.say("figure.hindcast_fan.description"));
    put_fan_rows(figure, rows);
    return {std::move(figure)};
}

}  // namespace tarazy
