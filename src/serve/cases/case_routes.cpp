#include "serve/cases/case_routes.hpp"

#include "serve/cases/case_table.hpp"
#include "serve/coding/coding_json.hpp"
#include "serve/coding/study_file_cache.hpp"
#include "serve/request_json.hpp"
#include "serve/sheets/sheet_edits.hpp"
#include "serve/workspace/workspace.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace tarazy {
namespace {

using nlohmann::json;
constexpr const char* case_area = "cases";

json rows_of_cases(const CaseTable& table) {
    json rows = json::array();
    for (std::size_t row = 0; row < table.cases.rows.size(); ++row) {
        json about = json::object(), values = json::object();
        for (std::size_t column = 0; column < table.cases.rows[row].size(); ++column) {
            if (column >= table.cases.names.size()) break;
            const std::string& name = table.cases.names[column];
            const bool variable = std::ranges::find(table.variables, name) != table.variables.end();
            (variable ? values : about)[name] = table.cases.rows[row][column].text;
        }
        rows.push_back({{"case", table.cases.text(row, table.case_column)}, {"about", about}, {"values", values}});
    }
    return rows;
}

/// What is told of each cell: case, variable, and its fields.
json fields_of_cells(const CaseTable& table) {
    json cells = json::array();
    const std::vector<std::string> fields = cell_fields(table);
    for (std::size_t row = 0; row < table.cells.rows.size(); ++row) {
        json cell = {{"case", table.cells.text(row, "case")}, {"variable", table.cells.text(row, "variable")}};
        for (const std::string& field : fields) cell[field] = table.cells.text(row, field);
        cells.push_back(std::move(cell));
    }
    return cells;
}

json sources_json(const CaseTable& table, const StudyFile& study) {
    json sources = json::array();
    for (std::size_t row = 0; row < table.sources.rows.size(); ++row)
        sources.push_back(
            {{"key", table.sources.text(row, "source_key")}, {"reference", table.sources.text(row, "reference")}});
    if (sources.empty())
        for (const StudySource& source : study.sources)
            sources.push_back({{"key", source.entry.key}, {"reference", source.entry.title}});
    return sources;
}

json case_table_json(const ServedStudy& served, const StudyFile& study, const std::string& wanted,
                     const std::string& who) {
    json body = {{"tables", case_tables_of(study)}, {"table", nullptr}};
    const std::vector<std::string> keys = case_tables_of(study);
    if (!keys.empty()) {
        const CaseTable table = read_case_table(served, study, wanted.empty() ? keys.front() : wanted);
        body["table"] = {{"data", table.data},
                         {"cases_file", table.cases_file},
                         {"cells_file", table.cells_file},
                         {"variables", table.variables},
                         {"fields", cell_fields(table)},
                         {"rows", rows_of_cases(table)},
                         {"cells", fields_of_cells(table)},
                         {"sources", sources_json(table, study)},
                         {"problems", case_problems(study, table.data)}};
    }
    served.workspace->read([&](const WorkspaceView& view) {
        body["standing"] = standing_json(view, case_area, who);
        body["coders"] = json::array();
        for (const WorkspaceEntry& entry : view.entries("coder")) body["coders"].push_back(entry.key);
    });
    return body;
}

struct CaseRoutes {
    StudyFileCache files;

    Answer table(const Request& request) {
        settle_cells(request.study, case_area);
        return json_answer(case_table_json(request.study, *files.of(request.study), asked(request, "data", ""),
                                           asked(request, "who", "")));
    }

    Answer change(const Request& request) {
        const json body = body_of(request);
        const std::string who = text_of(body, "who"), data = text_of(body, "data");
        if (who.empty()) throw RefusedRequest{400, "Say first who you are.", ""};
        const auto study = files.of(request.study);
        settle_cells(request.study, case_area);
        const CaseTable table = read_case_table(request.study, *study, data);
        const std::string field = text_of(body, "field");
        const std::vector<std::string> fields = cell_fields(table);
        if (std::ranges::find(fields, field) == fields.end())
            throw RefusedRequest{404, "There is no column '" + field + "' to be changed.", ""};
        (void)change_cells(request.study, {who, request.tab}, case_area, field,
                           edits_of_cell(table, text_of(body, "case"), text_of(body, "variable"), field,
                                         text_of(body, "seen"), text_of(body, "text")));
        return json_answer(case_table_json(request.study, *study, data, who));
    }

    Answer turn(const Request& request, bool again) {
        const json body = body_of(request);
        const std::string who = text_of(body, "who");
        (void)turn_cells(request.study, {who, request.tab}, case_area, {}, again);
        return json_answer(case_table_json(request.study, *files.of(request.study), text_of(body, "data", ""), who));
    }
};

}  // namespace

Routes case_routes() {
    const auto routes = std::make_shared<CaseRoutes>();
    return {
        {"GET", "/api/cases/table", true, [routes](const Request& request) { return routes->table(request); },
         Route::Uses::workspace},
        {"POST", "/api/cases/cell", true, [routes](const Request& request) { return routes->change(request); },
         Route::Uses::workspace},
        {"POST", "/api/cases/undo", true, [routes](const Request& request) { return routes->turn(request, false); },
         Route::Uses::workspace},
        {"POST", "/api/cases/redo", true, [routes](const Request& request) { return routes->turn(request, true); },
         Route::Uses::workspace},
    };
}

}  // namespace tarazy
