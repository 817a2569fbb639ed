#include "serve/study/study_history.hpp"

#include "base/error.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tarazy {
namespace {

using nlohmann::json;

constexpr const char *study_area = "study", *draft_area = "draft", *file_kind = "study_file", *draft_kind = "draft",
                     *file_key = "study.toml";

/// One entry is to be this; nothing: it is taken away.
ProposedAct set_to(const char* kind, const std::string& key, std::optional<std::string> value, const std::string& what,
                   bool continues) {
    ProposedAct act;
    act.edits.push_back({kind, key, std::move(value), {}});
    act.what = what;
    act.continues = continues;
    return act;
}

std::optional<StudyText> stepped(const ServedStudy& study, const std::optional<DoneAct>& done) {
    if (!done) return std::nullopt;
    for (const WorkspaceChange& change : done->changes) {
        if (change.kind != file_kind || !change.after) continue;
        return save_study_text(study.file, study_text_of(study.file).version,
                               json::parse(*change.after).get<std::string>());
    }
    return std::nullopt;
}

/// Refuses to go back over what another program has written meanwhile.
Workspace::LookAtUndoing file_is_as_left(const ServedStudy& study) {
    return [&study](const WorkspaceView& view, const WorkspaceAct&, const std::vector<WorkspaceEdit>&) {
        const auto entry = view.entry(file_kind, file_key);
        if (!entry || json::parse(entry->value) != study_text_of(study.file).text)
            throw RefusedRequest{409, "study.toml has been changed meanwhile, here or in another program.", ""};
        return std::string();
    };
}

}  // namespace

void keep_draft(Workspace& workspace, const ActingPerson& person, const UnsavedText& draft) {
    const std::string value =
        json{{"text", draft.text}, {"version", draft.version}}.dump(-1, ' ', false, json::error_handler_t::replace);
    workspace.act(person, draft_area,
                  [&](const WorkspaceView&) { return set_to(draft_kind, person.tab, value, "typing", true); });
}

void drop_draft(Workspace& workspace, const ActingPerson& person, const std::string& text) {
    ProposedAct act;
    act.what = "saved";
    for (const WorkspaceEntry& entry : workspace.entries(draft_kind))
        if (entry.key == person.tab || json::parse(entry.value).value("text", "") == text)
            act.edits.push_back({draft_kind, entry.key, std::nullopt, {}});
    if (!act.edits.empty()) workspace.act(person, draft_area, [&](const WorkspaceView&) { return act; });
}

std::optional<UnsavedText> draft_of(const Workspace& workspace) {
    const std::vector<WorkspaceEntry> drafts = workspace.entries(draft_kind);
    if (drafts.empty()) return std::nullopt;
    const json value = json::parse(std::ranges::max_element(drafts, {}, &WorkspaceEntry::version)->value);
    return UnsavedText{value.value("text", ""), value.value("version", "")};
}

StudyText save_and_log(const ServedStudy& study, const ActingPerson& person, const std::string& what,
                       const std::string& seen, const std::string& text) {
    const std::string before =
        json(study_text_of(study.file).text).dump(-1, ' ', false, json::error_handler_t::replace);
    // What is no longer as it was seen is refused before anything is written; a log that cannot be written leaves the
    // file as it was.
    if (study_text_of(study.file).version != seen) return save_study_text(study.file, seen, text);
    const auto known = study.workspace->entry(file_kind, file_key);
    if (!known || known->value != before)
        study.workspace->act(person, study_area,
                             [&](const WorkspaceView&) { return set_to(file_kind, file_key, before, "found", false); });
    const std::string after = json(text).dump(-1, ' ', false, json::error_handler_t::replace);
    if (after != before)
        study.workspace->act(person, study_area,
                             [&](const WorkspaceView&) { return set_to(file_kind, file_key, after, what, false); });
    return save_study_text(study.file, seen, text);
}

std::optional<StudyText> step_back(const ServedStudy& study, const ActingPerson& person) {
    // What was only found there is where going back ends.
    std::optional<WorkspaceAct> next;
    study.workspace->read([&](const WorkspaceView& view) { next = view.to_undo(study_area, person.who); });
    if (!next || next->what == "found") return std::nullopt;
    return stepped(study, study.workspace->undo(person, study_area, {}, file_is_as_left(study)));
}

std::optional<StudyText> step_forward(const ServedStudy& study, const ActingPerson& person) {
    return stepped(study, study.workspace->redo(person, study_area, {}, file_is_as_left(study)));
}

}  // namespace tarazy
