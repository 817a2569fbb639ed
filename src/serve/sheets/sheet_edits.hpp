#pragma once

#include "serve/request.hpp"
#include "serve/workspace/workspace.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Another text for a cell of a CSV file of a study.
struct SheetEdit {
    std::string file;                                      ///< from the folder of the study
    std::vector<std::pair<std::string, std::string>> row;  ///< column and text of what tells the row from all others
    std::string column;
    std::string seen;  ///< what the page showed there
    std::string text;
};

// Cells of tables that people change in the browser. The file is what counts: a change goes into the log of the
// workspace and then into the file, which is written aside and renamed. After a kill between the two the next request
// finishes it, if the file is still the one that the change was made of. One program at a time changes files of a
// study.

/// Changes cells, all or none. @throws RefusedRequest 409 with what stands there now, when a cell is not as it was
/// seen; 404: no such row or column, or several such rows; 403: a file outside of the study; InputError, FileError
DoneAct change_cells(const ServedStudy& study, const ActingPerson& person, const std::string& area,
                     const std::string& what, const std::vector<SheetEdit>& edits);

/// Takes back, or does again, the person's newest change of cells in the area, or the one of this number.
/// @throws as `change_cells`
std::optional<DoneAct> turn_cells(const ServedStudy& study, const ActingPerson& person, const std::string& area,
                                  std::optional<std::int64_t> number, bool again);

/// Finishes what a kill has left half done in the area.
void settle_cells(const ServedStudy& study, const std::string& area);

/// The edits of a request: list of `file,row,column,seen,text`. @throws RefusedRequest (400)
[[nodiscard]] std::vector<SheetEdit> sheet_edits_of(const nlohmann::json& body, const std::string& key);

}  // namespace tarazy
