#include "analyses/trace/changepoints_data.hpp"

#include "base/text_lists.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace {

const std::string& named_text(const AnalysisPlan& plan, const char* parameter) {
    static const std::string none;
    return plan.parameters.has(parameter) ? plan.parameters.get<std::string>(parameter) : none;
}

/// The column that the study names, else the first of those usual ones that the table has; empty when it has none.
std::string column_for(const Table& table, const std::string& named, std::initializer_list<const char*> usual) {
    if (!named.empty()) {
        (void)require_column(table, named);
        return named;
    }
    for (const char* name : usual) {
        if (table.find(name)) return name;
    }
    return {};
}

/// Tables without years have their times under these names; `time = "year"` is the standard value.
std::string time_column(const Table& table, const std::string& named) {
    const std::string other = table.find("t") ? "t" : "time";
    return column_for(table, named == "year" && !table.find("year") && table.find(other) ? other : named, {});
}

Table rows_that(const Table& table, const std::function<bool(std::size_t)>& kept) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (kept(row)) rows.push_back(row);
    }
    return take_rows(table, rows);
}

/// The rows with this value in a column that tells kinds of rows apart; those of the only kind where none is named.
Table of_kind(const Table& table, const std::string& column, const std::string& kind) {
    if (!kind.empty()) {
        const std::vector<std::string> kinds = require_texts(table, column);
        Table found = rows_that(table, [&](std::size_t row) { return kinds[row] == kind; });
        if (found.rows() == 0)
            throw InputError(Problem{table.origin.path, 0, 0, "no row has the " + column + " '" + kind + "'",
                                     "give the parameter '" + column + "' a value of the column " + column});
        return found;
    }
    if (!table.find(column)) return table;
    std::set<std::string> all;
    for (const std::string& name : require_texts(table, column)) {
        if (!name.empty()) all.insert(name);
    }
    if (all.size() > 1)
        throw InputError(Problem{table.origin.path, 0, 0,
                                 "the rows are of several kinds by their " + column + ": " + joined(all, ", "),
                                 "choose one with the parameter '" + column + "'"});
    return table;
}

/// Only the indicators that the study names, if it names any.
Table of_indicators(const Table& table, const std::string& list) {
    const std::vector<std::string> wanted = listed(list, ';');
    if (wanted.empty()) return table;
    const std::vector<std::string> names = require_texts(table, "indicator");
    for (const std::string& one : wanted) {
        if (std::ranges::find(names, one) == names.end())
            throw InputError(Problem{table.origin.path, 0, 0, "there is no indicator '" + one + "'",
                                     "name indicators of the column indicator, parted by semicolons"});
    }
    return rows_that(table, [&](std::size_t row) { return std::ranges::find(wanted, names[row]) != wanted.end(); });
}

/// Rows with a value, in the years of the study where times are years.
Table usable_rows(const AnalysisPlan& plan, const Table& table, const SeriesColumns& columns, StudySeries& result) {
    const Column& values = require_column(table, columns.value);
    std::size_t missing = 0;
    const Span years = plan.parameters.has("years") ? plan.parameters.get<Span>("years") : plan.frame.years;
    const bool in_years = columns.time == "year" && years.first != 0;
    Table kept = rows_that(table, [&](std::size_t row) {
        if (values.missing(row)) {
            ++missing;
            return false;
        }
        if (!in_years) return true;
        const auto year = number_in(table, columns.time, row);
        return !year || (*year >= years.first && *year < years.last + 1);
    });
    if (missing > 0)
        result.notes.push_back(std::to_string(missing) + (missing == 1 ? " row has" : " rows have") +
                               " no value and were left out.");
    return kept;
}

