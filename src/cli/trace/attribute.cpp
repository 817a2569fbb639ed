#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "cli/trace/commands.hpp"
#include "cli/trace/period_options.hpp"
#include "trace/attribution/break_events.hpp"

#include <memory>

namespace tarazy {
namespace {

struct AttributeOptions {
    std::string breaks, events, tags, first, show = "tests";
    std::vector<std::string> tags_of;
    std::int64_t window = 1;
    PeriodWords periods;
};

/// `SERIES=TAG+TAG`
std::map<std::string, std::vector<std::string>> tags_by_pole(const std::vector<std::string>& words) {
    std::map<std::string, std::vector<std::string>> result;
    for (const std::string& word : words) {
        const std::size_t sign = word.rfind('=');
        std::vector<std::string> tags =
            sign == std::string::npos ? std::vector<std::string>() : listed(word.substr(sign + 1), '+');
        if (tags.empty()) throw UsageError("--tags-of is '" + word + "'; write SERIES=TAG or SERIES=TAG+TAG");
        result[word.substr(0, sign)] = std::move(tags);
    }
    return result;
}

void attribute(Session& session, const AttributeOptions& options) {
    check_at_least(static_cast<double>(options.window), 0, "--window");
    const PeriodScale scale = period_scale(options.periods);
    BreakReading reading;
    reading.scale = scale;
    if (const auto day = since_day(options.periods)) reading.first_period = period_of(*day, scale);
    if (const auto day = until_day(options.periods)) reading.last_period = period_of(*day, scale);
    if (!options.first.empty()) {
        reading.numbered = true;
        reading.first_period = period_named(options.first, scale);
        if (!reading.first_period)
            throw UsageError("--first is '" + options.first + "'; give one period, such as 1992 or 1992-01");
    }
    const std::vector<BreakSeries> series = read_break_series(read_input(session, options.breaks), reading);
    const DatedEvents dated = read_dated_events(read_input(session, options.events), scale, span_rule(options.periods));
    warn_of_few(session, dated.warnings);
    BreakEventOptions tests;
    tests.window = static_cast<std::size_t>(options.window);
    tests.tags = listed(options.tags, ',');
    tests.tags_of = tags_by_pole(options.tags_of);
    tests.work = session.work;
    if (options.show == "pairs") return print_table(session, coincidence_table(series, dated.events, scale, tests));
    const Table table = break_event_table(series, dated.events, scale, tests);
    if (table.rows() > 0 && table["p_circular"].count_missing() == table.rows())
        warn(session, "no series has a change, so that nothing can coincide");
    constexpr double little_left = 0.8;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (*table["coverage"].real(row) >= little_left)
            warn(session, std::string(*table["pole"].text(row)) + ": " + number_text(*table["coverage"].real(row)) +
                              " of its periods lie near an event, so that nearly every change coincides with one; name "
                              "fewer events (--tags), or take shorter periods or a narrower --window");
    }
    print_table(session, table);
}

}  // namespace

void add_trace_attribute(CLI::App& noun, Session& session) {
    auto options = std::make_shared<AttributeOptions>();
    const std::string data = "studies/kazakhstan/data/chronology.csv";
    CLI::App& app = add_command(
        noun, "attribute",
        "Do changes of series coincide with documented events more often than chance would have it? Exact p-values by "
        "all\n"
        "circular shifts, and of uniform placement. That two things coincide does not say that one brought the other "
        "about.",
        {{"tarazy trace attribute --breaks breaks.csv --events " + data +
              " --window 1 --since 1992 --until 2019 --tags RUS",
          "breaks series,change_after against the events tagged RUS, a year to either side"},
         {"tarazy trace attribute --breaks breaks.csv --events " + data +
              " --since 1992 --until 2019 --show pairs --tags-of votes_RUS=RUS",
          "which events coincide with which breaks"}},
        session, [&session, options] { attribute(session, *options); });
    app.add_option("--breaks", options->breaks,
                   "series,change_after[,probability], or series,t,..,change_after with a probability a period")
        ->required();
    app.add_option("--events", options->events, "chronology: id,edtf,title[,tags]")->required();
    app.add_option("--window", options->window, "periods on either side of a change")->capture_default_str();
    app.add_option("--tags", options->tags, "only events with one of these tags: RUS,NUC");
    app.add_option("--tags-of", options->tags_of, "the same for one series: SERIES=TAG+TAG; may be repeated")
        ->take_all();
    app.add_option("--first", options->first,
                   "breaks are numbers of observations, of which 1 is this period (1992, 1992-01)");
    app.add_option("--show", options->show, "tests (a row a series) or pairs (a row a change and event)")
        ->check(CLI::IsMember({"tests", "pairs"}))
        ->capture_default_str();
    add_period_options(app, options->periods, "year");
}

}  // namespace tarazy
