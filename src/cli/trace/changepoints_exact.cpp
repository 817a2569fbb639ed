#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "cli/json_rows.hpp"
#include "cli/trace/changepoints.hpp"
#include "table/table_rows.hpp"
#include "trace/breaks/penalty_path.hpp"
#include "trace/breaks/robust_scale.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <memory>

namespace tarazy {
namespace {

using PartitionJson = nlohmann::ordered_json;

struct PenalisedOptions {
    std::string statistic = "mean", penalty = "mbic", scale, path;
    std::optional<double> dispersion;
    bool certify = false;
};

/// One series ready to be segmented.
struct PreparedSeries {
    ChangeStatistic statistic = ChangeStatistic::mean;
    std::optional<double> scale;       ///< by which the values were divided
    std::optional<double> dispersion;  ///< size of the negative binomial
    SegmentCost cost;
};

void check_count_values(const TimeSeries& series) {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < series.y.size(); ++i) {
        const double value = series.y[i];
        if (value >= 0 && (value == std::floor(value) || !series.draws.empty())) continue;
        diagnostics.add(problem_at(
            series, i,
            "series " + series.name + ", " + series.time_text[i] + ": " + number_text(value) + " is no count",
            "poisson and negbin take whole numbers from 0 on; use another --statistic"));
    }
    diagnostics.throw_if_any();
}

double noise_scale(const TimeSeries& series, std::span<const double> y) {
    const double scale = scale_of_differences(y).value_or(0);
    if (scale > 0) return scale;
    if (y.size() < 4)
        throw InputError(problem_at(series, 0,
                                    "series " + series.name + " has " + std::to_string(y.size()) +
                                        (y.size() == 1 ? " value" : " values") + ", too few to tell noise from change",
                                    "give longer series, or --scale none with --penalty NUMBER"));
    throw InputError(problem_at(series, 0,
                                "series " + series.name +
                                    " is constant after differencing: half of its steps are equal, so that the scale "
                                    "of its noise (mad of differences) is zero",
                                "use --scale none with --penalty NUMBER, a statistic of counts, or meanvar"));
}

PreparedSeries prepared(const TimeSeries& series, std::span<const double> y, const PenalisedOptions& options) {
    const ChangeStatistic statistic = change_statistic_named(options.statistic);
    const bool scalable = statistic == ChangeStatistic::mean || statistic == ChangeStatistic::trend;
    const bool by_differences = options.scale.empty() ? scalable : options.scale == "mad";
    std::vector<double> values(y.begin(), y.end());
    std::optional<double> scale, dispersion;
    if (by_differences) {
        scale = noise_scale(series, y);
        for (double& value : values) value /= *scale;
    }
    if (statistic == ChangeStatistic::negative_binomial) {
        dispersion = options.dispersion ? options.dispersion : dispersion_size(values);
        if (!dispersion) {
            throw InputError(problem_at(series, 0, "series " + series.name + " varies no more than Poisson counts do",
                                        "use --statistic poisson, or give --dispersion"));
        }
    }
    return {statistic, scale, dispersion, SegmentCost(values, statistic, series.time, dispersion.value_or(1))};
}

std::vector<DrawnChange> drawn_changes(const std::vector<std::size_t>& changes) {
    std::vector<DrawnChange> drawn;
    for (const std::size_t at : changes)
        drawn.push_back({at, {static_cast<std::int64_t>(at), static_cast<std::int64_t>(at)}});
    return drawn;
}

class PenalisedRun {
public:
    PenalisedRun(Session& session, const ChangepointInput& input, const PenalisedOptions& options)
        : session_(session), input_(input), options_(options) {
        const ChangeStatistic statistic = change_statistic_named(options.statistic);
        if (needs_counts(statistic) && options.scale == "mad")
            throw UsageError("--scale mad divides the values, and counts would be counts no more; leave it out");
        least_ = input.min_segment.value_or(usual_least_segment(statistic));
        if (options.dispersion) check_positive(*options.dispersion, "--dispersion");
        for (const TimeSeries& series : input.series) {
            require_length(series, 2 * least_, "for two segments of " + std::to_string(least_) + " (--min-segment)");
            if (needs_counts(statistic)) check_count_values(series);
        }
    }

