#include "serve/tables/table_routes.hpp"

#include "analyses/write_study/data_kind.hpp"
#include "base/error.hpp"
#include "io/read_table.hpp"
#include "serve/request_json.hpp"
#include "serve/tables/coverage_grid.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <mutex>
#include <set>

namespace tarazy {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t most_rows_a_page = 500, most_values_shown = 6;

/// The table that was read last: pages of one file follow one another.
class LastTable {
public:
    std::shared_ptr<const Table> read(const std::string& path) {
        // A pipe would hold whoever opens it.
        if (!fs::is_regular_file(path)) throw RefusedRequest{404, "There is no such file.", ""};
        const std::scoped_lock lock(mutex_);
        const auto written = fs::last_write_time(path);
        if (table_ == nullptr || path != path_ || written != written_) {
            table_ = nullptr;
            table_ = std::make_shared<const Table>(read_table(path, {}));
            path_ = path;
            written_ = written;
        }
        return table_;
    }

private:
    std::mutex mutex_;
    std::string path_;
    fs::file_time_type written_;
    std::shared_ptr<const Table> table_;
};

json cell(const Column& column, std::size_t row) {
    if (column.missing(row)) return nullptr;
    return column.display(row);
}

json column_json(const std::string& name, const Column& column) {
    json one = {{"name", name}, {"type", to_string(column.type())}, {"missing", column.count_missing()}};
    std::set<std::string> seen;
    json values = json::array();
    for (std::size_t row = 0; row < column.size() && values.size() < most_values_shown; ++row)
        if (!column.missing(row) && seen.insert(column.display(row)).second) values.push_back(column.display(row));
    one["values"] = std::move(values);
    if (column.type() == ColumnType::text) return one;
    std::optional<double> least, most;
    for (std::size_t row = 0; row < column.size(); ++row) {
        const auto value = column.real(row);
        if (!value) continue;
        least = std::min(least.value_or(*value), *value);
        most = std::max(most.value_or(*value), *value);
    }
    if (least) one["least"] = *least, one["most"] = *most;
    return one;
}

json recognised_json(const Table& table) {
    const auto kind = recognised_data(table);
    if (!kind) {
        const Problem problem = not_recognised(table);
        return {{"role", nullptr}, {"what", problem.what}, {"remedy", problem.remedy}};
    }
    json columns = json::array();
    for (const auto& [ours, theirs] : kind->columns) columns.push_back({ours, theirs});
    return {{"role", kind->role}, {"columns", columns}, {"known_by", kind->known_by}};
}

Answer table(const ServedPlace& place, LastTable& last, const Request& request) {
    const std::string path = path_within(place.folder, asked(request, "file"));
    const auto read = last.read(path);
    json result = {{"rows", read->rows()},
                   {"sha256", read->origin.sha256},
                   {"notes", read->origin.notes},
                   {"columns", json::array()}};
    for (std::size_t i = 0; i < read->names.size(); ++i)
        result["columns"].push_back(column_json(read->names[i], read->columns[i]));
    result["recognised"] = recognised_json(*read);
    return json_answer(result);
}

Answer rows(const ServedPlace& place, LastTable& last, const Request& request) {
    const auto read = last.read(path_within(place.folder, asked(request, "file")));
    const std::size_t first = std::min(asked_number(request, "first", 0), read->rows());
    const std::size_t end =
        std::min(read->rows(), first + std::min(asked_number(request, "count", 100), most_rows_a_page));
    json list = json::array();
    for (std::size_t row = first; row < end; ++row) {
        json line = json::array();
        for (const Column& column : read->columns) line.push_back(cell(column, row));
        list.push_back(std::move(line));
    }
    return json_answer({{"first", first}, {"rows", std::move(list)}});
}

Answer coverage(const ServedPlace& place, LastTable& last, const Request& request) {
    const auto found = coverage_grid(*last.read(path_within(place.folder, asked(request, "file"))));
    if (!found) return json_answer({{"states", json::array()}, {"years", json::array()}, {"rows", json::array()}});
    return json_answer({{"state_column", found->state_column},
                        {"year_column", found->year_column},
                        {"states", found->states},
                        {"years", found->years},
                        {"rows", found->rows},
                        {"more_states", found->more_states}});
}

}  // namespace

Routes table_routes(ServedPlace& place) {
    const auto last = std::make_shared<LastTable>();
    return {
        {"GET", "/api/table", false, [&place, last](const Request& request) { return table(place, *last, request); }},
        {"GET", "/api/table/rows", false,
         [&place, last](const Request& request) { return rows(place, *last, request); }},
        {"GET", "/api/table/coverage", false,
         [&place, last](const Request& request) { return coverage(place, *last, request); }}};
}

}  // namespace tarazy
