#pragma once

#include "text/coding/change_log.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tarazy {

/// Codings in one SQLite file: the log of changes and the segments after it, always changed together in one
/// transaction, with a write-ahead log, so that several people may read while one writes and a crash loses nothing that
/// was told as done.
///
/// The workspace of a study (`workspace.sqlite`, what people entered in the browser) can be read as such a store, but
/// not changed: its codings are part of one log with all else in it.
class CodingStore {
public:
    /// Opens the file, or makes it where it is not there. @throws InputError when it is no such store, FileError when
    /// it cannot be opened
    explicit CodingStore(const std::string& path);
    ~CodingStore();
    CodingStore(const CodingStore&) = delete;
    CodingStore& operator=(const CodingStore&) = delete;

    [[nodiscard]] std::vector<CodingChange> changes() const;
    [[nodiscard]] std::vector<Segment> segments() const;

    /// Appends changes; all or none. Their numbers must follow the last one: another writer in between makes this fail
    /// rather than lose a coding. @throws InputError for a change that does not fit the state, and for the workspace of
    /// a study; FileError for the disk
    void append(const std::vector<CodingChange>& changes);

private:
    struct Connection;
    std::string path_;
    bool workspace_ = false;
    std::unique_ptr<Connection> connection_;
};

}  // namespace tarazy
