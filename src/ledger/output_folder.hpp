#pragma once

#include "base/leftovers.hpp"
#include "ledger/ledger.hpp"

#include <optional>
#include <string>

namespace tarazy {

/// The place where a run leaves its results: all of them or none.
///
/// A run writes into a staging folder inside the output folder. `commit` flushes it, renames it to `.pending` (from
/// here on the new results are certain, whatever happens) and moves the files to their places, manifest.json last. A
/// process that dies before the rename leaves the former results untouched; one that dies after it is completed by the
/// next command that opens the folder (`recover`). Files that no run has written are never touched, whatever their
/// names: see work_folder.hpp for what makes a folder ours.
class OutputFolder {
public:
    /// Creates the folder if need be, locks it against other runs, finishes or sweeps away what a killed run left.
    /// @throws UsageError if the folder holds files but no results of ours,
    ///         FileError if another run is writing to it or it cannot be written
    explicit OutputFolder(const std::string& folder);
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    /// Without `commit`, throws the staging folder away.
    ~OutputFolder();

    /// Where to write; sub-folders are made by `prepare`.
    [[nodiscard]] const std::string& staging() const noexcept { return staging_; }
    /// `staging()/relative`, with its parent folder made.
    [[nodiscard]] std::string prepare(const std::string& relative) const;

    /// Puts everything below `staging()` in place, and removes unchanged files of the former run which this one no
    /// longer has.
    /// @pre manifest.json is among the files
    /// @throws FileError, before anything is replaced, if a file of the user stands in the way
    void commit();

private:
    std::string folder_;
    std::string staging_;
    int lock_ = -1;
    std::optional<Leftover> leftover_;  ///< the staging folder
};

/// Completes a commit that was cut short and removes the staging folders of runs that are gone. Does nothing, and
/// writes nothing, where there is nothing to mend, in a folder without results of ours, or while a run is under way.
/// Every command that opens an output folder calls it first.
/// @throws FileError if the folder needs mending and cannot be written
void recover(const std::string& folder);

/// `is no output folder of tarazy`, and where the results are when it is the folder of a study that was run.
[[nodiscard]] std::string no_output_folder(const std::string& folder);

/// The ledger of an output folder, mended first if a killed run made that necessary.
/// @throws UsageError if the folder holds no results of ours; otherwise as `recover` and `read_ledger`
[[nodiscard]] LedgerContent open_results(const std::string& folder);

}  // namespace tarazy
