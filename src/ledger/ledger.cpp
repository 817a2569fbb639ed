#include "ledger/ledger.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "io/atomic_file.hpp"
#include "ledger/ledger_claims.hpp"
#include "ledger/sqlite.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <set>
#include <stdexcept>

namespace tarazy {
namespace {

constexpr std::int64_t our_application = 0x54525a59;  // "TRZY"
constexpr std::int64_t our_layout = 4;

// Text keys are kept as the reader sees them: the ledger is meant to be opened with any SQLite tool too. Rows stand in
// the order of the records (rowid). STRICT lets integrity_check find a cell of the wrong type.
constexpr const char* layout = R"sql(
CREATE TABLE runs(
  study TEXT NOT NULL, title TEXT NOT NULL, focus TEXT NOT NULL, version TEXT NOT NULL,
  seed TEXT NOT NULL, command TEXT NOT NULL, folder TEXT NOT NULL) STRICT;
CREATE TABLE sources(
  key TEXT NOT NULL UNIQUE, author TEXT NOT NULL, year TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL,
  url TEXT NOT NULL, coverage TEXT NOT NULL, licence TEXT NOT NULL) STRICT;
CREATE TABLE data(key TEXT NOT NULL UNIQUE, role TEXT NOT NULL) STRICT;
CREATE TABLE inputs(
  key TEXT NOT NULL REFERENCES data(key), path TEXT NOT NULL, sha256 TEXT NOT NULL CHECK(length(sha256) = 64),
  rows INTEGER NOT NULL CHECK(rows >= 0), role TEXT NOT NULL, source TEXT NOT NULL,
  fallback INTEGER NOT NULL CHECK(fallback IN (0, 1)), raw_path TEXT NOT NULL, UNIQUE(key, path)) STRICT;
CREATE TABLE input_notes(
  key TEXT NOT NULL, path TEXT NOT NULL, note TEXT NOT NULL, FOREIGN KEY(key, path) REFERENCES inputs(key, path)) STRICT;
CREATE TABLE analyses(
  id TEXT NOT NULL UNIQUE, method TEXT NOT NULL, parameters TEXT NOT NULL, command TEXT NOT NULL,
  failure TEXT NOT NULL) STRICT;
CREATE TABLE outputs(
  path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL CHECK(length(sha256) = 64), rows INTEGER NOT NULL CHECK(rows >= 0)) STRICT;
)sql";

std::string whole_layout() {
    return std::string(layout) + claims_layout;
}

void write_run(const Database& database, const LedgerContent& content) {
    const RunRecord& run = content.run;
    Statement(database, "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?)")
        .insert(run.study, run.title, run.focus, run.version, std::to_string(run.seed), run.command, run.folder);
    Statement source(database, "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (const SourceRecord& s : content.sources) {
        source.insert(s.key, s.author, s.year, s.title, s.publisher, s.url, s.coverage, s.licence);
    }
    Statement data(database, "INSERT INTO data VALUES (?, ?)");
    Statement input(database, "INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    Statement note(database, "INSERT INTO input_notes VALUES (?, ?, ?)");
    std::set<std::string> keys;
    for (const InputRecord& i : content.inputs) {
        if (keys.insert(i.key).second) data.insert(i.key, i.role);
        input.insert(i.key, i.path, i.sha256, i.rows, i.role, i.source, i.fallback, i.raw_path);
        for (const std::string& text : i.notes) note.insert(i.key, i.path, text);
    }
    Statement analysis(database, "INSERT INTO analyses VALUES (?, ?, ?, ?, ?)");
    for (const AnalysisRecord& a : content.analyses)
        analysis.insert(a.id, a.method, a.parameters, a.command, a.failure);
    Statement output(database, "INSERT INTO outputs VALUES (?, ?, ?)");
    for (const OutputRecord& o : content.outputs) output.insert(o.path, o.sha256, o.rows);
}

/// Our own mistakes, told apart from a full disk before SQLite sees them.
void require_consistent(const LedgerContent& content) {
    const auto unique = [](std::set<std::string>& seen, const std::string& id, const char* what) {
        if (!seen.insert(id).second) throw std::logic_error(std::string("ledger: two ") + what + " '" + id + "'");
    };
    std::set<std::string> analyses, claims, keys, inputs, outputs, sources;
    for (const AnalysisRecord& analysis : content.analyses) unique(analyses, analysis.id, "analyses");
    for (const OutputRecord& output : content.outputs) unique(outputs, output.path, "outputs");
    for (const SourceRecord& source : content.sources) unique(sources, source.key, "sources");
    for (const InputRecord& input : content.inputs) {
        unique(inputs, input.key + ": " + input.path, "inputs");
        keys.insert(input.key);
    }
    for (const Claim& claim : content.claims) {
        unique(claims, claim.id, "claims");
        if (!claim.analysis.empty() && !analyses.contains(claim.analysis)) {
            throw std::logic_error("ledger: claim '" + claim.id + "' names the unknown analysis '" + claim.analysis +
                                   "'");
        }
        for (const InputUse& use : claim.inputs) {
            if (!keys.contains(use.key)) {
                throw std::logic_error("ledger: claim '" + claim.id + "' rests on the unknown data key '" + use.key +
                                       "'");
            }
        }
    }
}

/// The ledger written aside, with the files SQLite keeps beside it; all removed at the end.
struct AsideLedger {
    explicit AsideLedger(const std::string& target) : path(target + ".partial-" + std::to_string(::getpid())) {
        sweep();
    }
    AsideLedger(const AsideLedger&) = delete;
    AsideLedger& operator=(const AsideLedger&) = delete;
    ~AsideLedger() { sweep(); }
    void sweep() const {
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) ::unlink((path + suffix).c_str());
    }
    std::string path;
};

InputError not_usable(const std::string& path, std::string what, std::string remedy) {
    return InputError(Problem{path, 0, 0, std::move(what), std::move(remedy)});
}

std::int64_t pragma(const Database& database, const std::string& name) {
    Statement statement(database, "PRAGMA " + name);
    return statement.next() ? statement.integer(0) : 0;
}

std::string layout_of(const Database& database) {
    Statement statement(database, "SELECT sql FROM sqlite_schema ORDER BY rowid");
    std::string text;
    while (statement.next()) text += statement.text(0) + '\n';
    return text;
}

/// Integrity, layout and references, in the order in which later checks rely on earlier ones.
void require_sound(const Database& database, const std::string& path) {
    if (pragma(database, "application_id") != our_application) {
        throw not_usable(path, "is an SQLite database of another program, not a ledger of tarazy",
                         "name an output folder of 'tarazy study run'");
    }
    if (const std::int64_t found = pragma(database, "user_version"); found != our_layout) {
        throw not_usable(path,
                         "is a ledger of layout " + std::to_string(found) + ", this tarazy reads layout " +
                             std::to_string(our_layout),
                         "run the study again with this version");
    }
    Database model = Database::in_memory();
    model.run(whole_layout());
    if (layout_of(database) != layout_of(model)) {
        throw not_usable(path, "has been altered: its tables are not those that tarazy writes", "run the study again");
    }
    Statement integrity(database, "PRAGMA integrity_check(1)");
    if (!integrity.next() || integrity.text(0) != "ok") throw SqliteError(integrity.text(0));
    Statement references(database, "PRAGMA foreign_key_check");
    if (references.next())
        throw SqliteError("a record in " + references.text(0) + " refers to one in " + references.text(2) +
                          " that is gone");
    if (pragma(database, "page_count") == 0 || Statement(database, "SELECT 1 FROM runs").next() == false) {
        throw SqliteError("it holds no run");
    }
}

void read_run(const Database& database, LedgerContent& content) {
    Statement run(database, "SELECT study, title, focus, version, seed, command, folder FROM runs");
    if (run.next()) {
        const std::string seed = run.text(4);
        content.run = {run.text(0), run.text(1), run.text(2), run.text(3), 0, run.text(5), run.text(6)};
        content.run.seed = std::strtoull(seed.c_str(), nullptr, 10);
    }
    Statement source(database, "SELECT * FROM sources ORDER BY rowid");
    while (source.next()) {
        content.sources.push_back({source.text(0), source.text(1), source.text(2), source.text(3), source.text(4),
                                   source.text(5), source.text(6), source.text(7)});
    }
    Statement input(database,
                    "SELECT key, path, sha256, rows, role, source, fallback, raw_path FROM inputs ORDER BY rowid");
    while (input.next()) {
        content.inputs.push_back({input.text(0), input.text(4), input.text(1), input.text(2),
                                  static_cast<std::size_t>(input.integer(3)), input.text(5), input.integer(6) != 0,
                                  input.text(7)});
    }
    Statement note(database, "SELECT key, path, note FROM input_notes ORDER BY rowid");
    while (note.next()) {
        const auto of = std::ranges::find_if(content.inputs, [&](const InputRecord& one) {
            return one.key == note.text(0) && one.path == note.text(1);
        });
        if (of != content.inputs.end()) of->notes.push_back(note.text(2));
    }
    Statement analysis(database, "SELECT id, method, parameters, command, failure FROM analyses ORDER BY rowid");
    while (analysis.next()) {
        content.analyses.push_back(
            {analysis.text(0), analysis.text(1), analysis.text(2), analysis.text(3), analysis.text(4)});
    }
    Statement output(database, "SELECT path, sha256, rows FROM outputs ORDER BY rowid");
    while (output.next())
        content.outputs.push_back({output.text(0), output.text(1), static_cast<std::size_t>(output.integer(2))});
}

}  // namespace

