#pragma once

#include "base/work.hpp"
#include "ledger/verify.hpp"
#include "table/table.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// The results of `folder` against those that a second run left in `recomputed`: tables to the cell, the ledger to
/// the claim, other files by their digest. Files only one of them has are findings too.
/// @throws FileError if a folder cannot be read, InputError if a ledger is damaged
[[nodiscard]] std::vector<Finding> compare_results(const std::string& folder, const std::string& recomputed,
                                                   const Work& work = {});

struct CellDifference {
    std::string row;     ///< "state=KAZ, year=1993, pole=RUS"; empty when a whole column differs
    std::string column;  ///< empty when a whole row is missing or added
    std::string recorded, recomputed;
};

/// Every cell in which two tables differ, as they are written to CSV. Rows are matched by position when both have
/// as many, otherwise by their key: the fewest leading columns that tell all rows apart.
/// O(cells), O(rows log rows) with matching by key.
[[nodiscard]] std::vector<CellDifference> compare_tables(const Table& recorded, const Table& recomputed);

}  // namespace tarazy
