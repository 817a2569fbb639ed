#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace tarazy {

/// SQLite refused; the caller knows whether that is the user's file, the disk or our own mistake.
struct SqliteError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One connection to an SQLite database.
class Database {
public:
    /// Creates the file. @throws SqliteError
    static Database create(const std::string& path);
    static Database in_memory();
    /// Reads a database image that lies in memory; `bytes` must outlive the connection. Triggers, views and
    /// functions of the image are not trusted. @throws SqliteError
    static Database from_bytes(std::string& bytes);

    Database(Database&& other) noexcept : connection_(other.connection_) { other.connection_ = nullptr; }
    Database& operator=(Database&&) = delete;
    ~Database();

    /// Runs statements that return nothing of interest. @throws SqliteError
    void run(const std::string& sql);
    /// @throws SqliteError if what was written could not be finished
    void close();
    [[nodiscard]] sqlite3* connection() const noexcept { return connection_; }

private:
    Database(const std::string& name, int flags);
    sqlite3* connection_ = nullptr;
};

/// One prepared statement: bound, run and read again and again.
class Statement {
public:
    Statement(const Database& database, std::string_view sql);
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Binds the values in order and runs the statement to its end.
    template <class... Values>
    void insert(const Values&... values) {
        int place = 0;
        (bind(++place, values), ...);
        while (next()) {
        }
        reset();
    }
    /// Binds the values in order; the rows are read with `next`.
    template <class... Values>
    void select(const Values&... values) {
        reset();
        int place = 0;
        (bind(++place, values), ...);
    }
    /// The next row. @throws SqliteError
    [[nodiscard]] bool next();

    [[nodiscard]] bool null(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::optional<double> known_real(int column) const;

private:
    void bind(int place, const std::string& value);
    void bind(int place, std::int64_t value);
    void bind(int place, std::size_t value);
    void bind(int place, double value);  ///< NaN becomes NULL
    void bind(int place, bool value) { bind(place, std::int64_t{value}); }
    template <class Value>
    void bind(int place, const std::optional<Value>& value) {
        value ? bind(place, *value) : bind_null(place);
    }
    void bind_null(int place);
    void reset();
    void check(int status) const;

    sqlite3* connection_;
    sqlite3_stmt* statement_ = nullptr;
};

}  // namespace tarazy