/// The series of one state, each read by itself, so that one that cannot be used does not stop the others.
void read_state(const AnalysisPlan& plan, const Table& rows, const std::string& state, const SeriesColumns& columns,
                StudySeries& result, std::vector<Problem>& refused) {
    std::map<std::string, std::vector<std::size_t>> groups;
    for (std::size_t row = 0; row < rows.rows(); ++row)
        groups[columns.series.empty() ? std::string() : text_in(rows, columns.series, row)].push_back(row);
    for (const auto& [name, group] : groups) {
        const bool other = !state.empty() && state != plan.frame.focus;
        if (other && !series_is_tested(plan, name)) continue;
        const std::string called = (other ? state + ", " : std::string()) + (name.empty() ? "the series" : name);
        try {
            for (TimeSeries& series : read_time_series(take_rows(rows, group), columns)) {
                if (const auto uneven = uneven_spacing(series)) result.notes.push_back(called + ": " + *uneven);
                result.series.push_back({state, std::move(series)});
            }
        } catch (const InputError& error) {
            refused.insert(refused.end(), error.problems().begin(), error.problems().end());
            result.notes.push_back(called + " is left out: " + error.problems().front().what + ".");
        }
    }
}

}  // namespace

std::vector<ParameterRule> series_rules() {
    return {
        {"time", ParameterKind::text, "year", 0, 0, {}, "column of times; where there is no column year, t or time"},
        {"value",
         ParameterKind::text,
         std::nullopt,
         0,
         0,
         {},
         "column of values; by default the first there is of value, closeness, share, y"},
        {"series",
         ParameterKind::text,
         std::nullopt,
         0,
         0,
         {},
         "column that names the series; by default the first there is of pole, indicator, quantity, series"},
        {"draw",
         ParameterKind::text,
         std::nullopt,
         0,
         0,
         {},
         "column that numbers draws of the series, whose posterior is averaged; by default draw where there is one"},
        {"domain", ParameterKind::text, std::nullopt, 0, 0, {}, "only rows with this value in the column domain"},
        {"quantity", ParameterKind::text, std::nullopt, 0, 0, {}, "only rows with this value in the column quantity"},
        {"indicators",
         ParameterKind::text,
         std::nullopt,
         0,
         0,
         {},
         "only these values of the column indicator, parted by semicolons"},
        {"years",
         ParameterKind::span,
         std::nullopt,
         1816,
         2100,
         {},
         "years of the series, where the column of times is 'year'; by default the study's"}};
}

bool series_is_tested(const AnalysisPlan& plan, const std::string& series) {
    return std::ranges::any_of(plan.tested, [&](std::string tested) {
        if (tested.starts_with("state.")) tested = tested.substr(std::min(tested.find('.', 6), tested.size() - 1) + 1);
        if (tested == "decisions_p") return true;
        const std::size_t dot = tested.find('.');
        if (dot == std::string::npos) return false;
        const std::string rest = tested.substr(dot + 1);
        return rest == series || rest.starts_with(series + '.');
    });
}

StudySeries study_series(const AnalysisPlan& plan, const RoleTables& data) {
    StudySeries result;
    const bool of_list = data.contains("indicators");
    const Table& given = *data.at(of_list ? "indicators" : "series");
    Table table = of_list ? of_indicators(given, named_text(plan, "indicators")) : given;
    table = of_kind(table, "domain", named_text(plan, "domain"));
    if (plan.parameters.has("quantity")) table = of_kind(table, "quantity", named_text(plan, "quantity"));
    SeriesColumns columns;
    columns.any_order = true;
    columns.time = time_column(table, named_text(plan, "time"));
    columns.value = column_for(table, named_text(plan, "value"), {"value", "closeness", "share", "y"});
    columns.series = column_for(table, named_text(plan, "series"), {"pole", "indicator", "quantity", "series"});
    columns.draw = column_for(table, named_text(plan, "draw"), {"draw"});
    if (columns.value.empty()) columns.value = "value";
    const Table rows = usable_rows(plan, table, columns, result);
    std::vector<Problem> refused;
    if (table.find("state")) {
        const std::vector<std::string> states = require_texts(rows, "state");
        std::vector<std::string> asked = {plan.frame.focus};
        if (!plan.tested.empty()) asked.insert(asked.end(), plan.frame.comparison.begin(), plan.frame.comparison.end());
        for (const std::string& state : asked) {
            if (state.empty()) continue;
            read_state(plan, rows_that(rows, [&](std::size_t row) { return states[row] == state; }), state, columns,
                       result, refused);
        }
    } else {
        read_state(plan, rows, "", columns, result, refused);
    }
    if (result.series.empty() && !refused.empty()) throw InputError(refused);
    return result;
}

}  // namespace tarazy
