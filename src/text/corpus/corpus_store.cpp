#include "text/corpus/corpus_store.hpp"

#include "base/error.hpp"
#include "base/regular_file.hpp"
#include "io/text_encoding.hpp"
#include "table/table_rows.hpp"

#include <sqlite3.h>

#include <fstream>
#include <memory>
#include <optional>
#include <stdexcept>

namespace tarazy {
namespace {

constexpr int store_version = 1;
constexpr int store_application = 0x54525A43;  // "TRZC"

constexpr const char* store_tables = R"(
CREATE TABLE documents(number INTEGER PRIMARY KEY, doc_id TEXT NOT NULL UNIQUE, text TEXT NOT NULL, original TEXT NOT NULL,
    language TEXT NOT NULL, file TEXT NOT NULL, line INTEGER, format TEXT NOT NULL, encoding TEXT NOT NULL,
    encoding_assumed INTEGER NOT NULL, sha256 TEXT NOT NULL, pages INTEGER);
CREATE TABLE map(document INTEGER NOT NULL, begin INTEGER NOT NULL, source INTEGER NOT NULL, source_length INTEGER NOT NULL,
    verbatim INTEGER NOT NULL, PRIMARY KEY(document, begin)) WITHOUT ROWID;
CREATE TABLE language(document INTEGER NOT NULL, segment INTEGER NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
    language TEXT NOT NULL, confidence REAL NOT NULL, PRIMARY KEY(document, segment)) WITHOUT ROWID;
CREATE TABLE cleaning(document INTEGER NOT NULL, kind TEXT NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE metadata(document INTEGER NOT NULL, name TEXT NOT NULL, value NOT NULL, PRIMARY KEY(document, name)) WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(text, content='documents', content_rowid='number',
    tokenize="unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE search_characters USING fts5(text, content='documents', content_rowid='number', tokenize='trigram');
)";

struct CloseStore {
    void operator()(sqlite3* store) const { sqlite3_close(store); }
};
struct EndStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

[[noreturn]] void fail_store(sqlite3* store) {
    const int code = store == nullptr ? SQLITE_NOMEM : sqlite3_errcode(store);
    if (code == SQLITE_NOMEM || code == SQLITE_TOOBIG || code == SQLITE_FULL)
        throw LimitError("the corpus is too large for one database in memory; build it in parts, or as .csv");
    throw std::runtime_error(std::string("SQLite: ") + sqlite3_errmsg(store));
}

class Statement {
public:
    Statement(sqlite3* store, const char* sql) : store_(store) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(store, sql, -1, &statement, nullptr) != SQLITE_OK) fail_store(store);
        statement_.reset(statement);
    }
    Statement& text(const std::string& value) {
        check(sqlite3_bind_text64(statement_.get(), ++at_, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8));
        return *this;
    }
    Statement& number(std::size_t value) {
        check(sqlite3_bind_int64(statement_.get(), ++at_, static_cast<sqlite3_int64>(value)));
        return *this;
    }
    Statement& number_or_none(std::size_t value) { return value == 0 ? none() : number(value); }
    Statement& integer(std::int64_t value) {
        check(sqlite3_bind_int64(statement_.get(), ++at_, value));
        return *this;
    }
    Statement& real(double value) {
        check(sqlite3_bind_double(statement_.get(), ++at_, value));
        return *this;
    }
    Statement& none() {
        check(sqlite3_bind_null(statement_.get(), ++at_));
        return *this;
    }
    void run() {
        if (sqlite3_step(statement_.get()) != SQLITE_DONE) fail_store(store_);
        sqlite3_reset(statement_.get());
        at_ = 0;
    }
    [[nodiscard]] bool next() {
        const int code = sqlite3_step(statement_.get());
        if (code != SQLITE_ROW && code != SQLITE_DONE) fail_store(store_);
        return code == SQLITE_ROW;
    }
    [[nodiscard]] std::string text_at(int column) const {
        const auto* const bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
        if (bytes == nullptr) return {};
        std::string text(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
        if (!is_utf8_text(text)) throw std::runtime_error("a text in it is not UTF-8");
        return text;
    }
    [[nodiscard]] sqlite3_stmt* get() const { return statement_.get(); }

private:
    void check(int code) {
        if (code != SQLITE_OK) fail_store(store_);
    }
    sqlite3* store_;
    std::unique_ptr<sqlite3_stmt, EndStatement> statement_;
    int at_ = 0;
};

void run_sql(sqlite3* store, const char* sql) {
    if (sqlite3_exec(store, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail_store(store);
}

void store_metadata(Statement& add, const Table& metadata, std::size_t document) {
    for (std::size_t c = 0; c < metadata.columns.size(); ++c) {
        const Column& column = metadata.columns[c];
        if (column.missing(document)) continue;
        add.number(document + 1).text(metadata.names[c]);
        const std::string shown = column.display(document);  // alive until the row is written
        switch (column.type()) {
            case ColumnType::integer: add.integer(*column.integer(document)); break;
            case ColumnType::real: add.real(*column.real(document)); break;
            case ColumnType::text: add.text(shown); break;
        }
        add.run();
    }
}

void store_documents(sqlite3* store, const BuiltCorpus& built, const Work& work) {
    Statement document(store, "INSERT INTO documents VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"),
        map(store, "INSERT INTO map VALUES(?,?,?,?,?)"), language(store, "INSERT INTO language VALUES(?,?,?,?,?,?)"),
        cleaning(store, "INSERT INTO cleaning VALUES(?,?,?,?,?,?,?)"),
        metadata(store, "INSERT INTO metadata VALUES(?,?,?)");
    WorkStep step(work, "storing documents", built.size());
    for (std::size_t i = 0; i < built.size(); ++i) {
        const DocumentSource& source = built.sources[i];
        const CleanText& clean = built.clean[i];
        const std::string main(to_string(main_language(built.languages[i]))), format(to_string(source.format));
        document.number(i + 1).text(built.corpus.ids[i]).text(clean.text).text(built.corpus.texts[i]).text(main);
        document.text(source.path).number_or_none(source.line).text(format).text(source.encoding);
        document.number(source.encoding_assumed ? 1 : 0).text(source.sha256).number_or_none(source.pages).run();
        for (const TextMap::Run& run : clean.map.runs)
            map.number(i + 1)
                .number(run.begin)
                .number(run.source)
                .number(run.source_length)
                .number(run.verbatim ? 1 : 0)
                .run();
        for (std::size_t s = 0; s < built.languages[i].size(); ++s) {
            const LanguageSegment& segment = built.languages[i][s];
            const std::string code(to_string(segment.language));
            language.number(i + 1).number(s + 1).number(segment.begin).number(segment.end).text(code);
            language.real(segment.confidence).run();
        }
        for (const CleaningChoice& choice : clean.log) {
            const std::string kind(to_string(choice.kind));
            cleaning.number(i + 1).text(kind).number(choice.source.begin).number(choice.source.end);
            cleaning.text(choice.before).text(choice.after).text(choice.reason).run();
        }
        store_metadata(metadata, built.corpus.metadata, i);
        step.advance();
    }
}

[[noreturn]] void refuse_store(const std::string& path, const std::string& what) {
    throw InputError(Problem{path, 0, 0, what, "give a file that `tarazy text build -o corpus.db` wrote"});
}

/// A column of metadata: numbers where each value is one.
Column stored_column(sqlite3* store, const std::string& name, std::size_t documents) {
    Statement cells(store, "SELECT document, value FROM metadata WHERE name = ?");
    cells.text(name);
    std::vector<std::string> texts(documents);
    std::vector<std::int64_t> integers(documents, Column::missing_integer);
    std::vector<double> reals(documents, Column::missing_real);
    bool all_integers = true, all_numbers = true;
    while (cells.next()) {
        const auto document = static_cast<std::size_t>(sqlite3_column_int64(cells.get(), 0)) - 1;
        if (document >= documents) continue;
        const int type = sqlite3_column_type(cells.get(), 1);
        all_integers = all_integers && type == SQLITE_INTEGER;
        all_numbers = all_numbers && (type == SQLITE_INTEGER || type == SQLITE_FLOAT);
        integers[document] = sqlite3_column_int64(cells.get(), 1);
        reals[document] = sqlite3_column_double(cells.get(), 1);
        texts[document] = cells.text_at(1);
    }
    if (all_integers) return Column(std::move(integers));
    if (all_numbers) return Column(std::move(reals));
    return Column(std::span<const std::string>(texts));
}

/// By its first bytes, so that a large file is not read twice.
void check_is_database(const std::string& path) {
    constexpr std::string_view beginning = "SQLite format 3";
    require_regular_file(path);
    std::ifstream file(path, std::ios::binary);
    std::string bytes(beginning.size(), '\0');
    if (!file) throw FileError(path + ": cannot be read");
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (bytes != beginning) refuse_store(path, "this is no SQLite database");
}

StoredCorpus stored_documents(sqlite3* store) {
    StoredCorpus stored;
    TableRows sources(TextColumn{"language"}, IntegerColumn{"pages"}, TextColumn{"format"}, TextColumn{"encoding"},
                      TextColumn{"file"});
    Statement documents(store,
                        "SELECT doc_id, text, language, pages, format, encoding, file FROM documents ORDER BY number");
    while (documents.next()) {
        stored.corpus.ids.push_back(documents.text_at(0));
        stored.corpus.texts.push_back(documents.text_at(1));
        const bool paged = sqlite3_column_type(documents.get(), 3) != SQLITE_NULL;
        sources.add(documents.text_at(2),
                    paged ? std::optional<std::int64_t>(sqlite3_column_int64(documents.get(), 3)) : std::nullopt,
                    documents.text_at(4), documents.text_at(5), documents.text_at(6));
    }
    stored.sources = sources.table();
    return stored;
}

Language language_of_code(std::string_view code) {
    for (const Language language : {Language::kk, Language::ru, Language::en, Language::zh})
        if (to_string(language) == code) return language;
    return Language::und;
}

void add_stored_segments(sqlite3* store, StoredCorpus& stored) {
    stored.languages.resize(stored.corpus.size());
    Statement segments(store,
                       "SELECT document, begin, end, language, confidence FROM language ORDER BY document, segment");
    while (segments.next()) {
        const auto document = static_cast<std::size_t>(sqlite3_column_int64(segments.get(), 0)) - 1;
        if (document >= stored.languages.size()) continue;
        stored.languages[document].push_back({static_cast<std::size_t>(sqlite3_column_int64(segments.get(), 1)),
                                              static_cast<std::size_t>(sqlite3_column_int64(segments.get(), 2)),
                                              language_of_code(segments.text_at(3)),
                                              sqlite3_column_double(segments.get(), 4), 0});
    }
}

}  // namespace

std::string corpus_store_bytes(const BuiltCorpus& built, const Work& work) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    const std::unique_ptr<sqlite3, CloseStore> store(opened);
    if (code != SQLITE_OK) fail_store(opened);
    run_sql(store.get(), "PRAGMA page_size=4096");
    run_sql(store.get(), ("PRAGMA application_id=" + std::to_string(store_application)).c_str());
    run_sql(store.get(), ("PRAGMA user_version=" + std::to_string(store_version)).c_str());
    run_sql(store.get(), "BEGIN");
    run_sql(store.get(), store_tables);
    store_documents(store.get(), built, work);
    work.check();
    run_sql(store.get(), "INSERT INTO search(search) VALUES('rebuild')");
    work.check();
    run_sql(store.get(), "INSERT INTO search_characters(search_characters) VALUES('rebuild')");
    run_sql(store.get(), "COMMIT");
    sqlite3_int64 size = 0;
    unsigned char* const bytes = sqlite3_serialize(store.get(), "main", &size, 0);
    if (bytes == nullptr)
        throw LimitError("the corpus is too large for one database in memory; build it in parts, or as .csv");
    std::string result(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    return result;
}

bool is_corpus_store_name(std::string_view path) {
    return path.ends_with(".db") || path.ends_with(".sqlite");
}

StoredCorpus read_corpus_store(const std::string& path) {
    check_is_database(path);
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, CloseStore> store(opened);
    if (code != SQLITE_OK) throw FileError(path + ": cannot be opened as a database");
    try {
        Statement kind(store.get(), "PRAGMA application_id");
        if (!kind.next() || sqlite3_column_int(kind.get(), 0) != store_application)
            refuse_store(path, "this database holds no corpus of tarazy");
        StoredCorpus stored = stored_documents(store.get());
        add_stored_segments(store.get(), stored);
        Statement names(store.get(), "SELECT DISTINCT name FROM metadata ORDER BY name");
        while (names.next()) {
            const std::string name = names.text_at(0);
            stored.corpus.metadata.add(name, stored_column(store.get(), name, stored.corpus.size()));
        }
        stored.corpus.metadata.origin.path = path;
        return stored;
    } catch (const std::runtime_error& error) {
        if (dynamic_cast<const InputError*>(&error) != nullptr) throw;
        refuse_store(path, std::string("the database is damaged (") + error.what() + ")");
    }
}

}  // namespace tarazy