void write_ledger(const std::string& path, const LedgerContent& content) {
    require_consistent(content);
    const AsideLedger aside(path);
    try {
        Database database = Database::create(aside.path);
        // The write-ahead log keeps a killed writer from leaving half a page; with exclusive locking its index stays in
        // memory. secure_delete zeroes freed bytes, so that equal content gives equal files.
        database.run(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
            "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;"
            "PRAGMA application_id = " +
            std::to_string(our_application) + "; PRAGMA user_version = " + std::to_string(our_layout));
        database.run("BEGIN IMMEDIATE");
        database.run(whole_layout());
        write_run(database, content);
        write_claims(database, content.claims);
        database.run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
        database.close();
    } catch (const SqliteError& error) {
        throw FileError(path + ": the ledger cannot be written (" + error.what() + ")");
    }
    if (std::rename(aside.path.c_str(), path.c_str()) != 0) {
        throw FileError(path + ": cannot be put in place (" + std::strerror(errno) + ")");
    }
}

LedgerContent read_ledger(const std::string& path) {
    std::string bytes = read_file(path);
    if (!bytes.starts_with(std::string_view("SQLite format 3\0", 16))) {
        throw not_usable(path,
                         bytes.empty() ? "is empty, not a ledger" : "is not a ledger of tarazy (no SQLite database)",
                         "name an output folder of 'tarazy study run'");
    }
    try {
        const Database database = Database::from_bytes(bytes);
        require_sound(database, path);
        LedgerContent content;
        read_run(database, content);
        content.claims = read_claims(database);
        return content;
    } catch (const std::invalid_argument& error) {
        throw not_usable(path, std::string("the ledger is damaged (") + error.what() + ")",
                         "run the study again, or take the file from a copy");
    } catch (const SqliteError& error) {
        throw not_usable(path, std::string("the ledger is damaged (") + error.what() + ")",
                         "run the study again, or take the file from a copy");
    }
}

