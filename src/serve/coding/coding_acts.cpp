#include "serve/coding/coding_acts.hpp"

#include "serve/coding/code_tree.hpp"
#include "serve/coding/coder_tasks.hpp"
#include "serve/coding/coding_edits.hpp"
#include "serve/coding/coding_exchange.hpp"
#include "serve/coding/coding_json.hpp"
#include "serve/request_json.hpp"
#include "serve/workspace/workspace.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

using nlohmann::json;

std::string coder_who_acts(const json& body) {
    std::string who = text_of(body, "who");
    if (who.empty()) throw RefusedRequest{400, "Say first who you are.", ""};
    return who;
}

std::optional<std::string> text_if_there(const json& body, const std::string& key) {
    if (!body.contains(key) || body.at(key).is_null()) return std::nullopt;
    return text_of(body, key);
}

std::optional<std::int64_t> number_if_there(const json& body, const std::string& key) {
    const auto found = body.find(key);
    if (found == body.end() || found->is_null()) return std::nullopt;
    if (!found->is_number_integer() || found->get<std::int64_t>() < 0)
        throw RefusedRequest{400, "The request is not understood: '" + key + "' is no number.", ""};
    return found->get<std::int64_t>();
}

std::int64_t number_of_body(const json& body, const std::string& key) {
    const std::optional<std::int64_t> number = number_if_there(body, key);
    if (!number) throw RefusedRequest{400, "The request is not understood: '" + key + "' is lacking.", ""};
    return *number;
}

const json& objects_of_body(const json& body, const std::string& key) {
    static const json none = json::array();
    const auto found = body.find(key);
    if (found == body.end() || found->is_null()) return none;
    const bool objects =
        found->is_array() && std::ranges::all_of(*found, [](const json& one) { return one.is_object(); });
    if (!objects) throw RefusedRequest{400, "The request is not understood: '" + key + "' is no list.", ""};
    return *found;
}

/// What an act changed, as far as the coder may see it: entries as they are now, and documents that are touched.
json changes_json(const DoneAct& done, const CoderDesk& desk, const std::string& who, CodingPlaces& places) {
    json changed = json::array();
    std::set<std::string> documents, kinds;
    for (const WorkspaceChange& change : done.changes) {
        kinds.insert(change.kind);
        for (const auto& value : {change.before, change.after})
            if (value) {
                const std::string doc = json::parse(*value).value("doc", "");
                if (!doc.empty()) documents.insert(doc);
            }
        if (change.kind != "coding") continue;
        const StoredCoding coding = stored_coding(
            {change.kind, change.key, change.after.value_or(change.before.value_or("{}")), change.number});
        if (desk.blind && coding.coder != who) continue;
        json entry = coding_json(places.placed(coding));
        entry["gone"] = !change.after.has_value();
        changed.push_back(std::move(entry));
    }
    return {
        {"act", done.number}, {"what", done.what}, {"codings", changed}, {"documents", documents}, {"kinds", kinds}};
}

Answer answer_of_act(CodingShelves& shelves, const Request& request, const DoneAct& done, const std::string& who,
                     const json& more = {}) {
    const auto documents = shelves.documents.of(request.study);
    json body;
    request.study.workspace->read([&](const WorkspaceView& view) {
        CodingPlaces places(view, *documents, shelves.places);
        body = changes_json(done, coder_desk(view), who, places);
        body["standing"] = standing_json(view, "coding", who);
    });
    if (more.is_object()) body.update(more);
    return json_answer(body);
}

Answer act_as_coder(CodingShelves& shelves, const Request& request, const json& body,
                    const std::function<ProposedAct(const WorkspaceView&)>& propose) {
    const std::string who = coder_who_acts(body);
    return answer_of_act(shelves, request, request.study.workspace->act({who, request.tab}, "coding", propose), who);
}

bool flag_of_body(const json& body, const std::string& key) {
    const auto found = body.find(key);
    return found != body.end() && found->is_boolean() && found->get<bool>();
}

