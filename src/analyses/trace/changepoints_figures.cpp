#include "analyses/trace/changepoints_figures.hpp"

#include "analyses/trace/changepoints_chapter.hpp"
#include "base/edtf.hpp"
#include "base/number_text.hpp"
#include "report/figure_json.hpp"
#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_panels = 6;

/// A time as the data write it, on the axis of years: a number, or the first possible day of a date.
std::optional<double> time_of(const std::string& written) {
    if (const auto number = parse_real(written)) return number;
    const auto parsed = parse_edtf(written);
    const auto* date = std::get_if<EdtfDate>(&parsed);
    if (date == nullptr || date->earliest.kind != DayBound::Kind::known) return std::nullopt;
    const std::int64_t year = calendar_day(date->earliest.day).year;
    const std::int64_t first = day_number({year, 1, 1}), next = day_number({year + 1, 1, 1});
    return static_cast<double>(year) +
           static_cast<double>(date->earliest.day - first) / static_cast<double>(next - first);
}

/// Names of the series that are drawn: those most likely to have changed, in the order of the table.
std::vector<std::string> drawn_series(const ReportContext& context, const Table& table) {
    std::vector<std::size_t> rows = focus_rows(context, table);
    if (rows.size() > most_panels) {
        std::ranges::stable_sort(rows, std::greater{},
                                 [&](std::size_t row) { return number_in(table, "any_change", row).value_or(0); });
        rows.resize(most_panels);
        std::ranges::sort(rows);
    }
    std::vector<std::string> names;
    for (const std::size_t row : rows) names.push_back(text_in(table, "series", row));
    return names;
}

/// Rows of one series, each `series,mark,time,from,to,value,mean,sd,probability,label`.
class SeriesMarks {
public:
    SeriesMarks(const ReportContext& context, const AnalysisResult& analysis, std::string series)
        : context_(context), analysis_(analysis), series_(std::move(series)) {}

    void add_values(Json& rows) const {
        each("each", [&](const Table& table, std::size_t row) {
            put(rows, "value", time_at(table, "t", row), {}, {}, number_in(table, "y", row),
                number_in(table, "mean", row), number_in(table, "sd", row), number_in(table, "change_after", row), "");
        });
    }
    void add_changes(Json& rows) const {
        each("changes", [&](const Table& table, std::size_t row) {
            const std::vector<std::string> events = list_items(text_in(table, "events", row));
            put(rows, "change", time_at(table, "change_after", row), time_at(table, "lower", row),
                time_at(table, "upper", row), {}, {}, {}, number_in(table, "probability", row),
                events.empty() ? std::string() : events.front());
        });
    }
    void add_guaranteed(Json& rows) const {
        each("guaranteed", [&](const Table& table, std::size_t row) {
            put(rows, "guaranteed", {}, time_at(table, "from", row), time_at(table, "to", row), {}, {}, {}, {}, "");
        });
    }

private:
    template <class Visit>
    void each(const char* name, Visit visit) const {
        const Table* table = find_table(analysis_.tables, name);
        if (table == nullptr) return;
        for (const std::size_t row : focus_rows(context_, *table)) {
            if (text_in(*table, "series", row) == series_) visit(*table, row);
        }
    }
    static std::optional<double> time_at(const Table& table, const char* column, std::size_t row) {
        return time_of(text_in(table, column, row));
    }
    void put(Json& rows, const char* mark, std::optional<double> time, std::optional<double> from,
             std::optional<double> to, std::optional<double> value, std::optional<double> mean,
             std::optional<double> sd, std::optional<double> probability, const std::string& label) const {
        rows.push_back({series_, mark, json_of(time), json_of(from), json_of(to), json_of(value), json_of(mean),
                        json_of(sd), json_of(probability), label});
    }

    const ReportContext& context_;
    const AnalysisResult& analysis_;
    std::string series_;
};

void add_events(Json& rows, const AnalysisResult& analysis) {
    const Table* table = find_table(analysis.tables, "events");
    for (std::size_t row = 0; table != nullptr && row < table->rows(); ++row) {
        rows.push_back({"", "event", nullptr, json_of(number_in(*table, "first_year", row)),
                        json_of(number_in(*table, "last_year", row)), nullptr, nullptr, nullptr, nullptr,
                        text_in(*table, "title", row)});
    }
}

}  // namespace

Json turning_points_figure_data(const ReportContext& context, const AnalysisResult& analysis) {
    Json drawn = figure_json("turning_points-" + analysis.id, "turning_points",
                             context.messages.say("figure.turning_points.title"),
                             context.messages.say("figure.turning_points.description"));
    const Table* table = find_table(analysis.tables, "");
    const std::vector<std::string> names =
        table == nullptr ? std::vector<std::string>() : drawn_series(context, *table);
    Json rows = Json::array();
    for (const std::string& name : names) {
        const SeriesMarks marks(context, analysis, name);
        marks.add_values(rows);
        marks.add_changes(rows);
        marks.add_guaranteed(rows);
    }
    if (!names.empty()) add_events(rows, analysis);

    drawn["series"] = names;
    drawn["columns"] = {"series", "mark", "time", "from", "to", "value", "mean", "sd", "probability", "label"};
    drawn["rows"] = std::move(rows);
    return drawn;
}

}  // namespace tarazy
