#include "cli/simulate/panel_options.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"

namespace tarazy {
namespace {

std::vector<std::size_t> horizons_listed(const std::string& text) {
    std::vector<std::size_t> horizons;
    for (const std::string& item : listed(text, ',')) {
        const std::optional<std::int64_t> years = parse_integer(item);
        if (!years || *years < 1) refuse_argument("--horizon", item, "give years ahead: 1,3,5");
        horizons.push_back(static_cast<std::size_t>(*years));
    }
    return horizons;
}

std::string panel_summary(const YearPanel& panel) {
    std::size_t known = 0;
    for (const double value : panel.values) known += value == value ? 1 : 0;
    return std::to_string(panel.states.size()) + (panel.states.size() == 1 ? " state, " : " states, ") +
           std::to_string(panel.series.size()) + " series, " + std::to_string(panel.first_year) + "-" +
           std::to_string(panel.last_year()) + ": " + std::to_string(known) + " values, " +
           std::to_string(panel.values.size() - known) + " missing";
}

}  // namespace

void add_panel_options(CLI::App& app, PanelWords& words) {
    app.add_option("--state", words.columns.state, "column of states; by default `state`, if there is one");
    app.add_option("--series", words.columns.series,
                   "column of names of series; by default `series` or `pole`. Without it a column is a series");
    app.add_option("--year", words.columns.year, "column of years; by default `year`, `t` or `time`");
    app.add_option("--value", words.columns.value, "column of values; by default `value`, `y` or `share`");
    app.add_option("--only", words.chosen, "these series alone, comma-separated, in this order");
    app.add_option("--scale", words.scale,
                   "free, shares (the series of a state and year sum to 1), bounded; auto: shares where they sum to 1")
        ->capture_default_str();
    app.add_option("--bounds", words.bounds, "of --scale bounded: 0,100");
    app.add_option("--draws", words.draws, "of each forecast")
        ->check(CLI::Range(std::size_t{20}, std::size_t{100'000}))
        ->capture_default_str();
    app.add_option("--forecasters", words.forecasters,
                   "comma-separated: persistence, drift, ar1, recent; by default all");
    app.add_option("--recent-years", words.recent_years, "years that `recent` draws from")
        ->check(CLI::Range(std::size_t{3}, std::size_t{1000}))
        ->capture_default_str();
}

YearPanel read_panel_again(Session& session, const PanelWords& words, const std::string& path,
                           const ValueScale& scale) {
    PanelColumns columns = words.columns;
    columns.chosen = listed(words.chosen, ',');
    YearPanel panel = read_year_panel(read_input(session, path), columns);
    for (const std::string& sentence : fit_to_scale(panel, scale, path)) note(session, path + ": " + sentence);
    return panel;
}

PanelRead read_panel_input(Session& session, const PanelWords& words) {
    PanelColumns columns = words.columns;
    columns.chosen = listed(words.chosen, ',');
    PanelRead read;
    read.horizons = horizons_listed(words.horizons);
    check_request({read.horizons, words.draws, session.seed, {}});
    read.panel = read_year_panel(read_input(session, words.path), columns);
    check_reading(session);
    read.scale = value_scale(read.panel, words.scale, words.bounds);
    note(session, words.path + ": " + panel_summary(read.panel));
    if (words.scale == "auto")
        note(session, read.scale.kind == ValueScale::Kind::shares
                          ? "the series of each year sum to 1 and are forecast as shares (--scale)"
                          : "each series is forecast by itself, without bounds (--scale)");
    for (const std::string& sentence : fit_to_scale(read.panel, read.scale, words.path)) note(session, sentence);
    read.forecasters =
        forecasters_named(naive_forecasters({read.scale, words.recent_years}), listed(words.forecasters, ','));
    return read;
}

}  // namespace tarazy
