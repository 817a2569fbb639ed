#pragma once

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
    damaged,    ///< manifest or ledger cannot be read, or tell of a run that cannot be made
    cell,       ///< a cell of a result differs from its recomputation
};
[[nodiscard]] std::string_view to_string(FindingKind kind) noexcept;

/// One thing that is not as the run left it.
struct Finding {
    FindingKind kind;
    std::string file;   ///< relative to the output folder; inputs as the study names them
    std::string where;  ///< row and column of a cell, or the field of a record; empty for a whole file
    std::string recorded;
    std::string found;
    std::string what;  ///< the finding as a sentence
};

struct Verification {
    std::size_t outputs = 0;  ///< files compared with their recorded digest
    std::size_t inputs = 0;
    std::vector<Finding> findings;
    bool inputs_sound = true;  ///< every input is as recorded, and both records of them agree: running again is of use
    [[nodiscard]] bool sound() const noexcept { return findings.empty(); }
};

/// Compares every output and every input with its recorded SHA-256, the manifest with the ledger, and asks SQLite
/// whether the ledger is whole; what a killed run left is mended first. Cost: one pass over all files.
/// @param study_folder  where the study lies, when it is no longer where the manifest says
/// @throws FileError if the folder cannot be read; UsageError if it is no output folder
[[nodiscard]] Verification verify_files(const std::string& folder, const std::optional<std::string>& study_folder = {});

/// Where an input lies: `$NAME` at the start is replaced by the environment variable (nothing when it is not set),
/// other relative paths start at the study's folder.
[[nodiscard]] std::optional<std::string> resolve_input(const std::string& path, const std::string& study_folder);

}  // namespace tarazy
