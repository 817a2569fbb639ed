#pragma once

#include "cli/command.hpp"
#include "ledger/ledger.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tarazy {

/// Rows of one input that a number rests on.
struct ExplainedRows {
    std::string key, role;
    std::string from;               ///< the file, or "the result of shares"
    Table table;                    ///< with the columns as the study calls them
    std::vector<std::size_t> rows;  ///< of the table, from 0
    std::string why_none = {};      ///< when the input is not at hand
    bool changed = false;           ///< the file is not the one that the run read
    [[nodiscard]] std::size_t number(std::size_t row) const { return row + 2; }  ///< as a spreadsheet counts
    [[nodiscard]] std::string cells(std::size_t row) const;  ///< "rcid 1, ccode 705, vote 3": those that are not empty
};

/// The rows behind a claim, input by input; none where its method tells no rows or the study is not where the run found
/// it. Inputs are read again, which takes as long as reading them in a run.
[[nodiscard]] std::vector<ExplainedRows> explained_rows(const std::string& folder, const LedgerContent& content,
                                                        const Claim& claim, Session& session);

}  // namespace tarazy
