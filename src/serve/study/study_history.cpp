#include "serve/study/study_history.hpp"

#include "base/error.hpp"
#include "serve/workspace/study_files_lock.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

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

/// The log keeps with an act which file it was made of, until the file is written.
std::string note_of_file(const std::string& version) {
    return json{{"before", version}}.dump();
}

std::optional<std::string> text_after(const std::vector<WorkspaceChange>& changes) {
    for (const WorkspaceChange& change : changes)
        if (change.kind == file_kind && change.after) return json::parse(*change.after).get<std::string>();
    return std::nullopt;
}

void settle_text_locked(const ServedStudy& study) {
    std::vector<WorkspaceAct> newest;
    std::optional<std::string> text;
    study.workspace->read([&](const WorkspaceView& view) {
        newest = view.newest_acts(study_area, "", 1);
        if (!newest.empty()) text = text_after(view.changes_of(newest[0].number));
    });
    if (newest.empty() || newest[0].note.empty()) return;
    const json note = json::parse(newest[0].note, nullptr, false);
    const StudyText now = study_text_of(study.file);
    // Written already, or changed by somebody else since: then it stays as it is.
    if (text && note.is_object() && note.value("before", "") == now.version)
        (void)save_study_text(study.file, now.version, *text);
    study.workspace->annotate(newest[0].number, "");
}

/// Writes the text of an act into the file, and then that it is written. What cannot be written is taken out of the log
/// again, since it is told that nothing was saved.
StudyText write_text_of(const ServedStudy& study, const DoneAct& done, const std::string& seen, const std::string& text,
                        const std::function<void()>& take_back) {
    StudyText saved;
    try {
        saved = save_study_text(study.file, seen, text);
    } catch (...) {
        study.workspace->annotate(done.number, "");
        take_back();
        throw;
    }
    study.workspace->annotate(done.number, "");
    return saved;
}

/// Refuses to go back over what another program has written meanwhile.
Workspace::LookAtUndoing file_is_as_left(const StudyText& now) {
    return [&now](const WorkspaceView& view, const WorkspaceAct&, const std::vector<WorkspaceEdit>&) {
        const auto entry = view.entry(file_kind, file_key);
        if (!entry || json::parse(entry->value) != now.text)
            throw RefusedRequest{409, "study.toml has been changed meanwhile, here or in another program.", ""};
        return note_of_file(now.version);
    };
}

void require_workspace(const ServedStudy& study) {
    if (study.workspace == nullptr) throw RefusedRequest{409, "There is no history: " + study.no_workspace, ""};
}

StudyText log_and_save(const ServedStudy& study, const ActingPerson& person, const std::string& what,
                       const std::string& seen, const std::string& text) {
    settle_text_locked(study);
    const StudyText now = study_text_of(study.file);
    // What is no longer as it was seen is refused before anything is written.
    if (now.version != seen) return save_study_text(study.file, seen, text);
    const std::string before = json(now.text).dump(-1, ' ', false, json::error_handler_t::replace);
    const std::string after = json(text).dump(-1, ' ', false, json::error_handler_t::replace);
    if (after == before) return save_study_text(study.file, seen, text);
    const auto known = study.workspace->entry(file_kind, file_key);
    if (!known || known->value != before)
        study.workspace->act(person, study_area,
                             [&](const WorkspaceView&) { return set_to(file_kind, file_key, before, "found", false); });
    const DoneAct done = study.workspace->act(person, study_area, [&](const WorkspaceView&) {
        ProposedAct act = set_to(file_kind, file_key, after, what, false);
        act.note = note_of_file(now.version);
        return act;
    });
    return write_text_of(study, done, seen, text,
                         [&] { (void)study.workspace->undo(person, study_area, done.number); });
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

SavedText save_and_log(const ServedStudy& study, const ActingPerson& person, const std::string& what,
                       const std::string& seen, const std::string& text) {
    const StudyFilesLock lock(study.folder);
    if (study.workspace == nullptr) return {save_study_text(study.file, seen, text), study.no_workspace};
    try {
        return {log_and_save(study, person, what, seen, text), ""};
    } catch (const InputError& damaged) {
        return {save_study_text(study.file, seen, text), damaged.what()};
    }
}

std::optional<StudyText> step_back(const ServedStudy& study, const ActingPerson& person) {
    require_workspace(study);
    const StudyFilesLock lock(study.folder);
    settle_text_locked(study);
    // What was only found there is where going back ends.
    std::optional<WorkspaceAct> next;
    study.workspace->read([&](const WorkspaceView& view) { next = view.to_undo(study_area, person.who); });
    if (!next || next->what == "found") return std::nullopt;
    const StudyText now = study_text_of(study.file);
    const auto done = study.workspace->undo(person, study_area, next->number, file_is_as_left(now));
    const auto text = done ? text_after(done->changes) : std::nullopt;
    if (!text) return std::nullopt;
    return write_text_of(study, *done, now.version, *text,
                         [&] { (void)study.workspace->redo(person, study_area, next->number); });
}

std::optional<StudyText> step_forward(const ServedStudy& study, const ActingPerson& person) {
    require_workspace(study);
    const StudyFilesLock lock(study.folder);
    settle_text_locked(study);
    std::optional<WorkspaceAct> next;
    study.workspace->read([&](const WorkspaceView& view) { next = view.to_redo(study_area, person.who); });
    if (!next) return std::nullopt;
    const StudyText now = study_text_of(study.file);
    const auto done = study.workspace->redo(person, study_area, next->number, file_is_as_left(now));
    const auto text = done ? text_after(done->changes) : std::nullopt;
    if (!text) return std::nullopt;
    return write_text_of(study, *done, now.version, *text,
                         [&] { (void)study.workspace->undo(person, study_area, next->number); });
}

void settle_text(const ServedStudy& study) {
    const StudyFilesLock lock(study.folder);
    settle_text_locked(study);
}

}  // namespace tarazy
