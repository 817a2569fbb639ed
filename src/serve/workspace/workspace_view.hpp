#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

class Database;

/// One thing that people entered: a code, a coding, a judgement.
struct WorkspaceEntry {
    std::string kind, key;
    std::string value;         ///< JSON
    std::int64_t version = 0;  ///< number of the change that made it so; never used again
};

/// How an entry is to become.
struct WorkspaceEdit {
    std::string kind, key;
    std::optional<std::string> value;       ///< JSON; nothing: take it away
    std::optional<std::int64_t> seen = {};  ///< the version that was seen, 0: none; nothing: whatever it is
};

/// A change of one entry in the log.
struct WorkspaceChange {
    std::int64_t number = 0;  ///< from 1; the version of the entry after it
    std::int64_t act = 0;
    std::string kind, key;
    std::optional<std::string> before, after;  ///< JSON; nothing: the entry was, or is, not there
};

/// What one request of one person changed, all of it together.
struct WorkspaceAct {
    enum class State { stands, undone, spent, undoing };  ///< spent: undone, and something new was done behind it

    std::int64_t number = 0;  ///< from 1
    std::string when;         ///< UTC, 2026-01-31T12:00:00Z
    std::string who, tab, area, what, note;
    std::optional<std::int64_t> undoes;  ///< the act that this one takes back: to undo, or (an undoing) to redo
    State state = State::stands;
};

/// One state of a workspace while a transaction is open.
class WorkspaceView {
public:
    explicit WorkspaceView(const Database& database) : database_(database) {}

    [[nodiscard]] std::optional<WorkspaceEntry> entry(const std::string& kind, const std::string& key) const;
    /// In the order of their keys. O(entries of the kind)
    [[nodiscard]] std::vector<WorkspaceEntry> entries(const std::string& kind) const;
    /// Those whose value has this text in the field `doc` or `code`; both have an index. O(log n + found)
    [[nodiscard]] std::vector<WorkspaceEntry> entries_of_document(const std::string& kind,
                                                                  const std::string& doc) const;
    [[nodiscard]] std::vector<WorkspaceEntry> entries_of_code(const std::string& kind, const std::string& code) const;

    /// Number of the newest change; 0 when there is none.
    [[nodiscard]] std::int64_t last_change() const;
    /// Kinds and keys that changed behind a change, each once.
    [[nodiscard]] std::vector<WorkspaceChange> changes_after(std::int64_t number) const;
    [[nodiscard]] std::vector<WorkspaceChange> changes_of(std::int64_t act) const;

    [[nodiscard]] std::optional<WorkspaceAct> act(std::int64_t number) const;
    /// The newest acts of an area, the newest first. @param who  of this person only; empty: of all
    [[nodiscard]] std::vector<WorkspaceAct> newest_acts(const std::string& area, const std::string& who,
                                                        std::size_t most) const;
    /// What `undo` and `redo` of a person would take; nothing if there is none.
    [[nodiscard]] std::optional<WorkspaceAct> to_undo(const std::string& area, const std::string& who) const;
    [[nodiscard]] std::optional<WorkspaceAct> to_redo(const std::string& area, const std::string& who) const;

private:
    const Database& database_;
};

}  // namespace tarazy
