#pragma once

#include "analyses/write_study/recognise/coverage.hpp"
#include "analyses/write_study/recognise/data_layout.hpp"

#include <span>
#include <string>
#include <vector>

namespace tarazy {

/// Command lines that do something with a file, one after the other.
struct AdvisedCommands {
    std::string purpose;
    std::vector<std::vector<std::string>> lines;  ///< words of each, `tarazy` first
};

/// What a layout's templates are filled with.
struct AdviceFor {
    std::string path;
    std::vector<std::string> names;  ///< columns of the file
    std::string title_state = {};    ///< the state that a line above the table names
    const DataCoverage* coverage = nullptr;
    const Table* head = nullptr;  ///< its first rows, for `{first:COLUMN}`
};

/// The commands of a layout for this file. Kazakhstan is the state if the file has it, else the one with most rows; the
/// others are Russia, China and the United States as far as they are there, else those with most rows.
[[nodiscard]] std::vector<AdvisedCommands> advised_commands(const DataLayout& layout, const AdviceFor& file);

/// The words as they are typed into a shell: quoted where they need it.
[[nodiscard]] std::string shell_line(std::span<const std::string> words);

}  // namespace tarazy
