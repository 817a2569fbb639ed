#include "serve/sheets/sheet_edits.hpp"

#include "base/sha256.hpp"
#include "io/atomic_file.hpp"
#include "serve/request_json.hpp"
#include "serve/served_folder.hpp"
#include "serve/sheets/csv_sheet.hpp"
#include "serve/workspace/study_files_lock.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace tarazy {
namespace {

using nlohmann::json;

/// A file that an act changes.
struct ChangedSheet {
    std::string path, before_sha256, after;
};

std::string path_of_sheet(const ServedStudy& study, const std::string& file) {
    const std::string path = path_within({study.folder}, file);
    if (!path.ends_with(".csv") && !path.ends_with(".tsv"))
        throw RefusedRequest{403, "Only tables in .csv files can be changed here; '" + file + "' is none.", ""};
    return path;
}

std::size_t row_of_sheet(const CsvSheet& sheet, const SheetEdit& edit) {
    std::optional<std::size_t> found;
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        const bool same =
            std::ranges::all_of(edit.row, [&](const auto& part) { return sheet.text(row, part.first) == part.second; });
        if (!same) continue;
        if (found) throw RefusedRequest{404, "Several rows of '" + edit.file + "' are meant; give them keys.", ""};
        found = row;
    }
    if (!found) throw RefusedRequest{404, "The row is no longer in '" + edit.file + "'.", ""};
    return *found;
}

CellText cell_to_change(const CsvSheet& sheet, const SheetEdit& edit) {
    const std::size_t row = row_of_sheet(sheet, edit);
    const std::optional<std::size_t> column = sheet.column(edit.column);
    if (!column || *column >= sheet.rows[row].size())
        throw RefusedRequest{404, "The file '" + edit.file + "' has no column '" + edit.column + "'.", ""};
    const std::string& now = sheet.rows[row][*column].text;
    if (now != edit.seen)
        throw RefusedRequest{
            409, "Somebody else changed this cell meanwhile.",
            json{{"file", edit.file}, {"row", edit.row}, {"column", edit.column}, {"now", now}}.dump()};
    return {row, *column, edit.text};
}

std::vector<ChangedSheet> changed_sheets(const ServedStudy& study, const std::vector<SheetEdit>& edits) {
    std::map<std::string, std::vector<const SheetEdit*>> by_file;
    for (const SheetEdit& edit : edits) by_file[edit.file].push_back(&edit);
    std::vector<ChangedSheet> changed;
    for (const auto& [file, of_file] : by_file) {
        const std::string path = path_of_sheet(study, file);
        const CsvSheet sheet = read_csv_sheet(read_file(path), path);
        std::vector<CellText> cells;
        for (const SheetEdit* const edit : of_file) cells.push_back(cell_to_change(sheet, *edit));
        changed.push_back({path, sha256_hex(sheet.bytes), with_cells(sheet, std::move(cells))});
    }
    return changed;
}

json json_of_edit(const SheetEdit& edit) {
    return {{"file", edit.file}, {"row", edit.row}, {"column", edit.column}, {"seen", edit.seen}, {"text", edit.text}};
}

SheetEdit edit_of_json(const json& value) {
    return {value.at("file").get<std::string>(),
            value.at("row").get<std::vector<std::pair<std::string, std::string>>>(),
            value.at("column").get<std::string>(), value.at("seen").get<std::string>(),
            value.at("text").get<std::string>()};
}

/// What the log keeps of an act, to finish it after a kill and to undo it.
std::string note_of(const std::vector<SheetEdit>& edits, const std::vector<ChangedSheet>& changed) {
    json note = {{"cells", json::array()}, {"before", json::array()}};
    for (const SheetEdit& edit : edits) note["cells"].push_back(json_of_edit(edit));
    for (const ChangedSheet& one : changed) note["before"].push_back(one.before_sha256);
    return note.dump();
}

