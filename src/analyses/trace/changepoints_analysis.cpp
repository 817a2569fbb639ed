#include "analyses/trace/changepoints_analysis.hpp"

#include "analyses/trace/changepoints_claims.hpp"
#include "analyses/trace/changepoints_coincidence.hpp"
#include "analyses/trace/changepoints_data.hpp"
#include "base/text_lists.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"
#include "table/table_parts.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// From this share of years on, to lie near an event says nothing.
constexpr double crowded_share = 0.9;

std::optional<double> prior_number(const Parameters& parameters, const char* name) {
    return parameters.has(name) ? std::optional(parameters.get<double>(name)) : std::nullopt;
}

TurningPointOptions turning_options(const AnalysisPlan& plan) {
    const Parameters& p = plan.parameters;
    TurningPointOptions options;
    options.p = prior_number(p, "prior_p");
    options.m0 = prior_number(p, "prior_m0");
    options.k0 = prior_number(p, "prior_k0");
    options.a0 = prior_number(p, "prior_a0");
    options.b0 = prior_number(p, "prior_b0");
    options.null = p.get<std::string>("null") == "blocks" ? NoChange::serial : NoChange::exchangeable;
    options.samples = static_cast<std::size_t>(p.get<std::int64_t>("samples"));
    options.block = static_cast<std::size_t>(p.get<std::int64_t>("block"));
    options.alpha = p.get<double>("alpha");
    options.norm = p.get<std::string>("norm") == "all" ? StretchLengths::all : StretchLengths::dyadic;
    options.threshold = noise_threshold(p.get<std::string>("threshold"));
    options.lags = static_cast<std::size_t>(p.get<std::int64_t>("lags"));
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    return options;
}

std::vector<ChangeWindow> study_windows(const Parameters& parameters) {
    std::vector<ChangeWindow> windows;
    if (!parameters.has("windows")) return windows;
    for (const Span& span : parameters.get<std::vector<Span>>("windows"))
        windows.push_back({static_cast<double>(span.first), static_cast<double>(span.last), to_string(span)});
    return windows;
}

std::vector<DatedPoints> all_points(const AnalysisPlan& plan, const StudySeries& series,
                                    const std::vector<ChangeWindow>& windows) {
    const int around = static_cast<int>(plan.parameters.get<std::int64_t>("window"));
    std::vector<DatedPoints> all;
    for (const StateSeries& one : series.series) {
        TurningPointOptions options = turning_options(plan);
        DatedPoints dated{one.state, {}, years_of_series(one.series)};
        options.windows = windows;
        for (const ChangeWindow& window : windows_around_years(dated.years, around)) options.windows.push_back(window);
        if (!one.state.empty()) options.work = plan.frame.work.part(one.state);
        dated.points = turning_points(one.series, options);
        const auto rest = dated.points.in_window.begin() + static_cast<std::ptrdiff_t>(windows.size());
        // Near a year without an observation no change is found.
        std::transform(rest, dated.points.in_window.end(), std::back_inserter(dated.change_near),
                       [](const std::optional<double>& probability) { return probability.value_or(0); });
        dated.points.in_window.erase(rest, dated.points.in_window.end());
        all.push_back(std::move(dated));
    }
    return all;
}

/// A table of each series, the state in front of its rows.
template <class TableOf>
Table with_states(const std::vector<DatedPoints>& all, TableOf table_of) {
    Table result;
    for (const DatedPoints& one : all) {
        const Table rows = table_of(std::span(&one.points, 1));
        const std::vector<std::string> states(rows.rows(), one.state);
        Table dated;
        dated.add("state", Column(std::span<const std::string>(states)));
        add_columns(dated, rows);
        result = result.columns.empty() ? std::move(dated) : append_rows(result, dated);
    }
    if (all.empty()) result = table_of(std::span<const TurningPoints>());
    return result;
}

