#include "cli/trace/commands.hpp"
#include "cli/trace/series_option.hpp"
#include "trace/counterfactual/control_tables.hpp"

#include "base/argument_checks.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace tarazy {
namespace {

struct ContrastCommand {
    std::string data, before, after, treated, donors;
    std::vector<std::string> series;  ///< COLUMN=NAME
    ContrastOptions options;
};

/// `1990-1993` of --before or --after; one period alone is a window, too.
void read_contrast_window(const std::string& text, const char* option, std::int64_t& first, std::int64_t& last) {
    const std::size_t dash = text.find('-', 1);  // a time may be negative
    const auto from = parse_integer(trimmed(text.substr(0, dash)));
    const auto to = dash == std::string::npos ? from : parse_integer(trimmed(text.substr(dash + 1)));
    if (!from || !to || *from > *to)
        refuse_argument(option, text.empty() ? "empty" : "'" + text + "'",
                        "give the first and the last period, as in 1990-1993");
    first = *from;
    last = *to;
}

/// The units that are compared. The treated one must stand in the table; donors that do not are told.
std::vector<std::string> contrasted_units(Session& session, const Table& table, const ContrastCommand& command) {
    const std::vector<std::string> column = {command.options.unit};
    require_columns(table, column);
    std::vector<std::string> known = require_texts(table, command.options.unit);
    std::ranges::sort(known);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    std::vector<std::string> named = listed(command.donors, ',');
    const auto unknown = [&](const char* option, const std::string& name) {
        return std::string(option) + ": there is no unit '" + name + "' in " + table.origin.path + "; " +
               name_hint(name, known);
    };
    if (!command.treated.empty() && !std::ranges::binary_search(known, command.treated))
        throw UsageError(unknown("--treated", command.treated));
    for (const std::string& name : named)
        if (!std::ranges::binary_search(known, name)) warn(session, unknown("--donors", name));
    std::vector<std::string> once = named;
    std::ranges::sort(once);
    if (const auto twice = std::ranges::adjacent_find(once); twice != once.end())
        throw UsageError("--donors names '" + *twice + "' twice; name it once");
    if (!command.treated.empty() && std::ranges::find(named, command.treated) != named.end())
        throw UsageError("'" + command.treated + "' is the treated unit and a donor; name it once");
    if (!named.empty() && !command.treated.empty()) named.push_back(command.treated);
    return named;
}

void tell_contrast(Session& session, const ContrastCommand& command, const MeanContrast& found) {
    const std::size_t least = command.options.least;
    for (const std::string& unit : found.left_out)
        note(session, "left out: " + unit + " has fewer than " + std::to_string(least) +
                          (least == 1 ? " value" : " values") + " in one of the windows");
    if (found.units.empty()) warn(session, "no unit has enough values in both windows; nothing can be compared");
    if (found.units.size() == 1)
        warn(session, "no difference: " + found.units[0].unit +
                          " stands alone, no other unit has enough values in both windows");
    if (command.treated.empty() || found.units.size() < 2) return;
    const auto own = std::ranges::find(found.units, command.treated, &UnitContrast::unit);
    if (own == found.units.end())
        return warn(session, "no difference of " + command.treated + ": it has too few values in one of the windows");
    note(session, command.treated + ": difference " + number_text(*own->difference) + ", rank " +
                      std::to_string(own->rank) + " of " + std::to_string(found.units.size()) +
                      " by size, p = " + number_text(own->p));
}

void contrast(Session& session, ContrastCommand command) {
    ContrastOptions& options = command.options;
    read_contrast_window(command.before, "--before", options.before_first, options.before_last);
    read_contrast_window(command.after, "--after", options.after_first, options.after_last);
    Table table = rows_of_series_option(session, read_input(session, command.data), command.series);
    std::vector<std::string> asked = listed(command.donors, ',');
    if (!command.treated.empty()) asked.push_back(command.treated);
    table = with_units_as_asked(session, std::move(table), options.unit, asked);
    options.units = contrasted_units(session, table, command);
    const MeanContrast found = mean_contrast(table, options);
    tell_contrast(session, command, found);
    print_table(session, contrast_table(found));
}

}  // namespace

void add_trace_contrast(CLI::App& noun, Session& session) {
    auto options = std::make_shared<ContrastCommand>();
    const std::string data =
        "tarazy trace contrast --data src/trace/testdata/basque_gdp.csv --outcome gdpcap --before 1960-1969";
    CLI::App& app = add_command(
        noun, "contrast",
        "How much more did one unit change between two windows than the others? Difference in differences of means, "
        "with the rank of each unit among all.",
        {{data + " --after 1975-1984 --treated 'Basque Country'", "one region against all others"},
         {data + " --after 1975-1984 --treated 'Basque Country' --donors 'Cataluna,Madrid'", "against two of them"}},
        session, [&session, options] { contrast(session, *options); });
    app.add_option("--data", options->data, "long table unit,time,outcome")->required();
    app.add_option("--before", options->before, "first window: 1990-1993")->required();
    app.add_option("--after", options->after, "second window: 1995-1999")->required();
    app.add_option("--treated", options->treated, "the unit in question, told apart (default: none)");
    app.add_option("--donors", options->donors, "units to compare with, comma-separated (default: all others)");
    app.add_option("--least", options->options.least, "fewest values in a window")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1000}))
        ->capture_default_str();
    app.add_option("--series", options->series, "rows of one series only: COLUMN=NAME; may be repeated")
        ->allow_extra_args(false);
    app.add_option("--unit", options->options.unit, "column of units")->capture_default_str();
    app.add_option("--time", options->options.time, "column of times")->capture_default_str();
    app.add_option("--outcome", options->options.outcome, "column of the outcome")->capture_default_str();
}

}  // namespace tarazy
