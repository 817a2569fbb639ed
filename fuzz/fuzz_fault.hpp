#pragma once
// What a target finds out about its reader beyond a crash.

#include "table/table.hpp"

#include <cstdio>
#include <cstdlib>

namespace tarazy {

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "fault: %s\n", what);
    std::abort();
}

/// Columns of one length, each with a name, and a line of the file for every row where there are lines.
inline void require_whole(const Table& table) {
    require(table.names.size() == table.columns.size(), "every column has a name");
    for (const Column& column : table.columns) require(column.size() == table.rows(), "columns are of one length");
    require(table.origin.lines.empty() || table.origin.lines.size() == table.rows(), "every row has its line");
}

}  // namespace tarazy
