#include "cli/json_rows.hpp"
#include "cli/trace/changepoints.hpp"
#include "table/table_rows.hpp"
#include "trace/breaks/bai_perron.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <memory>

namespace tarazy {
namespace {

using BreaksJson = nlohmann::ordered_json;

struct BreakOptions {
    std::optional<double> h;
    std::optional<std::size_t> most_breaks;
    std::string model = "level";
    bool models = false;
};

BreaksJson finite_or_null(double value) {
    return std::isfinite(value) ? BreaksJson(value) : BreaksJson();
}

BreaksJson models_json(const BaiPerron& found) {
    BreaksJson models = BreaksJson::array();
    for (const BreakModel& model : found.models) {
        models.push_back(
            {{"breaks", model.breaks}, {"rss", model.rss}, {"bic", model.bic ? BreaksJson(*model.bic) : BreaksJson()}});
    }
    return models;
}

class BreakRun {
public:
    BreakRun(Session& session, const ChangepointInput& input, const BreakOptions& options)
        : session_(session), input_(input), options_(options), trend_(options.model == "trend") {
        if (options.h && input.min_segment)
            throw UsageError("--h and --min-segment say the same of bai-perron; leave one out");
        const bool usual = !options.h && !input.min_segment;
        for (const TimeSeries& series : input.series) {
            require_length(series, trend_ ? 6 : 4, "for two segments with something left to explain");
            // Below these numbers, 0.15 of the observations are too few for a segment.
            if (usual)
                require_length(series, trend_ ? 20 : 14,
                               "for segments of 0.15 of them; --h or --min-segment allow shorter ones");
        }
    }

    void run() {
        std::vector<SeriesChanges> all;
        for (const TimeSeries& series : input_.series) all.push_back(breaks_in(series));
        if (options_.models) {
            print_table(session_, models_.table());
            return;
        }
        tell_unchanged(session_, all);
        const Table table = changes_of_series(all);
        if (session_.format != "json") {
            print_table(session_, table);
            return;
        }
        const BreaksJson result = {{"changes", BreaksJson::parse(rows_json_text(table))}, {"series", details_}};
        print_json(session_, result.dump(2), &table);
    }

private:
    SeriesChanges breaks_in(const TimeSeries& series) {
        BaiPerronOptions solving;
        solving.trend = trend_;
        const double h = input_.min_segment ? static_cast<double>(*input_.min_segment) : options_.h.value_or(0.15);
        solving.least_segment = least_segment_of(h, series.y.size(), trend_);
        solving.most_breaks = options_.most_breaks;
        solving.level = input_.level;
        solving.work = session_.work.part("series " + series.name);
        const BaiPerron found = bai_perron(series.y, series.time, solving);
        tell(series, found);
        add_models(series, found);
        describe(series, solving, found);
        std::vector<std::vector<DrawnChange>> draws;
        for (const std::vector<double>& draw : series.draws) {
            const BaiPerron other = bai_perron(draw, series.time, solving);
            std::vector<DrawnChange>& drawn = draws.emplace_back();
            for (std::size_t i = 0; i < other.intervals.size(); ++i) {
                const std::size_t at = other.models[other.chosen].breaks[i];
                const auto place = static_cast<std::int64_t>(at);
                drawn.push_back({at, other.intervals[i].value_or(BreakInterval{place, place})});
            }
        }
        return with_draws(series, found.models[found.chosen].breaks, found.intervals, draws, input_.level);
    }

    void tell(const TimeSeries& series, const BaiPerron& found) {
        if (found.test) {
            note(session_, "series " + series.name + ": supF " + short_number(found.test->statistic) + " after " +
                               series.time_text[found.test->at - 1] + ", p " + short_number(found.test->p_value) +
                               " that nothing breaks (Hansen 1997)");
        }
        const BreakModel& chosen = found.models[found.chosen];
        if (!chosen.bic && found.chosen > 0)
            warn(session_, "series " + series.name + ": with " + std::to_string(found.chosen) +
                               " breaks nothing is left to explain; the BIC has no least value");
        for (std::size_t i = 0; i < found.intervals.size(); ++i) {
            if (found.intervals[i]) continue;
            warn(session_, "series " + series.name + ": the break after " + series.time_text[chosen.breaks[i] - 1] +
                               " has no interval: the segments beside it are too unlike");
        }
    }

    void add_models(const TimeSeries& series, const BaiPerron& found) {
        for (std::size_t m = 0; m < found.models.size(); ++m) {
            const BreakModel& model = found.models[m];
            std::vector<std::string> labels;
            for (const std::size_t at : model.breaks) labels.push_back(series.time_text[at - 1]);
            models_.add(series.name, m, model.rss, model.bic, m == found.chosen, labels);
        }
    }

    void describe(const TimeSeries& series, const BaiPerronOptions& solving, const BaiPerron& found) {
        BreaksJson detail = {
            {"series", series.name},       {"observations", series.y.size()},      {"method", input_.method},
            {"model", options_.model},     {"min_segment", solving.least_segment}, {"breaks", found.chosen},
            {"models", models_json(found)}};
        if (!series.draws.empty()) detail["draws"] = series.draws.size();
        BreaksJson intervals = BreaksJson::array();
        for (const auto& interval : found.intervals)
            intervals.push_back(interval ? BreaksJson::array({interval->lower, interval->upper}) : BreaksJson());
        detail["intervals"] = intervals;
        detail["level"] = input_.level;
        detail["supF"] = nullptr;
        if (found.test) {
            detail["supF"] = {{"statistic", finite_or_null(found.test->statistic)},
                              {"p", found.test->p_value},
                              {"after", series.time_text[found.test->at - 1]},
                              {"index", found.test->at}};
        }
        details_.push_back(std::move(detail));
    }

    Session& session_;
    const ChangepointInput& input_;
    const BreakOptions& options_;
    const bool trend_;
    BreaksJson details_ = BreaksJson::array();
    TableRows<TextColumn, IntegerColumn, RealColumn, RealColumn, IntegerColumn, ListColumn> models_{
        {"series"}, {"breaks"}, {"rss"}, {"bic"}, {"chosen"}, {"change_after"}};
};

}  // namespace

ChangepointMethods regression_methods() {
    return {
        {"bai-perron"}, [](CLI::App& app) -> ChangepointRun {
            auto options = std::make_shared<BreakOptions>();
            const std::string group = "Least squares (bai-perron)";
            app.add_option("--model", options->model, "level, or trend: a line in each segment")
                ->check(CLI::IsMember({"level", "trend"}))
                ->capture_default_str()
                ->group(group);
            app.add_option("--h", options->h,
                           "shortest segment: a share of the observations below 1, or a number of them; by default "
                           "0.15")
                ->group(group);
            app.add_option("--max-breaks", options->most_breaks, "by default as many as fit, less one")->group(group);
            app.add_flag("--models", options->models, "every number of breaks with RSS and BIC instead")->group(group);
            return [options](Session& session, const ChangepointInput& input) {
                BreakRun(session, input, *options).run();
            };
        }};
}

}  // namespace tarazy
