#include "serve/workspace/workspace_layout.hpp"

namespace tarazy {

const char* workspace_layout() {
    return R"sql(
CREATE TABLE acts (number INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, tab TEXT NOT NULL,
    area TEXT NOT NULL, what TEXT NOT NULL, note TEXT NOT NULL, undoes INTEGER REFERENCES acts(number),
    state INTEGER NOT NULL);
CREATE TABLE log (number INTEGER PRIMARY KEY, act INTEGER NOT NULL REFERENCES acts(number), kind TEXT NOT NULL,
    key TEXT NOT NULL, before TEXT, after TEXT);
CREATE TABLE entries (kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    version INTEGER NOT NULL UNIQUE REFERENCES log(number), doc TEXT, code TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE INDEX entries_of_documents ON entries(kind, doc);
CREATE INDEX entries_of_codes ON entries(kind, code);
CREATE INDEX acts_of_people ON acts(area, who, state, number);
CREATE INDEX undoings ON acts(undoes);
CREATE INDEX changes_of_acts ON log(act);
CREATE INDEX changes_of_entries ON log(kind, key, number);

PRAGMA application_id = 1415008843;
PRAGMA user_version = 1;
)sql";
}

}  // namespace tarazy
