#pragma once

#include "base/work.hpp"
#include "study/method.hpp"
#include "study/study_file.hpp"
#include "study/study_result.hpp"
#include "table/table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// Where the data of a key come from.
enum class DataState {
    raw,      ///< the files that the study names
    file,     ///< one shipped file with the same columns stands in for them
    folder,   ///< the shipped results of each analysis stand in for them
    missing,  ///< neither is here
};

struct DataPlace {
    DataState state = DataState::missing;
    std::vector<std::string> written;  ///< as outputs name them: relative to the study, or `$NAME/...`
    std::vector<std::string> paths;    ///< to open
    std::string why_missing, remedy;   ///< when missing
};

/// Looks for the raw files (all of them must be there), then for what stands in for them.
/// @param shipped  do not look at the raw files
[[nodiscard]] DataPlace find_data(const StudyFile& study, const StudyData& data, bool shipped = false);

/// How outputs name a file of the study: relative to the study's folder when it lies in it, otherwise as written.
[[nodiscard]] std::string recorded_path(const StudyFile& study, const std::string& written);

/// Where the rows of one file stand in the table of its data key.
struct FileRows {
    std::string path;                    ///< as outputs name it
    std::size_t first = 0;               ///< its first row in the table
    std::vector<std::uint32_t> lines{};  ///< of the file, line 1 its first; empty: row r of it stands on line r + 2
};

/// A row as who opens the file finds it.
struct PlaceInFile {
    std::string path;
    std::size_t line = 0;
};
/// @pre files are in the order of their rows, the first begins at 0
[[nodiscard]] PlaceInFile place_in_file(const std::vector<FileRows>& files, std::size_t row);

/// The data of one key in memory.
struct LoadedData {
    std::string key, role;
    DataState state = DataState::missing;
    Table table;  ///< the rows of all files (of .toml and .json their lines); empty for folders of shipped results
                  ///< and for files that are no tables
    std::vector<DataUse> uses;         ///< one a file
    std::vector<FileRows> files = {};  ///< one a file that has rows in the table
};

/// Reads what `find_data` found: files one after the other into one table, columns renamed.
/// @throws InputError if a file cannot be used or a column to be renamed is not in it; FileError
[[nodiscard]] LoadedData load_data(const StudyFile& study, const StudyData& data, bool shipped = false,
                                   const Work& work = {});

/// The table of an analysis that `[data.<key>]` with `result` means, its columns renamed.
/// @throws InputError if the analysis has no such table or a column to be renamed is not in it
[[nodiscard]] Table table_of_result(const StudyFile& study, const StudyData& data, const AnalysisResult& analysis);

/// The shipped tables of an analysis, `<fallback>/<id>.csv` and `<fallback>/<id>.<table>.csv`, main table first.
struct ShippedTables {
    std::vector<ResultTable> tables;
    std::vector<DataUse> files;  ///< as uses of the data key; `provenance.json` is one of them
};
[[nodiscard]] ShippedTables read_shipped_tables(const StudyFile& study, const StudyData& data,
                                                const std::string& analysis);

/// Name of the file that tells how shipped tables were made.
inline constexpr const char* provenance_name = "provenance.json";

/// A table as its CSV text tells it: what is written, shipped and cached is the same to the last digit.
[[nodiscard]] Table as_written(const Table& table);

}  // namespace tarazy