[[noreturn]] void refuse_unknown_act(const std::string& act) {
    throw RefusedRequest{400, "The request is not understood: '" + act + "'.", ""};
}

TreeCode code_of_body(const json& body) {
    return {"",
            0,
            text_of(body, "code"),
            text_of(body, "parent", ""),
            text_of(body, "description", ""),
            text_of(body, "color", ""),
            text_of(body, "memo", "")};
}

ProposedAct proposed_on_code(const WorkspaceView& view, const json& body) {
    const std::string act = text_of(body, "do");
    if (act == "create") return create_code(view, code_of_body(body));
    const std::string key = text_of(body, "key");
    if (act == "change")
        return change_code(
            view, {key, number_of_body(body, "version"), text_if_there(body, "code"), text_if_there(body, "parent"),
                   text_if_there(body, "description"), text_if_there(body, "color"), text_if_there(body, "memo")});
    if (act == "merge") return merge_codes(view, key, text_of(body, "into"));
    if (act == "split") return split_code(view, key, code_of_body(body), texts_of(body, "codings"));
    if (act == "delete") return delete_code(view, key);
    refuse_unknown_act(act);
}

std::vector<NewCoding> codings_to_add(const json& body) {
    std::vector<NewCoding> added;
    for (const json& one : objects_of_body(body, "add"))
        added.push_back({text_of(one, "doc"), static_cast<std::size_t>(number_of_body(one, "start")),
                         static_cast<std::size_t>(number_of_body(one, "end")), text_of(one, "code"),
                         text_of(one, "memo", ""), text_of(one, "text", "")});
    return added;
}

/// Documents in which something gets a place.
std::set<std::string> documents_touched(const Workspace& workspace, const std::vector<NewCoding>& added,
                                        const std::vector<CodingEdit>& edits) {
    std::set<std::string> docs;
    for (const NewCoding& one : added) docs.insert(one.doc);
    for (const CodingEdit& one : edits)
        if (one.start || one.end)
            if (const auto entry = workspace.entry("coding", one.key)) docs.insert(stored_coding(*entry).doc);
    return docs;
}

std::optional<std::size_t> place_if_there(const json& body, const std::string& key) {
    const std::optional<std::int64_t> number = number_if_there(body, key);
    return number ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

std::vector<CodingEdit> codings_to_edit(const json& body) {
    std::vector<CodingEdit> edits;
    for (const json& one : objects_of_body(body, "edit"))
        edits.push_back({text_of(one, "key"), number_of_body(one, "version"), place_if_there(one, "start"),
                         place_if_there(one, "end"), text_if_there(one, "code"), text_if_there(one, "memo"),
                         flag_of_body(one, "remove"), text_of(one, "text", "")});
    return edits;
}

ProposedAct proposed_on_coders(CodingShelves& shelves, const Request& request, const WorkspaceView& view,
                               const json& body) {
    const std::string act = text_of(body, "do");
    if (act == "add") return add_coder(view, text_of(body, "name"));
    if (act == "blind") return set_blind(view, flag_of_body(body, "blind"));
    if (act == "finish" || act == "reopen")
        return finish_document(coder_who_acts(body), text_of(body, "doc"), act == "finish");
    if (act != "give") refuse_unknown_act(act);
    std::vector<std::string> documents;
    const std::string find = text_of(body, "find", "");
    const auto all = shelves.documents.of(request.study);
    for (const StudyDocument& one : all->list)
        if (find.empty() || one.id.find(find) != std::string::npos || one.about.find(find) != std::string::npos)
            documents.push_back(one.id);
    return give_documents(view, documents, texts_of(body, "coders"),
                          body.contains("double") && body["double"].is_number() ? body["double"].get<double>() : 0.2,
                          static_cast<std::uint64_t>(number_if_there(body, "seed").value_or(1)));
}

Answer turn(CodingShelves& shelves, const Request& request, bool again) {
    const json body = body_of(request);
    const std::string who = coder_who_acts(body);
    const std::optional<std::int64_t> number = number_if_there(body, "act");
    Workspace& workspace = *request.study.workspace;
    const ActingPerson person{who, request.tab};
    const std::optional<DoneAct> done =
        again ? workspace.redo(person, "coding", number) : workspace.undo(person, "coding", number);
    return answer_of_act(shelves, request, done.value_or(DoneAct{}), who, {{"nothing", !done.has_value()}});
}

}  // namespace

