#include "cli/trace/changepoints.hpp"

#include "base/argument_checks.hpp"
#include "base/nearest_name.hpp"
#include "base/text_lists.hpp"
#include "cli/trace/commands.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <set>

namespace tarazy {
namespace {

struct ChangepointsCommand {
    std::string data, time, draw, series_column, only, value = "y", method = "exact";
    std::optional<std::size_t> min_segment;
    double level = 0.95;
};

std::vector<ChangepointMethods> method_table() {
    return {penalised_methods(), regression_methods(), posterior_methods()};
}

/// The first of the names that the table has; empty when it has none.
std::string first_column(const Table& table, const std::vector<std::string>& names) {
    for (const std::string& name : names)
        if (table.find(name)) return name;
    return "";
}

/// The rows of the series that were named.
Table named_series(const Table& table, const std::string& column, const std::string& only) {
    if (only.empty()) return table;
    if (column.empty())
        throw UsageError("--series names series, but the table has no column that tells them apart (--series-column)");
    const std::vector<std::string> cells = require_texts(table, column), wanted = listed(only, ',');
    const std::set<std::string> distinct(cells.begin(), cells.end());
    const std::vector<std::string> known(distinct.begin(), distinct.end());
    for (const std::string& name : wanted)
        if (!distinct.contains(name)) refuse_argument("--series", name, name_hint(name, known));
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < cells.size(); ++row)
        if (std::ranges::find(wanted, cells[row]) != wanted.end()) rows.push_back(row);
    return take_rows(table, rows);
}

std::vector<TimeSeries> series_of(Session& session, const ChangepointsCommand& command) {
    const Table table = read_input(session, command.data);
    SeriesColumns columns;
    columns.value = command.value;
    columns.draw = command.draw;
    columns.time = command.time.empty() ? first_column(table, {"t", "time", "year", "date"}) : command.time;
    columns.series = command.series_column.empty() ? first_column(table, {"series"}) : command.series_column;
    columns.least_length = 2;
    if (!columns.series.empty()) (void)require_column(table, columns.series);
    std::vector<TimeSeries> all = read_time_series(named_series(table, columns.series, command.only), columns);
    check_reading(session);
    if (columns.time.empty()) note(session, "there is no column of times: rows are taken in their order and numbered");
    for (const TimeSeries& series : all)
        if (const auto uneven = uneven_spacing(series)) warn(session, *uneven);
    return all;
}

/// Options typed for a method that is not the chosen one.
void refuse_foreign(const std::vector<ChangepointMethods>& methods,
                    const std::vector<std::vector<const CLI::Option*>>& options, std::size_t chosen) {
    for (std::size_t m = 0; m < methods.size(); ++m) {
        for (const CLI::Option* option : options[m]) {
            if (m != chosen && option->count() > 0)
                throw UsageError(option->get_name() + " belongs to --method " + joined(methods[m].names, ", "));
        }
    }
}

}  // namespace

Table changes_of_series(std::span<const SeriesChanges> all) {
    TableRows rows(TextColumn{"series"}, TextColumn{"change_after"}, TextColumn{"lower"}, TextColumn{"upper"},
                   RealColumn{"probability"}, IntegerColumn{"index"}, RealColumn{"before"}, RealColumn{"after"});
    for (const SeriesChanges& found : all) {
        const TimeSeries& series = *found.series;
        const auto last = static_cast<std::int64_t>(series.y.size());
        const auto label = [&](std::int64_t at) {
            return series.time_text[static_cast<std::size_t>(std::clamp<std::int64_t>(at, 1, last) - 1)];
        };
        const auto mean_of = [&](std::size_t from, std::size_t to) {
            double sum = 0;
            for (std::size_t i = from; i < to; ++i) sum += series.y[i];
            return sum / static_cast<double>(to - from);
        };
        for (std::size_t i = 0; i < found.at.size(); ++i) {
            const std::size_t at = found.at[i], start = i > 0 ? found.at[i - 1] : 0,
                              end = i + 1 < found.at.size() ? found.at[i + 1] : series.y.size();
            const auto& interval = found.interval[i];
            rows.add(series.name, series.time_text[at - 1], interval ? label(interval->lower) : "",
                     interval ? label(interval->upper) : "", found.probability[i], at, mean_of(start, at),
                     mean_of(at, end));
        }
    }
    return rows.table();
}

