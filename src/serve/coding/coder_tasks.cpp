#include "serve/coding/coder_tasks.hpp"

#include "serve/request.hpp"
#include "text/coding/coding_assignment.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using nlohmann::json;

json task_value(const Table& assigned, std::size_t row) {
    return {{"doc", assigned["doc"].display(row)},
            {"place", assigned["place"].integers()[row]},
            {"double", assigned["double"].integers()[row] == 1}};
}

}  // namespace

bool CoderDesk::has_finished(const std::string& coder, const std::string& doc) const {
    const auto found = finished.find(doc);
    return found != finished.end() && found->second.contains(coder);
}

std::set<std::string> CoderDesk::given_to(const std::string& doc) const {
    std::set<std::string> given;
    for (const CoderTask& task : tasks)
        if (task.doc == doc) given.insert(task.coder);
    return given;
}

CoderDesk coder_desk(const WorkspaceView& view) {
    CoderDesk desk;
    for (const WorkspaceEntry& entry : view.entries("coder")) desk.coders.push_back(entry.key);
    if (const auto setup = view.entry("coding_setup", "")) {
        desk.blind = json::parse(setup->value).value("blind", false);
        desk.blind_version = setup->version;
    }
    for (const WorkspaceEntry& entry : view.entries("task")) {
        const json value = json::parse(entry.value);
        desk.tasks.push_back({parts_of_key(entry.key).front(), value.value("doc", ""),
                              value.value("place", std::size_t{0}), value.value("double", false)});
    }
    std::ranges::sort(desk.tasks, [](const CoderTask& a, const CoderTask& b) {
        return std::pair(a.coder, a.place) < std::pair(b.coder, b.place);
    });
    for (const WorkspaceEntry& entry : view.entries("finished")) {
        const std::vector<std::string> parts = parts_of_key(entry.key);
        if (parts.size() == 2) desk.finished[parts[1]].insert(parts[0]);
    }
    return desk;
}

bool sees_others(const CoderDesk& desk, const std::string& coder, const std::string& doc,
                 const std::vector<StoredCoding>& here) {
    if (!desk.blind) return true;
    std::set<std::string> work_of = desk.given_to(doc);
    // Of a document that was given to nobody, whoever looks at it may be about to code it.
    if (work_of.empty()) work_of.insert(coder);
    for (const StoredCoding& one : here) work_of.insert(one.coder);
    return std::ranges::all_of(work_of, [&](const std::string& one) { return desk.has_finished(one, doc); });
}

std::vector<StoredCoding> visible_codings(const CoderDesk& desk, const std::string& coder,
                                          const std::vector<StoredCoding>& codings) {
    std::map<std::string, std::vector<StoredCoding>> by_document;
    for (const StoredCoding& one : codings) by_document[one.doc].push_back(one);
    std::vector<StoredCoding> visible;
    for (const auto& [doc, here] : by_document) {
        const bool all = sees_others(desk, coder, doc, here);
        std::ranges::copy_if(here, std::back_inserter(visible),
                             [&](const StoredCoding& one) { return all || one.coder == coder; });
    }
    return visible;
}

ProposedAct add_coder(const WorkspaceView& view, const std::string& name) {
    if (name.find_first_not_of(" \t\r\n") == std::string::npos || name.size() > 200)
        throw RefusedRequest{400, "A coder needs a name of at most 200 bytes.", ""};
    if (view.entry("coder", name)) return {{}, "add_coder"};
    return {{{"coder", name, "{}"}}, "add_coder"};
}

ProposedAct set_blind(const WorkspaceView& view, bool blind) {
    (void)view;
    return {{{"coding_setup", "", json{{"blind", blind}}.dump()}}, "set_blind"};
}

ProposedAct give_documents(const WorkspaceView& view, const std::vector<std::string>& documents,
                           const std::vector<std::string>& coders, double double_share, std::uint64_t seed) {
    const Table assigned = coding_assignment_table(documents, coders, double_share, seed);
    std::map<std::string, std::optional<std::string>> tasks;
    for (const WorkspaceEntry& entry : view.entries("task")) tasks[entry.key] = std::nullopt;
    for (std::size_t row = 0; row < assigned.rows(); ++row) {
        const json value = task_value(assigned, row);
        tasks[entry_key({assigned["coder"].display(row), value.at("doc").get<std::string>()})] = value.dump();
    }
    ProposedAct act{{}, "give_documents"};
    for (auto& [key, value] : tasks) act.edits.push_back({"task", key, std::move(value)});
    for (const std::string& coder : coders)
        if (!view.entry("coder", coder)) act.edits.push_back({"coder", coder, "{}"});
    return act;
}

ProposedAct finish_document(const std::string& coder, const std::string& doc, bool finished) {
    const std::string key = entry_key({coder, doc});
    if (!finished) return {{{"finished", key, {}}}, "reopen_document"};
    return {{{"finished", key, json{{"doc", doc}}.dump()}}, "finish_document"};
}

}  // namespace tarazy
