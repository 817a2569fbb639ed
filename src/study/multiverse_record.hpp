#pragma once

#include "study/multiverse.hpp"
#include "study/study_result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Where a study keeps the tables of its multiverse, in its own folder: a multiverse takes long, so that its result
/// ships with the study and `study run` shows it as long as it fits.
inline constexpr const char* multiverse_folder = "data/multiverse";

/// How a multiverse was made.
struct MultiverseMaking {
    std::string command;
    std::uint64_t seed = 1;
    std::size_t most_universes = 0;
};

/// A file of bytes, named as in its folder.
struct MultiverseFile {
    std::string name, bytes;
    std::size_t rows = 0;
};

/// The tables `universes`, `verdicts`, `moves`, `curves` as CSV, and `provenance.json`: command, version, seed, digests
/// of the parts of the study that decide verdicts, of the data files and of the tables, and what a reader must be told.
/// Equal studies and data give equal bytes.
[[nodiscard]] std::vector<MultiverseFile> multiverse_files(const StudyFile& study, Methods methods,
                                                           const Multiverse& multiverse,
                                                           const MultiverseMaking& making);

/// Writes them. @return the files written. @throws FileError
std::vector<std::string> write_multiverse(const std::string& folder, const std::vector<MultiverseFile>& files);

/// What a study's folder keeps of its multiverse, and whether it is that of the study as it stands.
/// Nothing for a study without choices. Where nothing was kept, or what was kept is of another study, the tables are
/// empty and `stale` says why.
[[nodiscard]] std::optional<StudyMultiverse> kept_multiverse(const StudyFile& study, Methods methods);

/// The files that these tables were read from, as uses of data that every study may have. @pre it is not stale
[[nodiscard]] std::vector<DataUse> multiverse_uses(const StudyFile& study, const StudyMultiverse& kept);

}  // namespace tarazy
