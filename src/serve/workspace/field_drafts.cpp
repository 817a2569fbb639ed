#include "serve/workspace/field_drafts.hpp"

#include "serve/request_json.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace tarazy {
namespace {

using nlohmann::json;

constexpr const char *field_draft_kind = "field_draft", *field_draft_area = "draft";

std::string key_of_field(const FieldDraft& draft) {
    return json{draft.who, draft.page, draft.field}.dump(-1, ' ', false, json::error_handler_t::replace);
}

void set_field_draft(Workspace& workspace, const std::string& tab, const FieldDraft& draft,
                     std::optional<std::string> value) {
    workspace.act({draft.who, tab}, field_draft_area, [&](const WorkspaceView&) {
        ProposedAct act{{}, "typing"};
        act.edits.push_back({field_draft_kind, key_of_field(draft), std::move(value), {}});
        act.continues = true;
        return act;
    });
}

Answer asked_drafts(const Request& request) {
    json list = json::array();
    for (const FieldDraft& one :
         field_drafts_of(*request.study.workspace, asked(request, "who", ""), asked(request, "page")))
        list.push_back({{"field", one.field}, {"text", one.text}, {"seen", one.seen}});
    return json_answer({{"drafts", std::move(list)}});
}

Answer typed_draft(const Request& request) {
    const json body = body_of(request);
    FieldDraft draft{text_of(body, "who"), text_of(body, "page"), text_of(body, "field"), "",
                     text_of(body, "seen", "")};
    const bool drop = !body.contains("text") || body.at("text").is_null();
    if (drop) {
        drop_field_draft(*request.study.workspace, request.tab, draft);
    } else {
        draft.text = text_of(body, "text");
        keep_field_draft(*request.study.workspace, request.tab, draft);
    }
    return json_answer({{"kept", !drop}});
}

}  // namespace

void keep_field_draft(Workspace& workspace, const std::string& tab, const FieldDraft& draft) {
    const json value = {
        {"who", draft.who}, {"page", draft.page}, {"field", draft.field}, {"text", draft.text}, {"seen", draft.seen}};
    set_field_draft(workspace, tab, draft, value.dump(-1, ' ', false, json::error_handler_t::replace));
}

void drop_field_draft(Workspace& workspace, const std::string& tab, const FieldDraft& draft) {
    set_field_draft(workspace, tab, draft, std::nullopt);
}

std::vector<FieldDraft> field_drafts_of(const Workspace& workspace, const std::string& who, const std::string& page) {
    std::vector<FieldDraft> drafts;
    for (const WorkspaceEntry& entry : workspace.entries(field_draft_kind)) {
        const json value = json::parse(entry.value);
        if (value.value("who", "") == who && value.value("page", "") == page)
            drafts.push_back({who, page, value.value("field", ""), value.value("text", ""), value.value("seen", "")});
    }
    return drafts;
}

Routes field_draft_routes() {
    return {{"GET", "/api/drafts", true, asked_drafts, Route::Uses::workspace},
            {"POST", "/api/drafts", true, typed_draft, Route::Uses::workspace}};
}

}  // namespace tarazy
