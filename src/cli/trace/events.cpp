#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/sha256.hpp"
#include "base/text_lists.hpp"
#include "cli/trace/commands.hpp"
#include "cli/trace/period_options.hpp"
#include "trace/event_data/chronology_sums.hpp"
#include "trace/event_data/dyad_table.hpp"
#include "trace/event_data/event_sums.hpp"

#include <memory>

namespace tarazy {
namespace {

struct EventsOptions {
    std::vector<std::string> files;
    std::string layout, quad, normalise, actors, by = "country";
    bool dedup = false, complete = false, day_first = false;
    double bad_share = 0.001;
    PeriodWords periods;
};

EventLayout layout_named(const std::string& name) {
    if (name == "icews") return EventLayout::icews;
    if (name == "gdelt1") return EventLayout::gdelt1;
    if (name == "gdelt2") return EventLayout::gdelt2;
    return name == "plover" ? EventLayout::plover : EventLayout::acled;
}

QuadRule rule_named(const std::string& name) {
    if (name == "plover") return QuadRule::plover;
    return name == "gdelt" ? QuadRule::gdelt : QuadRule::icews;
}

/// The rule of --quad, or that of the layout; types of PLOVER and ACLED have a class of their own.
QuadRule rule_of(const EventsOptions& options) {
    const bool coded = options.layout != "plover" && options.layout != "acled";
    if (!options.quad.empty() && !coded && options.quad != "plover")
        throw UsageError("--quad " + options.quad + " goes by CAMEO codes, which files of " + options.layout +
                         " do not have");
    if (!options.quad.empty()) return rule_named(options.quad);
    return options.layout == "icews" ? QuadRule::icews : coded ? QuadRule::gdelt : QuadRule::plover;
}

void note_count(Session& session, std::uint64_t count, const std::string& what) {
    if (count > 0) note(session, what + ": " + std::to_string(count));
}

void tell_reading(Session& session, const EventFileReading& reading) {
    const RowTally& tally = reading.tally;
    if (tally.bad > 0) {
        warn(session, "rows that cannot be read and are left out: " + std::to_string(tally.bad) + " of " +
                          std::to_string(tally.rows) + "; the first:");
        for (std::size_t i = 0; i < reading.bad_rows.size() && i < 5; ++i)
            warn(session, to_string(reading.bad_rows[i]));
    }
    for (const std::string& file : reading.cut_short)
        warn(session, file + " is cut short: its packed data end too early, and what came behind is missing");
    for (const std::string& file : reading.unfinished)
        note(session, file + ": the last row has no line end; it was counted, since it has all its fields");
    note_count(session, tally.outside, "rows before --since or after --until");
    note_count(session, tally.without_actor, "events without source or target (no dyads, but part of --normalise)");
    note_count(session, tally.goldstein_from_table,
               "events whose Goldstein value was taken from their code, since the file has none");
}

EventSums file_sums(Session& session, const EventsOptions& options) {
    EventFileOptions reading;
    reading.layout = layout_named(options.layout);
    reading.level = options.by == "actor" ? ActorLevel::actor : ActorLevel::country;
    reading.rules.scale = period_scale(options.periods);
    reading.rules.quad = rule_of(options);
    reading.rules.since = since_day(options.periods);
    reading.rules.until = until_day(options.periods);
    reading.rules.day_first = options.day_first;
    reading.distinct_only = options.dedup;
    reading.bad_share = options.bad_share;
    reading.threads = session.threads;
    reading.work = session.work;
    EventFileSums result = sum_event_files(options.files, reading);
    for (std::size_t i = 0; i < options.files.size(); ++i) {
        const std::string& file = options.files[i];
        // A digest takes longer than the sums, so only where it is shown.
        const bool shown = session.format == "json" && file != "-";
        session.inputs.push_back({file, shown ? sha256_file(file) : "", result.reading.rows_of_file[i], {}});
    }
    tell_reading(session, result.reading);
    if (options.layout == "acled")
        note(session,
             "ACLED's actor1 and actor2 do not say who acted on whom: source and target are only first and second");
    return std::move(result.sums);
}

EventSums own_sums(Session& session, const EventsOptions& options) {
    ChronologySumOptions counting;
    counting.scale = period_scale(options.periods);
    counting.spans = span_rule(options.periods);
    counting.level = options.by == "actor" ? ActorLevel::actor : ActorLevel::country;
    if (!options.quad.empty()) counting.quad = rule_named(options.quad);
    counting.since = since_day(options.periods);
    counting.until = until_day(options.periods);
    counting.distinct_only = options.dedup;
    std::vector<Table> tables;
    for (const std::string& file : options.files) tables.push_back(read_input(session, file));
    ChronologySums result = sum_chronology(tables, counting);
    warn_of_few(session, result.warnings);
    note_count(session, result.outside, "events before --since or after --until");
    note_count(session, result.without_target, "events of one actor or none (no dyads, but part of --normalise)");
    note_count(session, result.in_proportion, "events that may lie in several periods, counted in proportion to days");
    return std::move(result.sums);
}

void sum_events(Session& session, const EventsOptions& options) {
    check_probability(options.bad_share, "--bad-share");
    const EventSums sums = options.layout == "own" ? own_sums(session, options) : file_sums(session, options);
    DyadTableOptions shown;
    shown.actors = listed(options.actors, ',');
    if (!options.normalise.empty()) shown.base = options.normalise == "actor" ? EventBase::actor : EventBase::volume;
    shown.complete = options.complete;
    if (const auto day = since_day(options.periods)) shown.first_period = period_of(*day, sums.scale);
    if (const auto day = until_day(options.periods)) shown.last_period = period_of(*day, sums.scale);
    const Table table = dyad_table(sums, shown);
    if (table.rows() == 0) warn(session, "no event has a source and a target among the actors");
    print_table(session, table);
}

}  // namespace

void add_trace_events(CLI::App& noun, Session& session) {
    auto options = std::make_shared<EventsOptions>();
    CLI::App& app = add_command(
        noun, "events",
        "Sums events by directed dyad and period: how many, how cooperative (Goldstein), and how many of each of the "
        "four classes.\n"
        "Reads the files of event data sets in one pass, plain or packed (gzip, xz), or a chronology of your own.",
        {{"tarazy trace events studies/kazakhstan/data/chronology.csv --layout own --period year",
          "a chronology by year; uncertain dates count in proportion"},
         {"tarazy trace events src/trace/testdata/icews_events.csv --layout icews --period week --actors "
          "China,'Russian Federation',Ukraine,'United States'",
          "ICEWS by week, four states among themselves"}},
        session, [&session, options] { sum_events(session, *options); });
    app.add_option("files", options->files, "files of events, all of one layout; - is standard input")->required();
    app.add_option("--layout", options->layout, "own (chronology), icews, gdelt1, gdelt2, plover (POLECAT) or acled")
        ->required()
        ->check(CLI::IsMember({"own", "icews", "gdelt1", "gdelt2", "plover", "acled"}));
    add_period_options(app, options->periods, "month");
    app.add_flag("--dedup", options->dedup,
                 "all sums but n are of distinct events: one for each day, source, target, code and value");
    app.add_option("--by", options->by, "country, or actor (the actors themselves)")
        ->check(CLI::IsMember({"country", "actor"}))
        ->capture_default_str();
    app.add_option("--actors", options->actors, "only dyads of these among themselves: KAZ,RUS,CHN");
    app.add_option("--quad", options->quad,
                   "how classes follow from CAMEO codes: plover, gdelt or icews (default: that of the layout)")
        ->check(CLI::IsMember({"plover", "gdelt", "icews"}));
    app.add_option("--normalise", options->normalise,
                   "also shares: of all events of the period (volume), or of the source's in the period (actor)")
        ->check(CLI::IsMember({"volume", "actor"}));
    app.add_flag("--complete", options->complete, "also the periods in which a dyad has no event");
    app.add_flag("--day-first", options->day_first, "dates like 1/3/2014 are the first of March");
    app.add_option("--bad-share", options->bad_share, "more unreadable rows than this share of all are an error")
        ->capture_default_str();
}

}  // namespace tarazy
