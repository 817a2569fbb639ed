#include "trace/breaks/time_series.hpp"

#include "base/edtf.hpp"
#include "base/number_text.hpp"
#include "stats/squarable.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

namespace tarazy {
namespace {

/// Draws in the order of their numbers, those that are none behind them in the order of bytes.
struct DrawOrder {
    bool operator()(const std::string& a, const std::string& b) const {
        const std::optional<double> x = parse_real(a), y = parse_real(b);
        if (x && y && *x != *y) return *x < *y;
        if (x.has_value() != y.has_value()) return x.has_value();
        return a < b;
    }
};

/// Rows of one series, by draw.
struct SeriesRows {
    std::string name;
    std::map<std::string, std::vector<std::size_t>, DrawOrder> by_draw;
    bool sound = true;
};

/// The year in which the day lies and the share of it that is over.
double decimal_year(std::int64_t day) {
    const std::int64_t year = calendar_day(day).year;
    const std::int64_t first = day_number({year, 1, 1}), next = day_number({year + 1, 1, 1});
    return static_cast<double>(year) + static_cast<double>(day - first) / static_cast<double>(next - first);
}

class SeriesReader {
public:
    SeriesReader(const Table& table, const SeriesColumns& columns) : table_(table), columns_(columns) {}

    std::vector<TimeSeries> read() {
        std::vector<std::string> needed = {columns_.value};
        for (const std::string* name : {&columns_.series, &columns_.time, &columns_.draw})
            if (!name->empty()) needed.push_back(*name);
        require_columns(table_, needed);
        if (table_.rows() == 0) {
            throw InputError(Problem{table_.origin.path, 0, 0, "the table has no rows",
                                     "give it one row for each observation of a series"});
        }
        values_ = require_reals(table_, columns_.value);
        read_times();
        std::vector<SeriesRows> groups = grouped_rows();
        if (columns_.any_order) std::ranges::sort(groups, {}, &SeriesRows::name);
        std::vector<TimeSeries> all;
        for (SeriesRows& group : groups) {
            for (auto& [draw, rows] : group.by_draw) check_rows(group, draw, rows);
            if (group.sound) check_draws(group);
            if (group.sound) all.push_back(gathered(group));
        }
        diagnostics_.throw_if_any();
        return all;
    }

private:
    void fault(SeriesRows& group, std::size_t row, const std::string& column, std::string what, std::string remedy) {
        group.sound = false;
        diagnostics_.add(table_.problem(row, column, std::move(what), std::move(remedy)));
    }

    void read_times() {
        times_.assign(table_.rows(), Column::missing_real);
        if (columns_.time.empty()) return;
        const Column& column = table_[columns_.time];
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            if (column.missing(row)) continue;
            if (column.type() != ColumnType::text) {
                times_[row] = *column.real(row);
                continue;
            }
            const std::string text(*column.text(row));
            const auto result = parse_edtf(text);
            const auto* date = std::get_if<EdtfDate>(&result);
            if (date != nullptr && date->earliest.kind == DayBound::Kind::known) {
                times_[row] = decimal_year(date->earliest.day);
                continue;
            }
            const auto* wrong = std::get_if<EdtfFault>(&result);
            diagnostics_.add(
                table_.problem(row, columns_.time,
                               wrong != nullptr ? "the time '" + text + "' is no date: " + wrong->reason
                                                : "the time '" + text + "' has no first day",
                               "write numbers or dates such as 1994, 1994-05, 1994-05-16, or leave out --time to "
                               "take the rows in their order"));
            unread_.push_back(row);
        }
    }

    std::vector<SeriesRows> grouped_rows() {
        const std::vector<std::string> names =
            columns_.series.empty() ? std::vector<std::string>{} : require_texts(table_, columns_.series);
        const std::vector<std::string> draws =
            columns_.draw.empty() ? std::vector<std::string>{} : require_texts(table_, columns_.draw);
        std::vector<SeriesRows> groups;
        std::unordered_map<std::string, std::size_t> place;
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            const std::string& name = names.empty() ? columns_.value : names[row];
            const auto [found, is_new] = place.emplace(name, groups.size());
            if (is_new) groups.push_back({name, {}, true});
            SeriesRows& group = groups[found->second];
            if (name.empty()) fault(group, row, columns_.series, "the row names no series", "fill in the cell");
            if (!draws.empty() && draws[row].empty())
                fault(group, row, columns_.draw, "the row names no draw", "fill in the cell");
            group.by_draw[draws.empty() ? "" : draws[row]].push_back(row);
        }
        return groups;
    }

    /// `series nile` or `series nile, draw 3`.
    [[nodiscard]] std::string words_for(const SeriesRows& group, const std::string& draw) const {
        return "series " + group.name + (columns_.draw.empty() ? "" : ", draw " + draw);
    }