SeriesChanges with_draws(const TimeSeries& series, std::vector<std::size_t> at,
                         std::vector<std::optional<BreakInterval>> interval,
                         std::span<const std::vector<DrawnChange>> draws, double level) {
    SeriesChanges changes{&series, std::move(at), std::move(interval), {}};
    changes.probability.resize(changes.at.size());
    changes.interval.resize(changes.at.size());
    if (draws.empty()) return changes;
    const std::vector<DrawAgreement> agreement = draw_agreement(changes.at, draws, level);
    for (std::size_t i = 0; i < agreement.size(); ++i) {
        changes.probability[i] = agreement[i].share;
        changes.interval[i] = agreement[i].interval;
    }
    return changes;
}

std::string short_number(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 4);
    return {text.data(), end.ptr};
}

void tell_unchanged(Session& session, std::span<const SeriesChanges> all) {
    for (const SeriesChanges& found : all)
        if (found.at.empty()) note(session, "series " + found.series->name + ": no change");
}

void add_trace_changepoints(CLI::App& noun, Session& session) {
    auto command = std::make_shared<ChangepointsCommand>();
    const auto methods = std::make_shared<const std::vector<ChangepointMethods>>(method_table());
    auto options = std::make_shared<std::vector<std::vector<const CLI::Option*>>>();
    auto runs = std::make_shared<std::vector<ChangepointRun>>();
    const std::string example = "tarazy trace changepoints --data examples/nile/nile.csv --value flow";
    CLI::App& app = add_command(
        noun, "changepoints",
        "Where a series changes: after which observation the level, the variance, the trend or the rate is another "
        "one.\n"
        "exact (the same as pelt) finds the best of all segmentations under a penalty; bai-perron the best for each "
        "number of\n"
        "breaks, with intervals of their dates and a test of any break; bayes the probability of a change after each\n"
        "observation; any-change whether there is one at all; guaranteed intervals that hold one; e-divisive changes "
        "of\n"
        "any kind.",
        {{example, "the exact optimum under the modified BIC; the series divided by its noise scale"},
         {example + " --method bai-perron --format json", "breaks of the level with 95 % intervals, and supF"}},
        session, [&session, command, methods, options, runs] {
            check_between(command->level, 0.01, 0.999, "--level");
            for (std::size_t m = 0; m < methods->size(); ++m) {
                const std::vector<std::string>& names = (*methods)[m].names;
                if (std::ranges::find(names, command->method) == names.end()) continue;
                refuse_foreign(*methods, *options, m);
                (*runs)[m](session,
                           {command->method, series_of(session, *command), command->min_segment, command->level});
                return;
            }
        });
    std::vector<std::string> names;
    for (const ChangepointMethods& entry : *methods) names.insert(names.end(), entry.names.begin(), entry.names.end());
    app.add_option("--data", command->data, "table with a row an observation; - is CSV on standard input")->required();
    app.add_option("--value", command->value, "column of the values")->capture_default_str();
    app.add_option("--time", command->time,
                   "column of the times, numbers or dates (ISO 8601-2), ascending; by default t, time, year or date, "
                   "whichever is there, else rows are in order");
    app.add_option("--series-column", command->series_column,
                   "column that tells several series apart; by default the column series, where there is one");
    app.add_option("--series", command->only, "NAME,..: only these series");
    app.add_option("--draw", command->draw,
                   "column of draws: each is segmented, and probability is the share of draws with the change");
    app.add_option("--method", command->method, joined(names, ", "))
        ->check(CLI::IsMember(names))
        ->capture_default_str();
    app.add_option("--min-segment", command->min_segment, "observations that a segment has at least")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000'000}));
    app.add_option("--level", command->level, "of intervals")->capture_default_str();
    for (const ChangepointMethods& entry : *methods) {
        const std::vector<const CLI::Option*> before = std::as_const(app).get_options();
        runs->push_back(entry.add(app));
        std::vector<const CLI::Option*> own = std::as_const(app).get_options();
        std::erase_if(own,
                      [&](const CLI::Option* option) { return std::ranges::find(before, option) != before.end(); });
        options->push_back(std::move(own));
    }
}

}  // namespace tarazy
