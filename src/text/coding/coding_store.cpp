#include "text/coding/coding_store.hpp"

#include "base/error.hpp"
#include "base/printable.hpp"
#include "io/text_encoding.hpp"
#include "text/coding/workspace_codings.hpp"

#include <sqlite3.h>

namespace tarazy {

struct CodingStore::Connection {
    sqlite3* database = nullptr;
    ~Connection() { sqlite3_close_v2(database); }
};

namespace {

constexpr int coding_store_id = 0x54434F44;  ///< "TCOD", application_id of our files

const char* const coding_store_layout =
    "BEGIN IMMEDIATE;"
    "CREATE TABLE IF NOT EXISTS changes (number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL,"
    " adds INTEGER NOT NULL, doc TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, coder TEXT NOT NULL,"
    " code TEXT NOT NULL, memo TEXT NOT NULL, undoes INTEGER REFERENCES changes(number));"
    "CREATE TABLE IF NOT EXISTS segments (id INTEGER PRIMARY KEY REFERENCES changes(number), doc TEXT NOT NULL,"
    " start INTEGER NOT NULL, end INTEGER NOT NULL, coder TEXT NOT NULL, code TEXT NOT NULL, memo TEXT NOT NULL);"
    "CREATE INDEX IF NOT EXISTS segments_of_documents ON segments(doc, start);"
    "PRAGMA application_id = 1413697348;"
    "COMMIT;";

/// What SQLite refused last, as the user's fault or the disk's.
[[noreturn]] void refuse_coding_store(sqlite3* database, const std::string& path) {
    const int status = sqlite3_errcode(database);
    const std::string reason = sqlite3_errmsg(database);
    if (status == SQLITE_NOTADB || status == SQLITE_CORRUPT)
        throw InputError({path, 0, 0, "this is no store of codings (" + reason + ")",
                          "name a .sqlite file that `tarazy text codings` made, or a new one"});
    throw FileError(path + ": the store of codings cannot be used: " + reason);
}

/// A prepared statement whose failures name the file.
class StoreQuery {
public:
    StoreQuery(sqlite3* database, const std::string& path, const char* sql) : database_(database), path_(path) {
        if (sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr) != SQLITE_OK) fail();
    }
    StoreQuery(const StoreQuery&) = delete;
    StoreQuery& operator=(const StoreQuery&) = delete;
    ~StoreQuery() { sqlite3_finalize(statement_); }

