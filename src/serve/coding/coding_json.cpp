#include "serve/coding/coding_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using nlohmann::json;

constexpr std::size_t most_words_shown = 400;

std::string kind_name(CodingDifference::Kind kind) {
    switch (kind) {
        case CodingDifference::Kind::code: return "code";
        case CodingDifference::Kind::extent: return "extent";
        case CodingDifference::Kind::only: break;
    }
    return "only";
}

json segments_json(const std::vector<Segment>& segments) {
    json list = json::array();
    for (const Segment& one : segments)
        list.push_back({{"start", one.start}, {"end", one.end}, {"code", one.code}, {"memo", one.memo}});
    return list;
}

json what_of_act(const std::optional<WorkspaceAct>& act) {
    return act ? json(act->what) : json();
}

json cell_json(const Column& column, std::size_t row) {
    if (column.missing(row)) return nullptr;
    switch (column.type()) {
        case ColumnType::integer: return *column.integer(row);
        case ColumnType::real: return *column.real(row);
        case ColumnType::text: break;
    }
    return column.display(row);
}

}  // namespace

json code_json(const TreeCode& code, std::size_t codings) {
    return {{"key", code.key},     {"version", code.version},         {"code", code.code}, {"parent", code.parent},
            {"color", code.color}, {"description", code.description}, {"memo", code.memo}, {"codings", codings}};
}

json coding_json(const PlacedCoding& placed) {
    const StoredCoding& coding = placed.coding;
    json value = {{"key", coding.key}, {"version", coding.version}, {"doc", coding.doc},   {"start", coding.start},
                  {"end", coding.end}, {"coder", coding.coder},     {"code", coding.code}, {"memo", coding.memo}};
    if (placed.where == PlacedCoding::Where::here) return value;
    value["where"] = placed.where == PlacedCoding::Where::moved ? "moved" : "lost";
    const CodePointCuts words(placed.words);
    value["words"] = std::string(words.cut(0, std::min(words.size(), most_words_shown)));
    return value;
}

json coders_json(const CoderDesk& desk, const std::string& who) {
    json tasks = json::array(), finished = json::array();
    for (const CoderTask& task : desk.tasks)
        tasks.push_back({{"coder", task.coder}, {"doc", task.doc}, {"place", task.place}, {"double", task.doubled}});
    for (const auto& [doc, coders] : desk.finished)
        for (const std::string& coder : coders) finished.push_back({{"coder", coder}, {"doc", doc}});
    return {{"who", who},
            {"coders", desk.coders},
            {"blind", desk.blind},
            {"tasks", std::move(tasks)},
            {"finished", std::move(finished)}};
}

json difference_json(const CodingDifference& difference) {
    return {{"kind", kind_name(difference.kind)},
            {"doc", difference.doc},
            {"start", difference.start},
            {"end", difference.end},
            {"text", difference.text},
            {"coder_one", difference.coder_one},
            {"coder_other", difference.coder_other},
            {"ones", segments_json(difference.ones)},
            {"others", segments_json(difference.others)}};
}

json act_json(const WorkspaceView& view, const WorkspaceAct& act) {
    static constexpr const char* states[] = {"stands", "undone", "spent", "undoing"};
    json value = {{"number", act.number},
                  {"when", act.when},
                  {"who", act.who},
                  {"what", act.what},
                  {"state", states[static_cast<std::size_t>(act.state)]},
                  {"changes", view.changes_of(act.number).size()}};
    value["undoes"] = act.undoes ? json(*act.undoes) : json();
    return value;
}

json standing_json(const WorkspaceView& view, const std::string& area, const std::string& who) {
    return {{"undo", what_of_act(view.to_undo(area, who))},
            {"redo", what_of_act(view.to_redo(area, who))},
            {"last", view.last_change()}};
}

json rows_json(const Table& table) {
    json rows = json::array();
    for (std::size_t row = 0; row < table.rows(); ++row) {
        json object = json::object();
        for (std::size_t column = 0; column < table.columns.size(); ++column)
            object[table.names[column]] = cell_json(table.columns[column], row);
        rows.push_back(std::move(object));
    }
    return rows;
}

}  // namespace tarazy