    void changes() {
        std::vector<SeriesChanges> all;
        for (const TimeSeries& series : input_.series) all.push_back(changes_in(series));
        tell_unchanged(session_, all);
        const Table table = changes_of_series(all);
        if (session_.format != "json") {
            print_table(session_, table);
            return;
        }
        const PartitionJson result = {{"changes", PartitionJson::parse(rows_json_text(table))}, {"series", details_}};
        print_json(session_, result.dump(2), &table);
    }

    void path() const {
        const std::vector<std::string> ends = listed(options_.path, ',');
        if (ends.size() != 2) refuse_argument("--path", options_.path, "give two penalties, the lower first: 2,50");
        const double low = number_argument(ends[0], "--path"), high = number_argument(ends[1], "--path");
        check_at_least(low, 0, "--path");
        if (!(low < high)) refuse_argument("--path", options_.path, "give two penalties, the lower first: 2,50");
        TableRows rows(TextColumn{"series"}, RealColumn{"penalty_from"}, RealColumn{"penalty_to"},
                       IntegerColumn{"changes"}, RealColumn{"cost"}, ListColumn{"change_after"});
        for (const TimeSeries& series : input_.series) {
            const PreparedSeries ready = prepared(series, series.y, options_);
            SegmentationOptions solving;
            solving.least_segment = least_;
            solving.work = session_.work.part("series " + series.name);
            for (const PathStep& step : penalty_path(ready.cost, solving, low, high)) {
                std::vector<std::string> labels;
                for (const std::size_t at : step.partition.changes) labels.push_back(series.time_text[at - 1]);
                rows.add(series.name, step.from, step.to, labels.size(), step.partition.cost, labels);
            }
        }
        print_table(session_, rows.table());
    }

private:
    SeriesChanges changes_in(const TimeSeries& series) {
        const PreparedSeries ready = prepared(series, series.y, options_);
        const Penalty penalty = penalty_named(options_.penalty, ready.statistic, series.y.size());
        const Work work = session_.work.part("series " + series.name);
        const SegmentationOptions solving = partition_options(penalty, least_, work);
        const Segmentation found = optimal_partition(ready.cost, solving);
        PartitionJson detail = described(series, ready, penalty, found);
        tell_assumptions(series, ready, penalty, found);
        if (options_.certify) certified(series, ready.cost, solving, found, detail);
        details_.push_back(std::move(detail));

        std::vector<std::vector<DrawnChange>> draws;
        for (const std::vector<double>& draw : series.draws) {
            const PreparedSeries other = prepared(series, draw, options_);
            draws.push_back(drawn_changes(optimal_partition(other.cost, solving).changes));
        }
        return with_draws(series, found.changes, {}, draws, input_.level);
    }

    [[nodiscard]] PartitionJson described(const TimeSeries& series, const PreparedSeries& ready, const Penalty& penalty,
                                          const Segmentation& found) const {
        PartitionJson detail = {{"series", series.name},
                                {"observations", series.y.size()},
                                {"method", input_.method},
                                {"statistic", to_string(ready.statistic)},
                                {"min_segment", least_}};
        if (ready.scale) detail["scale"] = *ready.scale;
        if (ready.dispersion) detail["dispersion"] = *ready.dispersion;
        if (!series.draws.empty()) detail["draws"] = series.draws.size();
        detail["penalty"] = {
            {"name", penalty.name}, {"per_change", penalty.per_change}, {"length_term", penalty.length_term}};
        detail["cost"] = found.cost;
        detail["objective"] = found.objective;
        detail["changes"] = found.changes;
        detail["evaluations"] = found.evaluations;
        return detail;
    }

