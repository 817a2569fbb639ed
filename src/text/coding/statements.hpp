#pragma once

#include "table/table.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// What an actor says of a concept: for it or against it, somewhere in a text, at a time.
struct DiscourseStatement {
    std::int64_t id = 0;    ///< each once
    std::string time;       ///< YYYY-MM-DD, with or without hh:mm:ss behind a blank
    std::string doc, text;  ///< document, and what it says there
    std::string actor, concept_name;
    bool agrees = true;
    /// The other columns of the source (author, source, section, type, person, ...), name and value.
    std::vector<std::pair<std::string, std::string>> others = {};

    [[nodiscard]] int year() const;
};

struct DiscourseStatementColumns {
    std::string actor = "organization", concept_name = "concept", stance = "agreement", time = "time",
                doc = "document ID", text = "text", id = "statement ID";
};

/// Statements from a table: the file of events of Discourse Network Analyzer 3 (`statement ID;time;document ID;document
/// title;author;source;section;type;text` and a column for each variable of the coding scheme), or one of our own with
/// other columns. Stances are 1 or 0, true or false, agree or disagree, yes or no, 1 or -1. Without a column of ids
/// they are numbered. Sorted by time, then id.
/// @throws InputError, every fault with its line: no such column, no actor or concept, a stance or time that is none of
///         these, an id that stands twice, no row
[[nodiscard]] std::vector<DiscourseStatement> read_statements(const Table& table,
                                                              const DiscourseStatementColumns& columns);

/// The same in the layout of Discourse Network Analyzer 3: `statement ID;time;document ID;document
/// title;author;source;section;type;text;organization;concept;agreement` and further columns that the statements have,
/// texts in double quotes, in which ; becomes a comma and " an apostrophe as that program writes them.
[[nodiscard]] std::string dna_statements(const std::vector<DiscourseStatement>& statements);

}  // namespace tarazy