    void bind(int place, const std::string& text) {
        sqlite3_bind_text(statement_, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    }
    void bind(int place, std::int64_t number) { sqlite3_bind_int64(statement_, place, number); }
    void bind_segment(int place, const Segment& segment) {
        bind(place, segment.doc);
        bind(place + 1, static_cast<std::int64_t>(segment.start));
        bind(place + 2, static_cast<std::int64_t>(segment.end));
        bind(place + 3, segment.coder);
        bind(place + 4, segment.code);
        bind(place + 5, segment.memo);
    }
    bool next() {
        const int status = sqlite3_step(statement_);
        if (status != SQLITE_ROW && status != SQLITE_DONE) fail();
        return status == SQLITE_ROW;
    }
    [[nodiscard]] std::string text(int column) const {
        const auto* const bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        if (bytes == nullptr) return {};
        std::string text(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
        if (!is_utf8_text(text))
            throw InputError({path_, 0, 0, "the store of codings is damaged: a text in it is not UTF-8",
                              "take a copy of it that is whole"});
        return text;
    }
    [[nodiscard]] std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
    [[nodiscard]] bool null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    [[nodiscard]] Segment segment(int first) const {
        return {text(first),
                static_cast<std::size_t>(number(first + 1)),
                static_cast<std::size_t>(number(first + 2)),
                text(first + 3),
                text(first + 4),
                text(first + 5)};
    }

private:
    [[noreturn]] void fail() const { refuse_coding_store(database_, path_); }
    sqlite3* database_;
    const std::string& path_;
    sqlite3_stmt* statement_ = nullptr;
};

void run_in_store(sqlite3* database, const std::string& path, const char* sql) {
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) refuse_coding_store(database, path);
}

std::int64_t stored_number(sqlite3* database, const std::string& path, const char* sql) {
    StoreQuery query(database, path, sql);
    return query.next() ? query.number(0) : 0;
}

void require_texts(const std::string& path, const CodingChange& change) {
    const Segment& one = change.segment;
    for (const std::string* text : {&change.by, &one.doc, &one.coder, &one.code, &one.memo})
        if (!is_utf8_text(*text))
            throw InputError({path, 0, 0, "what is to be stored ('" + printable(*text) + "') is not UTF-8",
                              "set the terminal to UTF-8 and type it again"});
}

void store_change(sqlite3* database, const std::string& path, const CodingChange& change) {
    StoreQuery insert(database, path, "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, change.number);
    insert.bind(2, change.when);
    insert.bind(3, change.by);
    insert.bind(4, std::int64_t{change.adds});
    insert.bind_segment(5, change.segment);
    if (change.undoes) insert.bind(11, *change.undoes);
    while (insert.next()) {
    }
    if (change.adds) {
        StoreQuery add(database, path, "INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?, ?)");
        add.bind(1, change.number);
        add.bind_segment(2, change.segment);
        while (add.next()) {
        }
        return;
    }
    StoreQuery remove(database, path,
                      "DELETE FROM segments WHERE id = (SELECT max(id) FROM segments WHERE doc = ? AND start = ? AND"
                      " end = ? AND coder = ? AND code = ? AND memo = ?)");
    remove.bind_segment(1, change.segment);
    while (remove.next()) {
    }
    if (sqlite3_changes(database) != 1)
        throw InputError({path, 0, 0, "the segment to be removed is not there", "see the segments with --action list"});
}

}  // namespace

CodingStore::CodingStore(const std::string& path) : path_(path), connection_(std::make_unique<Connection>()) {
    if (sqlite3_open_v2(path.c_str(), &connection_->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) !=
        SQLITE_OK)
        throw FileError(path + ": the store of codings cannot be opened: " + sqlite3_errmsg(connection_->database));
    sqlite3* const database = connection_->database;
    sqlite3_busy_timeout(database, 5000);
    run_in_store(database, path_, "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;");
    const std::int64_t id = stored_number(database, path_, "PRAGMA application_id");
    const std::int64_t tables = stored_number(database, path_, "SELECT count(*) FROM sqlite_schema");
    workspace_ = id == study_workspace_file_id;
    if (id == coding_store_id || workspace_) return;
    if (tables > 0)
        throw InputError({path, 0, 0, "this is an SQLite file, but no store of codings",
                          "name a .sqlite file that `tarazy text codings` made, or a new one"});
    run_in_store(database, path_, "PRAGMA journal_mode = WAL;");
    run_in_store(database, path_, coding_store_layout);
}

CodingStore::~CodingStore() = default;

std::vector<CodingChange> CodingStore::changes() const {
    StoreQuery query(
        connection_->database, path_,
        workspace_
            ? workspace_changes_query()
            : "SELECT number, at, by, adds, doc, start, end, coder, code, memo, undoes FROM changes ORDER BY number");
    std::vector<CodingChange> log;
    while (query.next()) {
        CodingChange change{query.number(0), query.text(1), query.text(2), query.number(3) != 0, query.segment(4), {}};
        if (!query.null(10)) change.undoes = query.number(10);
        log.push_back(std::move(change));
    }
    return log;
}

std::vector<Segment> CodingStore::segments() const {
    StoreQuery query(connection_->database, path_,
                     workspace_ ? workspace_segments_query()
                                : "SELECT doc, start, end, coder, code, memo FROM segments ORDER BY id");
    std::vector<Segment> segments;
    while (query.next()) segments.push_back(query.segment(0));
    return segments;
}

void CodingStore::append(const std::vector<CodingChange>& changes) {
    if (workspace_)
        throw InputError({path_, 0, 0, "these codings belong to the workspace of a study, where they can only be read",
                          "change them in the browser, with tarazy serve"});
    sqlite3* const database = connection_->database;
    run_in_store(database, path_, "BEGIN IMMEDIATE");
    try {
        std::int64_t next = stored_number(database, path_, "SELECT coalesce(max(number), 0) FROM changes") + 1;
        for (const CodingChange& change : changes) {
            if (change.number != next++)
                throw InputError(
                    {path_, 0, 0, "somebody else changed the codings meanwhile", "read them again, and repeat"});
            require_texts(path_, change);
            store_change(database, path_, change);
        }
        run_in_store(database, path_, "COMMIT");
    } catch (...) {
        sqlite3_exec(database, "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

}  // namespace tarazy