    void tell_assumptions(const TimeSeries& series, const PreparedSeries& ready, const Penalty& penalty,
                          const Segmentation& found) {
        if (input_.series.size() <= most_told) {
            std::string text = "series " + series.name + ": ";
            if (ready.scale)
                text +=
                    "values divided by " + short_number(*ready.scale) + ", their noise scale (mad of differences); ";
            if (ready.dispersion) text += "negative binomial of size " + short_number(*ready.dispersion) + "; ";
            text += "penalty " + penalty.name + ", " + short_number(penalty.per_change) + " a change";
            if (penalty.length_term) text += " and log m for each segment of m observations";
            note(session_, text);
        }
        std::size_t start = 0, flat = 0;
        for (std::size_t i = 0; i <= found.changes.size(); ++i) {
            const std::size_t end = i < found.changes.size() ? found.changes[i] : series.y.size();
            flat += ready.cost.at_floor(start, end) ? 1 : 0;
            start = end;
        }
        if (flat > 0) {
            warn(session_, "series " + series.name + ": " + std::to_string(flat) +
                               " segments have (nearly) no variance, which the floor of 1e-8 of the variance of the "
                               "series decided; demand longer segments (--min-segment) or use --statistic mean");
        }
    }

    void certified(const TimeSeries& series, const SegmentCost& cost, const SegmentationOptions& solving,
                   const Segmentation& found, PartitionJson& detail) {
        const SegmentationCertificate certificate = certify_segmentation(cost, solving, found);
        detail["certificate"] = {{"objective", certificate.objective},
                                 {"same_objective", certificate.same_objective},
                                 {"same_changes", certificate.same_changes},
                                 {"evaluations", certificate.evaluations}};
        if (certificate.holds()) {
            note(session_, "series " + series.name + ": certified, the full programme finds the same optimum, " +
                               short_number(certificate.objective));
            return;
        }
        warn(session_, "series " + series.name + ": the full programme finds another optimum, " +
                           short_number(certificate.objective) + "; please report this");
        session_.status = exit_check_failed;
    }

    static constexpr std::size_t most_told = 10;

    Session& session_;
    const ChangepointInput& input_;
    const PenalisedOptions& options_;
    std::size_t least_ = 1;
    PartitionJson details_ = PartitionJson::array();
};

}  // namespace

ChangepointMethods penalised_methods() {
    return {
        {"exact", "pelt"}, [](CLI::App& app) -> ChangepointRun {
            auto options = std::make_shared<PenalisedOptions>();
            const std::string group = "Penalised segmentation (exact, pelt)";
            app.add_option("--statistic", options->statistic, "what changes: " + joined(change_statistic_names(), ", "))
                ->capture_default_str()
                ->group(group);
            app.add_option("--penalty", options->penalty, "what a change costs: mbic, bic, aic, hq or a number")
                ->capture_default_str()
                ->group(group);
            app.add_option("--scale", options->scale,
                           "none, or mad: divide by the mad of the differences/sqrt(2); by default mad for mean and "
                           "trend, else none")
                ->check(CLI::IsMember({"none", "mad"}))
                ->group(group);
            app.add_option("--dispersion", options->dispersion,
                           "size r of negbin, variance m + m^2/r; by default estimated")
                ->group(group);
            CLI::Option* certify =
                app.add_flag("--certify", options->certify, "solve again without pruning and compare")->group(group);
            app.add_option("--path", options->path,
                           "LOW,HIGH: every segmentation that is best for a penalty between these, without length "
                           "terms")
                ->excludes(certify)
                ->group(group);
            return [options](Session& session, const ChangepointInput& input) {
                PenalisedRun run(session, input, *options);
                if (options->path.empty())
                    run.changes();
                else
                    run.path();
            };
        }};
}

}  // namespace tarazy
