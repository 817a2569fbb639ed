#include "serve/tables/table_routes.hpp"

#include "analyses/write_study/data_kind.hpp"
#include "base/error.hpp"
#include "io/decoded_text.hpp"
#include "io/read_table.hpp"
#include "serve/request_json.hpp"
#include "serve/tables/coverage_grid.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

namespace tarazy {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t most_rows_a_page = 500, most_values_shown = 6;

/// Of a larger text file only the head is read: its rows are there at once, and memory has a bound.
constexpr std::uintmax_t largest_read_whole = std::uintmax_t{64} << 20;
constexpr std::size_t bytes_of_head = std::size_t{2} << 20;

struct ShownTable {
    Table table;
    std::uintmax_t head_of = 0;  ///< bytes of the file of which this is the head; 0: it is all of it
};

/// Where the last whole row of a piece of a CSV file ends: at a line end outside of quotation marks.
std::size_t end_of_rows(std::string_view piece) {
    std::size_t end = 0;
    bool quoted = false;
    for (std::size_t at = 0; at < piece.size(); ++at) {
        if (piece[at] == '"') quoted = !quoted;
        if (piece[at] == '\n' && !quoted) end = at + 1;
    }
    return end;
}

std::shared_ptr<const ShownTable> read_shown(const std::string& path) {
    const std::uintmax_t size = fs::file_size(path);
    const std::string ending = fs::path(path).extension().string();
    if (size <= largest_read_whole || (ending != ".csv" && ending != ".tsv"))
        return std::make_shared<const ShownTable>(ShownTable{read_table(path, {}), 0});
    std::string head(bytes_of_head, '\0');
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(file.gcount()));
    const std::size_t end = end_of_rows(head);
    if (end == 0) throw LimitError(path + ": its first row is longer than " + std::to_string(bytes_of_head) + " bytes");
    DecodedText decoded;
    decode_text(std::string_view(head).substr(0, end), path, "", decoded);
    return std::make_shared<const ShownTable>(ShownTable{read_csv(decoded.text, path), size});
}

/// The table that was read last: pages of one file follow one another.
class LastTable {
public:
    std::shared_ptr<const ShownTable> read(const std::string& path) {
        // A pipe would hold whoever opens it.
        if (!fs::is_regular_file(path)) throw RefusedRequest{404, "There is no such file.", ""};
        const std::scoped_lock lock(mutex_);
        const auto written = fs::last_write_time(path);
        if (table_ == nullptr || path != path_ || written != written_) {
            table_ = nullptr;
            table_ = read_shown(path);
            path_ = path;
            written_ = written;
        }
        return table_;
    }

private:
    std::mutex mutex_;
    std::string path_;
    fs::file_time_type written_;
    std::shared_ptr<const ShownTable> table_;
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
    const auto shown = last.read(path);
    const Table& read = shown->table;
    json result = {{"rows", read.rows()},
                   {"head_of", shown->head_of},
                   {"sha256", read.origin.sha256},
                   {"notes", read.origin.notes},
                   {"columns", json::array()}};
    for (std::size_t i = 0; i < read.names.size(); ++i)
        result["columns"].push_back(column_json(read.names[i], read.columns[i]));
    result["recognised"] = recognised_json(read);
    return json_answer(result);
}

Answer rows(const ServedPlace& place, LastTable& last, const Request& request) {
    const auto shown = last.read(path_within(place.folder, asked(request, "file")));
    const Table* const read = &shown->table;
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
    const auto shown = last.read(path_within(place.folder, asked(request, "file")));
    // The head of a file says little of whom and when it covers.
    const auto found = shown->head_of > 0 ? std::nullopt : coverage_grid(shown->table);
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
