#include "serve/workspace/workspace.hpp"

#include "base/error.hpp"
#include "io/disk_error.hpp"
#include "ledger/sqlite.hpp"
#include "serve/request.hpp"
#include "serve/workspace/workspace_layout.hpp"
#include "text/coding/workspace_codings.hpp"

#include <sqlite3.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>

namespace tarazy {

struct Workspace::Connection {
    std::mutex mutex;
    Database database;
    WorkspaceView view{database};
};

namespace {

constexpr int wait_for_writers_ms = 5000;

/// Why SQLite refused: asked before anything else is done on the connection.
struct SqliteReason {
    int status = SQLITE_OK, system = 0;
    explicit SqliteReason(const Database& database)
        : status(sqlite3_errcode(database.connection())), system(sqlite3_system_errno(database.connection())) {}
};

/// The system's reason for what SQLite says of the disk; 0: none of its business.
int reason_of_disk(const SqliteReason& reason) {
    switch (reason.status) {
        case SQLITE_FULL: return ENOSPC;
        case SQLITE_READONLY: return EROFS;
        case SQLITE_CANTOPEN: return reason.system != 0 ? reason.system : EACCES;
        case SQLITE_PERM: return EACCES;
        case SQLITE_IOERR: return reason.system != 0 ? reason.system : EIO;
        default: return 0;
    }
}

/// What SQLite refused, as the user's file or the disk's.
[[noreturn]] void refuse_workspace(const std::string& path, const SqliteReason& why, const std::string& reason) {
    const int status = why.status;
    if (status == SQLITE_NOTADB || status == SQLITE_CORRUPT)
        throw InputError({path, 0, 0, "this is no workspace of a study (" + reason + ")",
                          "put the file aside, or restore a copy of it"});
    if (status == SQLITE_BUSY)
        throw FileError(path + ": another program has been writing into it for five seconds; try again");
    if (const int disk = reason_of_disk(why); disk != 0)
        throw DiskError(path + ": the workspace cannot be used: " + reason, disk);
    throw FileError(path + ": the workspace cannot be used: " + reason);
}

std::int64_t number_of(const Database& database, const char* sql) {
    Statement query(database, sql);
    return query.next() ? query.integer(0) : 0;
}

void check_workspace_version(const Database& database, const std::string& path) {
    if (number_of(database, "PRAGMA application_id") != study_workspace_file_id)
        throw InputError({path, 0, 0, "this is an SQLite file, but no workspace of a study", "put the file aside"});
    const std::int64_t version = number_of(database, "PRAGMA user_version");
    if (version != workspace_version)
        throw InputError({path, 0, 0,
                          "the workspace is of version " + std::to_string(version) + "; this program writes version " +
                              std::to_string(workspace_version),
                          "open it with a newer tarazy; it was left as it is"});
}

/// SQLite waits for others, but not here: who changes to the write-ahead log while another does is refused at once.
void use_write_ahead_log(Database& database) {
    constexpr int tries = 250;
    for (int tried = 1;; ++tried) {
        try {
            return database.run("PRAGMA journal_mode = WAL;");
        } catch (const std::exception&) {
            const int status = sqlite3_errcode(database.connection());
            if (tried == tries || (status != SQLITE_BUSY && status != SQLITE_LOCKED)) throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(wait_for_writers_ms / tries));
        }
    }
}

/// Makes the tables where there are none. Two programs may come to this at once.
void prepare_workspace(Database& database, const std::string& path) {
    sqlite3_busy_timeout(database.connection(), wait_for_writers_ms);
    database.run("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;");
    if (number_of(database, "SELECT count(*) FROM sqlite_schema") == 0) {
        // Before anything is written, so that a file of someone else is left alone.
        use_write_ahead_log(database);
        database.run("BEGIN IMMEDIATE");
        if (number_of(database, "SELECT count(*) FROM sqlite_schema") == 0) database.run(workspace_layout());
        database.run("COMMIT");
    }
    check_workspace_version(database, path);
    database.run("PRAGMA synchronous = FULL;");
}

std::string utc_now() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

nlohmann::json json_or_null(const std::optional<std::string>& value) {
    return value ? nlohmann::json::parse(*value, nullptr, false) : nlohmann::json();
}

[[noreturn]] void refuse_conflict(const WorkspaceEdit& edit, const std::optional<WorkspaceEntry>& now,
                                  const std::string& why) {
    const nlohmann::json detail = {
        {"kind", edit.kind},
        {"key", edit.key},
        {"value", json_or_null(now ? std::optional(now->value) : std::nullopt)},
        {"version", now ? now->version : 0},
    };
    throw RefusedRequest{409, why, detail.dump()};
}

/// A text of a value, for the index of it.
std::optional<std::string> text_of_value(const nlohmann::json& value, const char* field) {
    const auto found = value.is_object() ? value.find(field) : value.end();
    if (found == value.end() || !found->is_string()) return std::nullopt;
    return found->get<std::string>();
}

void write_entry(const Database& database, const WorkspaceChange& change) {
    if (!change.after) {
        Statement(database, "DELETE FROM entries WHERE kind = ? AND key = ?").insert(change.kind, change.key);
        return;
    }
    const nlohmann::json value = nlohmann::json::parse(*change.after, nullptr, false);
    Statement(database, "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?, ?)")
        .insert(change.kind, change.key, *change.after, change.number, text_of_value(value, "doc"),
                text_of_value(value, "code"));
}

/// Writes one edit and its line of the log; nothing when it changes nothing.
std::optional<WorkspaceChange> write_edit(const Database& database, const WorkspaceView& view, std::int64_t act,
                                          const WorkspaceEdit& edit) {
    const std::optional<WorkspaceEntry> now = view.entry(edit.kind, edit.key);
    if (edit.seen && *edit.seen != (now ? now->version : 0))
        refuse_conflict(edit, now, "somebody else changed this meanwhile");
    WorkspaceChange change{0, act, edit.kind, edit.key, {}, edit.value};
    if (now) change.before = now->value;
    if (change.before == change.after) return std::nullopt;
    change.number = view.last_change() + 1;
    Statement(database, "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)")
        .insert(change.number, act, change.kind, change.key, change.before, change.after);
    write_entry(database, change);
    return change;
}

void set_act_state(const Database& database, std::int64_t act, WorkspaceAct::State state) {
    Statement(database, "UPDATE acts SET state = ? WHERE number = ?").insert(static_cast<std::int64_t>(state), act);
}

/// Writes an act with its number and what it changes. Its line goes in first, since the log refers to it.
DoneAct write_act(const Database& database, const WorkspaceView& view, WorkspaceAct act,
                  const std::vector<WorkspaceEdit>& edits) {
    act.number = number_of(database, "SELECT coalesce(max(number), 0) FROM acts") + 1;
    Statement(database, "INSERT INTO acts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .insert(act.number, utc_now(), act.who, act.tab, act.area, act.what, act.note, act.undoes,
                static_cast<std::int64_t>(act.state));
    DoneAct done{act.number, act.what, act.note, {}};
    for (const WorkspaceEdit& edit : edits)
        if (std::optional<WorkspaceChange> change = write_edit(database, view, act.number, edit))
            done.changes.push_back(std::move(*change));
    return done;
}

/// The change that goes on with this act, if there is one (`ProposedAct::continues`).
std::optional<WorkspaceChange> continued_change(const Database& database, const WorkspaceView& view,
                                                const ActingPerson& person, const std::string& area,
                                                const ProposedAct& proposed) {
    if (!proposed.continues || proposed.edits.size() != 1) return std::nullopt;
    Statement newest(
        database,
        "SELECT max(number) FROM acts WHERE number = (SELECT max(number) FROM acts) AND who = ? AND tab = ?"
        " AND area = ? AND what = ? AND state = 0 AND at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-30 seconds')");
    newest.select(person.who, person.tab, area, proposed.what);
    if (!newest.next() || newest.null(0)) return std::nullopt;
    const std::vector<WorkspaceChange> changes = view.changes_of(newest.integer(0));
    const WorkspaceEdit& edit = proposed.edits.front();
    if (changes.size() != 1 || changes[0].kind != edit.kind || changes[0].key != edit.key) return std::nullopt;
    return changes.front();
}

/// The newest act with what is typed by now. Its change gets a new number, since numbers are versions.
DoneAct write_continued(const Database& database, const WorkspaceView& view, const WorkspaceChange& former,
                        const ProposedAct& proposed) {
    DoneAct done{former.act, proposed.what, proposed.note, {}};
    const std::optional<WorkspaceChange> change = write_edit(database, view, former.act, proposed.edits.front());
    if (!change) return done;
    Statement(database, "DELETE FROM log WHERE number = ?").insert(former.number);
    Statement(database, "UPDATE log SET before = ? WHERE number = ?").insert(former.before, change->number);
    Statement(database, "UPDATE acts SET at = ? WHERE number = ?").insert(utc_now(), former.act);
    done.changes = {*change};
    return done;
}

/// Entries as they were before the act (or after it), if they are as the act left them (or found them).
std::vector<WorkspaceEdit> edits_back(const WorkspaceView& view, const WorkspaceAct& act, bool again) {
    std::vector<WorkspaceEdit> edits;
    for (const WorkspaceChange& change : view.changes_of(act.number)) {
        WorkspaceEdit edit{change.kind, change.key, again ? change.after : change.before};
        const std::optional<WorkspaceEntry> now = view.entry(edit.kind, edit.key);
        const std::optional<std::string>& expected = again ? change.before : change.after;
        if ((now ? std::optional(now->value) : std::nullopt) != expected)
            refuse_conflict(edit, now, "this was changed again since; undo the later change first");
        edits.push_back(std::move(edit));
    }
    std::ranges::reverse(edits);
    return edits;
}

std::int64_t undoing_of(const Database& database, std::int64_t act) {
    Statement query(database, "SELECT max(number) FROM acts WHERE undoes = ?");
    query.select(act);
    return query.next() ? query.integer(0) : 0;
}

bool can_turn(const WorkspaceAct& act, const std::string& area, bool again) {
    const bool undone = act.state == WorkspaceAct::State::undone || act.state == WorkspaceAct::State::spent;
    return act.area == area && (again ? undone : act.state == WorkspaceAct::State::stands);
}

/// Undoes, or does again, the act that is meant. Nothing if there is none.
std::optional<DoneAct> turn_act(const Database& database, const WorkspaceView& view, const ActingPerson& person,
                                const std::string& area, std::optional<std::int64_t> number, bool again,
                                const Workspace::LookAtUndoing& look) {
    const std::optional<WorkspaceAct> target = number  ? view.act(*number)
                                               : again ? view.to_redo(area, person.who)
                                                       : view.to_undo(area, person.who);
    if (!target || !can_turn(*target, area, again)) return std::nullopt;
    const std::vector<WorkspaceEdit> edits = edits_back(view, *target, again);
    WorkspaceAct turning{0, {}, person.who, person.tab, area, target->what, {}, {}, WorkspaceAct::State::undoing};
    if (look) turning.note = look(view, *target, edits);
    turning.undoes = again ? undoing_of(database, target->number) : target->number;
    DoneAct done = write_act(database, view, turning, edits);
    set_act_state(database, target->number, again ? WorkspaceAct::State::stands : WorkspaceAct::State::undone);
    return done;
}

/// A transaction on a connection: committed when the function returns, taken back when it throws.
template <class Work>
auto in_transaction(const std::string& path, Database& database, const char* begin, const Work& work) {
    try {
        database.run(begin);
        auto result = work();
        database.run("COMMIT");
        return result;
    } catch (const SqliteError& error) {
        const SqliteReason why(database);
        sqlite3_exec(database.connection(), "ROLLBACK", nullptr, nullptr, nullptr);
        refuse_workspace(path, why, error.what());
    } catch (...) {
        sqlite3_exec(database.connection(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

Database opened_workspace(const std::string& path) {
    errno = 0;
    try {
        return Database::create(path);
    } catch (const SqliteError& error) {
        throw DiskError(path + ": the workspace cannot be opened: " + error.what(), errno != 0 ? errno : EACCES);
    }
}

}  // namespace

Workspace::Workspace(const std::string& path) : path_(path), connection_(new Connection{{}, opened_workspace(path)}) {
    try {
        prepare_workspace(connection_->database, path);
    } catch (const SqliteError& error) {
        refuse_workspace(path, SqliteReason(connection_->database), error.what());
    }
}

Workspace::~Workspace() = default;

void Workspace::read(const std::function<void(const WorkspaceView&)>& reader) const {
    const std::lock_guard lock(connection_->mutex);
    in_transaction(path_, connection_->database, "BEGIN", [&] {
        reader(connection_->view);
        return 0;
    });
}

std::optional<WorkspaceEntry> Workspace::entry(const std::string& kind, const std::string& key) const {
    std::optional<WorkspaceEntry> found;
    read([&](const WorkspaceView& view) { found = view.entry(kind, key); });
    return found;
}

std::vector<WorkspaceEntry> Workspace::entries(const std::string& kind) const {
    std::vector<WorkspaceEntry> found;
    read([&](const WorkspaceView& view) { found = view.entries(kind); });
    return found;
}

std::int64_t Workspace::last_change() const {
    std::int64_t last = 0;
    read([&](const WorkspaceView& view) { last = view.last_change(); });
    return last;
}

DoneAct Workspace::act(const ActingPerson& person, const std::string& area,
                       const std::function<ProposedAct(const WorkspaceView&)>& propose) {
    const std::lock_guard lock(connection_->mutex);
    const Database& database = connection_->database;
    return in_transaction(path_, connection_->database, "BEGIN IMMEDIATE", [&] {
        const ProposedAct proposed = propose(connection_->view);
        if (proposed.edits.empty()) return DoneAct{0, proposed.what, proposed.note, {}};
        if (const auto former = continued_change(database, connection_->view, person, area, proposed))
            return write_continued(database, connection_->view, *former, proposed);
        WorkspaceAct act{0, {}, person.who, person.tab, area, proposed.what, proposed.note, {}};
        DoneAct done = write_act(database, connection_->view, act, proposed.edits);
        if (done.changes.empty()) {  // nothing came out otherwise: no line in the log
            Statement(database, "DELETE FROM acts WHERE number = ?").insert(done.number);
            done.number = 0;
            return done;
        }
        Statement(database, "UPDATE acts SET state = 2 WHERE area = ? AND who = ? AND state = 1")
            .insert(area, person.who);
        return done;
    });
}

std::optional<DoneAct> Workspace::undo(const ActingPerson& person, const std::string& area,
                                       std::optional<std::int64_t> number, const LookAtUndoing& look) {
    const std::lock_guard lock(connection_->mutex);
    return in_transaction(path_, connection_->database, "BEGIN IMMEDIATE", [&] {
        return turn_act(connection_->database, connection_->view, person, area, number, false, look);
    });
}

std::optional<DoneAct> Workspace::redo(const ActingPerson& person, const std::string& area,
                                       std::optional<std::int64_t> number, const LookAtUndoing& look) {
    const std::lock_guard lock(connection_->mutex);
    return in_transaction(path_, connection_->database, "BEGIN IMMEDIATE", [&] {
        return turn_act(connection_->database, connection_->view, person, area, number, true, look);
    });
}

void Workspace::annotate(std::int64_t act, const std::string& note) {
    const std::lock_guard lock(connection_->mutex);
    in_transaction(path_, connection_->database, "BEGIN IMMEDIATE", [&] {
        Statement(connection_->database, "UPDATE acts SET note = ? WHERE number = ?").insert(note, act);
        return 0;
    });
}

std::string workspace_path(const std::string& study_folder) {
    return (std::filesystem::path(study_folder) / "workspace.sqlite").string();
}

}  // namespace tarazy
