#pragma once

#include "cli/command.hpp"
#include "ledger/ledger.hpp"
#include "study/data_files.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Rows of one input, or of a table of the analysis itself, that a number rests on.
struct ExplainedRows {
    std::string key, role;                                         ///< of a table of the analysis: its id and "result"
    std::vector<FileRows> files;                                   ///< that the rows stand in
    Table table;                                                   ///< with the columns as the study calls them
    std::vector<std::size_t> rows;                                 ///< of the table, from 0
    std::string note = {};                                         ///< what these rows are
    std::string counted_by = {};                                   ///< column by whose values the rows are counted
    std::vector<std::pair<std::string, std::size_t>> counts = {};  ///< value and rows, most rows first
    std::string why_none = {};                                     ///< when no rows can be told
    bool changed = false;                                          ///< the file is not the one that the run read

    [[nodiscard]] std::string names_of_files() const;
    /// "rcid 1, ccode 705, vote 3": those that are not empty, long ones cut short.
    [[nodiscard]] std::string cells(std::size_t row) const;
};

/// The rows behind a claim, input by input; where none can be told one entry that says why. Inputs are read again,
/// which takes as long as reading them in a run.
[[nodiscard]] std::vector<ExplainedRows> explained_rows(const std::string& folder, const LedgerContent& content,
                                                        const Claim& claim, Session& session);

}  // namespace tarazy
