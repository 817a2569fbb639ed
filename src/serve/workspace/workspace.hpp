#pragma once

#include "serve/workspace/workspace_view.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Who asks for an act, and from which tab of the browser.
struct ActingPerson {
    std::string who, tab;
};

/// What an act does, decided from the state that it will change.
struct ProposedAct {
    std::vector<WorkspaceEdit> edits;  ///< of each entry one at most
    std::string what;                  ///< one word for the log: "code", "rename", ...
    std::string note = {};             ///< what the part that acts wants to keep with it
    /// Typing that goes on: where the newest act of all is the same person's in the same tab, half a minute old at
    /// most, and changed this one entry, the two become one act, which is undone in one step.
    bool continues = false;
};

/// What was done.
struct DoneAct {
    std::int64_t number = 0;  ///< of the act
    std::string what;         ///< of an undoing: of the act that was undone
    std::string note;
    std::vector<WorkspaceChange> changes;
};

/// All that people enter into a study, in one SQLite file (`workspace.sqlite` in its folder): entries with versions,
/// and a log that only grows. Every request is one transaction, on the disk before it is answered (write-ahead log,
/// synchronous = FULL), so that a kill loses at most what has not been answered. Several threads and several processes
/// may use one file at once: they wait for one another up to five seconds.
///
/// The codings in it can be read by `CodingStore` (`tarazy text codings`).
class Workspace {
public:
    /// Opens the file, or makes it where it is not there. @throws InputError when it is no workspace, is damaged, or
    /// was made by a newer version, which is then left as it is; FileError when it cannot be opened
    explicit Workspace(const std::string& path);
    ~Workspace();
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    /// Reads one consistent state. The view must not leave the function. @throws FileError
    void read(const std::function<void(const WorkspaceView&)>& reader) const;

    [[nodiscard]] std::optional<WorkspaceEntry> entry(const std::string& kind, const std::string& key) const;
    [[nodiscard]] std::vector<WorkspaceEntry> entries(const std::string& kind) const;
    [[nodiscard]] std::int64_t last_change() const;

    /// One act: `propose` sees the state and says what to change; nobody writes in between. All of it or nothing.
    /// @param area  the part of the pages that acts ("coding", "cases", ...): undoing goes by area
    /// @throws RefusedRequest 409 when an entry has another version than the one an edit saw, with the entry as it is;
    ///         what `propose` throws; FileError
    DoneAct act(const ActingPerson& person, const std::string& area,
                const std::function<ProposedAct(const WorkspaceView&)>& propose);

    /// Takes back an act of an area: the person's newest that stands, or the one of this number. Nothing if there is
    /// none.
    /// @param look  sees the edits before they are made and returns the note to keep; may refuse by throwing
    /// @throws RefusedRequest 409 when an entry is no longer as that act left it
    using LookAtUndoing =
        std::function<std::string(const WorkspaceView&, const WorkspaceAct&, const std::vector<WorkspaceEdit>&)>;
    std::optional<DoneAct> undo(const ActingPerson& person, const std::string& area,
                                std::optional<std::int64_t> number = {}, const LookAtUndoing& look = {});
    /// The other way round: what the person undid last and nothing new came after, or the act of this number.
    std::optional<DoneAct> redo(const ActingPerson& person, const std::string& area,
                                std::optional<std::int64_t> number = {}, const LookAtUndoing& look = {});

    /// Another note for an act, when what it was kept for is done.
    void annotate(std::int64_t act, const std::string& note);

private:
    struct Connection;
    std::string path_;
    std::unique_ptr<Connection> connection_;
};

/// `workspace.sqlite` in the folder of a study.
[[nodiscard]] std::string workspace_path(const std::string& study_folder);

}  // namespace tarazy