/// The changes with the titles and ids of events that coincide with them.
Table changes_with_events(const std::vector<DatedPoints>& all, const EventYears* events, int window) {
    Table changes = with_states(all, changes_table);
    std::vector<std::vector<std::string>> titles, ids;
    for (const DatedPoints& one : all) {
        for (const CredibleChange& change : one.points.changes) {
            std::vector<std::string>& named = titles.emplace_back();
            std::vector<std::string>& numbered = ids.emplace_back();
            if (events == nullptr || one.years.empty()) continue;
            for (const CodedEvent* event : coinciding_events(*events, one.years[change.change_after - 1], window)) {
                named.push_back(event->title);
                numbered.push_back(event->id);
            }
        }
    }
    changes.add("events", Column::of_lists(titles));
    changes.add("event_ids", Column::of_lists(ids));
    return changes;
}

void add_event_tables(const AnalysisPlan& plan, const std::vector<DatedPoints>& all, const EventYears& events,
                      std::vector<ResultTable>& result) {
    std::vector<DatedPoints> yearly;
    std::ranges::copy_if(all, std::back_inserter(yearly), [](const DatedPoints& one) { return !one.years.empty(); });
    const int window = static_cast<int>(plan.parameters.get<std::int64_t>("window"));
    result.push_back({"coincidences", coincidence_table(yearly, events, window, plan.frame.work)});
    const Table& coincidences = result.back().table;
    std::vector<std::string> crowded;
    for (std::size_t row = 0; row < coincidences.rows(); ++row) {
        if (number_in(coincidences, "coverage", row).value_or(0) >= crowded_share)
            crowded.push_back(text_in(coincidences, "series", row));
    }
    if (plan.parameters.has("decisions"))
        result.push_back({"decisions", decision_table(yearly, events, plan.frame.work)});
    result.push_back({"events", event_year_table(events)});
    if (!crowded.empty())
        add_notes(result,
                  {"Nearly every year of these series lies near an event, so that any change coincides with one: " +
                   first_few(crowded, 6) + ". Choose fewer events (tags) or a smaller window."});
    if (yearly.size() < all.size())
        add_notes(result,
                  {"Times of some series are no whole years, so that their changes are matched with no event."});
}

/// The years that any series covers; those of the study where none does.
Span covered_span(const std::vector<DatedPoints>& all, Span standard) {
    Span span{0, -1};
    for (const DatedPoints& one : all) {
        if (one.years.empty()) continue;
        const bool fresh = span.last < span.first;
        span.first = fresh ? one.years.front() : std::min(span.first, one.years.front());
        span.last = fresh ? one.years.back() : std::max(span.last, one.years.back());
    }
    return span.last < span.first ? standard : span;
}

std::vector<ResultTable> compute_changepoints(const AnalysisPlan& plan, const RoleTables& data) {
    plan.frame.work.check();
    const StudySeries series = study_series(plan, data);
    const std::vector<ChangeWindow> windows = study_windows(plan.parameters);
    const std::vector<DatedPoints> all = all_points(plan, series, windows);
    std::vector<std::string> notes = series.notes;
    std::optional<EventYears> events;
    if (data.contains("events")) {
        const auto parameter = [&](const char* name) {
            return plan.parameters.has(name) ? plan.parameters.get<std::string>(name) : std::string();
        };
        events = event_years(*data.at("events"), parameter("tags"), parameter("decisions"),
                             covered_span(all, plan.frame.years));
        notes.insert(notes.end(), events->notes.begin(), events->notes.end());
    }
    const int window = static_cast<int>(plan.parameters.get<std::int64_t>("window"));
    std::vector<ResultTable> result;
    result.push_back({"", with_states(all, turning_point_summary)});
    result.push_back({"changes", changes_with_events(all, events ? &*events : nullptr, window)});
    result.push_back({"each", with_states(all, posterior_table)});
    result.push_back({"numbers", with_states(all, number_table)});
    result.push_back({"guaranteed", with_states(all, guaranteed_table)});
    if (!windows.empty()) {
        result.push_back({"windows", with_states(all, [&](std::span<const TurningPoints> points) {
                              return window_table(points, windows);
                          })});
    }
    if (events) add_event_tables(plan, all, *events, result);
    for (const DatedPoints& one : all) {
        if (const auto dependent = dependent_noise(one.points)) notes.push_back(*dependent);
    }
    if (!notes.empty()) add_notes(result, notes);
    return result;
}

