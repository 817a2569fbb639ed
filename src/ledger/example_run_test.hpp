#pragma once

#include "ledger/manifest.hpp"

#include <string>

namespace tarazy {

/// A small run for the tests of this folder: one data file, one analysis, two results, three claims.
[[nodiscard]] LedgerContent example_content(double agreement = 0.75);

/// Writes the study (study.toml, votes.csv) to `folder`/study and the run's results to `folder`/output, as `study run`
/// would.
/// @returns the output folder
std::string write_example_run(const std::string& folder, double agreement = 0.75);

/// A fresh folder for one test, removed with everything in it.
class ScratchFolder {
public:
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + '/' + name; }
    [[nodiscard]] const std::string& path() const noexcept { return path_; }

private:
    std::string path_;
};

/// Lets files grow to `bytes` only, as a full disk would, until the object goes.
class FullDisk {
public:
    explicit FullDisk(std::size_t bytes);
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk();

private:
    unsigned long former_;
};

}  // namespace tarazy
