#pragma once

#include "ledger/manifest.hpp"
#include "report/citation_file.hpp"
#include "study/study_result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// A file of the crate.
struct CrateFile {
    std::string path;  ///< in the crate, with `/`
    std::string sha256;
    std::uintmax_t bytes = 0;
    std::string description = {};
};

/// A file that the run read.
struct CrateInput {
    InputRecord record;
    std::string place;         ///< in the crate; empty: it is not in it
    std::uintmax_t bytes = 0;  ///< when it is
    std::string why_not = {};  ///< a reason that follows "not in this crate: "
};

/// What an export holds, beside its own description.
struct CrateContent {
    Manifest manifest;
    StudyResult result;
    CitationFile citation;
    std::string date;                ///< "2026-11-29"
    std::string study_file;          ///< "study.toml"
    std::vector<CrateInput> inputs;  ///< each file once, the study file first
    std::vector<CrateFile> outputs;  ///< in `output/`
    std::vector<CrateFile> texts;    ///< README.md, data-dictionary.csv, ...
};

/// Folders of the crate.
inline constexpr std::string_view crate_study = "study/";
inline constexpr std::string_view crate_output = "output/";

/// A path as RO-Crate identifies a file: every byte that a URI does not allow as % and two hexadecimal digits.
[[nodiscard]] std::string crate_id(std::string_view path);

/// Any text as one word of a shell, which means itself: nothing in it is expanded.
[[nodiscard]] std::string shell_text(const std::string& text);

/// The environment variable at the start of a path ("$NAME/..."), or nothing.
[[nodiscard]] std::string variable_of(const std::string& path);

/// A path as one word of a shell in which the variable at its start keeps its meaning: `"$NAME"/'my votes.csv'`.
[[nodiscard]] std::string shell_path(const std::string& path);

}  // namespace tarazy