    void check_rows(SeriesRows& group, const std::string& draw, std::vector<std::size_t>& rows) {
        const std::string& time = columns_.time;
        bool timed = !time.empty();
        for (const std::size_t row : rows) {
            if (!std::isnan(values_[row]) && !squarable(values_[row]))
                fault(group, row, columns_.value,
                      "the value of " + words_for(group, draw) + " is " + why_not_squarable(values_[row]),
                      "give the series in another unit");
            if (std::isnan(values_[row])) {
                fault(
                    group, row, columns_.value, "the value is missing (" + words_for(group, draw) + ")",
                    "fill in the value, or leave out the row if observations may be taken as neighbours over the gap");
            }
            if (time.empty() || !std::isnan(times_[row])) continue;
            timed = false;
            if (std::ranges::find(unread_, row) != unread_.end())
                group.sound = false;
            else
                fault(group, row, time, "the time is missing (" + words_for(group, draw) + ")", "fill in the time");
        }
        if (timed) check_times(group, draw, rows);
        if (!group.sound) return;
        if (rows.size() < columns_.least_length) {
            fault(group, rows.front(), columns_.value,
                  words_for(group, draw) + " has " + std::to_string(rows.size()) + " observations",
                  "at least " + std::to_string(columns_.least_length) +
                      " are needed for two segments; give a longer series or allow shorter segments");
        } else if (std::ranges::all_of(rows, [&](std::size_t r) { return values_[r] == values_[rows.front()]; })) {
            fault(group, rows.front(), columns_.value,
                  words_for(group, draw) + " is constant: every value is " + number_text(values_[rows.front()]),
                  "nothing changes in it; leave it out, or check whether the right column was named");
        }
    }

    void check_times(SeriesRows& group, const std::string& draw, std::vector<std::size_t>& rows) {
        if (columns_.any_order)
            std::ranges::stable_sort(rows, {}, [&](std::size_t row) { return times_[row]; });
        else if (std::ranges::is_sorted(rows, std::less_equal<>{}, [&](std::size_t row) { return times_[row]; }))
            return;
        std::map<double, std::size_t> seen;
        double latest = -std::numeric_limits<double>::infinity();
        for (const std::size_t row : rows) {
            const std::string text = table_[columns_.time].display(row);
            const auto [earlier, is_new] = seen.emplace(times_[row], row);
            if (!is_new) {
                const std::size_t line = table_.problem(earlier->second, columns_.time, "", "").line;
                fault(group, row, columns_.time,
                      "the time " + text + " stands already on line " + std::to_string(line) + " (" +
                          words_for(group, draw) + ")",
                      columns_.series.empty()
                          ? "keep one row a time, or name the column that tells the series apart (--series-column)"
                          : "keep one row a time in each series");
            } else if (times_[row] < latest) {
                fault(group, row, columns_.time,
                      "the time " + text + " comes after a later one (" + words_for(group, draw) + ")",
                      "sort the rows by time: the order of rows is the order of the series");
            }
            latest = std::max(latest, times_[row]);
        }
    }

    void check_draws(SeriesRows& group) {
        const std::vector<std::size_t>& first = group.by_draw.begin()->second;
        for (const auto& [draw, rows] : group.by_draw) {
            bool same = rows.size() == first.size();
            for (std::size_t i = 0; same && !columns_.time.empty() && i < rows.size(); ++i)
                same = times_[rows[i]] == times_[first[i]];
            if (same) continue;
            fault(group, rows.front(), columns_.draw,
                  words_for(group, draw) + " has other times than draw " + group.by_draw.begin()->first,
                  "every draw of a series needs a value at the same times");
        }
    }

    [[nodiscard]] TimeSeries gathered(const SeriesRows& group) const {
        TimeSeries series{.name = group.name, .time = {}, .time_text = {}, .y = {}, .draws = {}, .place = {}};
        series.place = {table_.origin.path, table_.problem(0, columns_.value, "", "").column, {}};
        const std::vector<std::size_t>& first = group.by_draw.begin()->second;
        for (std::size_t i = 0; i < first.size(); ++i) {
            const std::size_t row = first[i];
            series.place.lines.push_back(table_.problem(row, "", "", "").line);
            series.time.push_back(columns_.time.empty() ? static_cast<double>(i + 1) : times_[row]);
            series.time_text.push_back(columns_.time.empty() ? std::to_string(i + 1)
                                                             : table_[columns_.time].display(row));
            long double sum = 0;
            for (const auto& [draw, rows] : group.by_draw) sum += static_cast<long double>(values_[rows[i]]);
            series.y.push_back(static_cast<double>(sum / static_cast<long double>(group.by_draw.size())));
        }
        if (columns_.draw.empty()) return series;
        for (const auto& [draw, rows] : group.by_draw) {
            std::vector<double>& values = series.draws.emplace_back();
            for (const std::size_t row : rows) values.push_back(values_[row]);
        }
        return series;
    }

    const Table& table_;
    const SeriesColumns& columns_;
    Diagnostics diagnostics_;
    std::vector<double> values_, times_;
    std::vector<std::size_t> unread_;  ///< rows whose time was reported already
};

}  // namespace

std::vector<TimeSeries> read_time_series(const Table& table, const SeriesColumns& columns) {
    return SeriesReader(table, columns).read();
}

Problem problem_at(const TimeSeries& series, std::size_t observation, std::string what, std::string remedy) {
    const std::vector<std::size_t>& lines = series.place.lines;
    return {series.place.file, observation < lines.size() ? lines[observation] : 0, series.place.column,
            std::move(what), std::move(remedy)};
}

void require_length(const TimeSeries& series, std::size_t least, const std::string& why) {
    if (series.y.size() >= least) return;
    throw InputError(problem_at(series, 0,
                                "series " + series.name + " has " + std::to_string(series.y.size()) + " observations",
                                "at least " + std::to_string(least) + " are needed " + why));
}

std::optional<std::string> uneven_spacing(const TimeSeries& series) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < series.time.size(); ++i) least = std::min(least, series.time[i] - series.time[i - 1]);
    for (std::size_t i = 1; i < series.time.size(); ++i) {
        if (series.time[i] - series.time[i - 1] <= 1.5 * least) continue;
        return "series " + series.name + " is not evenly spaced (from " + series.time_text[i - 1] + " to " +
               series.time_text[i] + ", for one): its observations are counted, not the time between them";
    }
    return std::nullopt;
}

}  // namespace tarazy
