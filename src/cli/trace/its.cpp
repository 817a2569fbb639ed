#include "cli/json_rows.hpp"
#include "cli/trace/commands.hpp"
#include "cli/trace/series_option.hpp"
#include "trace/counterfactual/control_tables.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"

#include <memory>
#include <optional>

namespace tarazy {
namespace {

struct ItsCommand {
    std::string data, show = "terms";
    std::vector<std::string> series;  ///< COLUMN=NAME
    std::int64_t at = 0;
    std::optional<std::size_t> lag;
    double level = 0.95;
    DatedSeriesOptions options;
};

/// The interrupted series. A fault that knows no file gets that of the table.
InterruptedSeries interrupted(const DatedSeries& series, const ItsCommand& command) {
    try {
        return interrupted_series(series, command.at, command.lag, command.level);
    } catch (const InputError& error) {
        std::vector<Problem> problems = error.problems();
        for (Problem& problem : problems) {
            if (problem.file.empty()) problem.file = command.data;
        }
        throw InputError(std::move(problems));
    }
}

void its(Session& session, ItsCommand command) {
    const Table table = rows_of_series_option(session, read_input(session, command.data), command.series);
    const DatedSeries series = read_dated_series(table, command.options);
    const InterruptedSeries found = interrupted(series, command);
    note(session, std::to_string(found.n) + " observations, " + std::to_string(found.before) + " before " +
                      std::to_string(command.at) + "; Newey-West lag " + std::to_string(found.lag) +
                      "; Durbin-Watson " + number_text(found.durbin_watson) + "; R2 " + number_text(found.r2));
    const Table terms = term_table(found), fitted = fitted_table(series, found, command.options.time);
    const std::string json = "{\"n\":" + std::to_string(found.n) + ",\"before\":" + std::to_string(found.before) +
                             ",\"lag\":" + std::to_string(found.lag) + ",\"r2\":" + number_text(found.r2) +
                             ",\"dw\":" + number_text(found.durbin_watson) +
                             ",\"level\":" + number_text(command.level) + ",\"terms\":" + rows_json_text(terms) +
                             ",\"fitted\":" + rows_json_text(fitted) + "}";
    print_json(session, json, command.show == "fitted" ? &fitted : &terms);
}

}  // namespace

void add_trace_its(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ItsCommand>();
    const std::string data =
        "tarazy trace its --data src/trace/testdata/its_series.csv --series series=nile --time t --value y --at 29";
    CLI::App& app = add_command(
        noun, "its",
        "Did the level or the slope of one series change at a known time? Interrupted series with errors that allow "
        "for serial dependence.",
        {{data, "the Nile after 1898"}, {data + " --lag 3 --show fitted", "the fitted lines"}}, session,
        [&session, options] { its(session, *options); });
    app.add_option("--data", options->data, "table time,value")->required();
    app.add_option("--at", options->at, "first period after the interruption")->required();
    app.add_option("--series", options->series, "rows of one series only: COLUMN=NAME; may be repeated")
        ->allow_extra_args(false);
    app.add_option("--since", options->options.since, "first period to use");
    app.add_option("--until", options->options.until, "last period to use");
    app.add_option("--lag", options->lag, "of the errors (default: floor(4 (n/100)^(2/9)))");
    app.add_option("--level", options->level, "of the intervals")->capture_default_str();
    app.add_option("--time", options->options.time, "column of times")->capture_default_str();
    app.add_option("--value", options->options.value, "column of values")->capture_default_str();
    app.add_option("--show", options->show, "terms or fitted")
        ->check(CLI::IsMember({"terms", "fitted"}))
        ->capture_default_str();
}

}  // namespace tarazy