std::size_t count_claims(const std::string& path) {
    std::string bytes = read_file(path);
    try {
        const Database database = Database::from_bytes(bytes);
        Statement count(database, "SELECT count(*) FROM claim_records");
        count.select();
        return count.next() ? static_cast<std::size_t>(count.integer(0)) : 0;
    } catch (const SqliteError& error) {
        throw not_usable(path, std::string("is no ledger of tarazy (") + error.what() + ")", "run the study again");
    }
}

const Claim& find_claim(const LedgerContent& content, std::string_view id) {
    const auto found = std::ranges::find(content.claims, id, &Claim::id);
    if (found != content.claims.end()) return *found;
    std::vector<std::string> ids;
    for (const Claim& claim : content.claims) ids.push_back(claim.id);
    throw UsageError("no claim '" + std::string(id) + "' in this study; " +
                     (ids.empty() ? "its ledger holds no claims" : name_hint(id, ids)));
}

Claim find_claim(const std::string& path, std::string_view id) {
    return find_claim(read_ledger(path), id);
}

std::vector<Claim> claims_starting_with(const LedgerContent& content, std::string_view prefix) {
    std::vector<Claim> claims;
    for (const Claim& claim : content.claims) {
        if (claim.id.starts_with(prefix)) claims.push_back(claim);
    }
    return claims;
}

}  // namespace tarazy
