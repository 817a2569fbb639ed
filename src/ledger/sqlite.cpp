#include "ledger/sqlite.hpp"

#include <sqlite3.h>

#include <cmath>

namespace tarazy {
namespace {

[[noreturn]] void refuse(sqlite3* connection) {
    throw SqliteError(connection != nullptr ? sqlite3_errmsg(connection) : "not enough memory");
}

}  // namespace

Database::Database(const std::string& name, int flags) {
    if (sqlite3_open_v2(name.c_str(), &connection_, flags, nullptr) == SQLITE_OK) return;
    const std::string reason = connection_ != nullptr ? sqlite3_errmsg(connection_) : "not enough memory";
    sqlite3_close_v2(connection_);
    throw SqliteError(reason);
}

Database Database::create(const std::string& path) {
    return {path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
}
Database Database::in_memory() {
    return {":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
}

Database Database::from_bytes(std::string& bytes) {
    Database database = in_memory();
    sqlite3* const connection = database.connection_;
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    database.run("PRAGMA cell_size_check = ON");
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    const int status = sqlite3_deserialize(connection, "main", reinterpret_cast<unsigned char*>(bytes.data()), size,
                                           size, SQLITE_DESERIALIZE_READONLY);
    if (status != SQLITE_OK) refuse(connection);
    return database;
}

Database::~Database() {
    sqlite3_close_v2(connection_);
}

void Database::run(const std::string& sql) {
    if (sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) refuse(connection_);
}

void Database::close() {
    if (sqlite3_close(connection_) != SQLITE_OK) refuse(connection_);
    connection_ = nullptr;
}

Statement::Statement(const Database& database, std::string_view sql) : connection_(database.connection()) {
    check(sqlite3_prepare_v2(connection_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

Statement::~Statement() {
    sqlite3_finalize(statement_);
}

bool Statement::next() {
    const int status = sqlite3_step(statement_);
    if (status != SQLITE_ROW && status != SQLITE_DONE) refuse(connection_);
    return status == SQLITE_ROW;
}

bool Statement::null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string Statement::text(int column) const {
    const unsigned char* const text = sqlite3_column_text(statement_, column);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}
double Statement::real(int column) const {
    return null(column) ? std::nan("") : sqlite3_column_double(statement_, column);
}

std::optional<double> Statement::known_real(int column) const {
    if (null(column)) return std::nullopt;
    return real(column);
}

void Statement::bind(int place, const std::string& value) {
    check(sqlite3_bind_text(statement_, place, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT));
}
void Statement::bind(int place, std::int64_t value) {
    check(sqlite3_bind_int64(statement_, place, value));
}
void Statement::bind(int place, std::size_t value) {
    bind(place, static_cast<std::int64_t>(value));
}
void Statement::bind(int place, double value) {
    check(sqlite3_bind_double(statement_, place, value));
}
void Statement::bind_null(int place) {
    check(sqlite3_bind_null(statement_, place));
}
void Statement::reset() {
    sqlite3_reset(statement_);
}

void Statement::check(int status) const {
    if (status != SQLITE_OK) refuse(connection_);
}

}  // namespace tarazy