std::vector<ParameterRule> changepoints_rules() {
    std::vector<ParameterRule> rules = series_rules();
    const std::vector<ParameterRule> more = {
        {"prior_p",
         ParameterKind::real,
         std::nullopt,
         1e-9,
         0.999,
         {},
         "probability of a change after each period; by default 1/n"},
        {"prior_m0",
         ParameterKind::real,
         std::nullopt,
         -1e300,
         1e300,
         {},
         "prior mean of a level; by default the mean of the series"},
        {"prior_k0",
         ParameterKind::real,
         std::nullopt,
         1e-9,
         1e9,
         {},
         "how many periods the prior mean is worth; by default 0.1"},
        {"prior_a0", ParameterKind::real, std::nullopt, 1e-9, 1e9, {}, "shape of the prior of variances; by default 2"},
        {"prior_b0",
         ParameterKind::real,
         std::nullopt,
         1e-300,
         1e300,
         {},
         "its scale; by default half of the variance of the series"},
        {"null",
         ParameterKind::text,
         "blocks",
         0,
         0,
         {"blocks", "permutations"},
         "a series without a change: blocks of neighbours, or its values in any order"},
        {"samples", ParameterKind::integer, "9999", 19, 999999, {}, "series without a change behind the p-value"},
        {"block", ParameterKind::integer, "0", 0, 10000, {}, "length of the blocks; 0: by the dependence that is seen"},
        {"alpha",
         ParameterKind::real,
         "0.1",
         0.001,
         0.5,
         {},
         "largest probability that any guaranteed interval holds no change"},
        {"norm", ParameterKind::text, "all", 0, 0, {"all", "dyadic"}, "stretches that guaranteed intervals look at"},
        {"threshold",
         ParameterKind::text,
         "auto",
         0,
         0,
         {"auto", "simulated", "asymptotic"},
         "of guaranteed intervals"},
        {"lags",
         ParameterKind::integer,
         "0",
         0,
         3,
         {},
         "so many periods before are fitted along with the level by guaranteed intervals, for noise that depends on "
         "them"},
        {"windows", ParameterKind::spans, std::nullopt, 1816, 2100, {}, "years in which a change is asked for"},
        {"window",
         ParameterKind::integer,
         "1",
         0,
         50,
         {},
         "a change and an event coincide when at most so many years lie between them"},
        {"tags",
         ParameterKind::text,
         std::nullopt,
         0,
         0,
         {},
         "only events with one of these tags, parted by semicolons"},
        {"decisions",
         ParameterKind::text,
         std::nullopt,
         0,
         0,
         {},
         "ids or tags of events, parted by semicolons: how near to a change did they fall?"}};
    rules.insert(rules.end(), more.begin(), more.end());
    return rules;
}

}  // namespace

Method changepoints_method() {
    Method method;
    method.id = "trace.changepoints";
    method.reads_poles = false;
    method.reads = {{{"series"}, {"events", false}}, {{"indicators"}, {"events", false}}};
    method.parameters = changepoints_rules();
    method.compute = compute_changepoints;
    method.claims = changepoints_claims;
    method.quantities = changepoints_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) {
        return claim.parts.quantity == "changes" && claim.parts.state.empty() && claim.value.has_value();
    };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "the data hold no series" + (plan.frame.focus.empty() ? std::string() : " of " + plan.frame.focus);
    };
    return method;
}

}  // namespace tarazy
