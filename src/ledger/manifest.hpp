#pragma once

#include "ledger/ledger.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

inline constexpr std::string_view manifest_name = "manifest.json";

/// What lies in an output folder and what it was made from. Everything but the duration and the build is the same in
/// every run of the same study.
struct Manifest {
    RunRecord run;
    std::string study_folder;  ///< from the output folder to the study's folder: "../studies/kazakhstan"
    std::vector<InputRecord> inputs;
    std::vector<OutputRecord> outputs;  ///< all but manifest.json itself, ledger.sqlite included
    double duration_seconds = 0;
    std::string build = {};  ///< identity of the program's build; empty in manifests of programs that did not record it
};

/// JSON with two blanks of indentation, keys in fixed order, `duration_seconds` on a line of its own.
[[nodiscard]] std::string manifest_text(const Manifest& manifest);

/// @throws InputError if the file is no manifest of ours, FileError if it cannot be read
[[nodiscard]] Manifest read_manifest(const std::string& path);

/// Digest, size in rows and place of a file that was written below `folder`.
[[nodiscard]] OutputRecord record_output(const std::string& folder, const std::string& relative, std::size_t rows = 0);

/// The study's folder as seen from the output folder, for `Manifest::study_folder`.
[[nodiscard]] std::string study_folder_from(const std::string& output_folder, const std::string& study_folder);

/// The way back: where the study lies, given the output folder as it is named now, which may be a link.
[[nodiscard]] std::string study_folder_of(const std::string& output_folder, const Manifest& manifest);

}  // namespace tarazy
