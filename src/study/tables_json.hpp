#pragma once

#include "study/study_result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>

namespace tarazy {

// Tables as `results/study.json` holds them: whole, or by the name of the CSV file beside it.

/// Tables that stand in files beside `results/study.json`, and the SHA-256 of each: {"shares.csv", "3f.."}.
using TablesBeside = std::map<std::string, std::string>;

/// What to do with a file beside that is gone or is not the one recorded: to refuse it, or to take the table for one
/// without rows. The second is for those who look at the record only.
enum class TablesRead { sound, as_found };

/// {"name", "columns": [{"name", "type", "cells"}]}
[[nodiscard]] nlohmann::ordered_json table_json(const ResultTable& table);

/// {"name", "file", "sha256", "columns": [{"name", "type", "cells": []}]}
[[nodiscard]] nlohmann::ordered_json table_beside_json(const ResultTable& table, const std::string& file,
                                                       const std::string& sha256);

/// What `table_json` wrote; of a table beside the columns without rows.
/// @throws std::exception of the JSON library, std::length_error if it is something else
[[nodiscard]] ResultTable table_from_json(const nlohmann::ordered_json& json);

/// Reads tables of a record, those in files beside it too.
class TableReader {
public:
    /// @param record  path of `study.json`, in whose folder the files lie
    TableReader(const std::string& record, TablesRead how);

    /// @throws InputError if the file was changed, FileError if it cannot be read (both not of `as_found`); as
    ///         `table_from_json`
    [[nodiscard]] ResultTable read(const nlohmann::ordered_json& json) const;

private:
    std::string folder_;
    TablesRead how_;
};

}  // namespace tarazy
