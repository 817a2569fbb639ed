#pragma once

#include "table/table.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

enum class FindingKind {
    missing,    ///< recorded, but not there
    changed,    ///< there, but with another content
    added,      ///< among the results, but not recorded
    disagrees,  ///< manifest and ledger contradict one another
    damaged,    ///< manifest or ledger cannot be read
    cell,       ///< a cell of a result differs from its recomputation
};
[[nodiscard]] std::string_view to_string(FindingKind kind) noexcept;

/// One thing that is not as the run left it.
struct Finding {
    FindingKind kind;
    std::string file;    ///< relative to the output folder; inputs as the study names them
    std::string where;   ///< row and column of a cell, or the field of a record; empty for a whole file
    std::string recorded;
    std::string found;
    std::string what;    ///< the finding as a sentence
};

struct Verification {
    std::size_t outputs = 0;  ///< files compared with their recorded digest
    std::size_t inputs = 0;
    std::vector<Finding> findings;
    [[nodiscard]] bool sound() const noexcept { return findings.empty(); }
};

/// Compares every output and every input with its recorded SHA-256, the manifest with the ledger, and asks SQLite
/// whether the ledger is whole. Cost: one pass over all files.
/// @param study_folder  where the study lies, when it is no longer where the manifest says
/// @throws FileError if the folder cannot be read; UsageError if it is no output folder
[[nodiscard]] Verification verify_files(const std::string& folder, const std::optional<std::string>& study_folder = {});

/// The results of `folder` against those that a second run left in `recomputed`: tables to the cell, the ledger to
/// the claim, other files by their digest. Files only one of them has are findings too.
[[nodiscard]] std::vector<Finding> compare_results(const std::string& folder, const std::string& recomputed);

struct CellDifference {
    std::string row;     ///< "state=KAZ, year=1993, pole=RUS"; empty when a whole column differs
    std::string column;  ///< empty when a whole row is missing or added
    std::string recorded, recomputed;
};

/// Every cell in which two tables differ, as they are written to CSV. Rows are matched by position when both have
/// as many, otherwise by their key: the fewest leading columns that tell all rows apart.
/// O(cells), O(rows log rows) with matching by key.
[[nodiscard]] std::vector<CellDifference> compare_tables(const Table& recorded, const Table& recomputed);

/// Where an input lies: `$NAME` at the start is replaced by the environment variable (nothing when it is not set),
/// other relative paths start at the study's folder.
[[nodiscard]] std::optional<std::string> resolve_input(const std::string& path, const std::string& study_folder);

}  // namespace tarazy
