#pragma once

#include "analyses/write_study/recognise/advised_commands.hpp"
#include "analyses/write_study/recognise/coverage.hpp"
#include "analyses/write_study/recognise/data_layout.hpp"
#include "io/read_table.hpp"
#include "table/table.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// What a column looks like.
struct ColumnLook {
    std::string name;
    std::string type;     ///< integer, real, text
    std::string looks;    ///< "states", "years", "votes", "dates", "texts", "0 and 1", "numbers"; empty when like none
    std::string example;  ///< the first value
};

/// What a file was found to be.
struct Recognised {
    std::string path;
    std::string sha256 = {};             ///< empty of folders, and where only the head was read
    const DataLayout* layout = nullptr;  ///< none: it is not one of the files of others that are known
    std::string role = {};               ///< what a study reads it as, as it is; empty: nothing
    std::string version = {};
    DataCoverage coverage = {};
    bool whole = false;  ///< coverage and rows are of the whole file, not of its head
    std::vector<ColumnLook> columns = {};
    std::vector<AdvisedCommands> advice = {};
    std::vector<std::string> assumed = {};  ///< sentences: of the layout, and of the reading of this file
    std::vector<std::string> needed = {};   ///< of an unknown file: what is nearest, and what that lacks
    std::string fault = {};                 ///< why its rows cannot be read
};

struct RecogniseOptions {
    ReadOptions reading = {};
    bool head_only = false;  ///< coverage of the first quarter of a megabyte only
};

/// What the file is, by its header and its first rows. A folder of speeches is one entry, another folder one an entry
/// of its files by name (not of folders in it). By default the whole file is read for its rows, years and states.
/// @throws FileError of a file that was named; InputError for a folder without files
[[nodiscard]] std::vector<Recognised> recognise(const std::string& path, const RecogniseOptions& options = {});

/// The same of a table in memory.
[[nodiscard]] Recognised recognised_table(const Table& table, const std::string& name);

/// The layout of a table that has been read, by its header and the lines above it. nullptr when it is none, or when its
/// cells are not such (`layout_doubts`).
[[nodiscard]] const DataLayout* layout_of_table(const Table& table);

/// The table in the shape that the layout gives it, under our names. Adds to `notes` what was done.
/// @pre the table has the layout @param title  lines above the table
[[nodiscard]] Table reshaped_by_layout(const Table& table, const DataLayout& layout,
                                       const std::vector<std::string>& title, std::vector<std::string>& notes);

/// `years in columns become rows: year, value` for messages.
[[nodiscard]] std::string described_shape(const DataLayout& layout);

}  // namespace tarazy