Answer act_on_code(CodingShelves& shelves, const Request& request) {
    const json body = body_of(request);
    return act_as_coder(shelves, request, body,
                        [&](const WorkspaceView& view) { return proposed_on_code(view, body); });
}

Answer act_on_codings(CodingShelves& shelves, const Request& request) {
    const json body = body_of(request);
    const auto documents = shelves.documents.of(request.study);
    const std::vector<NewCoding> added = codings_to_add(body);
    const std::vector<CodingEdit> edits = codings_to_edit(body);
    keep_texts(*request.study.workspace, {coder_who_acts(body), request.tab}, *documents,
               documents_touched(*request.study.workspace, added, edits));
    return act_as_coder(shelves, request, body, [&](const WorkspaceView& view) {
        return edit_codings(view, *documents, text_of(body, "who"), added, edits);
    });
}

Answer act_on_memo(CodingShelves& shelves, const Request& request) {
    const json body = body_of(request);
    (void)shelves.documents.of(request.study)->document(text_of(body, "doc"));
    const std::string who = coder_who_acts(body);
    const DoneAct done = request.study.workspace->act({who, request.tab}, "coding", [&](const WorkspaceView&) {
        return note_on_document(who, text_of(body, "doc"), text_of(body, "memo"), number_if_there(body, "version"));
    });
    json more = json::object();
    if (!done.changes.empty()) more["memo_version"] = done.changes[0].after ? done.changes[0].number : 0;
    return answer_of_act(shelves, request, done, who, more);
}

Answer act_on_coders(CodingShelves& shelves, const Request& request) {
    const json body = body_of(request);
    return act_as_coder(shelves, request, body,
                        [&](const WorkspaceView& view) { return proposed_on_coders(shelves, request, view, body); });
}

Answer act_undo(CodingShelves& shelves, const Request& request) {
    return turn(shelves, request, false);
}

Answer act_redo(CodingShelves& shelves, const Request& request) {
    return turn(shelves, request, true);
}

Answer act_write_tables(CodingShelves& shelves, const Request& request) {
    const std::string who = coder_who_acts(body_of(request));
    const auto documents = shelves.documents.of(request.study);
    json body;
    request.study.workspace->read([&](const WorkspaceView& view) {
        const std::vector<StoredCoding> all = stored_codings(view),
                                        visible = visible_codings(coder_desk(view), who, all);
        CodingPlaces places(view, *documents, shelves.places);
        const std::vector<StoredCoding> within = places.within(visible);
        body["files"] = write_coding_tables(request.study.folder, tree_codes(view), within);
        body["codings"] = within.size();
        body["without_place"] = visible.size() - within.size();
        body["left_out"] = all.size() - visible.size();
    });
    return json_answer(body);
}

Answer act_import(CodingShelves& shelves, const Request& request) {
    const json body = body_of(request);
    const std::string who = coder_who_acts(body), bytes = bytes_of_base64(text_of(body, "content"));
    const auto documents = shelves.documents.of(request.study);
    ImportedProject imported;
    request.study.workspace->read(
        [&](const WorkspaceView& view) { imported = import_qdpx(view, *documents, bytes, text_of(body, "name")); });
    keep_texts(*request.study.workspace, {who, request.tab}, *documents, imported.shared);
    const DoneAct done = request.study.workspace->act({who, request.tab}, "coding", [&](const WorkspaceView& view) {
        imported = import_qdpx(view, *documents, bytes, text_of(body, "name"));
        return imported.act;
    });
    return answer_of_act(shelves, request, done, who,
                         {{"new_codes", imported.codes},
                          {"new_codings", imported.codings},
                          {"notes", imported.notes},
                          {"other_texts", imported.other_texts}});
}

}  // namespace tarazy