std::vector<SheetEdit> edits_of_note(const std::string& note) {
    std::vector<SheetEdit> edits;
    const json value = json::parse(note, nullptr, false);
    if (value.is_object())
        for (const json& one : value.at("cells")) edits.push_back(edit_of_json(one));
    return edits;
}

/// Writes the files of an act, and then that they are written: should the files become what they were before by other
/// means, nobody takes that for a kill.
void write_sheets(const ServedStudy& study, std::int64_t act, const std::string& note,
                  const std::vector<ChangedSheet>& changed) {
    for (const ChangedSheet& one : changed) write_file_atomically(one.path, one.after);
    json written = json::parse(note);
    written["before"] = json::array();
    study.workspace->annotate(act, written.dump());
}

void settle_locked(const ServedStudy& study, const std::string& area) {
    std::vector<WorkspaceAct> newest;
    study.workspace->read([&](const WorkspaceView& view) { newest = view.newest_acts(area, "", 1); });
    if (newest.empty() || newest[0].note.empty()) return;
    const json note = json::parse(newest[0].note, nullptr, false);
    const auto before = note.at("before").get<std::vector<std::string>>();
    if (before.empty()) return;
    // Of several files some may be written already.
    std::vector<SheetEdit> open = edits_of_note(newest[0].note);
    std::erase_if(open, [&](const SheetEdit& edit) {
        return std::ranges::find(before, sha256_file(path_of_sheet(study, edit.file))) == before.end();
    });
    write_sheets(study, newest[0].number, newest[0].note, changed_sheets(study, open));
}

std::string entry_key_of_cell(const SheetEdit& edit) {
    return json{edit.file, edit.row, edit.column}.dump();
}

}  // namespace

DoneAct change_cells(const ServedStudy& study, const ActingPerson& person, const std::string& area,
                     const std::string& what, const std::vector<SheetEdit>& edits) {
    const StudyFilesLock lock(study.folder);
    settle_locked(study, area);
    const std::vector<ChangedSheet> changed = changed_sheets(study, edits);
    ProposedAct act{{}, what, note_of(edits, changed)};
    for (const SheetEdit& edit : edits)
        act.edits.push_back({"cell", entry_key_of_cell(edit), json{{"text", edit.text}, {"who", person.who}}.dump()});
    const DoneAct done = study.workspace->act(person, area, [&](const WorkspaceView&) { return act; });
    if (done.number > 0) write_sheets(study, done.number, done.note, changed);
    return done;
}

std::optional<DoneAct> turn_cells(const ServedStudy& study, const ActingPerson& person, const std::string& area,
                                  std::optional<std::int64_t> number, bool again) {
    const StudyFilesLock lock(study.folder);
    settle_locked(study, area);
    std::vector<ChangedSheet> changed;
    const auto look = [&](const WorkspaceView&, const WorkspaceAct& act, const std::vector<WorkspaceEdit>&) {
        std::vector<SheetEdit> edits = edits_of_note(act.note);
        if (!again)
            for (SheetEdit& edit : edits) std::swap(edit.seen, edit.text);
        changed = changed_sheets(study, edits);
        return note_of(edits, changed);
    };
    std::optional<DoneAct> done =
        again ? study.workspace->redo(person, area, number, look) : study.workspace->undo(person, area, number, look);
    if (done) write_sheets(study, done->number, done->note, changed);
    return done;
}

void settle_cells(const ServedStudy& study, const std::string& area) {
    const StudyFilesLock lock(study.folder);
    settle_locked(study, area);
}

std::vector<SheetEdit> sheet_edits_of(const json& body, const std::string& key) {
    std::vector<SheetEdit> edits;
    const auto found = body.find(key);
    if (found == body.end() || !found->is_array() || found->empty())
        throw RefusedRequest{400, "The request is not understood: '" + key + "' is no list of cells.", ""};
    try {
        for (const json& one : *found) edits.push_back(edit_of_json(one));
    } catch (const json::exception&) {
        throw RefusedRequest{400, "The request is not understood: a cell is not named wholly.", ""};
    }
    return edits;
}

}  // namespace tarazy
