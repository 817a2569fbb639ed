#pragma once

#include "study/files_beside.hpp"
#include "study/study_result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace tarazy {

// Tables as `results/study.json` holds them: whole, or by the name of the CSV file beside it.

/// {"name", "columns": [{"name", "type", "cells"}]}
[[nodiscard]] nlohmann::ordered_json table_json(const ResultTable& table);

/// {"name", "file", "sha256", "columns": [{"name", "type", "cells": []}]}
[[nodiscard]] nlohmann::ordered_json table_beside_json(const ResultTable& table, const std::string& file,
                                                       const std::string& sha256);

/// What `table_json` wrote; of a table beside the columns without rows.
/// @throws std::exception of the JSON library, std::length_error if it is something else
[[nodiscard]] ResultTable table_from_json(const nlohmann::ordered_json& json);

/// The same, with the rows of a table beside from its file; without rows, if it is not there and need not be.
/// @throws as `BesideReader::text` and `table_from_json`
[[nodiscard]] ResultTable table_from_json(const nlohmann::ordered_json& json, const BesideReader& beside);

}  // namespace tarazy
