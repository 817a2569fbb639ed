#pragma once

#include "serve/request.hpp"
#include "serve/study/study_text.hpp"
#include "serve/workspace/workspace.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// What is being typed into study.toml and was not saved: kept with every keystroke, so that a kill loses none of it.
/// Each tab has its own.
struct UnsavedText {
    std::string text;
    std::string version;  ///< of the file that it was begun from
};

void keep_draft(Workspace& workspace, const ActingPerson& person, const UnsavedText& draft);
/// Drops what this tab has typed, and what others have that says the same as `text`.
void drop_draft(Workspace& workspace, const ActingPerson& person, const std::string& text);
/// Of all tabs what was typed last; nothing if there is none.
[[nodiscard]] std::optional<UnsavedText> draft_of(const Workspace& workspace);

/// A text that was saved.
struct SavedText {
    StudyText text;
    std::string no_history;  ///< why it cannot be taken back: the workspace cannot be used; empty: it can
};

/// Saves a text as `save_study_text` does, and keeps what stood there before in the log, so that it can be taken back.
/// Where the workspace is damaged or of a newer version, the text is saved all the same, and the workspace left as it
/// is.
///
/// The log comes first, then the file; what a kill or a full disk leaves between the two is finished by `settle_text`,
/// if the file is still the one that the change was made of.
/// @param what  one word for the log: "form", "text", "choice"
/// @throws as `save_study_text`
SavedText save_and_log(const ServedStudy& study, const ActingPerson& person, const std::string& what,
                       const std::string& seen, const std::string& text);

/// Puts back what the person's newest change that stands had replaced (or makes it again); nothing if there is none.
/// @throws RefusedRequest (409) when the file is no longer as that change left it, or there is no workspace
[[nodiscard]] std::optional<StudyText> step_back(const ServedStudy& study, const ActingPerson& person);
[[nodiscard]] std::optional<StudyText> step_forward(const ServedStudy& study, const ActingPerson& person);

/// Finishes what a kill has left between the log and the file. Called before the file is shown.
void settle_text(const ServedStudy& study);

}  // namespace tarazy
