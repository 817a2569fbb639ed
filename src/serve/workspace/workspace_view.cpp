#include "serve/workspace/workspace_view.hpp"

#include "ledger/sqlite.hpp"

namespace tarazy {
namespace {

const std::string entry_columns = "SELECT kind, key, value, version FROM entries ";
const std::string change_columns = "SELECT number, act, kind, key, before, after FROM log ";
const std::string act_columns =
    "SELECT a.number, a.at, a.who, a.tab, a.area, a.what, a.note, a.undoes, a.state FROM acts a ";

std::vector<WorkspaceEntry> entries_found(Statement& query) {
    std::vector<WorkspaceEntry> entries;
    while (query.next()) entries.push_back({query.text(0), query.text(1), query.text(2), query.integer(3)});
    return entries;
}

std::optional<std::string> known_text(const Statement& query, int column) {
    if (query.null(column)) return std::nullopt;
    return query.text(column);
}

std::vector<WorkspaceChange> changes_found(Statement& query) {
    std::vector<WorkspaceChange> changes;
    while (query.next())
        changes.push_back({query.integer(0), query.integer(1), query.text(2), query.text(3), known_text(query, 4),
                           known_text(query, 5)});
    return changes;
}

std::vector<WorkspaceAct> acts_found(Statement& query) {
    std::vector<WorkspaceAct> acts;
    while (query.next()) {
        WorkspaceAct act{query.integer(0),
                         query.text(1),
                         query.text(2),
                         query.text(3),
                         query.text(4),
                         query.text(5),
                         query.text(6),
                         {},
                         static_cast<WorkspaceAct::State>(query.integer(8))};
        if (!query.null(7)) act.undoes = query.integer(7);
        acts.push_back(std::move(act));
    }
    return acts;
}

std::optional<WorkspaceAct> first_act(Statement& query) {
    std::vector<WorkspaceAct> acts = acts_found(query);
    if (acts.empty()) return std::nullopt;
    return std::move(acts.front());
}

}  // namespace

std::optional<WorkspaceEntry> WorkspaceView::entry(const std::string& kind, const std::string& key) const {
    Statement query(database_, entry_columns + "WHERE kind = ? AND key = ?");
    query.select(kind, key);
    std::vector<WorkspaceEntry> found = entries_found(query);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<WorkspaceEntry> WorkspaceView::entries(const std::string& kind) const {
    Statement query(database_, entry_columns + "WHERE kind = ? ORDER BY key");
    query.select(kind);
    return entries_found(query);
}

std::vector<WorkspaceEntry> WorkspaceView::entries_of_document(const std::string& kind, const std::string& doc) const {
    Statement query(database_, entry_columns + "WHERE kind = ? AND doc = ? ORDER BY key");
    query.select(kind, doc);
    return entries_found(query);
}

std::vector<WorkspaceEntry> WorkspaceView::entries_of_code(const std::string& kind, const std::string& code) const {
    Statement query(database_, entry_columns + "WHERE kind = ? AND code = ? ORDER BY key");
    query.select(kind, code);
    return entries_found(query);
}

std::int64_t WorkspaceView::last_change() const {
    Statement query(database_, "SELECT coalesce(max(number), 0) FROM log");
    return query.next() ? query.integer(0) : 0;
}

std::vector<WorkspaceChange> WorkspaceView::changes_after(std::int64_t number) const {
    Statement query(database_, change_columns +
                                   "WHERE number IN (SELECT max(number) FROM log WHERE number > ? GROUP BY kind, key)"
                                   " ORDER BY number");
    query.select(number);
    return changes_found(query);
}

std::vector<WorkspaceChange> WorkspaceView::changes_of(std::int64_t act) const {
    Statement query(database_, change_columns + "WHERE act = ? ORDER BY number");
    query.select(act);
    return changes_found(query);
}

std::optional<WorkspaceAct> WorkspaceView::act(std::int64_t number) const {
    Statement query(database_, act_columns + "WHERE a.number = ?");
    query.select(number);
    return first_act(query);
}

std::vector<WorkspaceAct> WorkspaceView::newest_acts(const std::string& area, const std::string& who,
                                                     std::size_t most) const {
    Statement query(database_,
                    act_columns + "WHERE a.area = ?1 AND (?2 = '' OR a.who = ?2) ORDER BY a.number DESC LIMIT ?3");
    query.select(area, who, most);
    return acts_found(query);
}

std::optional<WorkspaceAct> WorkspaceView::to_undo(const std::string& area, const std::string& who) const {
    Statement query(database_,
                    act_columns + "WHERE a.area = ? AND a.who = ? AND a.state = 0 ORDER BY a.number DESC LIMIT 1");
    query.select(area, who);
    return first_act(query);
}

std::optional<WorkspaceAct> WorkspaceView::to_redo(const std::string& area, const std::string& who) const {
    // The one whose undoing is the newest.
    Statement query(database_, act_columns +
                                   "JOIN acts u ON u.undoes = a.number WHERE a.area = ? AND a.who = ? AND a.state = 1"
                                   " ORDER BY u.number DESC LIMIT 1");
    query.select(area, who);
    return first_act(query);
}

}  // namespace tarazy
